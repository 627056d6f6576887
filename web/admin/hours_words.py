"""Opening hours as managers read them: one line for each run of days that keep the same times."""

from collections.abc import Sequence
from datetime import time

from directory.opening_hours import Period
from directory.terms import HoursBasis, OnBankHolidays
from web.admin.clock_times import say_time


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MIDNIGHT = time(0)
ALL_DAY = "24 hours"
CLOSED = "closed"
BASES = {
    HoursBasis.SERVICE: "The same hours as the service",
    HoursBasis.OUTSIDE_OFFICE_HOURS: "Outside office hours: nights, weekends and bank holidays",
    HoursBasis.UNKNOWN: "Hours not known",
}
BANK_HOLIDAYS = {
    OnBankHolidays.AS_USUAL: "Bank holidays: as usual",
    OnBankHolidays.CLOSED: "Bank holidays: closed",
    OnBankHolidays.UNKNOWN: "Bank holidays: not known",
}


def say_hours(basis: HoursBasis, periods: Sequence[Period]) -> list[str]:
    """The lines for a contact's or a service's hours."""
    if basis in BASES:
        return [BASES[basis]]
    if not periods:
        return [BASES[HoursBasis.UNKNOWN]]
    days = [_say_day(periods, day) for day in range(7)]
    lines = [f"{_say_days(run)}: {days[run[0]]}" for run in _runs(days)]
    if days == [ALL_DAY] * 7:
        lines = ["24 hours a day, every day"]
    rules = dict.fromkeys(period.bank_holidays for period in periods)
    lines += [BANK_HOLIDAYS[rule] for rule in rules]
    if any(not period.certain for period in periods):
        lines.append("Some of these times do not hold every week")
    return lines


def _say_day(periods: Sequence[Period], day: int) -> str:
    spans = sorted((each.opens, each.closes) for each in periods if day in each.days)
    if not spans:
        return CLOSED
    return ", and ".join(_say_span(opens, closes) for opens, closes in spans)


def _say_span(opens: time, closes: time) -> str:
    if opens == closes:
        return ALL_DAY if opens == MIDNIGHT else f"24 hours from {say_time(opens)}"
    next_day = " the next day" if closes < opens and closes != MIDNIGHT else ""
    return f"{say_time(opens)} to {say_time(closes)}{next_day}"


def _runs(days: Sequence[str]) -> list[list[int]]:
    runs: list[list[int]] = []
    for day, said in enumerate(days):
        if runs and days[runs[-1][-1]] == said:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _say_days(run: Sequence[int]) -> str:
    if len(run) == 7:
        return "Every day"
    if len(run) == 1:
        return DAYS[run[0]]
    joint = " and " if len(run) == 2 else " to "
    return DAYS[run[0]] + joint + DAYS[run[-1]]
