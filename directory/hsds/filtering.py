"""What a list of services is narrowed to, in SQL: words, terms, ages, and a day with its times."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased

from directory import model
from directory.eligibility import DISTRICTS
from directory.freshness import CONTACT_DAYS
from directory.lifelines import LIFELINES
from directory.terms import WITHHELD_UNTIL_CONFIRMED, HoursBasis
from vocabulary.areas import Breadth


KNOWN_AREAS = (Breadth.NATIONAL.value, Breadth.FORCE.value, *DISTRICTS)
OWN_AREA = aliased(model.ServiceArea)
AREA = aliased(model.ServiceArea)


@dataclass(frozen=True)
class Filters:
    """What a list is narrowed to; absent means not at all. Ages and times are those of HSDS's parameters."""

    search: str | None = None
    taxonomy_term_id: str | None = None
    taxonomy_id: str | None = None
    minimum_age: int | None = None  # services whose own minimum age is at least this
    maximum_age: int | None = None  # services whose own maximum age is at most this
    day: str | None = None  # "MO" to "SU": services with a period on this day
    start_time: time | None = None  # whose period begins at this time or later
    end_time: time | None = None  # and ends at this time or sooner, the same day


def narrowed(filters: Filters, *, today: date) -> list[ColumnElement[bool]]:
    """The rules of the filters; each word of a search has to stand in a name or in the description."""
    rules = [_says(word) for word in (filters.search or "").split()]
    if filters.taxonomy_term_id is not None:
        rules.append(_has_term(model.Attribute.taxonomy_term_id == filters.taxonomy_term_id))
    if filters.taxonomy_id is not None:
        rules.append(_has_term(model.TaxonomyTerm.taxonomy_id == filters.taxonomy_id))
    if filters.minimum_age is not None:
        rules.append(model.Service.minimum_age >= filters.minimum_age)
    if filters.maximum_age is not None:
        rules.append(model.Service.maximum_age <= filters.maximum_age)
    period = _period(filters)
    if period:
        rules.append(_has_period(period, today))
    return rules


def _says(word: str) -> ColumnElement[bool]:
    provider = select(model.Organization.id).where(model.Organization.name.icontains(word, autoescape=True))
    return or_(
        model.Service.name.icontains(word, autoescape=True),
        model.Service.description.icontains(word, autoescape=True),
        model.Service.organization_id.in_(provider),
    )


def _has_term(which: ColumnElement[bool]) -> ColumnElement[bool]:
    said = select(model.Attribute.link_id).join(model.Attribute.taxonomy_term).where(which)
    return model.Service.id.in_(said)


def _period(filters: Filters) -> list[ColumnElement[bool]]:
    """What one and the same period has to fulfil."""
    rules: list[ColumnElement[bool]] = []
    if filters.day is not None:
        rules.append(model.Schedule.byday.contains(filters.day))
    if filters.start_time is not None:
        rules.append(model.Schedule.opens_at >= filters.start_time)
    if filters.end_time is not None:  # what runs to midnight or beyond ends on no day at this time or sooner
        rules.append(model.Schedule.closes_at > model.Schedule.opens_at)
        rules.append(model.Schedule.closes_at <= filters.end_time)
    return rules


def _has_period(period: list[ColumnElement[bool]], today: date) -> ColumnElement[bool]:
    """Whether the service, or a contact that the public sees, has such a period of its own."""
    of_service = select(model.Schedule.service_id).where(model.Schedule.service_id.is_not(None), *period)
    of_contact = (
        select(model.Contact.service_id)
        .join(model.Schedule, model.Schedule.contact_id == model.Contact.id)
        .where(model.Contact.hours_basis == HoursBasis.OWN, *_is_shown(today), *period)
    )
    return or_(model.Service.id.in_(of_service), model.Service.id.in_(of_contact))


def _is_shown(today: date) -> tuple[ColumnElement[bool], ...]:
    """`eligibility.shown_contacts` for any place and age, in SQL."""
    contact, service = model.Contact, aliased(model.Service)
    mine = select(service.read_on).where(service.id == contact.service_id).scalar_subquery()
    lifelines = select(service.id).where(service.slug.in_(LIFELINES))
    too_old = today - timedelta(days=2 * CONTACT_DAYS)
    checked_on = func.coalesce(contact.confirmed_on, contact.read_on, mine)
    own = select(OWN_AREA.id).where(OWN_AREA.contact_id == contact.id).exists()
    here = or_(AREA.contact_id == contact.id, and_(AREA.service_id == contact.service_id, ~own))
    return (
        contact.withdrawn_at.is_(None),
        or_(contact.confirmed_on.is_not(None), contact.verified.not_in(WITHHELD_UNTIL_CONFIRMED)),
        or_(contact.service_id.in_(lifelines), checked_on > too_old),
        select(AREA.id).where(here, AREA.code.in_(KNOWN_AREAS)).exists(),
    )
