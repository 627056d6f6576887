"""The hours of one day: of one line, and of each line of a service; UK time, England's bank holidays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import pairwise

from directory.opening_hours import LONDON, Hours, OpenState, edges_of, state_at
from directory.reaching import leading_contacts
from directory.record import ContactRecord, ServiceRecord


class DayState(StrEnum):
    """What a day is like as a whole."""

    ALL_DAY = "all-day"
    TIMES = "times"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class DaySpan:
    """From when until when, in UK time; midnight as the end is that of the day's end."""

    opens: time
    closes: time


@dataclass(frozen=True)
class DayHours:
    """The hours of one day; `spans` in order when the state is "times".

    What runs past midnight is cut there: the rest belongs to the next day. Where the rest of the day is not
    `known`, the line may answer at other times too.
    """

    state: DayState
    spans: tuple[DaySpan, ...] = ()
    known: bool = True


@dataclass(frozen=True)
class LineHours:
    """One line of a service on one day; label and value are empty for the service's own hours."""

    service: str  # its name
    label: str
    value: str  # the number, or the address of a chat
    hours: DayHours


UNKNOWN = DayHours(DayState.UNKNOWN, known=False)


def hours_on(hours: Hours | None, day: date) -> DayHours:
    """When a line answers on a UK day; hours that nobody knows are unknown."""
    if hours is None or not hours.periods:
        return UNKNOWN
    edges = edges_of(hours, day)
    states = [state_at(hours, moment) for moment in edges[:-1]]
    if set(states) == {OpenState.OPEN}:
        return DayHours(DayState.ALL_DAY)
    known = OpenState.UNKNOWN not in states
    if OpenState.OPEN not in states:
        return DayHours(DayState.CLOSED) if known else UNKNOWN
    return DayHours(DayState.TIMES, _spans(edges, states), known)


def lines_on(service: ServiceRecord, contacts: Sequence[ContactRecord], day: date) -> tuple[LineHours, ...]:
    """Each number of a service, or its chats where it has none, with its hours; else the service's own."""
    lines = tuple(
        LineHours(service.name, each.label, each.value, hours_on(each.hours, day))
        for each in leading_contacts(contacts)
    )
    return lines or (LineHours(service.name, "", "", hours_on(service.hours, day)),)


def _spans(edges: Sequence[datetime], states: Sequence[OpenState]) -> tuple[DaySpan, ...]:
    """The open stretches, with those that touch made one."""
    spans: list[list[datetime]] = []
    for (start, end), state in zip(pairwise(edges), states, strict=True):
        if state is not OpenState.OPEN:
            continue
        if spans and spans[-1][1] == start:
            spans[-1][1] = end
        else:
            spans.append([start, end])
    return tuple(DaySpan(_clock(start), _clock(end)) for start, end in spans)


def _clock(moment: datetime) -> time:
    return moment.astimezone(LONDON).time()
