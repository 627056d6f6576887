"""The table behind a question, counted and protected: the only way from stored counts to figures.

Where noise is off, a quarter is protected together with its weeks, which are released too: what is hidden in
one of them must not come out as the quarter less the others. Months, a third layer, are then withheld.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from usage.breakdowns import Breakdown
from usage.disclosure import POLICY, SUPPRESSED, WITHHELD, RawTable, ReleasedTable, protect
from usage.noise import NOBODY
from usage.periods import WEEK, Span, span_of
from usage.questions import TableRequest
from usage.subtraction import TOTAL, Entry
from usage.tabulate import raw_table


Value = TypeVar("Value")


def protected(session: Session, request: TableRequest) -> ReleasedTable:
    """The table of a question that was checked, as it may be shown. Raises MixedTraffic."""
    raw = raw_table(session, request)
    weeks = [raw_table(session, week) for week in _weeks_beside(request)]
    parts = [_in_rows_of(raw, week, protect(week, policy=POLICY)) for week in weeks]
    table = protect(raw, policy=POLICY, parts=parts)
    return replace(table, figures={**table.figures, **dict.fromkeys(_unreleased(table), WITHHELD)})


def _unreleased(table: ReleasedTable) -> list[Entry]:
    """What is not released for these dates, whatever it is."""
    span = span_of(table.period)
    if span is Span.MONTH and not POLICY.largest_noise:
        return list(table.figures)
    return [] if span else [entry for entry in table.figures if entry[1] == TOTAL]


def _weeks_beside(request: TableRequest) -> list[TableRequest]:
    """The same table of each week of a quarter, where it matters."""
    is_quarter = span_of(request.period) is Span.QUARTER
    if POLICY.largest_noise or request.column_breakdown is Breakdown.WEEK or not is_quarter:
        return []
    mondays = (request.first + WEEK * number for number in range(request.period.weeks))
    return [replace(request, first=monday, last=monday + WEEK - timedelta(days=1)) for monday in mondays]


def _in_rows_of(whole: RawTable, week: RawTable, shown: ReleasedTable) -> tuple[RawTable, ReleasedTable]:
    """A week's table with every row of the period's: a service that is in none of its rows had no visit."""
    at = {TOTAL: TOTAL} | {number: whole.rows.index(name) for number, name in enumerate(week.rows)}

    def moved(values: Mapping[Entry, Value], nothing: Value) -> dict[Entry, Value]:
        there = {(at[row], column): value for (row, column), value in values.items()}
        return dict.fromkeys(whole.cells, nothing) | there

    cells, figures = moved(week.cells, NOBODY), moved(shown.figures, SUPPRESSED)
    return replace(week, rows=whole.rows, cells=cells), replace(shown, rows=whole.rows, figures=figures)
