"""Which tables may be asked for, and what is wrong with a question that gets no figures.

RefusedRelease(ValueError)
 ├── BadPeriod           dates that are not a period figures are released for
 ├── NotYet              a period whose delay is not over, or whose weeks are not rolled up
 ├── UnknownName         a value that is in no list
 ├── TooManyBreakdowns   more than three, filters included
 └── UnknownTable        breakdowns that the subject is not released by
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from usage.breakdowns import (
    MOST,
    NO_MATCH_STAGES,
    ONLY_CLOSED,
    RISK_STAGES,
    VALUES,
    Breakdown,
)
from usage.event import OUTSIDE
from usage.periods import Period, span_of
from vocabulary.pathway import Step, Traffic


EARLIEST, LATEST = date(2000, 1, 3), date(2200, 1, 1)
LONGEST_RUN = 53  # weeks in one table by weeks
PLACES = (Breakdown.NEED, Breakdown.AREA, Breakdown.AGE, Breakdown.PART, Breakdown.CHANNEL)


class RefusedRelease(ValueError):
    """A question that gets no figures; `code` says why and never holds what was asked."""

    code = "refused"


class BadPeriod(RefusedRelease):
    """Dates that are reversed, or neither a week nor a quarter of whole weeks."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotYet(RefusedRelease):
    """A period that ends after the newest released week."""

    code = "not-yet"


class UnknownName(RefusedRelease):
    """A need, area, age, part of the day, channel or stage that is in no list."""

    code = "unknown-name"


class TooManyBreakdowns(RefusedRelease):
    """More than three breakdowns; a filter is one."""

    code = "too-many-breakdowns"


class UnknownTable(RefusedRelease):
    """Breakdowns that no table of this subject has."""

    code = "unknown-table"


class Subject(StrEnum):
    """What a table counts visits for."""

    VISITS = "visits"  # all of them
    FUNNEL = "funnel"  # how far people came, from started to helped
    UNMET = "unmet-need"  # nothing matched, what would match is hidden, everything shown was closed
    SERVICES = "services"  # which services were shown, their contacts opened, and whether they helped
    UNDERSTANDING = "understanding"  # a message was clarified, or not understood
    RISK_CARDS = "risk-cards"  # a card for danger was shown, by class
    OUT_OF_AREA = "out-of-area"  # visits from outside West Mercia


@dataclass(frozen=True)
class Kind:
    """How the tables of a subject may look; the first of `rows` and `columns` is meant when none is named."""

    rows: tuple[Breakdown, ...]
    columns: tuple[Breakdown, ...]
    stages: tuple[str, ...] = ()  # those that it tells of; every table is by them or of one of them
    filters: tuple[Breakdown, ...] = PLACES
    always: Mapping[Breakdown, str] | None = None  # a filter that makes the subject


SUBJECTS: Mapping[Subject, Kind] = {
    Subject.VISITS: Kind(PLACES, (Breakdown.AREA, *PLACES, Breakdown.WEEK, Breakdown.ALL)),
    Subject.FUNNEL: Kind(
        (Breakdown.STAGE,),
        (Breakdown.ALL, *PLACES, Breakdown.WEEK),
        stages=(
            *(Step.STARTED, Step.NEED_FOUND, Step.AREA_GIVEN, Step.AREA_SKIPPED, Step.FACTS_READ),
            *(Step.SERVICES_SHOWN, Step.CONTACT_OPENED, Step.HELPED_YES, Step.HELPED_NO, Step.ENDED),
        ),
    ),
    Subject.UNMET: Kind(
        (Breakdown.STAGE, Breakdown.NEED),
        (Breakdown.NEED, *PLACES, Breakdown.WEEK, Breakdown.ALL),
        stages=(Step.NO_MATCH, *NO_MATCH_STAGES, ONLY_CLOSED),
        filters=(*PLACES, Breakdown.STAGE),
    ),
    Subject.SERVICES: Kind(
        (Breakdown.SERVICE,),
        (Breakdown.STAGE,),
        stages=(Step.SERVICES_SHOWN, Step.CONTACT_OPENED, Step.HELPED_YES, Step.HELPED_NO),
        filters=(Breakdown.NEED, Breakdown.AREA, Breakdown.CHANNEL),
    ),
    Subject.UNDERSTANDING: Kind(
        (Breakdown.STAGE,),
        (Breakdown.NEED, *PLACES, Breakdown.WEEK, Breakdown.ALL),
        stages=(Step.CLARIFIED, Step.NOT_UNDERSTOOD),
    ),
    Subject.RISK_CARDS: Kind(
        (Breakdown.STAGE,), (Breakdown.WEEK, *PLACES, Breakdown.ALL), stages=(Step.RISK_CARD, *RISK_STAGES)
    ),
    Subject.OUT_OF_AREA: Kind(
        (Breakdown.NEED, Breakdown.AGE, Breakdown.PART, Breakdown.CHANNEL),
        (Breakdown.WEEK, Breakdown.ALL, Breakdown.AGE, Breakdown.PART, Breakdown.CHANNEL),
        filters=(Breakdown.NEED, Breakdown.AGE, Breakdown.PART, Breakdown.CHANNEL),
        always={Breakdown.AREA: OUTSIDE},
    ),
}


@dataclass(frozen=True)
class TableRequest:
    """Which table, for which period, of which traffic; what is None is the subject's first choice.

    A filter on the rows' or columns' own breakdown shows part of that table; any other is a breakdown more.
    """

    first: date
    last: date
    traffic: Traffic
    need: str | None = None
    area: str | None = None
    age: str | None = None
    part: str | None = None
    subject: Subject = Subject.VISITS
    rows: Breakdown | None = None
    columns: Breakdown | None = None
    stage: str | None = None
    channel: str | None = None

    @property
    def period(self) -> Period:
        """The dates."""
        return Period(self.first, self.last)

    @property
    def kind(self) -> Kind:
        """What the subject allows."""
        return SUBJECTS[self.subject]

    @property
    def row_breakdown(self) -> Breakdown:
        """What the rows are."""
        return self.rows or self.kind.rows[0]

    @property
    def column_breakdown(self) -> Breakdown:
        """What the columns are."""
        return self.columns or self.kind.columns[0]

    @property
    def chosen(self) -> dict[Breakdown, str]:
        """Every filter that was asked for."""
        asked = {
            Breakdown.NEED: self.need,
            Breakdown.AREA: self.area,
            Breakdown.AGE: self.age,
            Breakdown.PART: self.part,
            Breakdown.CHANNEL: self.channel,
            Breakdown.STAGE: self.stage,
        }
        return {each: value for each, value in asked.items() if value is not None}

    @property
    def filters(self) -> dict[Breakdown, str]:
        """The filters that are a breakdown of their own."""
        axes = {self.row_breakdown, self.column_breakdown}
        return dict(self.kind.always or {}) | {k: v for k, v in self.chosen.items() if k not in axes}


def check(request: TableRequest) -> None:
    """Raises the RefusedRelease that fits, whatever the moment."""
    if request.last < request.first:
        raise BadPeriod("reversed")
    if not EARLIEST <= request.first <= request.last <= LATEST:
        raise BadPeriod("absurd")
    if any(value not in names_of(request, each) for each, value in request.chosen.items()):
        raise UnknownName
    _check_table(request)
    if not (span_of(request.period) or _is_run_by_weeks(request)):
        raise BadPeriod("not-a-period")


def names_of(request: TableRequest, breakdown: Breakdown) -> tuple[str, ...]:
    """The values of a closed list that the subject tells of."""
    if breakdown is Breakdown.STAGE and request.kind.stages:
        return request.kind.stages
    return VALUES[breakdown]


def breakdowns_of(request: TableRequest) -> set[Breakdown]:
    """The breakdowns that count: rows, columns and filters, without the weeks of the period itself."""
    axes = {request.row_breakdown, request.column_breakdown, *request.filters}
    return axes - {Breakdown.WEEK, Breakdown.ALL}


def _check_table(request: TableRequest) -> None:
    kind, rows, columns = request.kind, request.row_breakdown, request.column_breakdown
    if len(breakdowns_of(request)) > MOST:
        raise TooManyBreakdowns
    is_known = rows in kind.rows and columns in kind.columns and rows is not columns
    if not is_known or not set(request.chosen) <= set(kind.filters):
        raise UnknownTable
    if kind.stages and Breakdown.STAGE not in breakdowns_of(request):
        raise UnknownTable


def _is_run_by_weeks(request: TableRequest) -> bool:
    """Whether these are whole weeks, each shown for itself: no total is released for such dates."""
    period = request.period
    is_whole = (period.first.weekday(), period.last.weekday()) == (0, 6)
    return is_whole and request.column_breakdown is Breakdown.WEEK and period.weeks <= LONGEST_RUN
