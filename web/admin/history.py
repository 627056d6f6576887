"""Who changed what in a service, when, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from directory.history import Action, history_of
from directory.model import Contact, Metadata
from directory.opening_hours import LONDON, Period
from directory.reading import DAYS as DAY_CODES
from directory.terms import HoursBasis, OnBankHolidays
from web.admin.door import Manager
from web.admin.found import find_service
from web.admin.hours_words import BASES, say_hours
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
ACTIONS = {
    Action.UPDATE: "Changed",
    Action.WITHDRAW: "Withdrawn from the public",
    Action.RESTORE: "Put back",
    Action.CONFIRM: "Confirmed",
}
FIELDS = {
    "number": "Number",
    "hours_basis": "Kind of hours",
    "hours": "Times",
    "status": "Status",
    "confirmed_on": "Confirmed on",
    "assured_date": "Confirmed on",
}
SCHEDULE = re.compile(r"([A-Z,]+) (\d\d:\d\d)-(\d\d:\d\d), bank holidays ([a-z-]+)")
DATES = {"confirmed_on", "assured_date"}
NOTHING = "not set"


@dataclass(frozen=True)
class Line:
    """One field, before and after, each as lines of words."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One edit; `at` is in UK time."""

    what: str
    about: str
    who: str
    at: datetime
    reason: str | None
    lines: tuple[Line, ...]


@router.get("/{service_id}/history")
def show_history(service_id: UUID, request: Request, _member: Manager, session: Database) -> Response:
    """The changes of a service and its contacts, the newest first."""
    service = find_service(session, service_id)
    return page(request, "admin/history.html", service=service, entries=read_entries(session, service.id))


def read_entries(session: Session, service_id: str) -> list[Entry]:
    """The edits of a service and its contacts, the newest first."""
    changes = history_of(session, service_id)
    return [_entry(session, list(group)) for _, group in groupby(changes, key=lambda each: each.change_id)]


def _entry(session: Session, changes: Sequence[Metadata]) -> Entry:
    first = changes[0]
    contact = session.get(Contact, first.resource_id) if first.resource_type == "contact" else None
    return Entry(
        what=ACTIONS.get(Action(first.last_action_type), "Changed"),
        about=(contact.name or "one contact") if contact else "the service",
        who=first.updated_by_name,
        at=first.last_action_date.astimezone(LONDON),
        reason=first.reason,
        lines=tuple(_line(each) for field in FIELDS for each in changes if each.field_name == field),
    )


def _line(change: Metadata) -> Line:
    return Line(
        FIELDS[change.field_name],
        _words(change.field_name, change.previous_value),
        _words(change.field_name, change.replacement_value),
    )


def _words(field: str, value: str | None) -> tuple[str, ...]:
    if value is None:
        return (NOTHING,)
    if field == "hours_basis" and value in set(HoursBasis):
        return (BASES.get(HoursBasis(value), "Its own hours"),)
    if field in DATES:
        day = date.fromisoformat(value)
        return (f"{day.day} {day:%B %Y}",)
    if field == "hours":
        return _hours_words(value)
    return (value,)


def _hours_words(text: str) -> tuple[str, ...]:
    """The hours as the form says them; text of another form is shown as it was kept."""
    read = [SCHEDULE.fullmatch(line) for line in text.split("\n")]
    periods = [_period(each) for each in read if each]
    return tuple(say_hours(HoursBasis.OWN, periods)) if len(periods) == len(read) else tuple(text.split("\n"))


def _period(read: re.Match[str]) -> Period:
    days = frozenset(DAY_CODES[code] for code in read[1].split(",") if code in DAY_CODES)
    rule = OnBankHolidays(read[4])
    return Period(days, time.fromisoformat(read[2]), time.fromisoformat(read[3]), rule)
