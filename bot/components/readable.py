"""The message as a reader sees it, before the encoder reads it."""

import re
import unicodedata


UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # categories a person cannot see; a lone surrogate breaks encoding
_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)\S+", re.IGNORECASE)
_A_LINK = "a link"  # the words in a web address are not the person's
_TAG = re.compile(r"</?[a-z][^<>]{0,80}>", re.IGNORECASE)


def readable(text: str) -> str:
    """One form of each letter, nothing invisible, plain apostrophes, no web address or tag."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
    seen = "".join(" " if c.isspace() else c for c in plain if c.isspace() or not _is_unseen(c))
    return _TAG.sub(" ", _ADDRESS.sub(_A_LINK, seen))


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in UNSEEN
