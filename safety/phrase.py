"""Whether a phrase stands in a text as whole words, however it was typed; pure."""

import re

from safety.normal import normalise


_NO_WORD = re.compile(r"[\W_]+")


def plain_phrase(text: str) -> str:
    """The words of a text in plain lower letters with one space between them; empty when it has none."""
    return _NO_WORD.sub(" ", normalise(text)).strip()


def stands_in(phrase: str, text: str) -> bool:
    """Whether a phrase stands whole in a text; both as `plain_phrase` gives them."""
    return bool(phrase) and f" {phrase} " in f" {text} "
