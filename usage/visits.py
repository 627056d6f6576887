"""What was said in each visit of a week, read from the raw events; for the roll-up only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from usage.event import record_key
from usage.model import UsageRow
from usage.periods import Period
from vocabulary.pathway import PartOfDay, Traffic


LONGEST_VISIT = timedelta(days=1)  # a visit that passes midnight belongs to the day on which it began
ROWS_AT_ONCE = 5_000
_PARTS = [part.value for part in PartOfDay]


class Said(NamedTuple):
    """What one event says beside when."""

    step: str
    need: str | None
    area: str | None
    age: str | None
    risk: str | None
    service: str | None
    outcome: str | None


@dataclass(frozen=True)
class Visit:
    """One visit, without its key."""

    day: date  # on which it began
    part: str  # of that day
    channel: str  # of the conversation, which has one
    number: int  # its record key
    said: frozenset[Said]


def read_visits(session: Session, period: Period, traffic: Traffic) -> Iterator[Visit]:
    """The visits that began in a period, one at a time, so that memory holds one only."""
    columns = [getattr(UsageRow, name) for name in ("visit", "date", "part", "channel", *Said._fields)]
    asked = (
        select(*columns)
        .where(UsageRow.traffic == str(traffic))
        .where(UsageRow.date.between(period.first - LONGEST_VISIT, period.last + LONGEST_VISIT))
        .order_by(UsageRow.visit)
    )
    rows = session.execute(asked.execution_options(yield_per=ROWS_AT_ONCE))
    for key, of_visit in groupby(rows, key=lambda row: row[0]):
        visit = _visit(key, list(of_visit))
        if period.first <= visit.day <= period.last:
            yield visit


def first_day(session: Session, traffic: Traffic) -> date | None:
    """The day of the oldest raw event of a kind of traffic."""
    return session.scalar(select(func.min(UsageRow.date)).where(UsageRow.traffic == str(traffic)))


def _visit(key: str, rows: Sequence[Any]) -> Visit:
    day, part = min((row[1], _PARTS.index(row[2])) for row in rows)
    channel = max(row[3] for row in rows)  # the same in all, unless somebody wrote into the table
    return Visit(day, _PARTS[part], channel, record_key(key), frozenset(Said(*row[4:]) for row in rows))
