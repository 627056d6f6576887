"""Tests of the hours of one day: never open when it is closed, never closed when it is open."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.day_hours import UNKNOWN, DayHours, DaySpan, DayState, LineHours, hours_on, lines_on
from directory.opening_hours import (
    EVERY_DAY,
    LONDON,
    Hours,
    OpenState,
    Period,
    always,
    outside_office_hours,
    state_at,
)
from directory.terms import ContactChannel, OnBankHolidays
from tests.directory.factories import a_contact, a_service, office_hours
from tests.directory.test_opening_hours import any_hours


NAME = "A Service"  # as the factory names it
SUNDAY, MONDAY, FRIDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 27)
CHRISTMAS = date(2026, 12, 25)
DAY_AND_NIGHT, CLOSED = DayHours(DayState.ALL_DAY), DayHours(DayState.CLOSED)
LATE = Hours((Period(frozenset({4}), time(20), time(3), OnBankHolidays.AS_USUAL),))
UNSURE = Hours((Period(EVERY_DAY, time(9), time(17), OnBankHolidays.UNKNOWN),))


def times(*spans: tuple[int, int], known: bool = True) -> DayHours:
    return DayHours(
        DayState.TIMES, tuple(DaySpan(time(opens), time(closes % 24)) for opens, closes in spans), known
    )


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        (office_hours(), MONDAY, times((9, 17))),
        (office_hours(), SUNDAY, CLOSED),
        (office_hours(), CHRISTMAS, CLOSED),
        (always(), CHRISTMAS, DAY_AND_NIGHT),
        (Hours((Period(EVERY_DAY, time(0), time(0), OnBankHolidays.CLOSED),)), MONDAY, DAY_AND_NIGHT),
        (Hours((Period(EVERY_DAY, time(0), time(0), OnBankHolidays.CLOSED),)), CHRISTMAS, CLOSED),
        (UNSURE, MONDAY, times((9, 17))),
        (UNSURE, CHRISTMAS, UNKNOWN),
        (None, MONDAY, UNKNOWN),
        (Hours(()), MONDAY, UNKNOWN),
        (outside_office_hours(office_hours()), MONDAY, times((0, 9), (17, 24))),
        (outside_office_hours(office_hours()), SUNDAY, DAY_AND_NIGHT),
        (outside_office_hours(office_hours()), CHRISTMAS, DAY_AND_NIGHT),
        (outside_office_hours(None), MONDAY, times((0, 7), (20, 24), known=False)),
        (outside_office_hours(None), SUNDAY, DAY_AND_NIGHT),
    ],
)
def test_the_hours_of_a_day_are_those_of_its_weekday_and_of_bank_holidays(
    hours: Hours | None, day: date, expected: DayHours
) -> None:
    assert hours_on(hours, day) == expected


def test_what_runs_past_midnight_is_cut_there_and_told_of_the_next_day() -> None:
    assert hours_on(LATE, FRIDAY) == times((20, 24))
    assert hours_on(LATE, FRIDAY + timedelta(days=1)) == times((0, 3))


def daily(*spans: tuple[int, int]) -> Hours:
    return Hours(
        tuple(
            Period(EVERY_DAY, time(opens), time(closes), OnBankHolidays.AS_USUAL) for opens, closes in spans
        )
    )


def test_a_lunch_break_makes_two_spans_and_times_that_touch_make_one() -> None:
    assert hours_on(daily((9, 12), (13, 17)), MONDAY) == times((9, 12), (13, 17))
    assert hours_on(daily((9, 12), (12, 17)), MONDAY) == times((9, 17))


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_day_on_which_the_clocks_change_has_the_hours_of_any_other(day: date) -> None:
    assert hours_on(daily((9, 17)), day) == times((9, 17))


days = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(any_hours, days, st.integers(0, 24 * 60 - 1))
def test_the_day_and_the_moment_agree(hours: Hours, day: date, minute: int) -> None:
    at = datetime.combine(day, time(minute // 60, minute % 60), tzinfo=LONDON)
    if at.astimezone(UTC).astimezone(LONDON) != at or at.utcoffset() != at.replace(fold=1).utcoffset():
        return  # a time that the clocks skip or repeat
    found, state = hours_on(hours, day), state_at(hours, at)
    told = found.state is DayState.ALL_DAY or any(
        span.opens <= at.time() and (at.time() < span.closes or span.closes == time(0))
        for span in found.spans
    )
    assert told is (state is OpenState.OPEN)
    if found.known and not told:
        assert state is OpenState.CLOSED


def test_each_number_of_a_service_has_its_hours() -> None:
    day_line = a_contact("day", label="Office hours", hours=office_hours())
    night_line = a_contact(
        "night", label="Nights", value="116 123", hours=outside_office_hours(office_hours())
    )
    chat = a_contact("chat", channel=ContactChannel.WEBCHAT, value="https://a.example")
    contacts = (day_line, night_line, chat)
    assert lines_on(a_service(contacts=contacts), contacts, SUNDAY) == (
        LineHours(NAME, "Office hours", "01952 385385", CLOSED),
        LineHours(NAME, "Nights", "116 123", DAY_AND_NIGHT),
    )


def test_a_service_without_a_line_has_hours_of_its_own() -> None:
    service = a_service(hours=office_hours(), contacts=())
    assert lines_on(service, (), MONDAY) == (LineHours(NAME, "", "", times((9, 17))),)
