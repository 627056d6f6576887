"""Reads services into plain records: one statement, however many services."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, ColumnExpressionArgument, Row, Select, SQLColumnExpression, or_, select
from sqlalchemy.orm import Session, aliased

from directory.dialects import json_row, json_rows
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
from directory.terms import ContactChannel, HoursBasis, OnBankHolidays, Verification


DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
PERIODS_REMEMBERED = 4096
CHANNELS = {each.value: each for each in ContactChannel}
BASES = {each.value: each for each in HoursBasis}
VERIFICATIONS = {each.value: each for each in Verification}
Record = Row[*tuple[Any, ...]]
Values = Sequence[Any]
Statement = Select[*tuple[Any, ...]]


def _all(column: SQLColumnExpression[Any], *where: ColumnElement[bool]) -> ColumnElement[Any]:
    return select(json_rows(column)).where(*where).correlate(Service, Contact).scalar_subquery()


PERIOD = json_row(
    Schedule.position,
    Schedule.freq,
    Schedule.interval,
    Schedule.byday,
    Schedule.opens_at,
    Schedule.closes_at,
    Schedule.bank_holidays,
    Schedule.valid_from,
    Schedule.valid_to,
)
CONTACT = json_row(
    Contact.position,
    Contact.id,
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
    Contact.withdrawn_at.is_not(None),
    _all(ServiceArea.code, ServiceArea.contact_id == Contact.id),
    _all(PERIOD, Schedule.contact_id == Contact.id),
)
CONTACTS = (
    select(json_rows(CONTACT))
    .select_from(Contact)
    .outerjoin(Contact.phones)
    .where(Contact.service_id == Service.id)
    .correlate(Service)
    .scalar_subquery()
)
TERMS = (
    select(json_rows(json_row(Taxonomy.slug, TaxonomyTerm.term, Attribute.first_line)))
    .select_from(Attribute)
    .join(Attribute.taxonomy_term)
    .join(TaxonomyTerm.taxonomy)
    .where(or_(Taxonomy.slug == NEEDS, Taxonomy.slug == NOT_FOR), Attribute.link_id == Service.id)
    .correlate(Service)
    .scalar_subquery()
)
FALLBACK = aliased(Service)
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
        json_row(
            TERMS,
            CONTACTS,
            _all(ServiceArea.code, ServiceArea.service_id == Service.id),
            _all(PERIOD, Schedule.service_id == Service.id),
        ).label("parts"),
    )
    .outerjoin(Service.organization)
    .outerjoin(FALLBACK, Service.fallback_id == FALLBACK.id)
)


def services_where(*which: ColumnExpressionArgument[bool]) -> Statement:
    """A statement for `read_services`: made once, at import, it is compiled once too."""
    return SERVICES.where(*which)


def read_services(session: Session, statement: Statement, **parameters: object) -> list[ServiceRecord]:
    """What a statement of `services_where` finds, by slug, hidden and withdrawn parts included."""
    session.flush()  # what this transaction has changed is read too
    reader = session.connection()  # plain columns: the session's own way of reading costs half as much again
    found = [_service(row) for row in reader.execute(statement, parameters).all()]
    return sorted(found, key=attrgetter("slug"))  # in SQL, its order could be taken for the way to search


def _service(row: Record) -> ServiceRecord:
    terms, contacts, codes, periods = (part or () for part in row.parts)
    ages = Ages(row.minimum_age, row.maximum_age)
    areas = frozenset(codes)
    hours = _hours(periods)
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
        needs={term: place for taxonomy, term, place in terms if taxonomy == NEEDS},
        not_for_needs=frozenset(term for taxonomy, term, _ in terms if taxonomy == NOT_FOR),
        caller=row.caller,
        hours=hours,
        confirmed_on=row.assured_date,
        read_on=row.read_on,
        fallback=row.fallback,
        contacts=tuple(
            _contact(each, ages, areas, hours, row.read_on) for each in sorted(contacts, key=_position)
        ),
        what_happens=row.what_happens,
        told_to_police=row.told_to_police,
        for_whom=row.for_whom,
        not_for=row.not_for,
    )


def _contact(
    values: Values, ages: Ages, areas: frozenset[str], hours: Hours | None, read_on: date
) -> ContactRecord:
    """A contact from the columns of CONTACT; the rest is the service's."""
    _, key, channel, name, url, email, number, free, basis, youngest, oldest, *rest = values
    verified, confirmed_on, checked_on, withdrawn, own_areas, periods = rest
    checked = confirmed_on or checked_on
    return ContactRecord(
        id=key,
        channel=CHANNELS[channel],
        label=name or "",
        value=number or url or email or "",
        free=None if free is None else bool(free),
        hours=_contact_hours(BASES[basis], _hours(periods), hours),
        outside_office_hours=BASES[basis] is HoursBasis.OUTSIDE_OFFICE_HOURS,
        ages=ages if youngest is None and oldest is None else Ages(youngest, oldest),
        areas=frozenset(own_areas) if own_areas else areas,
        verified=VERIFICATIONS[verified],
        confirmed=confirmed_on is not None,
        checked_on=date.fromisoformat(checked) if checked else read_on,
        withdrawn=bool(withdrawn),
    )


def _contact_hours(basis: HoursBasis, own: Hours | None, service: Hours | None) -> Hours | None:
    """A contact's own hours win; a night line has the complement of its own office hours or the service's."""
    if basis is HoursBasis.UNKNOWN:
        return None
    if basis is HoursBasis.OWN:
        return own
    if basis is HoursBasis.SERVICE:
        return service
    return outside_office_hours(own or service)


def _hours(periods: Iterable[Values] | None) -> Hours | None:
    """The hours of the columns of PERIOD; absent where none are told."""
    if not periods:
        return None
    return Hours(tuple(_period(*values) for _, *values in sorted(periods, key=_position)))


@lru_cache(PERIODS_REMEMBERED)
def _period(
    freq: str,
    interval: int | None,
    byday: str | None,
    opens_at: str,
    closes_at: str,
    bank_holidays: str,
    valid_from: str | None,
    valid_to: str | None,
) -> Period:
    return Period(
        days=frozenset(DAYS[day] for day in (byday or "").split(",") if day in DAYS),
        opens=time.fromisoformat(opens_at),
        closes=time.fromisoformat(closes_at),
        bank_holidays=OnBankHolidays(bank_holidays),
        valid_from=date.fromisoformat(valid_from) if valid_from else date.min,
        valid_to=date.fromisoformat(valid_to) if valid_to else date.max,
        # Monthly and fortnightly rules are kept, but never make us say that a line is open.
        certain=freq == "WEEKLY" and interval in (None, 1),
    )


def _position(values: Values) -> int:
    position: int = values[0]
    return position
