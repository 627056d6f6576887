"""What a place turned out to be: inside West Mercia, outside it, more than one place, or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from directory.places.gazetteer import OUTSIDE, gazetteer, is_inside


Status = Literal["inside", "outside", "ambiguous", "none"]


@dataclass(frozen=True)
class Candidate:
    """One district a place could be in."""

    gss: str
    name: str


@dataclass(frozen=True)
class Place:
    """The answer for a text; `force` is a police force's name only where the data knows it."""

    status: Status
    gss: str | None = None
    candidates: tuple[Candidate, ...] = ()
    force: str | None = None


NO_PLACE = Place("none")


def place_of(codes: Iterable[str]) -> Place:
    """The answer for the councils (GSS codes, or "outside") that a place may lie in, likeliest first."""
    found = list(dict.fromkeys(codes))
    inside = [code for code in found if is_inside(code)]
    if not found:
        return NO_PLACE
    if not inside:
        return Place("outside", force=_one_force(found))
    if len(found) == 1:
        return Place("inside", gss=inside[0])
    return Place(
        "ambiguous", candidates=tuple(Candidate(code, gazetteer().councils[code]) for code in inside)
    )


def _one_force(codes: list[str]) -> str | None:
    forces = {gazetteer().forces.get(code) for code in codes if code != OUTSIDE}
    return forces.pop() if len(forces) == 1 else None
