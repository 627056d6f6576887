"""Tests of opening hours: what is open, until when, and what opens next."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.opening_hours import (
    EVERY_DAY,
    LONDON,
    WEEKDAYS,
    Hours,
    Opening,
    OpenState,
    Period,
    always,
    is_always_open,
    is_bank_holiday,
    opening_at,
    outside_office_hours,
    state_at,
)
from directory.terms import OnBankHolidays
from tests.directory.factories import office_hours


EVENINGS = Hours((Period(EVERY_DAY, time(17), time(0), OnBankHolidays.UNKNOWN),))
PAST_MIDNIGHT = Hours((Period(frozenset({4}), time(20), time(3), OnBankHolidays.AS_USUAL),))


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("hour", "minute", "state"),
    [(8, 59, OpenState.CLOSED), (9, 0, OpenState.OPEN), (16, 59, OpenState.OPEN), (17, 0, OpenState.CLOSED)],
)
def test_a_line_opens_on_the_minute_and_closes_on_the_minute(
    hour: int, minute: int, state: OpenState
) -> None:
    assert state_at(office_hours(), london(2026, 11, 24, hour, minute)) is state


def test_an_open_line_says_until_when() -> None:
    assert opening_at(office_hours(), london(2026, 11, 24, 10)).until == london(2026, 11, 24, 17)


def test_a_closed_line_says_when_it_opens_next_over_the_weekend() -> None:
    assert opening_at(office_hours(), london(2026, 11, 27, 18)).opens == london(2026, 11, 30, 9)


def test_a_line_that_is_open_day_and_night_has_no_end() -> None:
    opening = opening_at(always(), london(2026, 12, 25, 3))
    assert (opening.state, opening.always, opening.until) == (OpenState.OPEN, True, None)


@pytest.mark.parametrize(
    "hours",
    [
        Hours((Period(EVERY_DAY, time(0), time(0), OnBankHolidays.CLOSED),)),
        Hours((Period(EVERY_DAY, time(0), time(0), OnBankHolidays.UNKNOWN),)),
        Hours((Period(EVERY_DAY, time(0), time(0), OnBankHolidays.AS_USUAL, valid_to=date(2027, 3, 31)),)),
        outside_office_hours(
            Hours((Period(EVERY_DAY, time(9), time(17), OnBankHolidays.AS_USUAL, date(2027, 3, 1)),))
        ),
    ],
)
def test_a_line_that_will_close_some_day_is_open_but_not_day_and_night(hours: Hours) -> None:
    assert opening_at(hours, london(2026, 11, 24, 3)) == Opening(OpenState.OPEN)


def test_hours_that_nobody_knows_are_unknown_and_never_closed() -> None:
    assert opening_at(None, london(2026, 11, 24, 3)).state is OpenState.UNKNOWN
    assert opening_at(Hours(()), london(2026, 11, 24, 3)).state is OpenState.UNKNOWN


def test_a_line_that_closes_at_midnight_is_open_until_then() -> None:
    opening = opening_at(EVENINGS, london(2026, 11, 24, 23, 59))
    assert (opening.state, opening.until) == (OpenState.OPEN, london(2026, 11, 25, 0))


def test_a_friday_that_runs_past_midnight_is_open_on_saturday_at_two() -> None:
    assert opening_at(PAST_MIDNIGHT, london(2026, 11, 28, 2)).until == london(2026, 11, 28, 3)
    assert state_at(PAST_MIDNIGHT, london(2026, 11, 27, 2)) is OpenState.CLOSED


def test_a_lunch_break_ends_the_morning() -> None:
    split = Hours((Period(EVERY_DAY, time(9), time(12)), Period(EVERY_DAY, time(13), time(17))))
    assert opening_at(split, london(2026, 11, 24, 10)).until == london(2026, 11, 24, 12)
    assert opening_at(split, london(2026, 11, 24, 12, 30)).opens == london(2026, 11, 24, 13)


@pytest.mark.parametrize(
    "day",
    [date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2027, 3, 26), date(2027, 3, 29)],
)
def test_england_s_bank_holidays_are_known(day: date) -> None:
    assert is_bank_holiday(day)


def test_scotland_s_second_of_january_is_not_a_bank_holiday() -> None:
    assert not is_bank_holiday(date(2026, 1, 2))


def test_an_office_is_closed_on_a_bank_holiday_and_opens_on_the_next_working_day() -> None:
    opening = opening_at(office_hours(), london(2026, 12, 25, 10))
    assert (opening.state, opening.opens) == (OpenState.CLOSED, london(2026, 12, 29, 9))


def test_a_line_without_published_bank_holidays_is_unknown_on_one() -> None:
    assert state_at(EVENINGS, london(2026, 12, 25, 18)) is OpenState.UNKNOWN
    assert state_at(EVENINGS, london(2026, 12, 25, 9)) is OpenState.CLOSED


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (london(2026, 11, 24, 2), OpenState.OPEN),
        (london(2026, 11, 24, 12), OpenState.CLOSED),
        (london(2026, 11, 28, 12), OpenState.OPEN),  # a Saturday
        (london(2026, 12, 25, 12), OpenState.OPEN),
    ],
)
def test_a_night_line_answers_when_the_office_does_not(moment: datetime, state: OpenState) -> None:
    assert state_at(outside_office_hours(office_hours()), moment) is state


def test_a_night_line_of_a_friday_answers_until_monday_morning() -> None:
    opening = opening_at(outside_office_hours(office_hours()), london(2026, 11, 27, 18))
    assert opening.until == london(2026, 11, 30, 9)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (london(2026, 11, 24, 2), OpenState.OPEN),
        (london(2026, 11, 24, 12), OpenState.UNKNOWN),
        (london(2026, 11, 28, 12), OpenState.OPEN),
    ],
)
def test_a_night_line_is_open_at_two_even_when_the_office_s_hours_are_not_known(
    moment: datetime, state: OpenState
) -> None:
    assert state_at(outside_office_hours(None), moment) is state


def test_a_night_line_beside_unknown_office_hours_does_not_say_until_when() -> None:
    assert opening_at(outside_office_hours(None), london(2026, 11, 24, 2)).until is None


def test_the_night_line_of_a_line_open_day_and_night_is_closed() -> None:
    assert state_at(outside_office_hours(always()), london(2026, 11, 24, 2)) is OpenState.CLOSED


def test_a_moment_in_another_zone_is_read_in_uk_time() -> None:
    summer = datetime(2026, 7, 7, 8, 30, tzinfo=UTC)  # half past nine in London
    assert state_at(office_hours(), summer) is OpenState.OPEN


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_day_and_night_includes_the_hour_that_is_skipped_or_repeated(day: date) -> None:
    start = datetime.combine(day, time(0), tzinfo=LONDON).astimezone(UTC)
    every_half_hour = (start + timedelta(minutes=30 * step) for step in range(50))
    assert all(state_at(always(), moment) is OpenState.OPEN for moment in every_half_hour)


def test_a_period_counts_only_while_it_is_valid() -> None:
    summer = Hours(
        (
            Period(
                EVERY_DAY,
                time(9),
                time(17),
                OnBankHolidays.AS_USUAL,
                valid_from=date(2027, 6, 1),
                valid_to=date(2027, 8, 31),
            ),
        )
    )
    assert state_at(summer, london(2027, 6, 1, 10)) is OpenState.OPEN
    assert state_at(summer, london(2027, 9, 1, 10)) is OpenState.CLOSED


def test_a_rule_we_cannot_follow_never_makes_a_line_open() -> None:
    monthly = Hours((Period(EVERY_DAY, time(9), time(17), OnBankHolidays.AS_USUAL, certain=False),))
    assert state_at(monthly, london(2026, 11, 24, 10)) is OpenState.UNKNOWN


moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(
    lambda each: each.replace(tzinfo=UTC)
)
clock_times = st.times().map(lambda each: each.replace(second=0, microsecond=0))
certain_periods = st.builds(
    Period,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    opens=clock_times,
    closes=clock_times,
    bank_holidays=st.sampled_from([OnBankHolidays.AS_USUAL, OnBankHolidays.CLOSED]),
)
certain_hours = st.lists(certain_periods, min_size=1, max_size=3).map(lambda found: Hours(tuple(found)))
any_periods = st.builds(
    Period,
    days=st.frozensets(st.integers(0, 6)),
    opens=clock_times,
    closes=clock_times,
    bank_holidays=st.sampled_from(list(OnBankHolidays)),
    certain=st.booleans(),
)
any_hours = st.builds(Hours, st.lists(any_periods, max_size=3).map(tuple), outside=st.booleans())


@given(certain_hours, moments)
def test_either_the_day_line_or_the_night_line_answers_and_never_both(hours: Hours, at: datetime) -> None:
    by_day, by_night = state_at(hours, at), state_at(outside_office_hours(hours), at)
    assert {by_day, by_night} == {OpenState.OPEN, OpenState.CLOSED}


@given(any_hours, moments)
def test_the_opening_and_the_state_agree(hours: Hours, at: datetime) -> None:
    assert opening_at(hours, at).state is state_at(hours, at)


@given(any_hours, moments)
def test_a_line_is_closed_at_the_time_until_which_it_is_open(hours: Hours, at: datetime) -> None:
    until = opening_at(hours, at).until
    if until is not None:
        assert until > at
        assert state_at(hours, until) is OpenState.CLOSED
        assert state_at(hours, until.astimezone(UTC) - timedelta(seconds=1)) is OpenState.OPEN


@given(any_hours, moments)
def test_a_line_is_open_at_the_time_at_which_it_opens_next(hours: Hours, at: datetime) -> None:
    opens = opening_at(hours, at).opens
    if opens is not None:
        assert opens > at
        assert state_at(hours, opens) is OpenState.OPEN


@given(certain_hours, moments)
def test_nothing_opens_before_the_time_at_which_a_line_opens_next(hours: Hours, at: datetime) -> None:
    opens = opening_at(hours, at).opens
    if opens is not None:
        between = at + (opens.astimezone(UTC) - at) / 2
        assert state_at(hours, between) is not OpenState.OPEN


@given(any_hours, moments)
def test_day_and_night_means_open_at_every_moment(hours: Hours, at: datetime) -> None:
    assert opening_at(hours, at).always is is_always_open(hours)
    if is_always_open(hours):
        assert state_at(hours, at) is OpenState.OPEN


def test_a_week_of_whole_days_is_not_an_office() -> None:
    assert not is_always_open(Hours((Period(WEEKDAYS, time(0), time(0), OnBankHolidays.AS_USUAL),)))
