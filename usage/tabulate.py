"""Raw counts of visits from the stored events; what this makes is for disclosure control only."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from usage.disclosure import RawTable
from usage.event import OUTSIDE
from usage.model import UsageRow
from usage.periods import Period
from usage.subtraction import TOTAL, Entry
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


NOT_KNOWN = "not-known"  # no need was found, or no area was given
NEEDS = (*(need.value for need in Need), NOT_KNOWN)
AREAS = (*(district.value for district in District), OUTSIDE, NOT_KNOWN)
LONGEST_VISIT = timedelta(days=1)  # a visit that passes midnight belongs to the day on which it began


@dataclass(frozen=True)
class Visit:
    """What was said in one visit, whenever it was said. The key itself is not carried along."""

    day: date  # on which it began
    topics: frozenset[tuple[str, str]]  # each need with each area it was about; NOT_KNOWN where unsaid
    traffic: Traffic


def read_visits(session: Session, period: Period, traffic: Collection[Traffic]) -> list[Visit]:
    """The visits that began in a period."""
    day = func.min(UsageRow.date)
    asked = (
        select(UsageRow.visit, UsageRow.traffic, UsageRow.need, UsageRow.area, day)
        .where(UsageRow.traffic.in_([str(kind) for kind in traffic]))
        .where(UsageRow.date.between(period.first - LONGEST_VISIT, period.last + LONGEST_VISIT))
        .group_by(UsageRow.visit, UsageRow.traffic, UsageRow.need, UsageRow.area)
    )
    said: dict[tuple[str, str], set[tuple[str | None, str | None]]] = {}
    began: dict[tuple[str, str], date] = {}
    for visit, kind, need, area, first in session.execute(asked):
        said.setdefault((visit, kind), set()).add((need, area))
        began[visit, kind] = min(first, began.get((visit, kind), first))
    return [
        Visit(began[key], _topics(said[key]), Traffic(key[1]))
        for key in said
        if period.first <= began[key] <= period.last
    ]


def first_day(session: Session, traffic: Traffic) -> date | None:
    """The day of the oldest event of a kind of traffic."""
    return session.scalar(select(func.min(UsageRow.date)).where(UsageRow.traffic == str(traffic)))


def needs_by_area(visits: Iterable[Visit], period: Period, traffic: Traffic) -> RawTable:
    """How many visits of a period brought each need in each area.

    A visit with two needs counts once under each, and once in the totals. A visit of other traffic than was
    asked for is counted and named, so that disclosure control refuses the table.
    """
    counts: dict[Entry, int] = dict.fromkeys(_entries(), 0)
    kinds = {traffic}
    for visit in visits:
        if period.first <= visit.day <= period.last:
            kinds.add(visit.traffic)
            for entry in _counted_at(visit):
                counts[entry] += 1
    return RawTable(NEEDS, AREAS, counts, period, frozenset(kinds))


def _topics(said: set[tuple[str | None, str | None]]) -> frozenset[tuple[str, str]]:
    """Each need with its areas; an event that names no need or area adds nothing where another does."""
    areas = {area for _, area in said if area is not None} or {NOT_KNOWN}
    needs = {need for need, _ in said if need is not None} or {NOT_KNOWN}
    pairs = set()
    for need in needs:
        own = {area for said_need, area in said if said_need == need and area is not None}
        pairs |= {(need, area) for area in own or areas}
    return frozenset(pairs)


def _counted_at(visit: Visit) -> set[Entry]:
    inner = {(NEEDS.index(need), AREAS.index(area)) for need, area in visit.topics}
    rows = {(row, TOTAL) for row, _ in inner}
    columns = {(TOTAL, column) for _, column in inner}
    return inner | rows | columns | {(TOTAL, TOTAL)}


def _entries() -> list[Entry]:
    rows = [*range(len(NEEDS)), TOTAL]
    columns = [*range(len(AREAS)), TOTAL]
    return [(row, column) for row in rows for column in columns]
