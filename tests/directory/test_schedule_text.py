"""Tests of weekly periods as text."""

from datetime import time

import pytest

from directory.model import Schedule
from directory.schedule_text import NotHours, byday, schedules_as_text, schedules_from_text
from directory.terms import OnBankHolidays


def test_days_are_written_in_the_order_of_the_week() -> None:
    assert byday({4, 0, 6}) == "MO,FR,SU"


def test_hours_are_told_a_line_for_each_period_and_none_without() -> None:
    schedule = Schedule(
        byday="SA", opens_at=time(9, 30), closes_at=time(13), bank_holidays=OnBankHolidays.CLOSED
    )
    assert schedules_as_text([schedule, schedule]) == "\n".join(["SA 09:30-13:00, bank holidays closed"] * 2)
    assert schedules_as_text([]) is None


@pytest.mark.parametrize(
    "text",
    [
        "MO,TU 09:00-17:00, bank holidays closed",
        "SA 22:00-02:00, bank holidays unknown\nSU 00:00-00:00, bank holidays as-usual",
        "MO 09:00-17:00, bank holidays closed, from 2026-12-01, until 2027-01-05",
        "MO 09:00-17:00, bank holidays closed, until 2027-01-05",
        "TU 09:00-17:00, bank holidays closed, each WEEKLY 2",
        "- 09:00-17:00, bank holidays closed, each MONTHLY on 1,15",
    ],
)
def test_hours_come_back_as_they_were_told(text: str) -> None:
    assert schedules_as_text(schedules_from_text(text)) == text


def test_no_hours_come_back_as_none() -> None:
    assert schedules_from_text(None) == []


@pytest.mark.parametrize(
    "text",
    [
        "9 to 5",
        "MO 25:00-17:00, bank holidays closed",
        "MO 09:00-17:00, bank holidays never",
        "XX 09:00-17:00, bank holidays closed",
        "MO 09:00-17:00, bank holidays closed, from 2026-13-01",
    ],
)
def test_text_that_tells_no_hours_is_refused(text: str) -> None:
    with pytest.raises(NotHours):
        schedules_from_text(text)
