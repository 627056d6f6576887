"""The monthly statement: how many came, with what, from where, and what they found, on one page.

Every figure is the month's own release beside that of the month before; nothing is added up here.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from usage.release import (
    Breakdown,
    Comparison,
    Offer,
    Period,
    ReleasedTable,
    Subject,
    TableRequest,
    compare,
    release,
)
from vocabulary.pathway import Traffic
from web.insights import charts, labels, statement_parts
from web.insights.asked import run_until
from web.insights.grid import Grid, Line
from web.insights.months import Month
from web.insights.statement_parts import Part


DRAWN_WEEKS = 26


@dataclass(frozen=True)
class Statement:
    """One month of all areas, or of one, in words."""

    month: Month
    area: str | None
    traffic: Traffic
    headline: str
    compared: str  # how the months are compared, where that needs saying
    parts: tuple[Part, ...]
    weeks: ReleasedTable  # the visits of each week up to the month's last, for the chart

    @property
    def title(self) -> str:
        """The statement's title."""
        return f"{labels.AREA_NAMES[self.area] if self.area else 'West Mercia'}, {self.month.name}"

    @property
    def dates(self) -> str:
        """The weeks it covers, said plainly."""
        dates = labels.period_words(self.month.period).removesuffix(f" ({self.month.period.weeks} weeks)")
        return f"{dates}: the {self.month.weeks}, Monday to Sunday, that belong to {self.month.short}."

    @property
    def picture(self) -> str:
        """The chart as SVG."""
        return charts.weeks_svg(self.weeks, self.month.period)

    @property
    def chart_title(self) -> str:
        """What the chart shows."""
        return f"Visits each week, {labels.period_words(self.weeks.period)}"

    @property
    def chart_words(self) -> str:
        """The chart in words."""
        return statement_parts.weeks_words(self.weeks, self.month)

    @property
    def by_week(self) -> Grid:
        """The chart as a table."""
        lines = [
            Line(labels.name_of(Breakdown.WEEK, week), (labels.figure_words(self.weeks.figure(None, week)),))
            for week in self.weeks.columns
        ]
        return Grid(labels.AXIS_NAMES[Breakdown.WEEK], ("Visits",), tuple(lines))

    @property
    def hidden(self) -> str:
        """How much of it is hidden."""
        return statement_parts.hidden_words(self.parts)


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

    def of(subject: Subject, rows: Breakdown, columns: Breakdown = Breakdown.ALL) -> Comparison:
        request = _request(month.period, area, asking, subject, rows, columns)
        return compare(session, request, by=asking.by, at=asking.at)

    funnel = of(Subject.FUNNEL, Breakdown.STAGE)
    parts = [
        statement_parts.pathway(funnel),
        statement_parts.unmet(of(Subject.UNMET, Breakdown.STAGE, Breakdown.NEED)),
        statement_parts.risks(of(Subject.RISK_CARDS, Breakdown.STAGE)),
        statement_parts.needs(of(Subject.VISITS, Breakdown.NEED)),
    ]
    if area is None:
        parts.append(statement_parts.areas(of(Subject.VISITS, Breakdown.AREA)))
    run = run_until(month.period.last, DRAWN_WEEKS, since=offered.since or month.period.first)
    by_week = _request(run, area, asking, Subject.FUNNEL, Breakdown.STAGE, Breakdown.WEEK)
    return Statement(
        month,
        area,
        asking.traffic,
        statement_parts.headline(funnel),
        statement_parts.length_words(funnel),
        tuple(parts),
        release(session, by_week, by=asking.by, at=asking.at),
    )


def _request(
    period: Period, area: str | None, asking: Asking, subject: Subject, rows: Breakdown, columns: Breakdown
) -> TableRequest:
    return TableRequest(
        period.first, period.last, asking.traffic, area=area, subject=subject, rows=rows, columns=columns
    )
