"""How pictures are drawn: bars, groups of bars, lines and squares, in the language of Vega-Lite."""

from collections.abc import Sequence
from itertools import cycle, islice
from typing import Any, NamedTuple

from web.insights import labels
from web.insights.views import Picture


INK, GRID = "#0b0c0c", "#b1b4b6"
# Dark enough for 3:1 on white, and told apart in grey and by colour-blind readers together with the dashes.
COLOURS = ["#1b4332", "#b5490f", "#1d5ba8", "#6b2c75", "#595959"]
QUIET = "#6f9583"  # 3.3:1 on white and on the first colour alike: it stands beside what is meant
DASHES = [[1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [12, 4]]
FONT = "Lato, Arial, Helvetica, sans-serif"
WIDTH, WIDE = 620, 860
TICKS = 6
Datum = dict[str, Any]


class Order(NamedTuple):
    """The names along both axes, in the order in which they stand."""

    row: list[str]
    column: list[str]


def drawn(picture: Picture, values: list[Datum], order: Order) -> dict[str, Any]:
    """The picture of some figures, each with its row, its column and its visits."""
    import altair

    chart = altair.Chart(altair.Data(values=values))  # type: ignore[no-untyped-call]
    return styled(_DRAWN[picture](altair, chart, order))


def weeks(values: list[Datum]) -> dict[str, Any]:
    """A bar for each week, those that are meant darker; each with its week, its visits and `is_meant`."""
    import altair

    names = [each["week"] for each in values]
    axis = altair.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=12)
    x = altair.X("week:O", sort=names, scale=altair.Scale(domain=names), title=None, axis=axis)
    y = altair.Y("visits:Q", title=None, axis=altair.Axis(tickCount=4))
    colour = altair.condition("datum.is_meant", altair.value(COLOURS[0]), altair.value(QUIET))
    chart = altair.Chart(altair.Data(values=values)).mark_bar()  # type: ignore[no-untyped-call]
    return styled(chart.encode(x=x, y=y, color=colour).properties(width=WIDE, height=105))


def styled(chart: Any) -> dict[str, Any]:
    """The chart with our letters and colours, as Vega-Lite."""
    chart = chart.configure(font=FONT).configure_view(strokeWidth=0)
    chart = chart.configure_axis(
        labelFontSize=13,
        titleFontSize=13,
        labelColor=INK,
        titleColor=INK,
        gridColor=GRID,
        gridOpacity=0.6,
        labelLimit=260,
    )
    spec: dict[str, Any] = chart.configure_legend(labelFontSize=13, labelLimit=260).to_dict(
        validate=False  # it would take as long again, and the drawing refuses what is not Vega-Lite
    )
    return spec


def _visits(altair: Any) -> Any:
    return altair.X("visits:Q", title="Visits", axis=altair.Axis(tickCount=TICKS))


def _bars(altair: Any, chart: Any, order: Order) -> Any:
    y = altair.Y("row:N", sort=order.row, title=None)
    bars = chart.mark_bar(color=COLOURS[0]).encode(x=_visits(altair), y=y)
    return bars.properties(width=WIDTH - 220)


def _groups(altair: Any, chart: Any, order: Order) -> Any:
    """Bars of each group beneath each other; the names of the longer axis stand at the side."""
    is_turned = len(order.column) > len(order.row)
    side, colour = ("column", "row") if is_turned else ("row", "column")
    sides, names = (order.column, order.row) if is_turned else (order.row, order.column)
    return (
        chart.mark_bar()
        .encode(
            x=_visits(altair),
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
