"""A released table as a page shows it: which lines and columns, and the words in each cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from usage.release import WITHHELD, Breakdown, Change, Comparison, Figure, Hidden, ReleasedTable
from web.insights import labels
from web.insights.answering import Answer


CHANGE_WORDS = {
    Change.UP: "up",
    Change.DOWN: "down",
    Change.NOISE: "no more than noise",
    Change.UNKNOWN: "not known",
}


@dataclass(frozen=True)
class Line:
    """One line of a table: its heading and its cells."""

    heading: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table in words."""

    corner: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Difference:
    """A figure that differs from the period before by more than noise can make."""

    where: str
    before: str
    now: str
    change: str


def grid_of(answer: Answer, services: Mapping[str, str]) -> Grid:
    """The table of an answer; with one column of figures, the period before stands beside it."""
    table, shape = answer.table, answer.table.shape
    if shape.columns is Breakdown.ALL:
        return _beside_the_period_before(answer, services)
    rows, columns = keys(_in_order(table)), keys(table.columns, is_total=not _has_no_total(table))
    if not answer.question.shape.turned:
        headings = _names(shape.columns, columns, services)
        lines = [_line(table, row, columns, services) for row in rows]
        return Grid(labels.AXIS_NAMES[shape.rows], headings, tuple(lines))
    headings = _names(shape.rows, rows, services)
    turned = [
        Line(
            _name(shape.columns, column, services),
            tuple(labels.figure_words(table.figure(row, column)) for row in rows),
        )
        for column in columns
    ]
    return Grid(labels.AXIS_NAMES[shape.columns], headings, tuple(turned))


def differences(answer: Answer, services: Mapping[str, str]) -> list[Difference]:
    """Every figure of which it is certain that it changed, totals included; the greatest first."""
    compared = answer.comparison
    if compared is None or compared.before is None:
        return []
    found = []
    for row, column in _places(compared.now):
        change = compared.change(row, column)
        if change in {Change.UP, Change.DOWN}:
            found.append((_size(compared, row, column), _difference(compared, row, column, services)))
    return [difference for _, difference in sorted(found, key=lambda each: -each[0])]


def noise_count(compared: Comparison) -> int:
    """How many figures differ by no more than noise."""
    return sum(compared.change(*place) is Change.NOISE for place in _places(compared.now))


def hidden_words(table: ReleasedTable) -> str:
    """How many of the figures on the page are hidden, its totals told apart."""
    columns = keys(table.columns, is_total=not _has_no_total(table))
    inner = [table.figure(row, column) for row in table.rows for column in table.columns]
    if table.shape.columns is Breakdown.ALL:
        inner = [table.figure(row, None) for row in table.rows]
        return f"Hidden in this table: {_hidden_of(inner)} figures ({_share(inner)})."
    places = [(row, column) for row in keys(table.rows) for column in columns]
    totals = [table.figure(*place) for place in places if None in place]
    words = f"Hidden in this table: {_hidden_of(inner)} figures ({_share(inner)})"
    return f"{words}, and {_hidden_of(totals)} totals." if totals else f"{words}."


def keys(values: Sequence[str], *, is_total: bool = True) -> tuple[str | None, ...]:
    """The values of an axis, and None for its total."""
    return (*values, None) if is_total else tuple(values)


def _in_order(table: ReleasedTable) -> tuple[str, ...]:
    """The rows; services, which have no order of their own, by their first figure."""
    if table.shape.rows is not Breakdown.SERVICE:
        return table.rows
    sizes = {row: table.figure(row, table.columns[0]) for row in table.rows}
    return tuple(sorted(sizes, key=lambda row: -_number(sizes[row])))


def _number(figure: Figure) -> int:
    return 0 if isinstance(figure, Hidden) else figure


def _has_no_total(table: ReleasedTable) -> bool:
    """Whether the dates are a run of weeks, for which no total is released."""
    return table.shape.columns is Breakdown.WEEK and table.figure(None, None) is WITHHELD


def _beside_the_period_before(answer: Answer, services: Mapping[str, str]) -> Grid:
    table, compared = answer.table, answer.comparison
    has_before = compared is not None and compared.before is not None
    headings = ("Visits", "Period before", "Change") if has_before else ("Visits",)
    lines = []
    for row in keys(table.rows):
        cells = [labels.figure_words(table.figure(row, None))]
        if compared is not None and has_before:
            cells += [labels.figure_words(compared.earlier(row, None)), change_words(compared, row, None)]
        lines.append(Line(_name(table.shape.rows, row, services), tuple(cells)))
    return Grid(labels.AXIS_NAMES[table.shape.rows], headings, tuple(lines))


def change_words(compared: Comparison, row: str | None, column: str | None) -> str:
    """What a difference means: "up by about 45", "no more than noise", "not known".

    Where the period before is longer or shorter, it is told by the week: "up by about 11 a week".
    """
    change = compared.change(row, column)
    by = compared.difference(row, column)
    if change not in {Change.UP, Change.DOWN} or by is None:
        return CHANGE_WORDS[change]
    if compared.longer == 1:
        return f"{CHANGE_WORDS[change]} by about {abs(by):,}"
    a_week = round(abs(by) / compared.now.period.weeks)
    return f"{CHANGE_WORDS[change]} by about {a_week:,} a week"


def _line(
    table: ReleasedTable, row: str | None, columns: Sequence[str | None], services: Mapping[str, str]
) -> Line:
    cells = tuple(labels.figure_words(table.figure(row, column)) for column in columns)
    return Line(_name(table.shape.rows, row, services), cells)


def _names(axis: Breakdown, values: Sequence[str | None], services: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_name(axis, value, services) for value in values)


def _name(axis: Breakdown, value: str | None, services: Mapping[str, str]) -> str:
    return labels.ALL if value is None else labels.name_of(axis, value, services)


def _places(table: ReleasedTable) -> list[tuple[str | None, str | None]]:
    columns: tuple[str | None, ...] = (None,) if table.shape.columns is Breakdown.ALL else keys(table.columns)
    return [(row, column) for row in keys(table.rows) for column in columns]


def _difference(
    compared: Comparison, row: str | None, column: str | None, services: Mapping[str, str]
) -> Difference:
    shape = compared.now.shape
    names = [_name(shape.rows, row, services)] if row else []
    names += [_name(shape.columns, column, services)] if column else []
    return Difference(
        ", ".join(names) or labels.ALL,
        labels.figure_words(compared.earlier(row, column)),
        labels.figure_words(compared.now.figure(row, column)),
        change_words(compared, row, column),
    )


def _size(compared: Comparison, row: str | None, column: str | None) -> int:
    return abs(compared.difference(row, column) or 0)


def _hidden_of(figures: Sequence[Figure]) -> str:
    return f"{sum(isinstance(figure, Hidden) for figure in figures)} of {len(figures)}"


def _share(figures: Sequence[Figure]) -> str:
    hidden = sum(isinstance(figure, Hidden) for figure in figures)
    return f"{hidden / len(figures) * 100:.1f}%" if figures else "0%"
