"""Tests of weekly periods as text."""

from datetime import time

from directory.model import Schedule
from directory.schedule_text import byday, schedules_as_text
from directory.terms import OnBankHolidays


def test_days_are_written_in_the_order_of_the_week() -> None:
    assert byday({4, 0, 6}) == "MO,FR,SU"


def test_hours_are_told_a_line_for_each_period_and_none_without() -> None:
    schedule = Schedule(
        byday="SA", opens_at=time(9, 30), closes_at=time(13), bank_holidays=OnBankHolidays.CLOSED
    )
    assert schedules_as_text([schedule, schedule]) == "\n".join(["SA 09:30-13:00, bank holidays closed"] * 2)
    assert schedules_as_text([]) is None
