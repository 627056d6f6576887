"""Postcodes that are oddly spaced are written as usual, so that the directory's places can resolve them.

Nothing is taken out here: a postcode says where help is, and places keep no more of it than its district.
"im 15, he" has the letters and digits of a postcode, so each shape below is one that no sentence has.
"""

import re

from vocabulary.postcodes import POSTCODE_AREAS


_LETTER = "[ABD-HJLNP-UW-Z]"  # the last two are never C, I, K, M, O or V (Royal Mail)
_UNIT = rf"{_LETTER}{{2}}"
_START, _END = r"(?<![A-Z0-9])(?<![A-Z0-9]['’])", r"(?![A-Z0-9])"
_SPELT_GAP = r"[ \t.,/\\_*|-]{1,3}"
_LOOSE_GAP = r"[ \t.,/\\_*|-]{0,3}"


def _shape(gap: str) -> re.Pattern[str]:
    """The characters of a postcode with this between them."""
    district = rf"([A-Z])(?:{gap}([A-Z]))?{gap}(\d)(?:{gap}([A-Z\d]))?"
    return re.compile(rf"{_START}{district}{gap}(\d){gap}({_LETTER}){gap}({_LETTER}){_END}", re.IGNORECASE)


_SPELT = _shape(_SPELT_GAP)
_LOOSE = _shape(_LOOSE_GAP)
_PARTED = re.compile(rf"{_START}([A-Z]{{1,2}}\d[A-Z\d]?)[/\\,_*|]{{1,3}}(\d{_UNIT}){_END}", re.IGNORECASE)
_LONDON = re.compile(rf"{_START}(EC|NW|SE|SW|WC|[NEW]) (\d[A-Z])[ .-]?(\d{_UNIT}){_END}", re.IGNORECASE)
# Of the Crown dependencies places know nothing, so the second half goes.
_ISLANDS = re.compile(
    rf"{_START}((?:GY|IM|JE)\d{{1,2}}) ?(?!\d(?:st|nd|rd|th))\d{_UNIT}{_END}", re.IGNORECASE
)


def space_postcodes(text: str) -> str:
    """The message with every postcode in its usual shape, never longer than it was."""
    text = _SPELT.sub(_usual, text)
    text = _LOOSE.sub(lambda found: _usual(found) if _is_written_out(found) else found[0], text)
    text = _LONDON.sub(r"\1\2 \3", _PARTED.sub(r"\1 \2", text))
    return _ISLANDS.sub(r"\1", text)


def _usual(found: re.Match[str]) -> str:
    """The postcode as usual; in "a b 1 1 a a" the first letter is a word before it."""
    first, second, number, letter, *inward = (each or "" for each in found.groups())
    rest = f"{number}{letter} {''.join(inward)}"
    if f"{first}{second}".upper() in POSTCODE_AREAS:
        return f"{first}{second}{rest}"
    if second.upper() in POSTCODE_AREAS:
        return found.string[found.start() : found.start(2)] + second + rest
    return found[0]


def _is_written_out(found: re.Match[str]) -> bool:
    """Whether only the postcode stands in capitals, as one does; in a message in capitals nothing tells."""
    is_alone = found[0] == found.string.strip()
    return found[0].isupper() and " " in found[0] and (is_alone or not found.string.isupper())
