"""The message as a reader sees it, before the encoder reads it."""

import unicodedata


UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # categories a person cannot see; a lone surrogate breaks encoding


def readable(text: str) -> str:
    """One form of each letter, nothing invisible, plain apostrophes."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    return "".join(" " if c.isspace() else c for c in plain if c.isspace() or not _is_unseen(c))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in UNSEEN
