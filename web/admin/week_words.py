"""The hours of a cell of the coverage in words: each day of the week as a few spans."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from itertools import groupby

from directory.coverage import HOURS, Cell
from web.admin.clock_times import say_time


NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Answer(StrEnum):
    """Whether somebody answers through an hour."""

    YES = "yes"
    PERHAPS = "perhaps"  # only on lines whose hours are not known
    NOBODY = "nobody"


@dataclass(frozen=True)
class Span:
    """Hours in a row with the same answer, such as "5pm to midnight"."""

    words: str
    answer: Answer


@dataclass(frozen=True)
class Day:
    """One day of the week, whole."""

    name: str
    spans: tuple[Span, ...]


def answer_at(cell: Cell, hour: int) -> Answer:
    """Whether somebody answers through an hour of the week, counted from Monday's midnight."""
    if hour not in cell.holes:
        return Answer.YES
    return Answer.PERHAPS if hour in cell.unsure else Answer.NOBODY


def days_of(cell: Cell) -> list[Day]:
    """The seven days, each from midnight to midnight."""
    return [Day(name, tuple(_spans(cell, number * HOURS))) for number, name in enumerate(NAMES)]


def _spans(cell: Cell, first: int) -> list[Span]:
    groups = groupby(range(HOURS), key=lambda hour: answer_at(cell, first + hour))
    return [_span(answer, list(hours)) for answer, hours in groups]


def _span(answer: Answer, hours: list[int]) -> Span:
    if len(hours) == HOURS:
        return Span("All day and night", answer)
    begins, ends = (say_time(time(hour % HOURS)) for hour in (hours[0], hours[-1] + 1))
    return Span(f"{begins} to {ends}", answer)
