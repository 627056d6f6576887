"""HSDS-UK 3.0 -> our records: what a file says, unconfirmed, for a session to take in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import inspect

from directory import model
from directory.hsds import shapes
from directory.hsds.shape import Shape
from directory.model.declarative import Base
from directory.opening_hours import LONDON
from directory.terms import Verification


Record = TypeVar("Record", bound=Base)
NEVER_TAKEN = frozenset({"assured_date", "last_modified"})  # a file confirms nothing and dates nothing


@dataclass(frozen=True)
class Reading:
    """When the file is read, and whether the ids of small parts are kept (for a service that is new)."""

    at: datetime
    keep_ids: bool


def new_service(shape: shapes.Service, *, at: datetime) -> model.Service:
    """A service with all its parts; the caller sets its organization. Nothing of it counts as confirmed."""
    reading = Reading(at, keep_ids=True)
    service = model.Service(
        **service_values(shape),
        id=str(shape.id),
        slug=shape.signpost.slug,
        public=True,
        read_on=at.astimezone(LONDON).date(),
        last_modified=at,
        **parts_of(shape, reading),
    )
    service.contacts = [new_contact(each, n, reading) for n, each in enumerate(shape.contacts or ())]
    service.service_at_locations = [_at_location(each) for each in shape.service_at_locations or ()]
    return service


def service_values(shape: shapes.Service) -> dict[str, Any]:
    """The plain fields of a service, ours included."""
    taken = _same(model.Service, shape) | _same(model.Service, shape.signpost)
    return {name: value for name, value in taken.items() if name not in {"id", "slug"}}


def parts_of(shape: shapes.Service, reading: Reading) -> dict[str, list[Any]]:
    """The lists that hang on a service, by the name they have on it; contacts and locations apart."""
    return {
        "schedules": schedules(shape.schedules, reading),
        "service_areas": areas(shape.service_areas, reading),
        "languages": _all(model.Language, shape.languages, reading),
        "funding": _all(model.Funding, shape.funding, reading),
        "cost_options": _all(model.CostOption, shape.cost_options, reading),
        "attributes": [_attribute(each, reading) for each in shape.attributes or ()],
    }


def new_contact(shape: shapes.Contact, position: int, reading: Reading) -> model.Contact:
    """A contact with its numbers, hours and coverage, typed by a person and not confirmed by one."""
    contact = model.Contact(id=str(shape.id), position=position)
    fill_contact(contact, shape, reading)
    return contact


def fill_contact(contact: model.Contact, shape: shapes.Contact, reading: Reading) -> None:
    """Give a contact everything that a file says of it; whoever confirmed it did not confirm this."""
    more = shape.signpost
    for name, value in (_same(model.Contact, shape) | _same(model.Contact, more)).items():
        setattr(contact, name, value)
    contact.hours_basis = more.hours
    contact.phones = _all(model.Phone, shape.phones, reading)
    contact.schedules = schedules(more.schedules, reading)
    contact.service_areas = areas(more.service_areas, reading)
    contact.verified = Verification.PERSON
    contact.confirmed_on = contact.confirmed_by = None
    contact.read_on = reading.at.astimezone(LONDON).date()
    contact.last_modified = reading.at


def schedules(found: Iterable[shapes.Schedule] | None, reading: Reading) -> list[model.Schedule]:
    """Recurring periods, in the order of the file."""
    return [
        _record(model.Schedule, each, reading, position=n, bank_holidays=each.signpost.bank_holidays)
        for n, each in enumerate(found or ())
    ]


def areas(found: Iterable[shapes.ServiceArea] | None, reading: Reading) -> list[model.ServiceArea]:
    """Areas with the codes by which coverage is decided."""
    return [_record(model.ServiceArea, each, reading, code=each.signpost.code) for each in found or ()]


def new_organization(shape: shapes.Organization) -> model.Organization:
    """An organization that the directory does not have yet; whose parent it is, is not taken."""
    known_as = _all(model.OrganizationIdentifier, shape.organization_identifiers, _KEEP)
    return _record(
        model.Organization, shape, _KEEP, organization_identifiers=known_as, parent_organization_id=None
    )


def _attribute(shape: shapes.Attribute, reading: Reading) -> model.Attribute:
    first_line = shape.signpost.first_line if shape.signpost else None
    term = str(shape.taxonomy_term.id)
    return _record(
        model.Attribute, shape, reading, link_type="service", taxonomy_term_id=term, first_line=first_line
    )


def _at_location(shape: shapes.ServiceAtLocation) -> model.ServiceAtLocation:
    place = shape.location
    location = _record(
        model.Location,
        place,
        _KEEP,
        redacted=False,  # it stood in a public file
        addresses=_all(model.Address, place.addresses, _KEEP),
        accessibility=_all(model.Accessibility, place.accessibility, _KEEP),
    )
    return _record(model.ServiceAtLocation, shape, _KEEP, location=location)


def _all(kind: type[Record], found: Iterable[Shape] | None, reading: Reading) -> list[Record]:
    return [_record(kind, each, reading) for each in found or ()]


def _record(kind: type[Record], shape: Shape, reading: Reading, **given: Any) -> Record:
    values = _same(kind, shape)
    if not reading.keep_ids:
        values.pop("id", None)
    return kind(**(values | given))


def _same(kind: type[Base], shape: Shape) -> dict[str, Any]:
    """The shape's fields that are columns of the same name."""
    columns = set(inspect(kind).column_attrs.keys()) - NEVER_TAKEN
    names = (name for name in type(shape).model_fields if name in columns)
    return {name: _stored(getattr(shape, name)) for name in names}


def _stored(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return Decimal(str(value)) if isinstance(value, float) else value


_KEEP = Reading(datetime.min, keep_ids=True)
