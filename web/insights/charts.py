"""A figure as a picture, drawn on the server with Altair: SVG for the page, PNG to take along.

Only released figures are drawn; a hidden one is drawn as nothing, and the text beside the picture says so.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from json import dumps, loads
from typing import Any

from usage.release import NOT_KNOWN, Breakdown, Hidden, Period, ReleasedTable
from web.insights import chart_shapes, labels
from web.insights.answering import Answer
from web.insights.chart_shapes import Datum, Order
from web.insights.views import Picture


MOST_ROWS = 15
SCALE = 2.0  # of a PNG, for sharp print
SORTED = (Breakdown.NEED, Breakdown.AREA)  # a list of them has no order of its own: the largest stand first


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


def weeks_svg(table: ReleasedTable, marked: Period) -> str:
    """All visits of each week, those of the marked period darker; a hidden week is a gap."""
    values = []
    for week in table.columns:
        figure, day = table.figure(None, week), date.fromisoformat(week)
        visits = None if isinstance(figure, Hidden) else figure
        is_meant = marked.first <= day <= marked.last
        values.append({"week": _day(day), "visits": visits, "is_meant": is_meant})
    return _svg(dumps(chart_shapes.weeks(values), sort_keys=True))


def as_data(svg: str) -> str:
    """An SVG as the address of an image: a picture of its own, in which nothing can run."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def spec_of(answer: Answer, services: Mapping[str, str]) -> dict[str, Any]:
    """The picture in the language of Vega-Lite."""
    values = list(_values(answer, services))
    return chart_shapes.drawn(answer.question.shape.picture, values, _order(answer, values, services))


def has_figures(answer: Answer) -> bool:
    """Whether anything can be drawn."""
    return next(_values(answer, {}), None) is not None


def leaves_out(answer: Answer) -> bool:
    """Whether a figure that the picture would draw is hidden."""
    table = answer.table
    columns: tuple[str | None, ...] = table.columns or (None,)
    return any(isinstance(table.figure(row, each), Hidden) for row in _drawn_rows(answer) for each in columns)


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
        return _day(date.fromisoformat(column))
    return labels.name_of(table.shape.columns, column, services)


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _order(answer: Answer, values: list[Datum], services: Mapping[str, str]) -> Order:
    """The names of both axes; only bars leave out what is hidden, and let the largest need or area lead."""
    table = answer.table
    rows = [_short(table, row, services) for row in _drawn_rows(answer)]
    columns = [_column(table, column, services) for column in table.columns or (None,)]
    if answer.question.shape.picture in {Picture.LINES, Picture.SQUARES}:
        return Order(rows, columns)
    return Order(
        _largest_first(table.shape.rows, rows, values, "row"),
        _largest_first(table.shape.columns, columns, values, "column"),
    )


def _largest_first(axis: Breakdown, names: list[str], values: list[Datum], field: str) -> list[str]:
    """The names that are drawn: needs and areas by their longest bar, what is not known last."""
    longest = {name: 0 for name in names if any(each[field] == name for each in values)}
    for each in values:
        longest[each[field]] = max(longest[each[field]], each["visits"])
    if axis not in SORTED:
        return list(longest)
    unknown = labels.NAMES[axis][NOT_KNOWN]
    return sorted(longest, key=lambda name: (name == unknown, -longest[name]))
