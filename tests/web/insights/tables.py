"""Answers to write about, made by hand: what is asked and which figures came out."""

from datetime import date

from usage.disclosure import Shape
from usage.release import Breakdown, Comparison, Figure, Period, ReleasedTable, TableRequest
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Traffic
from web.insights.answering import Answer
from web.insights.asked import Question, period_value
from web.insights.views import VIEWS, ViewName


A, B, AREA, OTHER = Need.HOUSING.value, Need.CUCKOOING.value, District.WORCESTER.value, "outside"
DATES = Period(date(2026, 6, 29), date(2026, 7, 5))


def a_table(
    *lines: tuple[Figure, ...],
    rows: tuple[str, ...] = (A, B),
    columns: tuple[str, ...] = (AREA, OTHER),
    view: ViewName = ViewName.NEEDS_BY_AREA,
) -> ReleasedTable:
    """Lines of the figures of each column and a total: one for each row, the last for all."""
    shape = VIEWS[view]
    figures = {
        (number if number < len(rows) else -1, column): figure
        for number, line in enumerate(lines)
        for column, figure in zip((*range(len(columns)), -1), line, strict=True)
    }
    axes = Shape(str(shape.subject), shape.rows, shape.columns)
    return ReleasedTable(rows, columns, figures, DATES, Traffic.DEMO, axes)


def an_answer(
    table: ReleasedTable,
    view: ViewName = ViewName.NEEDS_BY_AREA,
    *,
    before: ReleasedTable | None = None,
    **chosen: str,
) -> Answer:
    """The answer to a question with these filters."""
    choices = {"period": period_value(DATES), **chosen}
    request = TableRequest(DATES.first, DATES.last, Traffic.DEMO)
    question = Question(view, DATES, request, choices)
    if Breakdown.NEED.value in chosen and Breakdown.AREA.value in chosen:
        table = table.part(rows=[chosen["need"]], columns=[chosen["area"]])
    return Answer(question, table, Comparison(table, before))
