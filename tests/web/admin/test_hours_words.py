"""Opening hours as managers read them."""

from datetime import time

import pytest

from directory.opening_hours import EVERY_DAY, WEEKDAYS, Period
from directory.terms import HoursBasis, OnBankHolidays
from web.admin.hours_words import say_hours


CLOSED = OnBankHolidays.CLOSED
WEEKEND = frozenset({5, 6})


@pytest.mark.parametrize(
    ("periods", "said"),
    [
        (
            [Period(WEEKDAYS, time(9), time(17), CLOSED)],
            ["Monday to Friday: 9am to 5pm", "Saturday and Sunday: closed"],
        ),
        ([Period(EVERY_DAY, time(8), time(20), CLOSED)], ["Every day: 8am to 8pm"]),
        ([Period(EVERY_DAY, time(0), time(0), CLOSED)], ["24 hours a day, every day"]),
        ([Period(EVERY_DAY, time(18), time(2), CLOSED)], ["Every day: 6pm to 2am the next day"]),
        ([Period(EVERY_DAY, time(18), time(0), CLOSED)], ["Every day: 6pm to midnight"]),
        (
            [Period(EVERY_DAY, time(14), time(16), CLOSED), Period(EVERY_DAY, time(9), time(12), CLOSED)],
            ["Every day: 9am to midday, and 2pm to 4pm"],
        ),
        (
            [Period(frozenset({0}), time(9), time(12), CLOSED), Period(WEEKEND, time(0), time(0), CLOSED)],
            ["Monday: 9am to midday", "Tuesday to Friday: closed", "Saturday and Sunday: 24 hours"],
        ),
    ],
)
def test_days_with_the_same_times_stand_in_one_line(periods: list[Period], said: list[str]) -> None:
    assert say_hours(HoursBasis.OWN, periods) == [*said, "Bank holidays: closed"]


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        (HoursBasis.SERVICE, "The same hours as the service"),
        (HoursBasis.OUTSIDE_OFFICE_HOURS, "Outside office hours: nights, weekends and bank holidays"),
        (HoursBasis.UNKNOWN, "Hours not known"),
        (HoursBasis.OWN, "Hours not known"),
    ],
)
def test_hours_without_times_have_words_of_their_own(basis: HoursBasis, said: str) -> None:
    assert say_hours(basis, []) == [said]


def test_a_rule_that_does_not_hold_every_week_is_said() -> None:
    said = say_hours(HoursBasis.OWN, [Period(WEEKDAYS, time(9), time(17), CLOSED, certain=False)])

    assert said[-1] == "Some of these times do not hold every week"
