"""The records that an address names, or a plain 404: an address must name the parts of one service.

`find_x` is for pages that only managers use; `kept_x` also asks whether this person may do what they came for
with this service, as an editor keeps their own organization's only.
"""

from uuid import UUID

from fastapi import HTTPException
from sqlalchemy.orm import Session

from directory.model import Contact, Phone, Proposal, Service
from directory.permissions import Deed, NotPermitted, check_can, sees_all
from web.accounts.errors import NotAllowed
from web.accounts.guard import StaffMember


def find_service(session: Session, service_id: UUID) -> Service:
    """The service with this id. Raises HTTPException(404)."""
    service = session.get(Service, str(service_id))
    if service is None:
        raise HTTPException(404)
    return service


def find_contact(session: Session, service_id: UUID, contact_id: UUID) -> Contact:
    """The contact with this id of this service. Raises HTTPException(404)."""
    contact = session.get(Contact, str(contact_id))
    if contact is None or contact.service_id != str(service_id):
        raise HTTPException(404)
    return contact


def find_phone(session: Session, service_id: UUID, phone_id: UUID) -> Phone:
    """The phone with this id of this service. Raises HTTPException(404)."""
    phone = session.get(Phone, str(phone_id))
    if phone is None or phone.contact.service_id != str(service_id):
        raise HTTPException(404)
    return phone


def kept_service(session: Session, service_id: UUID, *, by: StaffMember, to: Deed) -> Service:
    """The service, for somebody who may do this with it. Raises HTTPException(404), NotAllowed."""
    service = find_service(session, service_id)
    check_may(by, to, service)
    return service


def kept_contact(
    session: Session, service_id: UUID, contact_id: UUID, *, by: StaffMember, to: Deed
) -> Contact:
    """The contact, for somebody who may do this with it. Raises HTTPException(404), NotAllowed."""
    contact = find_contact(session, service_id, contact_id)
    check_may(by, to, contact.service)
    return contact


def kept_phone(session: Session, service_id: UUID, phone_id: UUID, *, by: StaffMember, to: Deed) -> Phone:
    """The phone, for somebody who may do this with it. Raises HTTPException(404), NotAllowed."""
    phone = find_phone(session, service_id, phone_id)
    check_may(by, to, phone.contact.service)
    return phone


def find_proposal(session: Session, proposal_id: UUID, *, by: StaffMember) -> tuple[Proposal, Service]:
    """The proposal with this id and its service. Raises HTTPException(404).

    Raises NotAllowed for an editor, who learns of no proposal whether it is another's or not there.
    """
    proposal = session.get(Proposal, str(proposal_id))
    service = session.get(Service, proposal.service_id) if proposal else None
    if proposal is None or service is None:
        raise HTTPException(404) if sees_all(by) else NotAllowed
    return proposal, service


def check_may(member: StaffMember, deed: Deed, service: Service | None) -> None:
    """Raises NotAllowed unless the person may do this with the service, or with the directory as a whole."""
    try:
        check_can(member, deed, service.organization_id if service else None)
    except NotPermitted:
        raise NotAllowed from None
