"""The one door through which figures leave: every page, API, file and command asks here.

    offered = release.offer(session, traffic=traffic, at=now)           # which periods there are
    request = TableRequest(first, last, traffic, subject=Subject.FUNNEL, columns=Breakdown.AREA)
    table = release.release(session, request, by=member.id, at=now)     # a ReleasedTable, recorded
    table.figure("services-shown", None)                                # int, SUPPRESSED or WITHHELD
    found = release.compare(session, request, by=member.id, at=now)     # with the period before
    content = release.to_file(table, FileKind.XLSX, names=names)        # CSV, XLSX or Parquet

Subjects (`Subject`), each with the rows and columns it may have (`SUBJECTS`; the first is the default):

- VISITS: rows and columns out of need, area, age, part, channel; columns also WEEK, or ALL for no columns.
- FUNNEL, UNMET, UNDERSTANDING, RISK_CARDS: rows are stages; columns as of VISITS. Their total row is all
  visits, whatever happened in them: what to divide by.
- UNMET also has rows of needs, for one `stage` out of `SUBJECTS[UNMET].stages`: with columns of areas that is
  need by area by outcome in one table, whose totals are of that stage too.
- SERVICES: rows are services (UUIDs) of which a figure can be shown; one that is missing has fewer than 10.
- OUT_OF_AREA: visits from outside West Mercia by need, age, part or channel; columns WEEK by default.

Filters are the request's need, area, age, part, channel and stage. Rows, columns and filters make three
breakdowns at most. A filter on an axis shows part of the same table. Periods are weeks, months and quarters;
with columns WEEK any run of up to 53 whole weeks, whose total column is then WITHHELD. Whoever calls commits
before showing anything: a release that was not recorded did not happen.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from usage.breakdowns import AGES, AREAS, NEEDS, NOT_KNOWN, PARTS, STAGES, VALUES, Breakdown
from usage.comparison import Change, Comparison
from usage.disclosure import (
    POLICY,
    SUPPRESSED,
    WITHHELD,
    Figure,
    Hidden,
    MixedTraffic,
    ReleasedTable,
)
from usage.files import FileKind, to_file
from usage.model import ReleaseRecord
from usage.periods import (
    Period,
    Span,
    newest_released_day,
    next_release,
    period_before,
    released_periods,
    span_of,
)
from usage.protecting import protected
from usage.questions import (
    SUBJECTS,
    BadPeriod,
    NotYet,
    RefusedRelease,
    Subject,
    TableRequest,
    TooManyBreakdowns,
    UnknownName,
    UnknownTable,
    check,
)
from usage.tabulate import rolled_weeks
from vocabulary.pathway import Traffic


__all__ = [
    "AGES",
    "AREAS",
    "NEEDS",
    "NOT_KNOWN",
    "PARTS",
    "POLICY",
    "STAGES",
    "SUBJECTS",
    "SUPPRESSED",
    "VALUES",
    "WITHHELD",
    "BadPeriod",
    "Breakdown",
    "Change",
    "Comparison",
    "Figure",
    "FileKind",
    "Hidden",
    "MixedTraffic",
    "NotYet",
    "Offer",
    "Period",
    "RefusedRelease",
    "ReleasedTable",
    "Span",
    "Subject",
    "TableRequest",
    "TooManyBreakdowns",
    "UnknownName",
    "UnknownTable",
    "compare",
    "offer",
    "release",
    "to_file",
]


@dataclass(frozen=True)
class Offer:
    """Which periods have figures at a moment."""

    newest: date  # the last day of the newest week that may be released
    next_on: date  # the day on which the next week is released
    since: date | None  # the Monday of the first week
    periods: dict[Span, tuple[Period, ...]]  # newest first

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
    """The periods that may be asked for at a moment (aware): rolled up, and their delay over."""
    newest = newest_released_day(at, delay_weeks=POLICY.delay_weeks)
    since, until = _released(session, traffic, newest)
    periods = {span: tuple(released_periods(since, until, span)) if since else () for span in Span}
    return Offer(newest, next_release(newest, delay_weeks=POLICY.delay_weeks), since, periods)


def release(session: Session, request: TableRequest, *, by: str, at: datetime) -> ReleasedTable:
    """The table that was asked for, safe to show; the release is recorded in the same transaction.

    `by` is the id of the member of staff or the name of a command, `at` an aware moment. Raises
    RefusedRelease, whose `code` says why, and MixedTraffic.
    """
    _check(session, request, at)
    table = _narrowed(protected(session, request), request)
    _record(session, request, by=by, at=at)
    return table


def compare(session: Session, request: TableRequest, *, by: str, at: datetime) -> Comparison:
    """The table, the same one of the period before, and what the difference of each figure means.

    Without a period before, whose every week has figures, there is nothing to compare and each change is
    UNKNOWN. Both tables are recorded as released. Raises RefusedRelease and MixedTraffic.
    """
    now = release(session, request, by=by, at=at)
    if span_of(request.period) is None:
        raise BadPeriod("not-a-period")
    earlier = period_before(request.period)
    since, _ = _released(session, request.traffic, earlier.last)
    if since is None or since > earlier.first:
        return Comparison(now, None)
    before = replace(request, first=earlier.first, last=earlier.last)
    return Comparison(now, release(session, before, by=by, at=at))


def _released(session: Session, traffic: Traffic, newest: date) -> tuple[date | None, date]:
    """The first day with figures and the last, which is not after `newest`."""
    weeks = rolled_weeks(session, traffic)
    if weeks is None:
        return None, newest
    return weeks.first, min(newest, weeks.last)


def _check(session: Session, request: TableRequest, at: datetime) -> None:
    check(request)
    newest = newest_released_day(at, delay_weeks=POLICY.delay_weeks)
    since, until = _released(session, request.traffic, newest)
    if since is None or request.last > until:
        raise NotYet


def _narrowed(table: ReleasedTable, request: TableRequest) -> ReleasedTable:
    """The part of the table that the filters on its own axes leave."""
    rows, columns = table.rows, table.columns
    if request.row_breakdown in request.chosen:
        rows = (request.chosen[request.row_breakdown],)
    if request.column_breakdown in request.chosen:
        columns = (request.chosen[request.column_breakdown],)
    if request.row_breakdown is Breakdown.SERVICE:  # a service in the list would tell of one visit at least
        rows = tuple(row for row in rows if any(_is_shown(table, row, column) for column in (*columns, None)))
    return table.part(rows=rows, columns=columns)


def _is_shown(table: ReleasedTable, row: str, column: str | None) -> bool:
    return isinstance(table.figure(row, column), int)


def _record(session: Session, request: TableRequest, *, by: str, at: datetime) -> None:
    name = _name(request)
    session.add(ReleaseRecord(id=secrets.token_hex(16), by=by, name=name, at=at.astimezone(UTC)))
    session.flush()


def _name(request: TableRequest) -> str:
    """The table as the record names it: subject, traffic, dates, rows and columns, filters."""
    axes = f"{request.row_breakdown},{request.column_breakdown}"
    filters = ",".join(f"{each}={value}" for each, value in request.chosen.items())
    dates = f"{request.first}/{request.last}"
    parts = (request.subject, request.traffic, dates, axes, filters)
    return "/".join(part for part in parts if part)
