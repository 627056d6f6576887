"""The tables of the monthly statement: a month beside the one before, and what that says in a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from usage.release import NOT_KNOWN, Change, Comparison, Figure, Hidden, ReleasedTable
from web.insights import labels
from web.insights.grid import Grid, Line, change_words
from web.insights.headlines import column_figures, leading, too_small, visits_words
from web.insights.months import Month


MOST_NEEDS = 7
MOST_NAMED = 4  # needs or areas that changed: more are counted, so that the page stays one
LEAST_SHARED = 200  # visits; of fewer, what protection can change is more than four points of a share
STAGES = ("need-found", "services-shown", "contact-opened", "helped-yes", "helped-no")
UNCHANGED = "None of these changed by more than noise and chance can make."
NOT_COMPARED = "There is no whole month before this one to compare with."


@dataclass(frozen=True)
class Part:
    """One table of the statement."""

    title: str
    said: str
    grid: Grid
    figures: tuple[Figure, ...]  # of the month itself


def headline(compared: Comparison) -> str:
    """How many came in the month, and whether that differs from the month before."""
    month, total = Month(compared.now.period), compared.now.figure(None, None)
    words = visits_words(total)
    start = f"{words[0].upper()}{words[1:]} in {month.name}"
    if compared.before is None:
        return f"{start}."
    before, change = Month(compared.before.period).name, compared.change(None, None)
    if change is Change.UNKNOWN:
        return f"{start}. Whether that differs from {before} cannot be told."
    if change is Change.NOISE:
        return f"{start}. The difference from {before} is no more than noise."
    return f"{start}, {change_words(compared, None, None)} from {before}."


def length_words(compared: Comparison) -> str:
    """How the months are compared, where that needs saying."""
    if compared.before is None:
        return NOT_COMPARED
    if compared.longer == 1:
        return ""
    now, before = (Month(each.period) for each in (compared.now, compared.before))
    return f"{now.short} has {now.weeks} and {before.short} {before.weeks}, so changes are told by the week."


def pathway(compared: Comparison) -> Part:
    """How far people came."""
    total = compared.now.figure(None, None)
    shares = [_share(compared.now.figure(stage, None), total) for stage in STAGES[1:3]]
    said = f"Services were shown in {shares[0]} of visits, and a contact was opened in {shares[1]}."
    lines = {None: "Visits"} | {stage: labels.STAGE_NAMES[stage] for stage in STAGES}
    return _part("How far people came", "What happened", said if all(shares) else "", compared, lines)


def unmet(compared: Comparison) -> Part:
    """What people did not find, and with which needs."""
    rows = compared.now.rows
    most = leading(column_figures(compared.now, rows[0], {}))
    said = f"No service was found most for {most}." if most else "No single need can be shown."
    return _part(
        "Unmet need", "What happened", said, compared, {row: labels.STAGE_NAMES[row] for row in rows}
    )


def risks(compared: Comparison) -> Part:
    """In how many visits a message told of danger."""
    rows = {row: labels.STAGE_NAMES[row] for row in compared.now.rows}
    return _part("Visits with a risk card", "Danger", _changes(compared, rows), compared, rows)


def needs(compared: Comparison) -> Part:
    """The needs with most visits; what changed is told of all of them."""
    names = {need: labels.NEED_NAMES[need] for need in compared.now.rows if need != NOT_KNOWN}
    shown = {need: figure for need in names if isinstance(figure := compared.now.figure(need, None), int)}
    largest = sorted(shown, key=lambda need: -shown[need])[:MOST_NEEDS]
    rows: dict[str | None, str] = {need: names[need] for need in largest}
    return _part("Needs with most visits", "Need", _changes(compared, names), compared, rows)


def areas(compared: Comparison) -> Part:
    """Where people need help."""
    names = {area: labels.AREA_NAMES[area] for area in compared.now.rows}
    return _part("Areas", "Area", _changes(compared, names), compared, names)


def weeks_words(table: ReleasedTable, month: Month) -> str:
    """The least and most visits of the weeks that can be shown."""
    figures = [table.figure(None, week) for week in table.columns]
    shown = [figure for figure in figures if isinstance(figure, int)]
    if not shown:
        return f"Each week has {labels.FEW} visits."
    said = f"Between about {min(shown):,} and about {max(shown):,} visits a week. {month.short} is darker."
    return said + too_small(len(figures) - len(shown), len(figures))


def hidden_words(parts: Sequence[Part]) -> str:
    """How much of the month is hidden in these tables."""
    figures = [figure for part in parts for figure in part.figures]
    hidden = sum(isinstance(figure, Hidden) for figure in figures)
    return f"{hidden} of the month's {len(figures)} figures here are hidden ({hidden / len(figures):.0%})."


def _part(
    title: str,
    corner: str,
    said: str,
    compared: Comparison,
    rows: Mapping[str, str] | Mapping[str | None, str],
) -> Part:
    headings = [Month(each.period).short for each in (compared.now, compared.before) if each]
    headings += ["Change"] if compared.before else []
    lines = [Line(name, _cells(compared, row)) for row, name in rows.items()]
    figures = tuple(compared.now.figure(row, None) for row in rows)
    return Part(title, said, Grid(corner, tuple(headings), tuple(lines)), figures)


def _cells(compared: Comparison, row: str | None) -> tuple[str, ...]:
    now = labels.figure_words(compared.now.figure(row, None))
    if compared.before is None:
        return (now,)
    change = change_words(compared, row, None).replace(" by about", "").replace("no more than", "only")
    return (now, labels.figure_words(compared.earlier(row, None)), change)


def _share(figure: Figure, total: Figure) -> str:
    """A share of all visits; nothing where protection could change it much."""
    if isinstance(figure, Hidden) or isinstance(total, Hidden) or total < LEAST_SHARED:
        return ""
    return f"about {figure / total:.0%}"


def _changes(compared: Comparison, names: Mapping[str, str]) -> str:
    """Which of some rows changed by more than noise."""
    if compared.before is None:
        return ""
    said = []
    for change, word in ((Change.UP, "Up"), (Change.DOWN, "Down")):
        changed = [name for row, name in names.items() if compared.change(row, None) is change]
        more = f" and {len(changed) - MOST_NAMED} more" if len(changed) > MOST_NAMED else ""
        said += [f"{word} by more than noise: {', '.join(changed[:MOST_NAMED])}{more}."] if changed else []
    return " ".join(said) or UNCHANGED
