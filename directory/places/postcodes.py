"""Postcodes in any shape: found in a text, and cut to a sector or a district's code at once."""

import re
from collections.abc import Mapping

from directory.places.answer import NO_PLACE, Place, place_of
from directory.places.gazetteer import CERTAIN, OUTSIDE, gazetteer
from directory.places.table import councils_of
from vocabulary.postcodes import POSTCODE_AREAS


# A letter for the first digit ("TFI") only at once: in "x L1 0AA" the L is the area.
_LONDON_LETTER = r"(?<=\b[NEWS][0-9])[A-Z]|(?<=\b(?:EC|NW|SE|SW|WC)[0-9])[A-Z]"
_DISTRICT = rf"([A-Z]{{1,2}})(?:\s?(?=[0-9])|(?=[OIL]))([0-9OIL](?:[0-9OIL]|{_LONDON_LETTER})?)"
# The last two letters are never C, I, K, M, O or V (Royal Mail), which keeps "b4 i go" a sentence.
_FULL = re.compile(
    rf"(?<![A-Z0-9]){_DISTRICT}[\s.\-]*([0-9O])\s?([ABD-HJLNP-UW-Z]{{2}})(?![A-Z0-9])", re.IGNORECASE
)
_PART = re.compile(
    rf"(?<![A-Z0-9£$.]){_DISTRICT}(?:\s*([0-9])(?:\s*[A-Z])?)?(?![A-Z0-9]|\s*(?:am|pm|mg|ml|quid|k)\b)",
    re.IGNORECASE,
)
GSS_CODE = re.compile(r"\b[EW]0[678]\d{6}\b", re.IGNORECASE)
WHOLE_AREAS = frozenset({"HR", "TF", "WR"})  # every district of these is in the gazetteer
_DIGITS = str.maketrans("OIL", "011")


def find_postcode(text: str) -> Place | None:
    """The place of the first postcode, sector or district in a text, or None."""
    full = _FULL.search(text)
    if full and _is_postcode(full):
        return _full_place(full)
    for part in _PART.finditer(text):
        outcode = _outcode(part)
        if outcode in gazetteer().outcodes:
            return _sector_place(outcode, part[3]) if part[3] else _outcode_place(outcode)
        if not part[3] and outcode[:2] in WHOLE_AREAS and outcode[:-1] in gazetteer().outcodes:
            return _sector_place(outcode[:-1], outcode[-1])  # "tf75" is TF7 5: there is no TF75
    return None


def find_outside_district(text: str) -> Place | None:
    """A district of another part of the country, when a whole answer is one; for an asked area."""
    part = _PART.fullmatch(text.strip())
    if part and _area(part[1]) and any(character.isdigit() for character in part[2]):
        return place_of([OUTSIDE])
    return None


def without_postcodes(text: str) -> str:
    """The text without the first halves and sectors that we know ("HR8"), whose digits are no number."""
    known = gazetteer().outcodes
    return _PART.sub(lambda part: "" if _outcode(part) in known else part[0], text)


def code_postcodes(text: str) -> str:
    """The text with each full postcode replaced: by the GSS code of the council it lies in for certain
    (of a neighbour only by an imported table), else by its first half ("SW1A"), else, where only that tells
    on which side of a border it lies, by its sector ("B45 8"). What follows is never kept. A code that a
    person typed is taken out first, so that only those put here are ever obeyed."""

    def cut(found: re.Match[str]) -> str:
        if not _is_postcode(found):
            return found[0]
        known = _councils(found)
        return known[0] if len(known) == 1 else _least(_outcode(found), _digit(found[3]))

    return _FULL.sub(cut, GSS_CODE.sub("", text))


def _least(outcode: str, digit: str) -> str:
    """As little of a postcode as still says where it is."""
    place = _sector_place(outcode, digit)
    if place.gss:
        return place.gss
    is_told_by_outcode = outcode not in gazetteer().outcodes or _outcode_place(outcode) == place
    return outcode if is_told_by_outcode else f"{outcode} {digit}"


def _full_place(found: re.Match[str]) -> Place:
    """Where the imported table puts a full postcode, else where its sector lies."""
    known = _councils(found)
    return place_of(known) if known else _sector_place(_outcode(found), _digit(found[3]))


def _councils(found: re.Match[str]) -> tuple[str, ...]:
    return councils_of(f"{_outcode(found)} {_digit(found[3])}", found[4].upper())


def _sector_place(outcode: str, digit: str) -> Place:
    known = gazetteer()
    if outcode not in known.outcodes:
        return place_of([OUTSIDE])
    shares = known.sectors.get(f"{outcode} {digit}")
    if shares is None:
        # A sector newer than the data, or one beyond the border: asked about, never assumed.
        return _outcode_place(outcode)
    return _by_share(shares)


def _outcode_place(outcode: str) -> Place:
    known = gazetteer()
    shares = known.outcodes.get(outcode)
    if shares is None:
        return NO_PLACE
    # A district that crosses the border is asked about even where almost all of it is one council.
    return place_of(shares) if outcode in known.border else _by_share(shares)


def _by_share(shares: Mapping[str, float]) -> Place:
    first, share = next(iter(shares.items()))
    return place_of([first]) if share >= CERTAIN else place_of(shares)


def _is_postcode(found: re.Match[str]) -> bool:
    """A letter for a digit ("TFI 1AA") is forgiven only in a district we know: "go out" is no postcode."""
    if not _area(found[1]):
        return False
    return any(character.isdigit() for character in found[2]) or _outcode(found) in gazetteer().outcodes


def _area(letters: str) -> bool:
    return letters.upper() in POSTCODE_AREAS


def _digit(letter: str) -> str:
    return letter.upper().translate(_DIGITS)


def _outcode(found: re.Match[str]) -> str:
    return found[1].upper() + found[2].upper().translate(_DIGITS)
