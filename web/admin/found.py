"""The records that an address names, or a plain 404: an address must name the parts of one service."""

from uuid import UUID

from fastapi import HTTPException
from sqlalchemy.orm import Session

from directory.model import Contact, Phone, Service


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
