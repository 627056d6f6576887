"""The hours of one day in the catalogue's words: "9am to midday, and 1pm to 5pm", "day and night"."""

from directory.day_hours import DayHours, DaySpan, DayState
from vocabulary.times import say_time
from vocabulary.words import words


def say_day(hours: DayHours) -> str:
    """The hours as they stand after "On Sunday:"; where part of the day is not known, that is said."""
    if hours.state is not DayState.TIMES:
        return words(f"hours.{hours.state.value}")
    said = _say_span(hours.spans[0])
    for span in hours.spans[1:]:
        said = words("hours.and", first=said, then=_say_span(span))
    return said if hours.known else words("hours.part", times=said)


def _say_span(span: DaySpan) -> str:
    return words("hours.span", opens=say_time(span.opens), closes=say_time(span.closes))
