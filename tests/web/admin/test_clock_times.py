"""Times of day as people type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.admin.clock_times import NotATime, read_time, say_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9am", time(9)),
        ("9 AM", time(9)),
        (" 9.30am ", time(9, 30)),
        ("9:30 pm", time(21, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12.15am", time(0, 15)),
        ("17:30", time(17, 30)),
        ("09.00", time(9)),
        ("9:00", time(9)),
        ("0900", time(9)),
        ("24:00", time(0)),
        ("noon", time(12)),
        ("midday", time(12)),
        ("Midnight", time(0)),
    ],
)
def test_a_time_is_understood_however_it_is_written(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "9",
        "25:00",
        "24:30",
        "9:60",
        "13pm",
        "0am",
        "nine",
        "9am-5pm",
        "9:5",
        "2460",
        "930",
        "-9:00",
        "٩am",
        "9am\x00",
    ],
)
def test_what_is_no_time_or_could_be_two_is_refused(typed: str) -> None:
    with pytest.raises(NotATime):
        read_time(typed)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(9), "9am"),
        (time(17, 30), "5.30pm"),
        (time(0), "midnight"),
        (time(12), "midday"),
        (time(0, 5), "12.05am"),
    ],
)
def test_a_time_is_said_as_gov_uk_writes_it(moment: time, said: str) -> None:
    assert say_time(moment) == said


@given(st.times().map(lambda each: each.replace(second=0, microsecond=0)))
def test_what_pages_say_can_be_typed(moment: time) -> None:
    assert read_time(say_time(moment)) == moment
