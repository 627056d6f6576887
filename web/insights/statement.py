"""The monthly statement: what a month's weeks brought, and what changed in the last quarter, on one page."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from usage.release import (
    NEEDS,
    NOT_KNOWN,
    Breakdown,
    Change,
    Comparison,
    Figure,
    Offer,
    Period,
    ReleasedTable,
    Span,
    Subject,
    TableRequest,
    compare,
    release,
)
from vocabulary.pathway import Traffic
from web.insights import labels
from web.insights.grid import Grid, Line, change_words
from web.insights.headlines import visits_words
from web.insights.months import Month


# The columns of the month's table: which row of which subject, and its heading.
COLUMNS = (
    (Subject.FUNNEL, None, "Visits"),
    (Subject.FUNNEL, "services-shown", "Services shown"),
    (Subject.FUNNEL, "contact-opened", "Contact opened"),
    (Subject.UNMET, "no-match", "No service found"),
    (Subject.UNMET, "only-closed", "Only closed services"),
    (Subject.RISK_CARDS, "risk-card", "Risk card shown"),
)
MOST_NEEDS = 5


@dataclass(frozen=True)
class Statement:
    """One month of all areas, or of one, in words."""

    month: Month
    area: str | None
    traffic: Traffic
    headline: str
    weeks: Grid
    quarter: Period | None  # the last whole quarter by the end of the month
    needs: Grid | None  # the needs of that quarter with most visits, beside the quarter before
    changes: str

    @property
    def title(self) -> str:
        """The statement's title."""
        return f"{labels.AREA_NAMES[self.area] if self.area else 'West Mercia'}, {self.month.name}"


@dataclass(frozen=True)
class Asking:
    """Who asks for a statement, when, and of which visits."""

    by: str
    at: datetime
    traffic: Traffic


def make_statement(
    session: Session, month: Month, area: str | None, *, offered: Offer, asking: Asking
) -> Statement:
    """The statement of a month; the caller commits before it is shown."""
    first, last = month.period.first, month.period.last
    weekly = {}
    for subject in dict.fromkeys(subject for subject, _, _ in COLUMNS):
        request = TableRequest(
            first, last, asking.traffic, area=area, subject=subject, columns=Breakdown.WEEK
        )
        weekly[subject] = release(session, request, by=asking.by, at=asking.at)
    quarter = next((each for each in offered.periods[Span.QUARTER] if each.last <= month.period.last), None)
    compared = _of_quarter(session, quarter, area, asking) if quarter else None
    return Statement(
        month,
        area,
        asking.traffic,
        _headline(weekly),
        _weeks(weekly),
        quarter,
        _needs(compared) if compared else None,
        _changes(compared),
    )


def _of_quarter(session: Session, quarter: Period, area: str | None, asking: Asking) -> Comparison:
    request = TableRequest(
        quarter.first, quarter.last, asking.traffic, area=area, rows=Breakdown.NEED, columns=Breakdown.ALL
    )
    return compare(session, request, by=asking.by, at=asking.at)


def _weeks(weekly: dict[Subject, ReleasedTable]) -> Grid:
    weeks = weekly[Subject.FUNNEL].columns
    lines = [
        Line(
            labels.name_of(Breakdown.WEEK, week),
            tuple(labels.figure_words(weekly[subject].figure(row, week)) for subject, row, _ in COLUMNS),
        )
        for week in weeks
    ]
    return Grid("Week from", tuple(heading for _, _, heading in COLUMNS), tuple(lines))


def _headline(weekly: dict[Subject, ReleasedTable]) -> str:
    table = weekly[Subject.FUNNEL]
    visits = _range([table.figure(None, week) for week in table.columns])
    opened = _range([table.figure("contact-opened", week) for week in table.columns])
    return f"{visits} a week came in these {len(table.columns)} weeks; {opened} a week opened a contact."


def _range(figures: list[Figure]) -> str:
    """The least and most of some weeks: "Between about 40 and about 55 visits"."""
    shown = [figure for figure in figures if isinstance(figure, int)]
    if len(shown) < len(figures):
        most = f" to {visits_words(max(shown))}" if shown else " visits"
        return f"{labels.FEW}{most}"
    if min(shown) == max(shown):
        return visits_words(shown[0])
    return f"about {min(shown):,} to {visits_words(max(shown))}"


def _needs(compared: Comparison) -> Grid:
    sizes = {need: compared.now.figure(need, None) for need in NEEDS if need != NOT_KNOWN}
    shown = {need: figure for need, figure in sizes.items() if isinstance(figure, int)}
    most = sorted(shown, key=lambda need: -shown[need])[:MOST_NEEDS]
    lines = [_need_line(compared, need) for need in most] + [_need_line(compared, None)]
    return Grid("Need", ("Visits", "Quarter before", "Change"), tuple(lines))


def _need_line(compared: Comparison, need: str | None) -> Line:
    cells = (
        labels.figure_words(compared.now.figure(need, None)),
        labels.figure_words(compared.earlier(need, None)),
        change_words(compared, need, None),
    )
    return Line(labels.NEED_NAMES[need] if need else labels.ALL, cells)


def _changes(compared: Comparison | None) -> str:
    """Which needs changed by more than noise, in one sentence."""
    if compared is None or compared.before is None:
        return "There are not two whole quarters to compare yet."
    changes = {need: compared.change(need, None) for need in compared.now.rows}
    said = {
        change: [labels.NEED_NAMES[need] for need in changes if changes[need] is change]
        for change in (Change.UP, Change.DOWN)
    }
    if not any(said.values()):
        return "No need changed by more than noise and chance can make."
    up, down = (", ".join(said[change]) or "none" for change in (Change.UP, Change.DOWN))
    return f"By more than noise and chance can make, up: {up}; down: {down}."
