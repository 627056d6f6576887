"""Times of day as people type them ("9am", "17:30", "noon") and as pages say them ("9am", "5.30pm")."""

import re
from datetime import time


NAMED = {
    "noon": time(12),
    "midday": time(12),
    "12 noon": time(12),
    "midnight": time(0),
    "12 midnight": time(0),
}
TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?", re.ASCII)
FOUR_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)")


class NotATime(ValueError):
    """Text that is no time of day, or could be two of them; it holds no part of the text."""


def read_time(text: str) -> time:
    """The time of day that was typed. "9" alone is refused: it may be morning or evening.

    Raises NotATime.
    """
    tidy = " ".join(text.lower().split())
    if tidy in NAMED:
        return NAMED[tidy]
    four = FOUR_DIGITS.fullmatch(tidy)
    if four:
        return time(int(four[1]), int(four[2]))
    typed = TYPED.fullmatch(tidy)
    if not typed or not (typed[2] or typed[3]):
        raise NotATime("not-a-time")
    return _time(int(typed[1]), int(typed[2] or 0), half=typed[3])


def _time(hour: int, minute: int, *, half: str | None) -> time:
    if half and not 1 <= hour <= 12:
        raise NotATime("not-a-time")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24 and minute == 0:
        hour = 0
    if hour > 23 or minute > 59:
        raise NotATime("not-a-time")
    return time(hour, minute)


def say_time(moment: time) -> str:
    """The time of day as GOV.UK writes it."""
    if moment == time(12):
        return "midday"
    if moment == time(0):
        return "midnight"
    hour = moment.hour % 12 or 12
    minute = f".{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minute}{'am' if moment.hour < 12 else 'pm'}"
