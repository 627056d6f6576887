"""Where a postcode lies: its middle in West Mercia and along its border, elsewhere its district's."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean


DATA = Path(__file__).with_name("centres.tsv.gz")  # its first lines say what it holds and whose it is
A_DEGREE = 10_000  # the steps in which the file counts: 11 m to the north, 7 m to the east
UNIT_LETTERS = 2


@dataclass(frozen=True)
class Point:
    """A place on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


def centre_of(postcode: str) -> Point | None:
    """The middle of a full postcode, else of its sector, else of its district; None where none is known."""
    whole = "".join(postcode.split()).upper()
    outcode, digit, unit = whole[:-3], whole[-3:-UNIT_LETTERS], whole[-UNIT_LETTERS:]
    return _in_sector(f"{outcode} {digit}", unit) or _corner(outcode)


def _in_sector(sector: str, unit: str) -> Point | None:
    corner = _corner(sector)
    if corner is None:
        return None
    places = dict(_unit(each) for each in _rows()[sector][2].split(" "))
    wanted = [places[unit]] if unit in places else list(places.values())
    north, east = (fmean(each[axis] for each in wanted) / A_DEGREE for axis in (0, 1))
    return Point(corner.latitude + north, corner.longitude + east)


def _unit(text: str) -> tuple[str, tuple[int, int]]:
    """Such as "AA12:34": the last two letters, and the steps from the sector's south-west corner."""
    north, _, east = text[UNIT_LETTERS:].partition(":")
    return text[:UNIT_LETTERS], (int(north), int(east))


def _corner(key: str) -> Point | None:
    row = _rows().get(key)
    return None if row is None else Point(int(row[0]) / A_DEGREE, int(row[1]) / A_DEGREE)


@cache
def _rows() -> Mapping[str, tuple[str, str, str]]:
    """What stands behind each district ("EC1A") and sector ("TF3 4"), read once."""
    rows = {}
    with gzip.open(DATA, "rt", encoding="ascii") as lines:
        for line in lines:
            if not line.startswith("#"):
                key, north, east, *units = line.rstrip("\n").split("\t")
                rows[key] = (north, east, units[0] if units else "")
    return rows
