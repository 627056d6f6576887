"""What one person does alone: withdraw, close and confirm, each with its history in the same transaction.

Whatever shows people something new goes through directory.approval. Errors are those of directory.saving.
The outermost caller commits.
"""

from datetime import date, datetime

from sqlalchemy.orm import Session

from directory.history import Action, Editor
from directory.model import Contact, Service
from directory.opening_hours import LONDON
from directory.saving import (
    Edit,
    EditedMeanwhile,
    EditError,
    NeedsApproval,
    NotFound,
    apply,
    current_values,
)
from directory.terms import WITHHELD_UNTIL_CONFIRMED, ServiceStatus


__all__ = [
    "EditError",
    "EditedMeanwhile",
    "Editor",
    "NeedsApproval",
    "NotFound",
    "confirm_contact",
    "confirm_service",
    "current_values",
    "set_status",
    "withdraw_contact",
]


def withdraw_contact(
    session: Session,
    contact_id: str,
    *,
    by: Editor,
    at: datetime,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Take a contact out of the public's view at once. Raises NotFound, EditedMeanwhile."""
    contact = _contact(session, contact_id)

    def change() -> None:
        contact.withdrawn_at = contact.withdrawn_at or at

    apply(session, contact, Edit(by, at, seen, reason, Action.WITHDRAW), change)


def confirm_contact(
    session: Session,
    contact_id: str,
    *,
    by: Editor,
    at: datetime,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Say that a contact is right; it is shown wherever it was read. Raises NotFound, EditedMeanwhile."""
    contact = _contact(session, contact_id)
    apply(
        session,
        contact,
        Edit(by, at, seen, reason, Action.CONFIRM),
        lambda: _confirm(contact, by, at),
    )


def confirm_service(
    session: Session,
    service_id: str,
    *,
    by: Editor,
    at: datetime,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Say that a whole entry is right, its contacts in view included. Raises NotFound, EditedMeanwhile.

    Contacts that are withdrawn, or withheld until somebody confirms each by itself, are left alone.
    """
    service = _service(session, service_id)

    def change() -> None:
        service.assured_date = _day(at)

    apply(session, service, Edit(by, at, seen, reason, Action.CONFIRM), change)
    for contact in service.contacts:
        if contact.withdrawn_at is None and contact.verified not in WITHHELD_UNTIL_CONFIRMED:
            confirm_contact(session, contact.id, by=by, at=at, reason=reason)


def set_status(
    session: Session,
    service_id: str,
    *,
    status: ServiceStatus,
    by: Editor,
    at: datetime,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Suspend or close a service at once; its fallback takes its place.

    Raises NotFound, EditedMeanwhile; NeedsApproval for one that is to run again.
    """
    service = _service(session, service_id)
    if status is ServiceStatus.ACTIVE:
        raise NeedsApproval

    def change() -> None:
        service.status = status

    apply(session, service, Edit(by, at, seen, reason, Action.WITHDRAW), change)


def _contact(session: Session, contact_id: str) -> Contact:
    contact = session.get(Contact, contact_id)
    if contact is None:
        raise NotFound
    return contact


def _service(session: Session, service_id: str) -> Service:
    service = session.get(Service, service_id)
    if service is None:
        raise NotFound
    return service


def _confirm(contact: Contact, by: Editor, at: datetime) -> None:
    contact.confirmed_on = _day(at)
    contact.confirmed_by = by.id


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
