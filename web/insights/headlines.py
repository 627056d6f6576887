"""A figure's headline in words; it never says more than the table beside it shows."""

import itertools
from collections.abc import Mapping

from usage.release import NOT_KNOWN, SUPPRESSED, Breakdown, Figure, Hidden, ReleasedTable
from web.insights import labels
from web.insights.answering import Answer
from web.insights.views import ViewName


MOST_LEADING = 3
FIRST_STAGES = ("started", "need-found", "services-shown", "contact-opened", "helped-yes")
LEAST_TOLD = 20  # a loss smaller than what noise and rounding can make of two figures is not told


def headline(answer: Answer, services: Mapping[str, str]) -> str:
    """The chosen part in words: how many visits, and what stands out among them."""
    part = labels.part_words(answer.table, answer.question.choices)
    start = f"{part}: " if part else ""
    said = _WORDS.get(answer.question.view, _most)(answer, services)
    return start + said if start else f"{said[0].upper()}{said[1:]}"


def visits_words(figure: Figure) -> str:
    """How many visits: "about 40 visits", "fewer than 10 visits"."""
    if figure is SUPPRESSED:
        return f"{labels.FEW} visits"
    return "a withheld number of visits" if isinstance(figure, Hidden) else f"about {figure:,} visits"


def too_small(hidden: int, weeks: int) -> str:
    """How many of some weeks have no figure: " 2 of 26 weeks are too small to show."; nothing for none."""
    return f" {hidden} of {weeks} weeks {'is' if hidden == 1 else 'are'} too small to show." if hidden else ""


def leading(figures: Mapping[str, Figure], *, most: int = MOST_LEADING) -> str:
    """The largest figures by name: "Housing (about 40), Cuckooing (about 25)"; nothing if none is shown."""
    shown = {name: figure for name, figure in figures.items() if isinstance(figure, int)}
    first = sorted(shown, key=lambda name: -shown[name])[:most]
    return ", ".join(f"{name} (about {shown[name]:,})" for name in first)


def row_figures(table: ReleasedTable, column: str | None, services: Mapping[str, str]) -> dict[str, Figure]:
    """The figures of a column by the names of the rows, without what is not known."""
    axis = table.shape.rows
    rows = [row for row in table.rows if row != NOT_KNOWN]
    return {labels.name_of(axis, row, services): table.figure(row, column) for row in rows}


def column_figures(table: ReleasedTable, row: str | None, services: Mapping[str, str]) -> dict[str, Figure]:
    """The figures of a row by the names of the columns, without what is not known."""
    axis = table.shape.columns
    columns = [column for column in table.columns if column != NOT_KNOWN]
    return {labels.name_of(axis, column, services): table.figure(row, column) for column in columns}


def _total(answer: Answer) -> Figure:
    """All visits of the chosen part: filters on the table's own axes choose a line of it."""
    table, choices = answer.table, answer.question.choices
    row = choices.get(table.shape.rows.value)
    return table.figure(row, choices.get(table.shape.columns.value))


def _most(answer: Answer, services: Mapping[str, str]) -> str:
    """The total, and the rows and columns with most, where none of them was chosen."""
    table, choices = answer.table, answer.question.choices
    row, column = choices.get(table.shape.rows.value), choices.get(table.shape.columns.value)
    said = f"{visits_words(_total(answer))}."
    if _total(answer) is SUPPRESSED or (row and (column or not table.columns)):
        return said
    rows, columns = table.shape.rows, table.shape.columns
    if not row:
        said += _largest(rows, row_figures(table, column, services))
    if not column and table.columns and columns is not Breakdown.WEEK:
        said += _largest(columns, column_figures(table, row, services))
    return said


def _largest(axis: Breakdown, figures: Mapping[str, Figure]) -> str:
    """Which values of an axis have most."""
    what, found = labels.AXIS_NAMES[axis].lower(), leading(figures)
    of_those = ", of those shown" if Hidden.WITHHELD in figures.values() else ""
    return f" Most by {what}{of_those}: {found}." if found else f" No single {what} can be shown."


def _by_week(answer: Answer, services: Mapping[str, str]) -> str:
    """The first and the last week of a run, whichever line was chosen."""
    table, choices = answer.table, answer.question.choices
    row = choices.get(table.shape.rows.value)
    if answer.question.view is ViewName.RISK_CARDS:
        row = table.rows[0]
    if answer.question.view is ViewName.OUTCOMES:
        row = "contact-opened"
    shown = [
        figure for figure in (table.figure(row, week) for week in table.columns) if isinstance(figure, int)
    ]
    what = labels.name_of(table.shape.rows, row, services).lower() if row else "visits"
    if not shown:
        return f"{what}: {labels.FEW} in each week shown."
    rest = too_small(len(table.columns) - len(shown), len(table.columns))
    if min(shown) == max(shown):
        return f"{what}: about {shown[0]:,} in each week that can be shown.{rest}"
    return f"{what}: between about {min(shown):,} and about {max(shown):,} a week.{rest}"


def _funnel(answer: Answer, _services: Mapping[str, str]) -> str:
    """How many came how far, and between which two stages most left."""
    table = answer.table
    stages = [(stage, table.figure(stage, None)) for stage in FIRST_STAGES]
    shown = [(stage, figure) for stage, figure in stages if isinstance(figure, int)]
    if len(shown) < 2:
        return f"{visits_words(table.figure(None, None))}. The stages are too small to show."
    losses = {(before[0], after[0]): before[1] - after[1] for before, after in itertools.pairwise(shown)}
    (left, missed), lost = max(losses.items(), key=lambda item: item[1])
    reached = ", ".join(f"{labels.STAGE_NAMES[stage].lower()} {figure:,}" for stage, figure in shown)
    said = f"about {shown[0][1]:,} visits ({reached})."
    if lost <= LEAST_TOLD:
        return said
    names = labels.STAGE_NAMES
    return f"{said} Most leave between “{names[left]}” and “{names[missed]}”: about {lost:,}."


def _unmet(answer: Answer, services: Mapping[str, str]) -> str:
    """For each kind of unmet need, how many visits, and the columns with most of them."""
    return _stages(answer, services, "no-match", "only-closed")


def _understanding(answer: Answer, services: Mapping[str, str]) -> str:
    return _stages(answer, services, "clarified", "not-understood")


def _stages(answer: Answer, services: Mapping[str, str], *stages: str) -> str:
    table, chosen = answer.table, answer.question.choices.get(answer.table.shape.columns.value)
    said = []
    for stage in stages:
        words = f"{labels.STAGE_NAMES[stage].lower()} in {visits_words(table.figure(stage, chosen))}"
        most = "" if chosen else leading(column_figures(table, stage, services))
        said.append(f"{words}, most for {most}" if most else words)
    return f"{'; '.join(said)}. In all: {visits_words(table.figure(None, chosen))}."


def _services(answer: Answer, services: Mapping[str, str]) -> str:
    table = answer.table
    if not table.rows:
        return f"no service was suggested in {labels.FEW.removeprefix('fewer than ')} visits or more."
    opened = leading(row_figures(table, "contact-opened", services))
    said = f"{len(table.rows)} services were suggested often enough to be shown."
    return f"{said} Contacts opened most: {opened}." if opened else said


_WORDS = {
    ViewName.FUNNEL: _funnel,
    ViewName.UNMET: _unmet,
    ViewName.UNDERSTANDING: _understanding,
    ViewName.SERVICES: _services,
    **dict.fromkeys((ViewName.OVER_TIME, ViewName.OUTCOMES, ViewName.RISK_CARDS), _by_week),
}
