from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from web.chat.moments import UK, closing_words, date_words, day_words, time_words


NOON = datetime(2026, 11, 23, 12, tzinfo=UK)  # a Monday


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (9, 0, "9am"),
        (17, 30, "5:30pm"),
        (12, 0, "midday"),
        (0, 0, "midnight"),
        (23, 59, "midnight"),
        (12, 15, "12:15pm"),
        (0, 5, "12:05am"),
    ],
)
def test_times_are_said_as_people_say_them(hour: int, minute: int, said: str) -> None:
    assert time_words(NOON.replace(hour=hour, minute=minute)) == said


def test_times_are_uk_times_in_summer_too() -> None:
    assert time_words(datetime(2026, 7, 1, 8, tzinfo=ZoneInfo("UTC"))) == "9am"


@pytest.mark.parametrize(
    ("day", "said"),
    [(23, "today"), (24, "tomorrow"), (25, "Wednesday"), (29, "Sunday"), (30, "Monday 30 November")],
)
def test_days_are_named_from_today(day: int, said: str) -> None:
    assert day_words(NOON.replace(day=day, hour=9), now=NOON) == said


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (NOON.replace(hour=20), "Open now until 8pm"),
        (NOON.replace(day=24, hour=0), "Open now until midnight"),
        (NOON.replace(day=24, hour=2), "Open now until 2am tomorrow"),
        (NOON.replace(day=26, hour=9), "Open now until 9am Thursday"),
    ],
)
def test_the_closing_day_is_named_only_where_it_is_not_plain(until: datetime, said: str) -> None:
    assert closing_words(until, now=NOON) == said


def test_a_date_is_written_in_full() -> None:
    assert date_words(date(2026, 11, 3)) == "3 November 2026"
