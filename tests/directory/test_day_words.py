"""Tests of the hours of a day in words."""

from datetime import time

import pytest

from directory.day_hours import DayHours, DaySpan, DayState
from directory.day_words import say_day
from vocabulary.times import say_time


NINE_TO_FIVE = DaySpan(time(9), time(17))
MORNING, EVENING = DaySpan(time(0), time(8, 30)), DaySpan(time(18), time(0))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (DayHours(DayState.TIMES, (NINE_TO_FIVE,)), "9am to 5pm"),
        (DayHours(DayState.TIMES, (MORNING, EVENING)), "midnight to 8:30am, and 6pm to midnight"),
        (DayHours(DayState.TIMES, (NINE_TO_FIVE,), known=False), "9am to 5pm, and perhaps at other times"),
        (DayHours(DayState.ALL_DAY), "day and night"),
        (DayHours(DayState.CLOSED), "closed"),
        (DayHours(DayState.UNKNOWN), "hours not known"),
    ],
)
def test_the_hours_of_a_day_are_said_plainly(hours: DayHours, said: str) -> None:
    assert say_day(hours) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(0), "midnight"),
        (time(23, 59), "midnight"),
        (time(0, 15), "12:15am"),
        (time(9), "9am"),
        (time(12), "midday"),
        (time(12, 30), "12:30pm"),
        (time(17, 5), "5:05pm"),
    ],
)
def test_a_time_is_said_as_people_say_it(moment: time, said: str) -> None:
    assert say_time(moment) == said
