"""What the figures look like to a notebook."""

from datetime import date

from pydantic import BaseModel, Field

from usage.release import Breakdown, Change, Hidden, Offer, ReleasedTable, Span
from vocabulary.pathway import Traffic
from web.insights import labels
from web.insights.answering import Answer
from web.insights.asked import period_value
from web.insights.grid import keys
from web.insights.headlines import headline
from web.insights.views import VIEWS, ViewName


class Cell(BaseModel):
    """One released figure."""

    row: str | None = Field(description="Code of the row; null for the total.")
    row_name: str
    column: str | None = Field(description="Code of the column; null for the total.")
    column_name: str
    visits: int | None = Field(description="Null where the figure is hidden. That is not zero.")
    hidden: Hidden | None = Field(description="Why there is no number; null where there is one.")
    before: int | None = Field(
        default=None, description="The period before; null where hidden or not compared."
    )
    change: Change | None = Field(default=None, description="Up and down only where noise cannot make it.")


class Table(BaseModel):
    """One figure of the site with all of its numbers."""

    figure: ViewName
    title: str
    headline: str
    data: Traffic
    is_synthetic: bool = Field(description="Made up for a demonstration: about no real person.")
    first_day: date
    last_day: date
    before_first_day: date | None
    before_last_day: date | None
    chosen: dict[str, str] = Field(description="The period and the filters, as they were asked for.")
    rows: Breakdown
    columns: Breakdown
    hidden_share: float = Field(description="The share, from 0 to 1, of the inner figures that are hidden.")
    cells: list[Cell]


class Choice(BaseModel):
    """One figure that can be asked for."""

    figure: ViewName
    title: str
    question: str
    filters: list[str]


class Offered(BaseModel):
    """What can be asked for at this moment."""

    data: Traffic
    is_synthetic: bool
    newest_day: date
    next_release: date
    quarters: list[str] = Field(description="Values of the parameter `period`, newest first.")
    weeks: list[str]
    figures: list[Choice]
    needs: dict[str, str]
    areas: dict[str, str]
    ages: dict[str, str]
    parts: dict[str, str]
    channels: dict[str, str]


def table_of(found: Answer, services: dict[str, str]) -> Table:
    """An answer for a notebook: the figures of the page, and no others."""
    table, compared = found.table, found.comparison
    before = compared.before if compared else None
    return Table(
        figure=found.question.view,
        title=VIEWS[found.question.view].title,
        headline=headline(found, services),
        data=table.traffic,
        is_synthetic=table.traffic is Traffic.DEMO,
        first_day=table.period.first,
        last_day=table.period.last,
        before_first_day=before.period.first if before else None,
        before_last_day=before.period.last if before else None,
        chosen=dict(found.question.choices),
        rows=table.shape.rows,
        columns=table.shape.columns,
        hidden_share=table.hidden_share,
        cells=[_cell(found, row, column, services) for row, column in _places(table)],
    )


def offered_of(offered: Offer, traffic: Traffic) -> Offered:
    """What can be asked for."""
    choices = [
        Choice(figure=name, title=view.title, question=view.question, filters=list(view.filters))
        for name, view in VIEWS.items()
    ]
    return Offered(
        data=traffic,
        is_synthetic=traffic is Traffic.DEMO,
        newest_day=offered.newest,
        next_release=offered.next_on,
        quarters=[period_value(period) for period in offered.periods[Span.QUARTER]],
        weeks=[period_value(period) for period in offered.periods[Span.WEEK]],
        figures=choices,
        needs=labels.NEED_NAMES,
        areas=labels.AREA_NAMES,
        ages=labels.AGE_NAMES,
        parts=labels.PART_NAMES,
        channels=labels.CHANNEL_NAMES,
    )


def _places(table: ReleasedTable) -> list[tuple[str | None, str | None]]:
    columns: tuple[str | None, ...] = keys(table.columns) if table.columns else (None,)
    return [(row, column) for row in keys(table.rows) for column in columns]


def _cell(found: Answer, row: str | None, column: str | None, services: dict[str, str]) -> Cell:
    table, compared = found.table, found.comparison
    figure = table.figure(row, column)
    before = compared.earlier(row, column) if compared else None
    return Cell(
        row=row,
        row_name=labels.name_of(table.shape.rows, row, services) if row else labels.ALL,
        column=column,
        column_name=labels.name_of(table.shape.columns, column, services) if column else labels.ALL,
        visits=None if isinstance(figure, Hidden) else figure,
        hidden=figure if isinstance(figure, Hidden) else None,
        before=before if isinstance(before, int) else None,
        change=compared.change(row, column) if compared else None,
    )
