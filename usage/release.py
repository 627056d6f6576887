"""The one door through which figures leave: every page, file and command asks here.

RefusedRelease(ValueError)
 ├── BadPeriod     dates that are not a period figures are released for
 ├── NotYet        a period whose delay is not over
 └── UnknownName   a need or area that is not in the lists
"""

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from usage import tabulate
from usage.disclosure import (
    POLICY,
    SUPPRESSED,
    WITHHELD,
    Figure,
    Hidden,
    ReleasedTable,
    protect,
)
from usage.model import PublishedTable, ReleaseRecord
from usage.once import insert_once
from usage.periods import Period, Span, newest_released_day, next_release, parts_of, released_periods, span_of
from usage.tabulate import AREAS, NEEDS, NOT_KNOWN
from vocabulary.pathway import Traffic


__all__ = [
    "AREAS",
    "NEEDS",
    "NOT_KNOWN",
    "POLICY",
    "SUPPRESSED",
    "WITHHELD",
    "BadPeriod",
    "Figure",
    "Hidden",
    "NotYet",
    "Offer",
    "Period",
    "RefusedRelease",
    "ReleasedTable",
    "Span",
    "TableRequest",
    "UnknownName",
    "offer",
    "prepare",
    "release",
]


class RefusedRelease(ValueError):
    """A request that gets no figures; `code` says why and never holds what was asked."""

    code = "refused"


class BadPeriod(RefusedRelease):
    """Dates that are reversed, or neither a week nor a quarter of whole weeks."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotYet(RefusedRelease):
    """A period that ends after the newest released week."""

    code = "not-yet"


class UnknownName(RefusedRelease):
    """A need or area that is in no list."""

    code = "unknown-name"


@dataclass(frozen=True)
class TableRequest:
    """Which part of the table of needs by area, for which period, of which traffic."""

    first: date
    last: date
    traffic: Traffic
    need: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class Offer:
    """Which periods have figures at a moment."""

    newest: date  # the last day of the newest released week
    next_on: date  # the day on which the next week is released
    since: date | None  # the day of the oldest event
    periods: dict[Span, tuple[Period, ...]]

    @property
    def weeks(self) -> int:
        """How many weeks are released."""
        return len(self.periods[Span.WEEK])

    @property
    def best(self) -> Period | None:
        """The period to begin with: the longest up to a quarter, as short ones hide most figures."""
        spans = (Span.QUARTER, Span.WEEK)
        return next((self.periods[span][0] for span in spans if self.periods[span]), None)


def offer(session: Session, *, traffic: Traffic, at: datetime) -> Offer:
    """The periods that may be asked for at a moment (aware)."""
    newest = newest_released_day(at, delay_weeks=POLICY.delay_weeks)
    since = tabulate.first_day(session, traffic)
    periods = {span: tuple(released_periods(since, newest, span)) if since else () for span in Span}
    return Offer(newest, next_release(newest, delay_weeks=POLICY.delay_weeks), since, periods)


def prepare(sessions: sessionmaker[Session], *, traffic: Traffic, at: datetime) -> int:
    """Protect every released period that is not published yet, so that nobody waits; how many there were.

    Nothing leaves: figures are given out by `release` alone.
    """
    with sessions() as session:
        periods = [each for some in offer(session, traffic=traffic, at=at).periods.values() for each in some]
        new = [period for period in periods if _read(session, period, traffic) is None]
    for period in new:
        with sessions.begin() as session:
            _published(session, period, traffic)
    return len(new)


def release(session: Session, request: TableRequest, *, by: str, at: datetime) -> ReleasedTable:
    """The table that was asked for, safe to show; the release is recorded in the same transaction.

    `by` is the id of the member of staff, `at` an aware moment. Raises RefusedRelease, and MixedTraffic.
    """
    period = _check(request, at)
    table = _published(session, period, request.traffic)
    name = _name(period, request.traffic)
    session.add(ReleaseRecord(id=secrets.token_hex(16), by=by, name=name, at=at.astimezone(UTC)))
    session.flush()
    return table.part(
        rows=NEEDS if request.need is None else (request.need,),
        columns=AREAS if request.area is None else (request.area,),
    )


def _check(request: TableRequest, at: datetime) -> Period:
    if request.last < request.first:
        raise BadPeriod("reversed")
    if not date(2000, 1, 3) <= request.first <= request.last <= date(2200, 1, 1):
        raise BadPeriod("absurd")
    if request.need not in {None, *NEEDS} or request.area not in {None, *AREAS}:
        raise UnknownName
    period = Period(request.first, request.last)
    if span_of(period) is None:
        raise BadPeriod("not-a-period")
    if period.last > newest_released_day(at, delay_weeks=POLICY.delay_weeks):
        raise NotYet
    return period


def _published(session: Session, period: Period, traffic: Traffic) -> ReleasedTable:
    """The table as it was first published: an event that comes late must not show as a difference."""
    return _read(session, period, traffic) or _publish(session, period, traffic)


def _publish(session: Session, period: Period, traffic: Traffic) -> ReleasedTable:
    """Protect and keep a table, its parts first: a longer period must not give away what a part hides."""
    visits = tabulate.read_visits(session, period, {traffic})
    whole = tabulate.needs_by_area(visits, period, traffic)
    raws = [tabulate.needs_by_area(visits, part, traffic) for part in parts_of(period)]
    shown = [_read(session, raw.period, traffic) or protect(raw) for raw in raws]
    table = protect(whole, parts=list(zip(raws, shown, strict=True)))  # before the first write: it takes long
    kept = [_keep(session, part) for part in shown]
    if kept != shown:  # another process published a part meanwhile
        table = protect(whole, parts=list(zip(raws, kept, strict=True)))
    return _keep(session, table)


def _keep(session: Session, table: ReleasedTable) -> ReleasedTable:
    """Store a table, unless one is there already; returns the one that is there."""
    values = {"name": _name(table.period, table.traffic), "body": _body(table)}
    session.execute(insert_once(session, PublishedTable), [values])
    kept = _read(session, table.period, table.traffic)
    assert kept is not None
    return kept


def _name(period: Period, traffic: Traffic) -> str:
    return f"needs-by-area/{traffic}/{period.first}/{period.last}"


def _body(table: ReleasedTable) -> str:
    figures = [[row, column, figure] for (row, column), figure in sorted(table.figures.items())]
    return json.dumps({"rows": table.rows, "columns": table.columns, "figures": figures})


def _read(session: Session, period: Period, traffic: Traffic) -> ReleasedTable | None:
    body = session.scalar(select(PublishedTable.body).where(PublishedTable.name == _name(period, traffic)))
    if body is None:
        return None
    held = json.loads(body)
    figures = {(row, column): _figure(figure) for row, column, figure in held["figures"]}
    return ReleasedTable(tuple(held["rows"]), tuple(held["columns"]), figures, period, traffic)


def _figure(kept: int | str) -> Figure:
    return Hidden(kept) if isinstance(kept, str) else kept
