"""Periods as the text that the history keeps and proposals carry, and back; days as HSDS writes them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time

from directory.model import Schedule
from directory.opening_hours import Period
from directory.terms import OnBankHolidays


DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKLY = "WEEKLY"
NO_DAYS = "-"
LINE = re.compile(
    r"(?P<days>-|(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*) "
    r"(?P<opens>\d\d:\d\d)-(?P<closes>\d\d:\d\d), bank holidays (?P<rule>[a-z-]+)"
    r"(?:, from (?P<start>\d{4}-\d\d-\d\d))?(?:, until (?P<end>\d{4}-\d\d-\d\d))?"
    r"(?:, each (?P<freq>[A-Z]+)(?: (?P<interval>\d+))?(?: on (?P<monthdays>[\d,-]+))?)?"
)


class NotHours(ValueError):
    """Text that no schedule is written as."""


def byday(days: Iterable[int]) -> str:
    """Days counted from Monday, 0, as iCalendar codes in the order of the week."""
    return ",".join(DAY_CODES[day] for day in sorted(days))


def schedules_as_text(schedules: Iterable[Schedule]) -> str | None:
    """One line for each schedule, such as "MO,TU 09:00-17:00, bank holidays closed"; None without any."""
    return "\n".join(_line(each) for each in schedules) or None


def periods_as_text(periods: Sequence[Period]) -> str | None:
    """Weekly periods in the same words as schedules; None without any."""
    return schedules_as_text(schedule_of(period, place) for place, period in enumerate(periods))


def schedules_from_text(text: str | None) -> list[Schedule]:
    """The schedules that such lines tell of. Raises NotHours."""
    return [_schedule(line, place) for place, line in enumerate((text or "").split("\n")) if line]


def schedule_of(period: Period, position: int) -> Schedule:
    """A weekly period as it is stored."""
    return Schedule(
        position=position,
        freq=WEEKLY,
        byday=byday(period.days),
        opens_at=period.opens,
        closes_at=period.closes,
        bank_holidays=period.bank_holidays,
        valid_from=None if period.valid_from == date.min else period.valid_from,
        valid_to=None if period.valid_to == date.max else period.valid_to,
    )


def _line(each: Schedule) -> str:
    rule = each.bank_holidays or OnBankHolidays.UNKNOWN
    text = f"{each.byday or NO_DAYS} {each.opens_at:%H:%M}-{each.closes_at:%H:%M}, bank holidays {rule.value}"
    text += f", from {each.valid_from.isoformat()}" if each.valid_from else ""
    text += f", until {each.valid_to.isoformat()}" if each.valid_to else ""
    freq = each.freq or WEEKLY
    if freq == WEEKLY and each.interval in (None, 1) and not each.bymonthday:
        return text
    text += f", each {freq}" + (f" {each.interval}" if each.interval else "")
    return text + (f" on {each.bymonthday}" if each.bymonthday else "")


def _schedule(line: str, position: int) -> Schedule:
    read = LINE.fullmatch(line)
    if read is None or read["rule"] not in set(OnBankHolidays):
        raise NotHours("not-hours")
    try:
        return Schedule(
            position=position,
            freq=read["freq"] or WEEKLY,
            interval=int(read["interval"]) if read["interval"] else None,
            byday=None if read["days"] == NO_DAYS else read["days"],
            bymonthday=read["monthdays"],
            opens_at=time.fromisoformat(read["opens"]),
            closes_at=time.fromisoformat(read["closes"]),
            bank_holidays=OnBankHolidays(read["rule"]),
            valid_from=date.fromisoformat(read["start"]) if read["start"] else None,
            valid_to=date.fromisoformat(read["end"]) if read["end"] else None,
        )
    except ValueError:
        raise NotHours("not-hours") from None
