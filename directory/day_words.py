"""The hours of one day in the catalogue's words: "9am to midday, and 1pm to 5pm", "day and night"."""

from datetime import time

from directory.day_hours import DayHours, DaySpan, DayState
from vocabulary.words import words


NOON, MIDNIGHT = time(12), time(0)
LAST_MINUTE = time(23, 59)


def say_day(hours: DayHours) -> str:
    """The hours as they stand after "On Sunday:"; where part of the day is not known, that is said."""
    if hours.state is not DayState.TIMES:
        return words(f"hours.{hours.state.value}")
    said = _say_span(hours.spans[0])
    for span in hours.spans[1:]:
        said = words("hours.and", first=said, then=_say_span(span))
    return said if hours.known else words("hours.part", times=said)


def say_time(moment: time) -> str:
    """A time of day: 9am, 5:30pm, midday, midnight."""
    if moment in {MIDNIGHT, LAST_MINUTE}:
        return words("time.midnight")
    if moment == NOON:
        return words("time.midday")
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{(moment.hour - 1) % 12 + 1}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def _say_span(span: DaySpan) -> str:
    return words("hours.span", opens=say_time(span.opens), closes=say_time(span.closes))
