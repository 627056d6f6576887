"""A figure as a picture, drawn on the server with Altair: SVG for the page, PNG to take along.

Only released figures are drawn; a hidden one is drawn as nothing, and the text beside the picture says so.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import cycle, islice
from json import dumps, loads
from typing import Any, NamedTuple

from usage.release import Breakdown, Hidden, ReleasedTable
from web.insights import labels
from web.insights.answering import Answer
from web.insights.views import Picture


INK, GRID = "#0b0c0c", "#b1b4b6"
# Dark enough for 3:1 on white, and told apart in grey and by colour-blind readers together with the dashes.
COLOURS = ["#1b4332", "#b5490f", "#1d5ba8", "#6b2c75", "#595959"]
DASHES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4]]
FONT = "Arial, Helvetica, sans-serif"
WIDTH = 620
MOST_ROWS = 15
SCALE = 2.0  # of a PNG, for sharp print
Datum = dict[str, Any]


class Order(NamedTuple):
    """The names along both axes, in the order in which they stand."""

    row: list[str]
    column: list[str]


def svg_of(answer: Answer, services: Mapping[str, str]) -> str:
    """The picture of an answer as SVG without script."""
    return _svg(dumps(spec_of(answer, services), sort_keys=True))


def png_of(answer: Answer, services: Mapping[str, str], *, title: str) -> bytes:
    """The picture as a PNG with its title; what is not real is marked in it."""
    import vl_convert

    mark = labels.TRAFFIC_WORDS.get(answer.table.traffic)
    subtitle = labels.period_words(answer.table.period) + (f" – {mark.upper()}" if mark else "")
    spec = spec_of(answer, services) | {
        "title": {"text": title, "subtitle": subtitle, "anchor": "start", "subtitleFontWeight": "bold"},
        "padding": 15,
    }
    return bytes(vl_convert.vegalite_to_png(spec, scale=SCALE))


def as_data(svg: str) -> str:
    """An SVG as the address of an image: a picture of its own, in which nothing can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def spec_of(answer: Answer, services: Mapping[str, str]) -> dict[str, Any]:
    """The picture in the language of Vega-Lite."""
    import altair

    values = list(_values(answer, services))
    order = _order(answer, services)
    chart = altair.Chart(altair.Data(values=values))  # type: ignore[no-untyped-call]
    drawn = _DRAWN[answer.question.shape.picture](altair, chart, order)
    drawn = drawn.configure(font=FONT).configure_view(strokeWidth=0)
    drawn = drawn.configure_axis(labelFontSize=13, titleFontSize=13, labelColor=INK, titleColor=INK)
    drawn = drawn.configure_axis(gridColor=GRID, gridOpacity=0.6, labelLimit=260)
    spec: dict[str, Any] = drawn.configure_legend(labelFontSize=13, labelLimit=260).to_dict()
    return spec


def has_figures(answer: Answer) -> bool:
    """Whether anything can be drawn."""
    return next(_values(answer, {}), None) is not None


@lru_cache(maxsize=64)
def _svg(spec: str) -> str:
    import vl_convert

    return str(vl_convert.vegalite_to_svg(loads(spec)))


def _values(answer: Answer, services: Mapping[str, str]) -> Iterator[Datum]:
    """Each shown figure that is drawn: where it stands, and how large it is."""
    table = answer.table
    columns: tuple[str | None, ...] = table.columns or (None,)
    for row in _drawn_rows(answer):
        for column in columns:
            figure = table.figure(row, column)
            if not isinstance(figure, Hidden):
                yield {
                    "row": _short(table, row, services),
                    "column": _column(table, column, services),
                    "visits": figure,
                }


def _drawn_rows(answer: Answer) -> list[str | None]:
    """The rows that the figure draws; the longest list of bars shows the largest only."""
    table, drawn = answer.table, answer.question.shape.drawn
    if drawn == ():
        return [answer.question.choices.get(table.shape.rows.value)]
    rows: list[str | None] = [row for row in table.rows if drawn is None or row in drawn]
    if table.shape.rows is not Breakdown.SERVICE:
        return rows
    return sorted(rows, key=lambda row: -_size(table, row))[:MOST_ROWS]


def _size(table: ReleasedTable, row: str | None) -> int:
    figure = table.figure(row, table.columns[0])
    return figure if isinstance(figure, int) else 0


def _short(table: ReleasedTable, row: str | None, services: Mapping[str, str]) -> str:
    name = labels.ALL if row is None else labels.name_of(table.shape.rows, row, services)
    return name if len(name) <= 45 else f"{name[:44]}…"


def _column(table: ReleasedTable, column: str | None, services: Mapping[str, str]) -> str:
    if column is None:
        return labels.ALL
    if table.shape.columns is Breakdown.WEEK:
        day = date.fromisoformat(column)
        return f"{day.day} {day:%b %Y}"
    return labels.name_of(table.shape.columns, column, services)


def _order(answer: Answer, services: Mapping[str, str]) -> Order:
    """The names of both axes in the order of the table; only bars leave out what is hidden."""
    table, values = answer.table, list(_values(answer, services))
    if answer.question.shape.picture in {Picture.LINES, Picture.SQUARES}:
        rows = [_short(table, row, services) for row in _drawn_rows(answer)]
        return Order(rows, [_column(table, column, services) for column in table.columns])
    columns = [_column(table, column, services) for column in table.columns or (None,)]
    rows = [_short(table, row, services) for row in _drawn_rows(answer)]
    return Order(
        [row for row in rows if row in {each["row"] for each in values}],
        [column for column in columns if column in {each["column"] for each in values}],
    )


def _bars(altair: Any, chart: Any, order: Order) -> Any:
    y = altair.Y("row:N", sort=order.row, title=None)
    x = altair.X("visits:Q", title="Visits")
    return chart.mark_bar(color=COLOURS[0]).encode(x=x, y=y).properties(width=WIDTH - 220)


def _groups(altair: Any, chart: Any, order: Order) -> Any:
    """Bars of each group beneath each other; the names of the longer axis stand at the side."""
    is_turned = len(order.column) > len(order.row)
    side, colour = ("column", "row") if is_turned else ("row", "column")
    sides, names = (order.column, order.row) if is_turned else (order.row, order.column)
    return (
        chart.mark_bar()
        .encode(
            x=altair.X("visits:Q", title="Visits"),
            y=altair.Y(f"{side}:N", sort=sides, title=None),
            yOffset=altair.YOffset(f"{colour}:N", sort=names),
            color=_told_apart(altair.Color, altair, colour, names, COLOURS),
        )
        .properties(width=WIDTH - 220)
    )


def _lines(altair: Any, chart: Any, order: Order) -> Any:
    axis = altair.Axis(labelAngle=-40, labelOverlap="greedy", labelSeparation=12)
    weeks = altair.Scale(domain=order.column)  # weeks that are too small to show stay as gaps
    return (
        chart.mark_line(point=True, strokeWidth=2)
        .encode(
            x=altair.X("column:O", scale=weeks, sort=order.column, title="Week from", axis=axis),
            y=altair.Y("visits:Q", title="Visits", scale=altair.Scale(zero=True)),
            color=_told_apart(altair.Color, altair, "row", order.row, COLOURS),
            strokeDash=_told_apart(altair.StrokeDash, altair, "row", order.row, DASHES),
        )
        .properties(width=WIDTH, height=260)
    )


def _squares(altair: Any, chart: Any, order: Order) -> Any:
    columns, rows = altair.Scale(domain=order.column), altair.Scale(domain=order.row)
    slanted = altair.Axis(labelAngle=-40)
    x = altair.X("column:N", scale=columns, sort=order.column, title=None, axis=slanted)
    y = altair.Y("row:N", scale=rows, sort=order.row, title=None)
    legend = altair.Legend(title="Visits", orient="top")
    colour = altair.Color("visits:Q", scale=altair.Scale(scheme="greens"), legend=legend)
    return chart.mark_rect(stroke="white").encode(x=x, y=y, color=colour).properties(width=WIDTH - 220)


def _told_apart(channel: Any, altair: Any, field: str, names: list[str], kinds: Sequence[Any]) -> Any:
    """A colour or a dash for each name, always the same one for the same place in the table."""
    legend = None if names == [labels.ALL] else altair.Legend(orient="top", columns=2)
    scale = altair.Scale(domain=names, range=list(islice(cycle(kinds), len(names))))
    return channel(f"{field}:N", sort=names, title=None, legend=legend, scale=scale)


_DRAWN = {
    Picture.BARS: _bars,
    Picture.GROUPS: _groups,
    Picture.LINES: _lines,
    Picture.SQUARES: _squares,
}
