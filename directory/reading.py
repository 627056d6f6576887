"""Reads services into plain records: five statements, however many services."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnExpressionArgument,
    Connection,
    Row,
    Select,
    bindparam,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from directory.model import (
    Attribute,
    Contact,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    Taxonomy,
    TaxonomyTerm,
)
from directory.model.taxonomies import NEEDS, NOT_FOR
from directory.opening_hours import Hours, Period, outside_office_hours
from directory.record import Ages, ContactRecord, ServiceRecord
from directory.terms import HoursBasis


DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
FALLBACK = aliased(Service)
IDS: BindParameter[Sequence[str]] = bindparam("ids", expanding=True)
OWNERS: BindParameter[Sequence[str]] = bindparam("owners", expanding=True)
SERVICES = (
    select(
        Service.id,
        Service.slug,
        Service.name,
        Organization.name.label("organization"),
        Service.description,
        Service.status,
        Service.public,
        Service.minimum_age,
        Service.maximum_age,
        Service.caller,
        Service.assured_date,
        Service.read_on,
        FALLBACK.slug.label("fallback"),
        Service.what_happens,
        Service.told_to_police,
        Service.for_whom,
        Service.not_for,
    )
    .join(Service.organization)
    .outerjoin(FALLBACK, Service.fallback_id == FALLBACK.id)
)
CONTACTS = select(
    Contact.id,
    Contact.service_id,
    Contact.channel,
    Contact.name,
    Contact.url,
    Contact.email,
    Phone.number,
    Contact.free,
    Contact.hours_basis,
    Contact.minimum_age,
    Contact.maximum_age,
    Contact.verified,
    Contact.confirmed_on,
    Contact.read_on,
    Contact.withdrawn_at,
)
CONTACTS = CONTACTS.outerjoin(Contact.phones).where(Contact.service_id.in_(IDS)).order_by(Contact.position)
TERMS = (
    select(Attribute.link_id, Taxonomy.slug, TaxonomyTerm.term, Attribute.first_line)
    .join(Attribute.taxonomy_term)
    .join(TaxonomyTerm.taxonomy)
    .where(Taxonomy.slug.in_((NEEDS, NOT_FOR)), Attribute.link_id.in_(IDS))
)
AREAS = select(ServiceArea.service_id, ServiceArea.contact_id, ServiceArea.code).where(
    or_(ServiceArea.service_id.in_(IDS), ServiceArea.contact_id.in_(OWNERS))
)
SCHEDULES = select(
    Schedule.service_id,
    Schedule.contact_id,
    Schedule.freq,
    Schedule.interval,
    Schedule.byday,
    Schedule.opens_at,
    Schedule.closes_at,
    Schedule.bank_holidays,
    Schedule.valid_from,
    Schedule.valid_to,
)
SCHEDULES = SCHEDULES.where(or_(Schedule.service_id.in_(IDS), Schedule.contact_id.in_(OWNERS))).order_by(
    Schedule.position
)
Record = Row[*tuple[Any, ...]]
Rows = Sequence[Any]
Statement = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class _Parts:
    """The rows that belong to services and contacts, by the id of their owner."""

    needs: Mapping[str, Mapping[str, int | None]]
    not_for: Mapping[str, frozenset[str]]
    areas: Mapping[str, frozenset[str]]
    hours: Mapping[str, Hours]
    contacts: Mapping[str, Rows]


def services_where(*which: ColumnExpressionArgument[bool]) -> Statement:
    """A statement for `read_services`: made once, at import, it is compiled once too."""
    return SERVICES.where(*which).order_by(Service.slug)


def read_services(session: Session, statement: Statement, **parameters: object) -> list[ServiceRecord]:
    """The services that a statement of `services_where` finds, hidden and withdrawn parts included."""
    session.flush()  # what this transaction has changed is read too
    reader = session.connection()  # plain columns: the session's own way of reading costs half as much again
    services = reader.execute(statement, parameters).all()
    if not services:
        return []
    parts = _read_parts(reader, [row.id for row in services])
    return [_service(row, parts) for row in services]


def _read_parts(reader: Connection, ids: list[str]) -> _Parts:
    contacts = reader.execute(CONTACTS, {"ids": ids}).all()
    owners = {"ids": ids, "owners": [row.id for row in contacts]}
    terms = reader.execute(TERMS, {"ids": ids}).all()
    areas = reader.execute(AREAS, owners).all()
    return _Parts(
        needs=_needs(terms),
        not_for=_sets((row.link_id, row.term) for row in terms if row.slug == NOT_FOR),
        areas=_sets((row.contact_id or row.service_id, row.code) for row in areas),
        hours=_hours(reader.execute(SCHEDULES, owners).all()),
        contacts=_grouped(contacts),
    )


def _needs(terms: Rows) -> dict[str, dict[str, int | None]]:
    found: dict[str, dict[str, int | None]] = defaultdict(dict)
    for row in terms:
        if row.slug == NEEDS:
            found[row.link_id][row.term] = row.first_line
    return found


def _sets(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for owner, value in pairs:
        found[owner].add(value)
    return {owner: frozenset(values) for owner, values in found.items()}


def _grouped(contacts: Rows) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for row in contacts:
        found[row.service_id].append(row)
    return found


def _hours(schedules: Rows) -> dict[str, Hours]:
    found: dict[str, list[Period]] = defaultdict(list)
    for row in schedules:
        found[row.contact_id or row.service_id].append(_period(row))
    return {owner: Hours(tuple(periods)) for owner, periods in found.items()}


def _period(row: Record) -> Period:
    limits = {"valid_from": row.valid_from, "valid_to": row.valid_to}
    return Period(
        days=frozenset(DAYS[day] for day in (row.byday or "").split(",") if day in DAYS),
        opens=row.opens_at,
        closes=row.closes_at,
        bank_holidays=row.bank_holidays,
        # Monthly and fortnightly rules are kept, but never make us say that a line is open.
        certain=row.freq == "WEEKLY" and row.interval in (None, 1),
        **{name: day for name, day in limits.items() if day is not None},
    )


def _service(row: Record, parts: _Parts) -> ServiceRecord:
    ages = Ages(row.minimum_age, row.maximum_age)
    areas = parts.areas.get(row.id, frozenset())
    contacts = (_contact(item, parts, ages, areas, row) for item in parts.contacts.get(row.id, ()))
    return ServiceRecord(
        id=row.id,
        slug=row.slug,
        name=row.name,
        organization=row.organization,
        description=row.description,
        status=row.status,
        public=row.public,
        ages=ages,
        areas=areas,
        needs=parts.needs.get(row.id, {}),
        not_for_needs=parts.not_for.get(row.id, frozenset()),
        caller=row.caller,
        hours=parts.hours.get(row.id),
        confirmed_on=row.assured_date,
        read_on=row.read_on,
        fallback=row.fallback,
        contacts=tuple(contacts),
        what_happens=row.what_happens,
        told_to_police=row.told_to_police,
        for_whom=row.for_whom,
        not_for=row.not_for,
    )


def _contact(
    item: Record, parts: _Parts, ages: Ages, areas: frozenset[str], service: Record
) -> ContactRecord:
    own_ages = Ages(item.minimum_age, item.maximum_age)
    return ContactRecord(
        id=item.id,
        channel=item.channel,
        label=item.name or "",
        value=item.number or item.url or item.email or "",
        free=item.free,
        hours=_contact_hours(item, parts.hours),
        outside_office_hours=item.hours_basis is HoursBasis.OUTSIDE_OFFICE_HOURS,
        ages=own_ages if own_ages.are_limited else ages,
        areas=parts.areas.get(item.id, areas),
        verified=item.verified,
        confirmed=item.confirmed_on is not None,
        checked_on=item.confirmed_on or item.read_on or service.read_on,
        withdrawn=item.withdrawn_at is not None,
    )


def _contact_hours(item: Record, hours: Mapping[str, Hours]) -> Hours | None:
    """A contact's own hours win; a night line has the complement of its own office hours or the service's."""
    if item.hours_basis is HoursBasis.UNKNOWN:
        return None
    if item.hours_basis is HoursBasis.OWN:
        return hours.get(item.id)
    if item.hours_basis is HoursBasis.SERVICE:
        return hours.get(item.service_id)
    return outside_office_hours(hours.get(item.id) or hours.get(item.service_id))
