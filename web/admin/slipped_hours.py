"""Hours that are more likely a slip: open while the next day opens, or through a very long night."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time, timedelta

from directory.opening_hours import MIDNIGHT


LONGEST_NIGHT = timedelta(hours=14)  # what a night line needs at most: 6pm to 8am
Span = tuple[time, time]
Week = Sequence[Sequence[Span]]  # the spans of Monday to Sunday


@dataclass(frozen=True)
class Place:
    """Which span of which day, both counted from 0."""

    day: int
    span: int


def overlaps(week: Week) -> list[Place]:
    """The spans that end after the next day has opened; Monday follows Sunday."""
    return [
        place
        for place, (_, closes) in _nights(week)
        if any(opens < closes for opens, _ in week[(place.day + 1) % 7])
    ]


def long_nights(week: Week) -> list[Place]:
    """The spans that pass midnight and last longer than a night line's."""
    return [place for place, span in _nights(week) if _length(span) > LONGEST_NIGHT]


def _nights(week: Week) -> Iterator[tuple[Place, Span]]:
    """The spans that pass midnight; one that ends at midnight does not."""
    for day, spans in enumerate(week):
        for number, (opens, closes) in enumerate(spans):
            if MIDNIGHT < closes < opens:
                yield Place(day, number), (opens, closes)


def _length(span: Span) -> timedelta:
    opens, closes = (timedelta(hours=each.hour, minutes=each.minute) for each in span)
    return (closes - opens) % timedelta(days=1)
