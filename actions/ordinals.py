"""Which of several on show a text points at ("the third one"); pure."""

import re


_ORDINALS = (
    re.compile(r"\b(?:first|1st|top|number (?:one|1))\b", re.IGNORECASE),
    re.compile(r"\b(?:second|2nd|middle|number (?:two|2))\b", re.IGNORECASE),
    re.compile(r"\b(?:third|3rd|number (?:three|3)|last|bottom)\b", re.IGNORECASE),
)


_SEVERAL = re.compile(r"\b(?:all|any|each|both|every|which|others?)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:it|its|it's|(?:this|that) (?:one|service|place|number|lot)|they|them|there|their|theirs)\b",
    re.IGNORECASE,
)


def points_back(text: str) -> bool:
    """Whether a text speaks of the one that was spoken of last ("is that one open on Sunday")."""
    return bool(_BACK.search(text)) and not _SEVERAL.search(text)


def place_in(text: str, *, of: int) -> int | None:
    """The place, counted from 0, that a text names among so many; None where it names none of them."""
    return next((place for place, each in enumerate(_ORDINALS[:of]) if each.search(text)), None)
