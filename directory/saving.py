"""Saves one edit and its history together, and refuses whoever saw an older version.

EditError
├── NotFound            no such record
├── EditedMeanwhile     somebody else saved first; carries what is there now
└── NeedsApproval       a change of what people rely on, which only a second person publishes
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from directory.fields import Values, read_values
from directory.history import Act, Action, Approval, Editor, differences, record
from directory.model import Contact, Service


class EditError(Exception):
    """A change that was not made."""


class NotFound(EditError):
    """No such record."""


class NeedsApproval(EditError):
    """A change of what people rely on, which only a second person publishes."""


class EditedMeanwhile(EditError):
    """Somebody else saved first; `current` holds the values that are there now."""

    def __init__(self, current: Values, version: int) -> None:
        """Keep what the second editor must be shown."""
        super().__init__("edited-meanwhile")
        self.current = current
        self.version = version


@dataclass(frozen=True)
class Edit:
    """Who edits, when, which version they saw (None: they did not say), why, and who agreed."""

    by: Editor
    at: datetime
    seen: int | None
    reason: str | None
    action: Action
    approval: Approval | None = None


def current_values(owner: Contact | Service) -> dict[str, str | None]:
    """The fields that staff can change, as the history and a second editor are shown them."""
    return read_values(owner)


def apply(session: Session, owner: Contact | Service, edit: Edit, change: Callable[[], None]) -> None:
    """Make one change and write its history, both or neither.

    Raises EditedMeanwhile; the caller then rolls back, as `with sessions.begin()` does by itself.
    """
    key = owner.id
    check_seen(owner, edit.seen)
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


def check_seen(owner: Contact | Service, seen: int | None) -> None:
    """Raises EditedMeanwhile when a person saw an older version of this record."""
    if seen is not None and seen != owner.version:
        raise EditedMeanwhile(current_values(owner), owner.version)


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
        approval=edit.approval,
    )
