"""Adding a contact or a service: people see nothing of it until a second person has agreed.

Errors are those of directory.checking. Whether a role may add is the caller's to check. The caller commits.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from directory.approval.proposing import Asking, propose
from directory.chain import queue_to_write
from directory.checking import BadValue, Fault, checked_values
from directory.fields import YES, Owner, Values, read_values, write_values
from directory.history import Act, Action, differences, record
from directory.model import Contact, Organization, Phone, Service
from directory.opening_hours import LONDON
from directory.terms import NUMBERED, ContactChannel, HoursBasis, ProposalKind, Verification


LONGEST_SLUG = 60


@dataclass(frozen=True)
class NewContact:
    """A way to reach a service that the directory does not have yet."""

    channel: ContactChannel
    value: str
    name: str | None = None  # as a card shows it
    hours_basis: HoursBasis = HoursBasis.UNKNOWN

    @property
    def field(self) -> str:
        """The field that holds its value."""
        if self.channel in NUMBERED:
            return "number"
        return "email" if self.channel is ContactChannel.EMAIL else "url"


def checked_contact(new: NewContact) -> NewContact:
    """The contact as it is stored, its number grouped as people say it. Raises BadValue."""
    if not new.value.strip():
        raise BadValue(new.field, Fault.MISSING)
    blank = Contact(channel=new.channel)
    checked = checked_values(blank, {new.field: new.value, "name": new.name})
    return replace(new, value=checked[new.field] or "", name=checked["name"])


def add_contact(session: Session, service: Service, new: NewContact, asking: Asking) -> str:
    """Add a contact, withdrawn until a second person shows it; returns the id of what waits.

    It then counts as confirmed by whoever typed it. Raises BadValue.
    """
    checked = checked_contact(new)
    queue_to_write(session)
    session.refresh(service, ["contacts"])
    if any(_same(each, checked) for each in service.contacts):
        raise BadValue(checked.field, Fault.ALREADY_THERE)
    position = max((each.position for each in service.contacts), default=-1) + 1
    contact = _contact(checked, asking, position=position)
    contact.withdrawn_at = asking.at
    service.contacts.append(contact)
    session.flush()
    _tell(session, service, contact, asking)
    again = Asking(asking.by, asking.at, reason=asking.reason)
    kind = ProposalKind.NEW_CONTACT
    return propose(session, contact, {"withdrawn_at": None}, again, kind=kind, checked=True).id


def checked_service(session: Session, organization: Organization, values: Values) -> dict[str, str | None]:
    """The values of a new service as they are stored. Raises BadValue."""
    checked = checked_values(Service(), values)
    named = func.lower(Service.name) == str(checked["name"]).lower()
    same = select(Service.id).where(Service.organization_id == organization.id, named)
    if session.scalar(same) is not None:
        raise BadValue("name", Fault.ALREADY_THERE)
    return checked


def add_service(
    session: Session,
    organization: Organization,
    values: Values,
    contacts: Sequence[NewContact],
    asking: Asking,
) -> Service:
    """Add a service with its contacts, hidden until a second person shows it.

    `values` names at least the name, the description, the needs and the areas. Raises BadValue.
    """
    queue_to_write(session)
    checked = checked_service(session, organization, values)
    service = Service(
        id=str(uuid4()),
        slug=free_slug(session, str(checked["name"])),
        organization=organization,
        name=checked.pop("name"),
        description=checked.pop("description"),
        public=False,
        needs_human_check=False,
        read_on=asking.at.astimezone(LONDON).date(),
        last_modified=asking.at,
    )
    session.add(service)
    session.flush()
    write_values(service, checked)
    for position, each in enumerate(contacts):
        service.contacts.append(_contact(checked_contact(each), asking, position=position))
    session.flush()
    _tell(session, service, service, asking)
    for contact in service.contacts:
        _tell(session, service, contact, asking)
    propose_service(session, service, asking)
    return service


def propose_service(session: Session, service: Service, asking: Asking) -> str:
    """Ask a second person to show a service that people have not seen; returns the id of what waits.

    Raises EditedMeanwhile, NothingToPropose, AlreadyProposed.
    """
    kind = ProposalKind.NEW_SERVICE
    return propose(session, service, {"public": YES}, asking, kind=kind, checked=True).id


def free_slug(session: Session, name: str) -> str:
    """A slug made from a name, with a number behind it where another service has it already."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-") or "service"
    taken = set(session.scalars(select(Service.slug).where(Service.slug.startswith(slug))))
    tried, count = slug, 1
    while tried in taken:
        count += 1
        tried = f"{slug}-{count}"
    return tried


def _contact(new: NewContact, asking: Asking, *, position: int) -> Contact:
    day = asking.at.astimezone(LONDON).date()
    where: dict[str, Any] = {new.field: new.value}
    if new.channel in NUMBERED:
        where = {"phones": [Phone(number=new.value)]}
    return Contact(
        id=str(uuid4()),
        channel=new.channel,
        name=new.name,
        position=position,
        hours_basis=new.hours_basis,
        verified=Verification.PERSON,
        read_on=day,
        confirmed_on=day,
        confirmed_by=asking.by.id,
        last_modified=asking.at,
        **where,
    )


def _same(contact: Contact, new: NewContact) -> bool:
    return contact.channel is new.channel and read_values(contact)[new.field] == new.value


def _tell(session: Session, service: Service, owner: Owner, asking: Asking) -> None:
    """Begins the history of what was added."""
    now = read_values(owner)
    changes = differences(dict.fromkeys(now), now)
    act = Act(asking.by, asking.at, Action.CREATE, service.id, owner.__tablename__, owner.id, asking.reason)
    record(session, act, changes)
