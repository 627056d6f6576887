"""Whether a line is open, until when, and when it opens next; UK time, England's bank holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from directory.terms import OnBankHolidays


LONDON = ZoneInfo("Europe/London")
HORIZON_DAYS = 15  # longer than any run of closed days
EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
MIDNIGHT = time(0)


class OpenState(StrEnum):
    """Whether somebody answers now."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Opening:
    """The answer at one moment; the times are aware, in UK time, and absent when not known."""

    state: OpenState
    until: datetime | None = None
    opens: datetime | None = None
    always: bool = False


@dataclass(frozen=True)
class Period:
    """One weekly period; it closes the next day when `closes` is not after `opens`.

    `days` counts from Monday, 0. A period that is not `certain` can only make the answer "unknown".
    """

    days: frozenset[int]
    opens: time
    closes: time
    bank_holidays: OnBankHolidays = OnBankHolidays.UNKNOWN
    valid_from: date = date.min
    valid_to: date = date.max
    certain: bool = True


@dataclass(frozen=True)
class Hours:
    """When a line answers: during its periods, or outside the day line's."""

    periods: tuple[Period, ...]
    outside: bool = False


@dataclass(frozen=True)
class _Span:
    start: datetime
    end: datetime
    certain: bool


UNKNOWN = Opening(OpenState.UNKNOWN)
# "Nights, weekends and bank holidays" holds at 2am whatever the day line's hours are. Between these
# times on a working day nobody can tell which of the two lines answers.
UNSTATED_OFFICE = (Period(WEEKDAYS, time(7), time(20), OnBankHolidays.CLOSED, certain=False),)


def always() -> Hours:
    """Day and night, every day."""
    return Hours((Period(EVERY_DAY, MIDNIGHT, MIDNIGHT, OnBankHolidays.AS_USUAL),))


def outside_office_hours(office: Hours | None) -> Hours:
    """The complement of the day line's hours, or what is certain of it when those are not known."""
    return Hours(office.periods if office else UNSTATED_OFFICE, outside=True)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_bank_holiday(day: date) -> bool:
    """Whether a day is a bank holiday in England."""
    return day in bank_holidays(day.year)


def is_always_open(hours: Hours | None) -> bool:
    """Whether one period says day and night, every day, without an end."""
    return hours is not None and not hours.outside and any(_is_unbroken(period) for period in hours.periods)


def state_at(hours: Hours | None, at: datetime) -> OpenState:
    """Open, closed or unknown at a moment (aware). Hours that are not known are unknown."""
    if hours is None or not hours.periods:
        return OpenState.UNKNOWN
    if is_always_open(hours):
        return OpenState.OPEN
    today = at.astimezone(LONDON).date()
    running = [span for span in _spans(hours.periods, today, days=1) if span.start <= at < span.end]
    if any(span.certain for span in running):
        return OpenState.CLOSED if hours.outside else OpenState.OPEN
    if running:
        return OpenState.UNKNOWN
    return OpenState.OPEN if hours.outside else OpenState.CLOSED


def opening_at(hours: Hours | None, at: datetime) -> Opening:
    """The state at a moment (aware), with the time at which it changes where that is certain."""
    state = state_at(hours, at)
    if hours is None or state is OpenState.UNKNOWN:
        return UNKNOWN
    if is_always_open(hours):
        return Opening(OpenState.OPEN, always=True)
    if state is OpenState.CLOSED:
        opens = next((moment for moment, then in _changes(hours, at) if then is OpenState.OPEN), None)
        return Opening(OpenState.CLOSED, opens=_local(opens))
    change = next((change for change in _changes(hours, at) if change[1] is not OpenState.OPEN), None)
    if change is None:  # beyond the horizon it may close yet: on a bank holiday, or when the hours end
        return Opening(OpenState.OPEN)
    moment, then = change
    return Opening(OpenState.OPEN, until=_local(moment) if then is OpenState.CLOSED else None)


def edges_of(hours: Hours, day: date) -> list[datetime]:
    """The moments of a UK day at which the state may change, from its midnight to the next one."""
    start, end = _midnight(day), _midnight(day + timedelta(days=1))
    edges = {edge for span in _spans(hours.periods, day, days=0) for edge in (span.start, span.end)}
    return [start, *sorted(edge for edge in edges if start < edge < end), end]


def _changes(hours: Hours, at: datetime) -> Iterator[tuple[datetime, OpenState]]:
    """The moments ahead at which the state may change, with the state from then on; soonest first."""
    today = at.astimezone(LONDON).date()
    seen = at
    for day in range(HORIZON_DAYS + 1):
        spans = _spans(hours.periods, today + timedelta(days=day), days=1)
        edges = {edge for span in spans for edge in (span.start, span.end)}
        settled = _midnight(today + timedelta(days=day + 1))  # what begins later may still end sooner
        for moment in sorted(edge for edge in edges if seen < edge <= settled):
            seen = moment
            yield moment, state_at(hours, moment)


def _spans(periods: tuple[Period, ...], today: date, *, days: int) -> Iterator[_Span]:
    """The spans that begin between yesterday (it may run past midnight) and `days` from today."""
    for offset in range(-1, days + 1):
        day = today + timedelta(days=offset)
        for period in periods:
            if day.weekday() in period.days and period.valid_from <= day <= period.valid_to:
                span = _span(period, day)
                if span is not None:
                    yield span


def _span(period: Period, day: date) -> _Span | None:
    certain = period.certain
    if period.bank_holidays is not OnBankHolidays.AS_USUAL and is_bank_holiday(day):
        if period.bank_holidays is OnBankHolidays.CLOSED:
            return None
        certain = False
    last = day if period.closes > period.opens else day + timedelta(days=1)
    start = datetime.combine(day, period.opens, tzinfo=LONDON)
    end = datetime.combine(last, period.closes, tzinfo=LONDON)
    # Aware datetimes of one zone compare by wall clock; as UTC they compare by what really comes first.
    return _Span(start.astimezone(UTC), end.astimezone(UTC), certain)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, MIDNIGHT, tzinfo=LONDON).astimezone(UTC)


def _is_unbroken(period: Period) -> bool:
    return (
        period.days == EVERY_DAY
        and period.opens == period.closes == MIDNIGHT
        and period.bank_holidays is OnBankHolidays.AS_USUAL
        and period.certain
        and (period.valid_from, period.valid_to) == (date.min, date.max)
    )


def _local(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(LONDON)
