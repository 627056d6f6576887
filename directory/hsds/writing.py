"""Our records -> HSDS-UK 3.0, without anything that the public may not see.

Left out always: redacted locations, `assurer_email`, staff's notes and sources, coverage that nobody
knows yet, and every contact that the caller does not name as shown.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from directory import model
from directory.hsds import shapes
from directory.hsds.shape import Shape
from directory.model.taxonomies import NEEDS, NOT_FOR, ROLES
from directory.terms import ContactChannel


UNKNOWN_AREA = "check-area"
LINK_TYPES = {NEEDS: "service", ROLES: "intended_audience", NOT_FOR: "not_for"}
AnyShape = TypeVar("AnyShape", bound=Shape)


def service_shape(service: model.Service, *, shown: frozenset[str]) -> shapes.Service:
    """A whole service; `shown` holds the ids of the contacts that the public may see."""
    contacts = _contacts(service, shown)
    places = (each for each in service.service_at_locations if not each.location.redacted)
    return same_shape(
        shapes.Service,
        service,
        url=first_value(contacts, ContactChannel.WEBSITE),
        email=first_value(contacts, ContactChannel.EMAIL),
        last_modified=last_change(service),
        signpost=_more(service),
        organization=organization_shape(service.organization),
        schedules=_schedules(service.schedules),
        service_areas=_areas(service.service_areas),
        service_at_locations=tuple(_at_location(each) for each in _in_order(places)) or None,
        languages=tuple(same_shape(shapes.Language, each) for each in service.languages) or None,
        funding=tuple(same_shape(shapes.Funding, each) for each in _in_order(service.funding)) or None,
        cost_options=tuple(same_shape(shapes.CostOption, each) for each in _in_order(service.cost_options))
        or None,
        contacts=contacts or None,
        attributes=tuple(_attribute(each) for each in _in_order(service.attributes)) or None,
    )


def summary_shape(service: model.Service, *, shown: frozenset[str]) -> shapes.ServiceSummary:
    """A service as lists show it."""
    contacts = _contacts(service, shown)
    return same_shape(
        shapes.ServiceSummary,
        service,
        url=first_value(contacts, ContactChannel.WEBSITE),
        email=first_value(contacts, ContactChannel.EMAIL),
        last_modified=last_change(service),
        signpost=_more(service),
        organization=same_shape(shapes.OrganizationSummary, service.organization),
    )


def first_value(contacts: Iterable[shapes.Contact], channel: ContactChannel) -> str | None:
    """The web address or e-mail address that stands for the service: that of its first such contact."""
    found = (each for each in contacts if each.signpost.channel is channel)
    return next((each.email or each.signpost.url for each in found), None)


def last_change(service: model.Service) -> datetime:
    """When the service or any of its contacts, shown or not, was changed last."""
    return max([service.last_modified, *(each.last_modified for each in service.contacts)])


def organization_shape(organization: model.Organization) -> shapes.Organization:
    """Who provides a service."""
    known_as = (
        same_shape(shapes.OrganizationIdentifier, each)
        for each in _in_order(organization.organization_identifiers)
    )
    return same_shape(shapes.Organization, organization, organization_identifiers=tuple(known_as) or None)


def term_shape(term: model.TaxonomyTerm) -> shapes.TaxonomyTerm:
    """A term with the name of its taxonomy."""
    return same_shape(shapes.TaxonomyTerm, term, taxonomy=term.taxonomy.name)


def location_shape(location: model.Location) -> shapes.Location:
    """A place with its addresses; the caller leaves out what is redacted."""
    # HSDS-UK demands a postcode: an address without one says no more than the location's name.
    addresses = tuple(
        same_shape(shapes.Address, each) for each in _in_order(location.addresses) if each.postal_code
    )
    access = tuple(same_shape(shapes.Accessibility, each) for each in _in_order(location.accessibility))
    return same_shape(shapes.Location, location, addresses=addresses or None, accessibility=access or None)


def same_shape(shape: type[AnyShape], record: object, **given: object) -> AnyShape:
    """A shape of the record's fields of the same name; `given` wins."""
    same = {
        name: getattr(record, name)
        for name in shape.model_fields
        if name not in given and hasattr(record, name)
    }
    return shape.model_validate({**same, **given}, from_attributes=True)


def _more(service: model.Service) -> shapes.ServiceMore:
    return same_shape(
        shapes.ServiceMore,
        service,
        checked=service.assured_date or service.read_on,
        confirmed=service.assured_date is not None,
    )


def _contacts(service: model.Service, shown: frozenset[str]) -> tuple[shapes.Contact, ...]:
    return tuple(_contact(each) for each in service.contacts if each.id in shown)


def _contact(contact: model.Contact) -> shapes.Contact:
    more = same_shape(
        shapes.ContactMore,
        contact,
        hours=contact.hours_basis,
        schedules=_schedules(contact.schedules),
        service_areas=_areas(contact.service_areas),
        checked=contact.confirmed_on or contact.read_on,
        confirmed=contact.confirmed_on is not None,
    )
    phones = tuple(same_shape(shapes.Phone, each) for each in _in_order(contact.phones))
    return same_shape(shapes.Contact, contact, phones=phones or None, signpost=more)


def _schedules(schedules: Iterable[model.Schedule]) -> tuple[shapes.Schedule, ...] | None:
    found = (
        same_shape(shapes.Schedule, each, signpost=shapes.ScheduleMore(bank_holidays=each.bank_holidays))
        for each in schedules
    )
    return tuple(found) or None


def _areas(areas: Iterable[model.ServiceArea]) -> tuple[shapes.ServiceArea, ...] | None:
    found = (
        same_shape(shapes.ServiceArea, each, signpost=shapes.ServiceAreaMore(code=each.code))
        for each in areas
        if each.code != UNKNOWN_AREA
    )
    return tuple(found) or None


def _at_location(place: model.ServiceAtLocation) -> shapes.ServiceAtLocation:
    return same_shape(shapes.ServiceAtLocation, place, location=location_shape(place.location))


def _attribute(attribute: model.Attribute) -> shapes.Attribute:
    term = attribute.taxonomy_term
    first = attribute.first_line
    return same_shape(
        shapes.Attribute,
        attribute,
        link_type=LINK_TYPES.get(term.taxonomy.slug, attribute.link_type),
        taxonomy_term=term_shape(term),
        signpost=None if first is None else shapes.AttributeMore(first_line=first),
    )


Owned = TypeVar("Owned")


def _in_order(records: Iterable[Owned]) -> list[Owned]:
    """In the order of their ids, so that the same records always make the same JSON and ETag."""
    return sorted(records, key=lambda each: str(getattr(each, "id")))  # noqa: B009 - typed by nobody
