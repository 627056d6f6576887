"""What visits can be broken down by: the closed lists behind every row and column of a table."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import combinations

from usage.event import OUTSIDE
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Outcome, PartOfDay, Step
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


class Breakdown(StrEnum):
    """One way to divide visits. ALL divides nothing; WEEK divides the period itself."""

    NEED = "need"
    AREA = "area"
    AGE = "age"
    PART = "part"  # of the day, in which the visit began
    CHANNEL = "channel"  # the door through which the visit came
    STAGE = "stage"  # what happened in the visit; one visit has several
    SERVICE = "service"
    WEEK = "week"
    ALL = "all"


MOST = 3  # no table is broken down further, filters included
NOT_KNOWN = "not-known"  # no need was found, or no area or age was given
ONLY_CLOSED = "only-closed"  # services were shown for a need, and every one was closed at that time
RISK_STAGES = tuple(f"{Step.RISK_CARD}-{risk}" for risk in Risk)
WHY_NOTHING = (Outcome.NOTHING_LISTED, Outcome.HIDDEN, Outcome.UNCONFIRMED)
NO_MATCH_STAGES = tuple(f"{Step.NO_MATCH}-{why}" for why in WHY_NOTHING)

NEEDS = (*(need.value for need in Need), NOT_KNOWN)
AREAS = (*(district.value for district in District), OUTSIDE, NOT_KNOWN)
AGES = (*(band.value for band in AgeBand), NOT_KNOWN)
PARTS = tuple(part.value for part in PartOfDay)
CHANNELS = tuple(channel.value for channel in Channel)
STAGES = (*(step.value for step in Step), *RISK_STAGES, *NO_MATCH_STAGES, ONLY_CLOSED)
VALUES: Mapping[Breakdown, tuple[str, ...]] = {
    Breakdown.NEED: NEEDS,
    Breakdown.AREA: AREAS,
    Breakdown.AGE: AGES,
    Breakdown.PART: PARTS,
    Breakdown.CHANNEL: CHANNELS,
    Breakdown.STAGE: STAGES,
}

Cube = tuple[Breakdown, ...]  # the breakdowns of one stored table, in the order of Breakdown
CUBES: tuple[Cube, ...] = (
    *(cube for size in range(MOST + 1) for cube in combinations(VALUES, size)),
    *(
        (*axis, *stage, Breakdown.SERVICE)
        for axis in ((), (Breakdown.NEED,), (Breakdown.AREA,), (Breakdown.CHANNEL,))
        for stage in ((Breakdown.STAGE,), ())
    ),
)


def cube_of(breakdowns: set[Breakdown]) -> Cube:
    """The stored table with these breakdowns, which may not be there."""
    return tuple(each for each in Breakdown if each in breakdowns)


def cube_name(cube: Cube) -> str:
    """The name under which a table is stored."""
    return ",".join(cube) or Breakdown.ALL.value
