"""One usage event: what may be said of a visit, from closed lists only.

BadEvent(ValueError) is the error for an event that is not from the lists; it carries a name, never the value.
"""

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Outcome, PartOfDay, Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


OUTSIDE = "outside"  # the area of someone whom no district of West Mercia covers
AREAS = frozenset({*(district.value for district in District), OUTSIDE})
UK = ZoneInfo("Europe/London")
_KEY = re.compile(r"[0-9a-f]{32}", re.ASCII)
_LISTS: dict[str, type[StrEnum]] = {
    "part": PartOfDay,
    "traffic": Traffic,
    "channel": Channel,
    "step": Step,
    "need": Need,
    "age": AgeBand,
    "risk": Risk,
    "outcome": Outcome,
}
_OPTIONAL = frozenset({"need", "area", "age", "risk", "service", "outcome"})


class BadEvent(ValueError):
    """An event with a field outside its closed list; `args[0]` is the field's name."""


@dataclass(frozen=True, kw_only=True)
class UsageEvent:
    """One thing that happened in a visit. Raises BadEvent when a field is not from its list."""

    id: str  # idempotency key: 32 hexadecimal digits, random
    visit: str  # random key of the visit, unrelated to the conversation's token
    record_key: int  # the visit's random number, for noise that is the same whenever it is asked for
    date: date  # the day in the United Kingdom
    part: PartOfDay
    traffic: Traffic
    channel: Channel
    step: Step
    need: Need | None = None
    area: str | None = None  # a district's GSS code, or OUTSIDE
    age: AgeBand | None = None
    risk: Risk | None = None
    service: str | None = None  # the directory's UUID of a service
    outcome: Outcome | None = None  # how that service stood, or why none was shown

    def __post_init__(self) -> None:
        for name, allowed in _LISTS.items():
            _check(name, self._is_missing(name) or isinstance(getattr(self, name), allowed))
        _check("area", self.area is None or self.area in AREAS)
        _check("service", self.service is None or _is_uuid(self.service))
        _check("id", _is_key(self.id))
        _check("visit", _is_key(self.visit))
        _check("record_key", self.record_key == record_key(self.visit))
        _check("date", type(self.date) is date)

    def _is_missing(self, name: str) -> bool:
        return name in _OPTIONAL and getattr(self, name) is None


def new_visit(token_hex: Callable[[int], str] = secrets.token_hex) -> str:
    """A fresh random key for a visit: keep it only as long as the conversation lasts."""
    return token_hex(16)


def record_key(visit: str) -> int:
    """The visit's random number from 0 to 255: one byte of its random key, so it never varies within a visit.

    The range is that of the Office for National Statistics' cell-key perturbation.
    """
    return int(visit[-2:], 16)


def usage_event(
    *,
    visit: str,
    step: Step,
    at: datetime,
    traffic: Traffic,
    channel: Channel,
    need: Need | None = None,
    area: str | None = None,
    age: AgeBand | None = None,
    risk: Risk | None = None,
    service: str | None = None,
    outcome: Outcome | None = None,
    id: str | None = None,
) -> UsageEvent:
    """The event of a moment `at` (aware), of which only the UK day and its quarter are kept.

    A caller who may say the same thing twice passes an `id` of its own making. Raises BadEvent.
    """
    _check("at", at.tzinfo is not None)
    _check("visit", _is_key(visit))
    moment = at.astimezone(UK)
    return UsageEvent(
        id=id or secrets.token_hex(16),
        visit=visit,
        record_key=record_key(visit),
        date=moment.date(),
        part=PartOfDay.of(moment.hour),
        traffic=traffic,
        channel=channel,
        step=step,
        need=need,
        area=area,
        age=age,
        risk=risk,
        service=service,
        outcome=outcome,
    )


def to_line(event: UsageEvent) -> str:
    """The event as one line of JSON, without its line end."""
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    return json.dumps(values | {"date": event.date.isoformat()}, separators=(",", ":"))


def from_line(line: str) -> UsageEvent:
    """The event that a line of JSON holds. Raises BadEvent for anything that to_line did not write."""
    try:
        values = json.loads(line)
        lists = {name: allowed(values[name]) for name, allowed in _LISTS.items() if values.get(name)}
        return UsageEvent(**{**values, **lists, "date": date.fromisoformat(values["date"])})
    except BadEvent:
        raise
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadEvent("line") from None  # the cause could quote the line


def _check(name: str, is_right: bool) -> None:
    if not is_right:
        raise BadEvent(name)


def _is_key(value: object) -> bool:
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def _is_uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False
