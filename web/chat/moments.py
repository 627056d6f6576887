"""Moments and opening times as people in the UK say them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from vocabulary.times import say_time
from vocabulary.words import words


UK = ZoneInfo("Europe/London")


def time_words(moment: datetime) -> str:
    """The UK time of day: 9am, 5:30pm, midday, midnight."""
    return say_time(moment.astimezone(UK).time().replace(second=0, microsecond=0))


def day_words(moment: datetime, *, now: datetime) -> str:
    """The UK day of a moment seen from now: today, tomorrow, Monday, Monday 4 January."""
    day = moment.astimezone(UK).date()
    ahead = (day - now.astimezone(UK).date()).days
    if ahead in {0, 1}:
        return words(("day.today", "day.tomorrow")[ahead])
    name = words(f"day.{day.weekday()}")
    if 1 < ahead < 7:
        return name
    return words("day.date", day=name, date=_day_and_month(day))


def date_words(day: date) -> str:
    """A date in full: 23 November 2026."""
    return words("date.full", date=_day_and_month(day), year=str(day.year))


def closing_words(until: datetime, *, now: datetime) -> str:
    """Until when something open is open; the day is named only where it is not plain."""
    is_this_night = until.astimezone(UK) <= _midnight_after(now)
    if is_this_night:
        return words("open.until", time=time_words(until))
    return words("open.until.day", time=time_words(until), day=day_words(until, now=now))


def _day_and_month(day: date) -> str:
    return words("date.day", day=str(day.day), month=words(f"month.{day.month}"))


def _midnight_after(now: datetime) -> datetime:
    local = now.astimezone(UK)
    return local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
