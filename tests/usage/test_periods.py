"""Figures are released for whole weeks that never overlap by halves."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usage.periods import (
    Period,
    Span,
    monday_of,
    newest_released_day,
    next_release,
    parts_of,
    period_of,
    released_periods,
    span_of,
)


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(day=DAYS, span=st.sampled_from(Span))
def test_a_period_holds_its_day_and_is_made_of_whole_weeks(day: date, span: Span) -> None:
    period = period_of(day, span)

    assert period.first <= day <= period.last
    assert (period.first.weekday(), period.last.weekday()) == (0, 6)
    assert span_of(period) is span


@given(one=DAYS, other=DAYS, span=st.sampled_from(Span))
def test_two_periods_of_a_span_are_the_same_or_apart(one: date, other: date, span: Span) -> None:
    first, second = sorted([period_of(one, span), period_of(other, span)])

    assert first == second or first.last < second.first


@given(day=DAYS)
def test_a_quarter_is_exactly_its_three_months_and_a_month_its_weeks(day: date) -> None:
    quarter = period_of(day, Span.QUARTER)
    months = parts_of(quarter)
    weeks = [week for month in months for week in parts_of(month)]

    assert len(months) == 3
    assert {month.weeks for month in months} <= {4, 5}
    assert quarter.weeks == len(weeks) in {13, 14}
    assert weeks == sorted(weeks)
    assert (weeks[0].first, weeks[-1].last) == (quarter.first, quarter.last)
    assert all(week.weeks == 1 and not parts_of(week) for week in weeks)


@given(day=DAYS)
def test_a_week_belongs_to_the_month_of_its_thursday_or_is_next_to_it(day: date) -> None:
    month = period_of(day, Span.MONTH)
    of_thursdays = {(week.first + timedelta(days=3)).month for week in parts_of(month)[1:-1]}

    assert of_thursdays == {(month.first + timedelta(days=10)).month}


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2026, 10, 15), Period(date(2026, 9, 28), date(2026, 11, 1))),  # Thursdays 1 to 29 October
        (date(2026, 11, 15), Period(date(2026, 11, 2), date(2026, 11, 29))),
        (date(2026, 1, 1), Period(date(2025, 12, 29), date(2026, 2, 1))),  # 1 January 2026 is a Thursday
        (date(2027, 1, 1), Period(date(2026, 11, 30), date(2027, 1, 3))),  # the week of Thursday 31 December
        # Thursday 1 April 2027 is in the thirteenth week, which closes the first quarter.
        (date(2027, 4, 1), Period(date(2027, 3, 1), date(2027, 4, 4))),
        (date(2027, 4, 5), Period(date(2027, 4, 5), date(2027, 5, 2))),
        # Thursday 30 September 2032 is in the fortieth week, which opens the last quarter.
        (date(2032, 9, 30), Period(date(2032, 9, 27), date(2032, 10, 31))),
    ],
)
def test_a_month_is_made_of_the_weeks_of_its_thursdays_and_stays_in_its_quarter(
    day: date, month: Period
) -> None:
    assert period_of(day, Span.MONTH) == month


def test_the_53rd_week_of_2026_belongs_to_its_last_quarter() -> None:
    assert period_of(date(2027, 1, 3), Span.QUARTER) == Period(date(2026, 9, 28), date(2027, 1, 3))


@pytest.mark.parametrize(
    "period",
    [
        Period(date(2026, 1, 6), date(2026, 1, 12)),  # from a Tuesday
        Period(date(2026, 1, 5), date(2026, 1, 18)),  # two weeks
        Period(date(2026, 10, 5), date(2026, 11, 1)),  # a month without its first week
        Period(date(2026, 1, 5), date(2026, 1, 10)),  # not to a Sunday
        Period(date(2026, 1, 5), date(2026, 4, 5)),  # 13 weeks across two quarters
        Period(date(2026, 1, 11), date(2026, 1, 5)),
    ],
)
def test_other_dates_are_no_period(period: Period) -> None:
    assert span_of(period) is None


@pytest.mark.parametrize(
    ("now", "newest"),
    [
        (datetime(2026, 1, 18, 23, 59, tzinfo=UTC), date(2026, 1, 4)),
        (datetime(2026, 1, 19, 0, 0, tzinfo=UTC), date(2026, 1, 11)),
        (datetime(2026, 1, 25, 23, 59, tzinfo=UTC), date(2026, 1, 11)),
        (
            datetime(2026, 7, 12, 23, 30, tzinfo=UTC),
            date(2026, 7, 5),
        ),  # already Monday in the UK's summer time
    ],
)
def test_a_week_is_released_when_another_whole_week_has_passed(now: datetime, newest: date) -> None:
    assert newest_released_day(now, delay_weeks=1) == newest


@given(day=DAYS)
def test_the_next_release_is_the_first_day_with_a_newer_week(day: date) -> None:
    now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    newest = newest_released_day(now, delay_weeks=1)
    change = datetime.combine(next_release(newest, delay_weeks=1), now.timetz())

    assert change > now
    assert newest_released_day(change, delay_weeks=1) == newest + timedelta(weeks=1)
    assert newest_released_day(change - timedelta(days=1), delay_weeks=1) == newest


def test_periods_are_offered_newest_first_and_only_when_whole() -> None:
    since, until = date(2026, 1, 7), date(2026, 4, 12)

    weeks = list(released_periods(since, until, Span.WEEK))
    months = list(released_periods(since, until, Span.MONTH))
    quarters = list(released_periods(since, until, Span.QUARTER))

    assert (weeks[0].last, weeks[-1].first, len(weeks)) == (until, monday_of(since), 14)
    assert [month.last for month in months] == [date(2026, 3, 29), date(2026, 3, 1), date(2026, 2, 1)]
    assert quarters == [Period(date(2025, 12, 29), date(2026, 3, 29))]
