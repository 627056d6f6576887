"""Which day a question is about: "is it open on Sunday", "are they there tomorrow"."""

import re
from datetime import date, timedelta


_WEEKDAY = re.compile(
    r"\b(?:(mon)|(tues?)|(wed(?:nes)?)|(thu(?:rs)?)|(fri)|(sat(?:ur)?)|(sun))(?:day)?s?\b", re.IGNORECASE
)
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_TOMORROW = re.compile(r"\b(?:tomorrow|tomoz|tmrw|2moro)\b", re.IGNORECASE)
_WEEKEND = re.compile(r"\bweekends?\b", re.IGNORECASE)
SATURDAY = 5


def hear_day(text: str, *, today: date) -> date | None:
    """The day a text names, today or the next of its kind; None when it names none."""
    if _TODAY.search(text):
        return today
    if _TOMORROW.search(text):
        return today + timedelta(days=1)
    named = _WEEKDAY.search(text)
    if named:
        return _next(today, next(place for place, found in enumerate(named.groups()) if found))
    return _next(today, SATURDAY) if _WEEKEND.search(text) else None


def name_of(day: date) -> str:
    """The id of a weekday's word."""
    return f"day.{day.weekday()}"


def _next(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday()) % 7)
