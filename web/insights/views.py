"""The figures of the site: which table each one shows, over which dates, and how it may be narrowed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from usage.release import SUBJECTS, Breakdown, Subject


MOST_BREAKDOWNS = 3  # the release door's own rule; a test asks it about every link that keeps to this


class ViewName(StrEnum):
    """A figure's name in addresses."""

    OVER_TIME = "visits-over-time"
    NEEDS = "needs"
    AREAS = "areas"
    NEEDS_BY_AREA = "needs-by-area"
    AGES = "ages-and-times"
    CHANNELS = "channels"
    OUTCOMES = "outcomes-over-time"
    FUNNEL = "pathway"
    UNMET = "unmet-need"
    UNMET_BY_AREA = "unmet-need-by-area"
    SERVICES = "services"
    UNDERSTANDING = "understanding"
    RISK_CARDS = "risk-cards"
    OUT_OF_AREA = "out-of-area"


class Dates(StrEnum):
    """Which dates a figure covers: one released period, or each week of a run."""

    PERIOD = "period"
    WEEKS = "weeks"


class Picture(StrEnum):
    """How a figure is drawn."""

    BARS = "bars"  # one bar a row
    GROUPS = "groups"  # bars of each row, one a column
    LINES = "lines"  # a line a row, by week
    SQUARES = "squares"  # rows by columns, darker is more


@dataclass(frozen=True)
class View:
    """One figure of the site."""

    title: str
    question: str
    subject: Subject
    rows: Breakdown
    columns: Breakdown
    picture: Picture
    dates: Dates = Dates.PERIOD
    drawn: tuple[str, ...] | None = None  # the rows that are drawn, where not all; () draws the total alone
    turned: bool = False  # the table's rows become columns on the page

    @property
    def of_one_stage(self) -> bool:
        """Whether it tells of one thing that happened, which has to be chosen."""
        has_axis = Breakdown.STAGE in (self.rows, self.columns)
        return bool(SUBJECTS[self.subject].stages) and not has_axis

    @property
    def filters(self) -> tuple[str, ...]:
        """The names of the filters it can have, each at least by itself."""
        return tuple(name for name in self._taken if self.fitting([name]))

    def fitting(self, chosen: Iterable[str]) -> list[str]:
        """Those of the chosen filters that the figure can have together, the first ones before the others."""
        axes = {self.rows.value, self.columns.value, *(["stage"] if self.of_one_stage else [])}
        room = MOST_BREAKDOWNS - len(axes - {Breakdown.WEEK.value, Breakdown.ALL.value})
        taken = [name for name in self._taken if name in chosen]
        more = [name for name in taken if name not in axes][:room]
        return [name for name in taken if name in axes or name in more]

    @property
    def _taken(self) -> list[str]:
        taken = SUBJECTS[self.subject].filters
        return [each.value for each in taken if each is not Breakdown.STAGE]


VIEWS: Mapping[ViewName, View] = {
    ViewName.OVER_TIME: View(
        "Visits over time",
        "Do more people come, and with which needs?",
        Subject.VISITS,
        Breakdown.NEED,
        Breakdown.WEEK,
        Picture.LINES,
        Dates.WEEKS,
        drawn=(),
        turned=True,
    ),
    ViewName.NEEDS: View(
        "Needs",
        "What do people come with?",
        Subject.VISITS,
        Breakdown.NEED,
        Breakdown.ALL,
        Picture.BARS,
    ),
    ViewName.AREAS: View(
        "Areas",
        "Where do people need help?",
        Subject.VISITS,
        Breakdown.AREA,
        Breakdown.ALL,
        Picture.BARS,
    ),
    ViewName.NEEDS_BY_AREA: View(
        "Needs by area",
        "Which needs come up where?",
        Subject.VISITS,
        Breakdown.NEED,
        Breakdown.AREA,
        Picture.SQUARES,
    ),
    ViewName.AGES: View(
        "Ages and times of day",
        "How old are the people helped, and when are they looking for help?",
        Subject.VISITS,
        Breakdown.AGE,
        Breakdown.PART,
        Picture.GROUPS,
    ),
    ViewName.CHANNELS: View(
        "Channels",
        "Through which door do people come?",
        Subject.VISITS,
        Breakdown.CHANNEL,
        Breakdown.ALL,
        Picture.BARS,
    ),
    ViewName.OUTCOMES: View(
        "Outcomes over time",
        "Do people reach services, and say that they helped?",
        Subject.FUNNEL,
        Breakdown.STAGE,
        Breakdown.WEEK,
        Picture.LINES,
        Dates.WEEKS,
        drawn=("services-shown", "contact-opened", "helped-yes", "helped-no"),
        turned=True,
    ),
    ViewName.FUNNEL: View(
        "The pathway",
        "How far do people come, and where do they leave?",
        Subject.FUNNEL,
        Breakdown.STAGE,
        Breakdown.ALL,
        Picture.BARS,
        drawn=("started", "need-found", "services-shown", "contact-opened", "helped-yes"),
    ),
    ViewName.UNMET: View(
        "Unmet need",
        "Which needs find no service, or only closed ones?",
        Subject.UNMET,
        Breakdown.STAGE,
        Breakdown.NEED,
        Picture.GROUPS,
        drawn=("no-match", "only-closed"),
        turned=True,
    ),
    ViewName.UNMET_BY_AREA: View(
        "Unmet need by area",
        "Which needs find nothing where?",
        Subject.UNMET,
        Breakdown.NEED,
        Breakdown.AREA,
        Picture.SQUARES,
    ),
    ViewName.SERVICES: View(
        "Services",
        "Which services are suggested, whose contacts are opened, and do they help?",
        Subject.SERVICES,
        Breakdown.SERVICE,
        Breakdown.STAGE,
        Picture.GROUPS,
    ),
    ViewName.UNDERSTANDING: View(
        "Understanding",
        "With which needs does the chat have to ask again, or not understand?",
        Subject.UNDERSTANDING,
        Breakdown.STAGE,
        Breakdown.NEED,
        Picture.GROUPS,
        turned=True,
    ),
    ViewName.RISK_CARDS: View(
        "Risk cards by week",
        "How often does a message tell of danger, and of which kind?",
        Subject.RISK_CARDS,
        Breakdown.STAGE,
        Breakdown.WEEK,
        Picture.LINES,
        Dates.WEEKS,
        turned=True,
    ),
    ViewName.OUT_OF_AREA: View(
        "Demand from outside",
        "With which needs do people come from outside West Mercia?",
        Subject.OUT_OF_AREA,
        Breakdown.NEED,
        Breakdown.ALL,
        Picture.BARS,
    ),
}
