"""What visits can be broken down by: the closed lists behind every row and column of a table."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import combinations

from usage.event import OUTSIDE
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Outcome, PartOfDay, Step
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


class Breakdown(StrEnum):
    """One way to divide visits. ALL divides nothing; WEEK divides the period itself."""

    NEED = "need"
    AREA = "area"
    AGE = "age"
    PART = "part"  # of the day, in which the visit began
    STAGE = "stage"  # what happened in the visit; one visit has several
    SERVICE = "service"
    WEEK = "week"
    ALL = "all"


MOST = 3  # no table is broken down further, filters included
NOT_KNOWN = "not-known"  # no need was found, or no area or age was given
ONLY_CLOSED = "only-closed"  # services were shown for a need, and every one was closed at that time
RISK_STAGES = tuple(f"{Step.RISK_CARD}-{risk}" for risk in Risk)
HIDDEN_STAGE = f"{Step.NO_MATCH}-{Outcome.HIDDEN}"

NEEDS = (*(need.value for need in Need), NOT_KNOWN)
AREAS = (*(district.value for district in District), OUTSIDE, NOT_KNOWN)
AGES = (*(band.value for band in AgeBand), NOT_KNOWN)
PARTS = tuple(part.value for part in PartOfDay)
STAGES = (*(step.value for step in Step), *RISK_STAGES, HIDDEN_STAGE, ONLY_CLOSED)
VALUES: Mapping[Breakdown, tuple[str, ...]] = {
    Breakdown.NEED: NEEDS,
    Breakdown.AREA: AREAS,
    Breakdown.AGE: AGES,
    Breakdown.PART: PARTS,
    Breakdown.STAGE: STAGES,
}

Cube = tuple[Breakdown, ...]  # the breakdowns of one stored table, in the order of Breakdown
CUBES: tuple[Cube, ...] = (
    *(cube for size in range(MOST + 1) for cube in combinations(VALUES, size)),
    (Breakdown.STAGE, Breakdown.SERVICE),
    (Breakdown.NEED, Breakdown.STAGE, Breakdown.SERVICE),
    (Breakdown.AREA, Breakdown.STAGE, Breakdown.SERVICE),
    (Breakdown.SERVICE,),
    (Breakdown.NEED, Breakdown.SERVICE),
    (Breakdown.AREA, Breakdown.SERVICE),
)


def cube_of(breakdowns: set[Breakdown]) -> Cube:
    """The stored table with these breakdowns, which may not be there."""
    return tuple(each for each in Breakdown if each in breakdowns)


def cube_name(cube: Cube) -> str:
    """The name under which a table is stored."""
    return ",".join(cube) or Breakdown.ALL.value
