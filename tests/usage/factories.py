"""Events and tables with full defaults."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from usage.disclosure import RawTable
from usage.event import UsageEvent, usage_event
from usage.model import UsageRow
from usage.noise import Cell
from usage.once import insert_once
from usage.periods import Period
from usage.release import ReleasedTable, TableRequest, release
from usage.roll_up import roll_up
from usage.rows import row_of
from usage.subtraction import TOTAL, Entry
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Step, Traffic


WEEK = Period(date(2026, 1, 5), date(2026, 1, 11))
NOON = datetime(2026, 1, 7, 12, tzinfo=UTC)


def an_event(**said: Any) -> UsageEvent:
    """A need found in Telford and Wrekin at noon on a Wednesday."""
    defaults: dict[str, Any] = {
        "visit": a_visit(),
        "step": Step.NEED_FOUND,
        "at": NOON,
        "traffic": Traffic.REAL,
        "channel": Channel.WEB,
        "need": Need.CUCKOOING,
        "area": District.TELFORD_AND_WREKIN.value,
    }
    return usage_event(**(defaults | said))


def store(sessions: sessionmaker[Session], events: Iterable[UsageEvent]) -> None:
    """Put events into the database as the log does."""
    rows = [row_of(event) for event in events]
    with sessions.begin() as session:
        session.execute(insert_once(session, UsageRow), rows)


def a_visit() -> str:
    """A visit whose record key is 0, so that tables of such visits get no noise."""
    return f"{secrets.token_hex(15)}00"


def a_key() -> str:
    """A random key."""
    return secrets.token_hex(16)


def a_table(inner: list[list[int]], *, totals: dict[Entry, int] | None = None, **more: Any) -> RawTable:
    """A raw table with these inner counts; its totals are their sums unless told."""
    counts = {(r, c): count for r, row in enumerate(inner) for c, count in enumerate(row)}
    sums = dict.fromkeys([(TOTAL, TOTAL)], sum(counts.values()))
    for (r, c), count in counts.items():
        sums[r, TOTAL] = sums.get((r, TOTAL), 0) + count
        sums[TOTAL, c] = sums.get((TOTAL, c), 0) + count
    rows = tuple(f"row {r}" for r in range(len(inner)))
    columns = tuple(f"column {c}" for c in range(len(inner[0])))
    kind = more.get("traffic", frozenset({Traffic.REAL}))
    cells = {entry: Cell(count, 0) for entry, count in (counts | sums | (totals or {})).items()}
    return RawTable(rows, columns, cells, WEEK, kind)


ASKED = TableRequest(WEEK.first, WEEK.last, Traffic.REAL)
LATE = datetime(2026, 5, 1, tzinfo=UTC)  # when all the weeks of the tests are released


def ask(sessions: sessionmaker[Session], request: TableRequest = ASKED, at: datetime = LATE) -> ReleasedTable:
    """What an analyst gets once the roller has done its work."""
    roll_up(sessions, at=at)
    with sessions.begin() as session:
        return release(session, request, by="analyst-1", at=at)


def later_week(weeks: int) -> TableRequest:
    """The same table, so many weeks later."""
    later = timedelta(weeks=weeks)
    return replace(ASKED, first=ASKED.first + later, last=ASKED.last + later)


def in_weeks(*numbers: int, **said: Any) -> list[UsageEvent]:
    """So many visits in each of the weeks from WEEK on."""
    return [
        an_event(at=NOON + timedelta(weeks=week), **said)
        for week, number in enumerate(numbers)
        for _ in range(number)
    ]
