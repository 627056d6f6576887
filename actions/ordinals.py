"""Which of several on show a text points at ("the third one"); pure."""

import re


_ORDINALS = (
    re.compile(r"\b(?:first|1st|top|number (?:one|1))\b", re.IGNORECASE),
    re.compile(r"\b(?:second|2nd|middle|number (?:two|2))\b", re.IGNORECASE),
    re.compile(r"\b(?:third|3rd|number (?:three|3)|last|bottom)\b", re.IGNORECASE),
)


def place_in(text: str, *, of: int) -> int | None:
    """The place, counted from 0, that a text names among so many; None where it names none of them."""
    return next((place for place, each in enumerate(_ORDINALS[:of]) if each.search(text)), None)
