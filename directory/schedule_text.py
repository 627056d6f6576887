"""Weekly periods as the text that the history keeps, and as HSDS writes days."""

from collections.abc import Iterable

from directory.model import Schedule


DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def byday(days: Iterable[int]) -> str:
    """Days counted from Monday, 0, as iCalendar codes in the order of the week."""
    return ",".join(DAY_CODES[day] for day in sorted(days))


def schedules_as_text(schedules: Iterable[Schedule]) -> str | None:
    """One line for each schedule, such as "MO,TU 09:00-17:00, bank holidays closed"; None without any."""
    lines = (
        f"{each.byday} {each.opens_at:%H:%M}-{each.closes_at:%H:%M}, bank holidays {each.bank_holidays.value}"
        for each in schedules
    )
    return "\n".join(lines) or None
