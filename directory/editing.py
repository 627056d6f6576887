"""Every change that staff make to the directory, with its history in the same transaction.

Errors are those of directory.saving and FixedNumber; a number that cannot be rung raises
directory.phones.PhoneError. The outermost caller commits.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from directory.checking import checked_values
from directory.fields import Values, guarded_changes, write_values
from directory.fixed_numbers import is_fixed
from directory.history import Action, Editor
from directory.model import Contact, Phone, Service
from directory.opening_hours import LONDON, Period
from directory.phones import checked_number
from directory.saving import (
    Edit,
    EditedMeanwhile,
    EditError,
    ImpossibleHours,
    NeedsApproval,
    NotFound,
    apply,
    current_values,
)
from directory.schedule_text import schedule_of
from directory.terms import WITHHELD_UNTIL_CONFIRMED, HoursBasis, ServiceStatus, Verification


__all__ = [
    "EditError",
    "EditedMeanwhile",
    "Editor",
    "FixedNumber",
    "ImpossibleHours",
    "NeedsApproval",
    "NotFound",
    "change_phone",
    "change_schedule",
    "change_values",
    "confirm_contact",
    "confirm_service",
    "current_values",
    "restore_contact",
    "set_status",
    "withdraw_contact",
]


class FixedNumber(EditError):
    """A number that the law fixes, such as 999: it can be withdrawn, and never replaced."""


def change_phone(
    session: Session,
    phone_id: str,
    *,
    number: str,
    by: Editor,
    at: datetime,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Give a phone another number, which counts as confirmed by the person who typed it.

    `seen` is the contact's version that the editor was shown.
    Raises NotFound, EditedMeanwhile, PhoneError, FixedNumber.
    """
    phone = session.get(Phone, phone_id)
    if phone is None:
        raise NotFound
    checked = checked_number(number, phone.contact.channel)
    if checked != phone.number and is_fixed(phone.number):
        raise FixedNumber

    def change() -> None:
        phone.number = checked
        phone.contact.verified = Verification.PERSON
        _confirm(phone.contact, by, at)

    apply(session, phone.contact, Edit(by, at, seen, reason, Action.UPDATE), change)


def change_values(
    session: Session,
    owner_id: str,
    values: Values,
    *,
    by: Editor,
    at: datetime,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Publish new values of fields that need no second person, such as a name, a description or a note.

    Raises NotFound, EditedMeanwhile, NeedsApproval, directory.checking.BadValue.
    """
    owner = _owner(session, owner_id)
    checked = checked_values(owner, values)
    if guarded_changes(owner, checked):
        raise NeedsApproval
    edit = Edit(by, at, seen, reason, Action.UPDATE)
    apply(session, owner, edit, lambda: write_values(owner, checked))


def change_schedule(
    session: Session,
    owner_id: str,
    *,
    periods: Sequence[Period],
    by: Editor,
    at: datetime,
    basis: HoursBasis = HoursBasis.OWN,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Replace the hours of a contact or of a service by these periods; none means not known.

    A contact may instead keep the service's hours, or those outside them, by its `basis`.
    Raises NotFound, EditedMeanwhile, ImpossibleHours.
    """
    owner = _owner(session, owner_id)
    _check_periods(periods)

    def change() -> None:
        if isinstance(owner, Contact):
            owner.hours_basis = basis
        owner.schedules[:] = [schedule_of(period, position) for position, period in enumerate(periods)]

    apply(session, owner, Edit(by, at, seen, reason, Action.UPDATE), change)


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


def restore_contact(
    session: Session,
    contact_id: str,
    *,
    by: Editor,
    at: datetime,
    checked: bool = False,
    seen: int | None = None,
    reason: str | None = None,
) -> None:
    """Put a withdrawn contact back: as confirmed when whoever does it has `checked` it, else unconfirmed.

    Raises NotFound, EditedMeanwhile.
    """
    contact = _contact(session, contact_id)

    def change() -> None:
        if checked:
            _confirm(contact, by, at)
        elif contact.withdrawn_at is not None:  # what made it go may have made it wrong
            contact.confirmed_on = contact.confirmed_by = None
        contact.withdrawn_at = None

    apply(session, contact, Edit(by, at, seen, reason, Action.RESTORE), change)


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


def _owner(session: Session, owner_id: str) -> Contact | Service:
    owner = session.get(Contact, owner_id) or session.get(Service, owner_id)
    if owner is None:
        raise NotFound
    return owner


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


def _check_periods(periods: Sequence[Period]) -> None:
    for period in periods:
        if not period.days or (period.opens == period.closes != time(0)):
            raise ImpossibleHours


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
