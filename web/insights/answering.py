"""From a question to released figures: one table, beside the period before where there is one."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from usage.release import (
    AREAS,
    Breakdown,
    Comparison,
    Figure,
    RefusedRelease,
    ReleasedTable,
    TableRequest,
    compare,
    release,
)
from web.insights.asked import Question, refused, unmet_in
from web.insights.views import Dates


TOTAL = -1  # where a released table holds its totals


@dataclass(frozen=True)
class Answer:
    """The figures of a question; all of them have passed disclosure control and are recorded."""

    question: Question
    table: ReleasedTable
    comparison: Comparison | None = None


def answer(session: Session, question: Question, *, by: str, at: datetime) -> Answer:
    """The figures of a question; the caller commits before it shows them. Raises BadQuestion."""
    try:
        if question.shape.by_area:
            return Answer(question, _of_every_area(session, question, by=by, at=at))
        if question.shape.dates is Dates.WEEKS:
            return Answer(question, release(session, question.request, by=by, at=at))
        found = compare(session, question.request, by=by, at=at)
    except RefusedRelease as error:
        raise refused(error, question.choices) from error
    return Answer(question, found.now, found)


def _of_every_area(session: Session, question: Question, *, by: str, at: datetime) -> ReleasedTable:
    """One row of the table of each area, beside each other: released figures put in place, none counted."""

    def released(area: str | None) -> ReleasedTable:
        request: TableRequest = unmet_in(question, area)
        return release(session, request, by=by, at=at)

    whole = released(None)
    figures: dict[tuple[int, int], Figure] = {}
    for column, table in [(TOTAL, whole), *((at, released(area)) for at, area in enumerate(AREAS))]:
        for row, need in [(TOTAL, None), *enumerate(whole.columns)]:
            figures[row, column] = table.figure(question.why, need)
    shape = replace(
        whole.shape,
        rows=Breakdown.NEED,
        columns=Breakdown.AREA,
        filters={**whole.shape.filters, Breakdown.STAGE: question.why},
    )
    return ReleasedTable(whole.columns, AREAS, figures, whole.period, whole.traffic, shape)
