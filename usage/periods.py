"""The periods that figures are released for: whole weeks, and spans of weeks that never overlap by halves.

Free choice of the first and last week would let two releases be subtracted: weeks 1 to 9 less weeks 1 to 8
is week 9. So a period is a week, a month of whole weeks, or a quarter of whole months. Weeks are those of ISO
8601. A quarter is 13 weeks; the last of a year takes a 53rd where there is one. A week belongs to the month
of its Thursday, as ISO 8601 gives weeks to years, unless that month is of another quarter: then to the
nearest month of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from usage.event import UK


WEEK = timedelta(weeks=1)
TO_THURSDAY = timedelta(days=3)


class Span(IntEnum):
    """How long a period is; the value is its depth below the year."""

    QUARTER = 2
    MONTH = 3
    WEEK = 4


@dataclass(frozen=True, order=True)
class Period:
    """Whole weeks: from a Monday to a Sunday, both included."""

    first: date
    last: date

    @property
    def weeks(self) -> int:
        """How many weeks."""
        return ((self.last - self.first).days + 1) // 7


def monday_of(day: date) -> date:
    """The Monday that begins the week of a day."""
    return day - timedelta(days=day.weekday())


def period_of(day: date, span: Span) -> Period:
    """The period of this span that holds a day."""
    key = _key(monday_of(day), span)
    weeks = [monday for monday in _weeks_of_year(key[0]) if _key(monday, span) == key]
    return Period(weeks[0], weeks[-1] + timedelta(days=6))


def span_of(period: Period) -> Span | None:
    """The span of a period that figures are released for; None for any other dates."""
    return next((span for span in reversed(Span) if period_of(period.first, span) == period), None)


def parts_of(period: Period) -> list[Period]:
    """The next shorter periods that make up a period, earliest first; none for a week."""
    span = span_of(period)
    if span is None or span is Span.WEEK:
        return []
    mondays = (period.first + WEEK * number for number in range(period.weeks))
    return sorted({period_of(monday, Span(span + 1)) for monday in mondays})


def period_before(period: Period) -> Period:
    """The period of the same span that ends the day before; the dates must be those of a span."""
    span = span_of(period)
    assert span is not None
    return period_of(period.first - timedelta(days=1), span)


def newest_released_day(at: datetime, *, delay_weeks: int) -> date:
    """The last day of the newest week whose figures may be released at a moment (aware)."""
    today = at.astimezone(UK).date()
    return monday_of(today) - WEEK * delay_weeks - timedelta(days=1)


def next_release(newest: date, *, delay_weeks: int) -> date:
    """The Monday on which the week after the newest released one is released."""
    return newest + timedelta(days=1) + WEEK * (1 + delay_weeks)


def released_periods(since: date, until: date, span: Span) -> Iterator[Period]:
    """The whole periods of a span, newest first, that end by `until` and do not end before `since`."""
    period = period_of(until, span)
    while period.last >= since:
        if period.last <= until:
            yield period
        period = period_of(period.first - timedelta(days=1), span)


def _key(monday: date, span: Span) -> tuple[int, ...]:
    year, week, _ = monday.isocalendar()
    quarter = min((week - 1) // 13, 3)
    month = min(max((monday + TO_THURSDAY).month, 3 * quarter + 1), 3 * quarter + 3)
    return (year, quarter, month, week)[:span]


def _weeks_of_year(year: int) -> Iterator[date]:
    monday = date.fromisocalendar(year, 1, 1)
    while monday.isocalendar().year == year:
        yield monday
        monday += WEEK
