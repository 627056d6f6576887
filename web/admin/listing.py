"""The list of services that managers see: found by name, organization, number or address, page by page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import Session

from directory.eligibility import is_offered, shown_contacts
from directory.freshness import Freshness, entry_freshness
from directory.lifelines import is_lifeline
from directory.model import Contact, Organization, Phone, Service
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.terms import ServiceStatus


PAGE_LENGTH = 25
LONGEST_SEARCH = 200
BETWEEN_DIGITS = " ()-+"
SHORTEST_NUMBER = 3
ESCAPE = "\\"
BY_ID = services_where(Service.id.in_(bindparam("wanted", expanding=True)))


class Shown(StrEnum):
    """Whether the public sees a service, and if not, why."""

    YES = "shown"
    HIDDEN = "hidden"
    CLOSED = "closed"
    UNCONFIRMED = "unconfirmed"
    OVERDUE = "overdue"
    WITHOUT_CONTACT = "without-contact"


@dataclass(frozen=True)
class Listed:
    """One line of the list."""

    id: str
    name: str
    organization: str
    confirmed_on: date | None
    read_on: date
    shown: Shown
    due: bool
    lifeline: bool


@dataclass(frozen=True)
class Found:
    """One page of the list; pages count from 1."""

    services: tuple[Listed, ...]
    total: int
    page: int
    pages: int


def list_services(
    session: Session, *, search: str, page: int, live: bool, today: date, organization_id: str | None = None
) -> Found:
    """The services in which every word of the search is found, by name; a page too far is the last one.

    Of one organization only, where one is named.
    """
    matching = _matching(search)
    if organization_id is not None:
        matching.append(Service.organization_id == organization_id)
    joined = select(Service.id).join(Service.organization).where(*matching)
    total = session.scalar(select(func.count()).select_from(joined.subquery())) or 0
    pages = max(1, -(-total // PAGE_LENGTH))
    page = min(max(page, 1), pages)
    by_name = joined.order_by(func.lower(Service.name), Service.id)
    ids = session.scalars(by_name.limit(PAGE_LENGTH).offset((page - 1) * PAGE_LENGTH)).all()
    return Found(tuple(_listed(session, ids, live=live, today=today)), total, page, pages)


def read_records(session: Session, ids: Sequence[str]) -> dict[str, ServiceRecord]:
    """The services with these ids as the pure parts of the directory see them, by id."""
    return {record.id: record for record in read_services(session, BY_ID, wanted=list(ids))}


def shown_to_public(service: ServiceRecord, *, live: bool, today: date) -> Shown:
    """Whether the public sees a service, and the first reason why not."""
    if service.status is not ServiceStatus.ACTIVE:
        return Shown.CLOSED
    if not service.public:
        return Shown.HIDDEN
    if not is_offered(service, live=live, today=today):
        overdue = entry_freshness(service, today=today) is Freshness.HIDDEN
        return Shown.OVERDUE if overdue else Shown.UNCONFIRMED
    if not shown_contacts(service, area=None, age=None, today=today):
        return Shown.WITHOUT_CONTACT
    return Shown.YES


def _listed(session: Session, ids: Sequence[str], *, live: bool, today: date) -> list[Listed]:
    records = read_records(session, ids)
    return [_line(records[each], live=live, today=today) for each in ids]


def _line(service: ServiceRecord, *, live: bool, today: date) -> Listed:
    return Listed(
        id=service.id,
        name=service.name,
        organization=service.organization,
        confirmed_on=service.confirmed_on,
        read_on=service.read_on,
        shown=shown_to_public(service, live=live, today=today),
        due=entry_freshness(service, today=today) is not Freshness.FRESH,
        lifeline=is_lifeline(service.slug),
    )


def _matching(search: str) -> list[ColumnElement[bool]]:
    tidy = " ".join(search[:LONGEST_SEARCH].replace("\x00", " ").split())
    number = tidy.translate(str.maketrans("", "", BETWEEN_DIGITS))
    if len(number) >= SHORTEST_NUMBER and number.isdecimal():
        return [_has_number(number)]
    return [_has_word(word) for word in tidy.split()]


def _has_word(word: str) -> ColumnElement[bool]:
    pattern = f"%{_escaped(word)}%"
    columns = (Service.name, Organization.name, Service.slug, Service.description)
    of_contact = (Contact.name, Contact.url, Contact.email)
    in_contact = Service.contacts.any(or_(*(column.ilike(pattern, escape=ESCAPE) for column in of_contact)))
    return or_(*(column.ilike(pattern, escape=ESCAPE) for column in columns), in_contact)


def _has_number(digits: str) -> ColumnElement[bool]:
    stored = func.replace(Phone.number, BETWEEN_DIGITS[0], "")
    for each in BETWEEN_DIGITS[1:]:
        stored = func.replace(stored, each, "")
    return Service.contacts.any(Contact.phones.any(stored.like(f"%{digits}%")))


def _escaped(word: str) -> str:
    return re.sub(r"([\\%_])", r"\\\1", word)
