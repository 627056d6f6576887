"""Saves one edit and its history together, and refuses whoever saw an older version.

EditError
├── NotFound            no such record
├── EditedMeanwhile     somebody else saved first; carries what is there now
└── ImpossibleHours     periods that nobody could keep
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from directory.history import Act, Action, Editor, differences, record
from directory.model import Contact, Service
from directory.schedule_text import schedules_as_text


Values = Mapping[str, str | None]


class EditError(Exception):
    """A change that was not made."""


class NotFound(EditError):
    """No such record."""


class ImpossibleHours(EditError):
    """Periods that nobody could keep: without a day, or ending when they begin."""


class EditedMeanwhile(EditError):
    """Somebody else saved first; `current` holds the values that are there now."""

    def __init__(self, current: Values, version: int) -> None:
        """Keep what the second editor must be shown."""
        super().__init__("edited-meanwhile")
        self.current = current
        self.version = version


@dataclass(frozen=True)
class Edit:
    """Who edits, when, which version they saw (None: they did not say), and why."""

    by: Editor
    at: datetime
    seen: int | None
    reason: str | None
    action: Action


def current_values(owner: Contact | Service) -> dict[str, str | None]:
    """The fields that staff can change, as the history and a second editor are shown them."""
    hours = schedules_as_text(owner.schedules)
    if isinstance(owner, Service):
        return {"status": owner.status.value, "assured_date": _iso(owner.assured_date), "hours": hours}
    return {
        "number": owner.phones[0].number if owner.phones else None,
        "hours": hours,
        "hours_basis": owner.hours_basis.value,
        "withdrawn_at": _iso(owner.withdrawn_at),
        "confirmed_on": _iso(owner.confirmed_on),
        "confirmed_by": owner.confirmed_by,
        "verified": owner.verified.value,
    }


def apply(session: Session, owner: Contact | Service, edit: Edit, change: Callable[[], None]) -> None:
    """Make one change and write its history, both or neither.

    Raises EditedMeanwhile; the caller then rolls back, as `with sessions.begin()` does by itself.
    """
    key = owner.id
    if edit.seen is not None and edit.seen != owner.version:
        raise EditedMeanwhile(current_values(owner), owner.version)
    before = current_values(owner)
    change()
    owner.last_modified = edit.at
    flag_modified(owner, "last_modified")  # so that the version counts on, whatever else changed
    try:
        session.flush()
    except StaleDataError:
        raise _edited_meanwhile(session, type(owner), key) from None
    changes = differences(before, current_values(owner))
    record(session, _act(owner, edit), changes)


def _edited_meanwhile(session: Session, kind: type[Contact | Service], key: str) -> EditedMeanwhile:
    # The session itself cannot read until its caller has rolled it back.
    with Session(session.get_bind()) as fresh:
        now = fresh.get_one(kind, key)
        assert isinstance(now, Contact | Service)
        return EditedMeanwhile(current_values(now), now.version)


def _act(owner: Contact | Service, edit: Edit) -> Act:
    return Act(
        by=edit.by,
        at=edit.at,
        action=edit.action,
        service_id=owner.id if isinstance(owner, Service) else owner.service_id,
        resource_type=owner.__tablename__,
        resource_id=owner.id,
        reason=edit.reason,
    )


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
