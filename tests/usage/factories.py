"""Events and tables with full defaults."""

import secrets
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from usage.disclosure import RawTable
from usage.event import UsageEvent, new_visit, usage_event
from usage.model import UsageRow
from usage.once import insert_once
from usage.periods import Period
from usage.rows import row_of
from usage.subtraction import TOTAL, Entry
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Step, Traffic


WEEK = Period(date(2026, 1, 5), date(2026, 1, 11))
NOON = datetime(2026, 1, 7, 12, tzinfo=UTC)


def an_event(**said: Any) -> UsageEvent:
    """A need found in Telford and Wrekin at noon on a Wednesday."""
    defaults: dict[str, Any] = {
        "visit": new_visit(),
        "step": Step.NEED_FOUND,
        "at": NOON,
        "traffic": Traffic.REAL,
        "need": Need.CUCKOOING,
        "area": District.TELFORD_AND_WREKIN.value,
    }
    return usage_event(**(defaults | said))


def store(sessions: sessionmaker[Session], events: Iterable[UsageEvent]) -> None:
    """Put events into the database as the log does."""
    rows = [row_of(event) for event in events]
    with sessions.begin() as session:
        session.execute(insert_once(session, UsageRow), rows)


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
    return RawTable(rows, columns, counts | sums | (totals or {}), WEEK, kind)
