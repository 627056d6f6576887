"""The fields of contacts and services that staff change, each read and written as the text of the history.

One way in and out serves edits, proposals, the history and going back to an earlier value.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import object_session

from directory.model import Attribute, Contact, Service, ServiceArea, Taxonomy, TaxonomyTerm
from directory.model.taxonomies import NEEDS
from directory.schedule_text import schedules_as_text, schedules_from_text
from directory.starter.area_names import AREA_NAMES
from directory.terms import Caller, HoursBasis, ServiceStatus, Verification
from directory.told_ways import tells_a_way


Owner = Contact | Service
Values = Mapping[str, str | None]
YES, NO = "yes", "no"
GSS_URI = "http://statistics.data.gov.uk/id/statistical-geography/"


@dataclass(frozen=True)
class Field:
    """One field; a guarded one waits for a second person, unless its new value is one of the `free` ones."""

    name: str
    read: Callable[[Any], str | None]
    write: Callable[[Any, str | None], None]
    guarded: bool = False
    free: Callable[[str | None], bool] = lambda _: False
    restorable: bool = True  # whether staff go back to an earlier value of it


def read_values(owner: Owner) -> dict[str, str | None]:
    """All fields of a contact or a service as text."""
    return {field.name: field.read(owner) for field in fields_of(owner).values()}


def write_values(owner: Owner, values: Values) -> None:
    """Writes the fields that are named; a value as `read_values` gives it. Raises KeyError, ValueError."""
    fields = fields_of(owner)
    for name, value in values.items():
        if fields[name].read(owner) != value:
            fields[name].write(owner, value)


def guarded_changes(owner: Owner, values: Values) -> dict[str, str | None]:
    """Those of the values that differ from what is there and that need a second person."""
    fields = fields_of(owner)
    return {
        name: value
        for name, value in values.items()
        if fields[name].guarded and fields[name].read(owner) != value and not fields[name].free(value)
    }


def fields_of(owner: Owner) -> Mapping[str, Field]:
    """The fields of this kind of record by name, in the order in which they are told."""
    return SERVICE_FIELDS if isinstance(owner, Service) else CONTACT_FIELDS


def _plain(name: str, **more: Any) -> Field:
    def read(owner: Owner) -> str | None:
        value: str | None = getattr(owner, name)
        return value

    def write(owner: Owner, value: str | None) -> None:
        setattr(owner, name, value)

    return Field(name, read, write, **more)


def _said(name: str) -> Field:
    """Words that people read: a number or an address in them waits for a second person."""
    return _plain(name, guarded=True, free=lambda value: not tells_a_way(value))


def _whole(name: str, *, guarded: bool = False) -> Field:
    def read(owner: Owner) -> str | None:
        value = getattr(owner, name)
        return None if value is None else str(value)

    def write(owner: Owner, value: str | None) -> None:
        setattr(owner, name, None if value is None else int(value))

    return Field(name, read, write, guarded)


def _yes_no(name: str) -> Field:
    def read(owner: Owner) -> str | None:
        value = getattr(owner, name)
        return None if value is None else YES if value else NO

    def write(owner: Owner, value: str | None) -> None:
        setattr(owner, name, None if value is None else value == YES)

    return Field(name, read, write)


def _day(name: str, *, restorable: bool = True) -> Field:
    def read(owner: Owner) -> str | None:
        value = getattr(owner, name)
        return None if value is None else value.isoformat()

    def write(owner: Owner, value: str | None) -> None:
        setattr(owner, name, None if value is None else date.fromisoformat(value))

    return Field(name, read, write, restorable=restorable)


def _one_of(name: str, closed_list: type[StrEnum], **more: Any) -> Field:
    def read(owner: Owner) -> str | None:
        value = getattr(owner, name)
        return None if value is None else str(value.value)

    def write(owner: Owner, value: str | None) -> None:
        setattr(owner, name, closed_list(str(value)))

    return Field(name, read, write, **more)


def _read_number(contact: Contact) -> str | None:
    return contact.phones[0].number if contact.phones else None


def _write_number(contact: Contact, value: str | None) -> None:
    if value is None or not contact.phones:
        raise ValueError("no-number")
    contact.phones[0].number = value


def _write_hours(owner: Owner, value: str | None) -> None:
    owner.schedules[:] = schedules_from_text(value)


def _read_areas(owner: Owner) -> str | None:
    return ",".join(sorted(area.code for area in owner.service_areas)) or None


def _write_areas(owner: Owner, value: str | None) -> None:
    there = {area.code: area for area in owner.service_areas}
    owner.service_areas[:] = [there.get(code) or _area(code) for code in _listed(value)]


def _area(code: str) -> ServiceArea:
    uri = GSS_URI + code if code.startswith("E0") else None
    return ServiceArea(code=code, name=AREA_NAMES.get(code, code), uri=uri)


def _read_needs(service: Service) -> str | None:
    """Such as "cuckooing:1,housing": each need, with its place where it is among the first to try."""
    ranked = ((each.taxonomy_term.term, each.first_line) for each in _needs(service))
    told = (f"{term}:{place}" if place else term for term, place in ranked)
    return ",".join(sorted(told)) or None


def _write_needs(service: Service, value: str | None) -> None:
    wanted = dict(_need(each) for each in _listed(value))
    there = {each.taxonomy_term.term: each for each in _needs(service)}
    for term, attribute in there.items():
        if term not in wanted:
            service.attributes.remove(attribute)
    for term, place in wanted.items():
        attribute = there.get(term) or _attribute(service, term)
        attribute.first_line = place


def _attribute(service: Service, term: str) -> Attribute:
    session = object_session(service)
    assert session is not None
    named = select(TaxonomyTerm).join(TaxonomyTerm.taxonomy)
    found = session.scalars(named.where(Taxonomy.slug == NEEDS, TaxonomyTerm.term == term)).one_or_none()
    if found is None:
        raise ValueError("no-such-need")
    attribute = Attribute(taxonomy_term=found)
    service.attributes.append(attribute)
    return attribute


def _needs(service: Service) -> list[Attribute]:
    return [each for each in service.attributes if each.taxonomy_term.taxonomy.slug == NEEDS]


def _need(text: str) -> tuple[str, int | None]:
    term, _, place = text.partition(":")
    return term, int(place) if place else None


def _read_public(service: Service) -> str:
    return YES if service.public else NO


def _write_public(service: Service, value: str | None) -> None:
    service.public = value == YES


def _read_withdrawn(contact: Contact) -> str | None:
    return None if contact.withdrawn_at is None else contact.withdrawn_at.isoformat()


def _write_withdrawn(contact: Contact, value: str | None) -> None:
    contact.withdrawn_at = None if value is None else datetime.fromisoformat(value)


def _listed(value: str | None) -> list[str]:
    return [each for each in (value or "").split(",") if each]


def _by_name(fields: Iterable[Field]) -> dict[str, Field]:
    return {field.name: field for field in fields}


HOURS = Field("hours", lambda owner: schedules_as_text(owner.schedules), _write_hours, guarded=True)
AREAS = Field("areas", _read_areas, _write_areas, guarded=True)
AGES = (_whole("minimum_age", guarded=True), _whole("maximum_age", guarded=True))

CONTACT_FIELDS = _by_name(
    (
        _said("name"),
        Field("number", _read_number, _write_number, guarded=True),
        _plain("url", guarded=True),
        _plain("email", guarded=True),
        HOURS,
        _one_of("hours_basis", HoursBasis, guarded=True),
        *AGES,
        AREAS,
        _plain("note"),
        Field(
            "withdrawn_at",
            _read_withdrawn,
            _write_withdrawn,
            guarded=True,
            free=lambda value: value is not None,  # a wrong contact goes at once
            restorable=False,
        ),
        _day("confirmed_on", restorable=False),
        Field(
            "confirmed_by",
            lambda c: c.confirmed_by,
            lambda c, v: setattr(c, "confirmed_by", v),
            restorable=False,
        ),
        _one_of("verified", Verification, restorable=False),
    )
)
SERVICE_FIELDS = _by_name(
    (
        _said("name"),
        _said("description"),
        _one_of(
            "status",
            ServiceStatus,
            guarded=True,
            free=lambda value: value != ServiceStatus.ACTIVE.value,  # a wrong service goes at once
            restorable=False,
        ),
        Field(
            "public",
            _read_public,
            _write_public,
            guarded=True,
            free=lambda value: value == NO,
            restorable=False,
        ),
        _day("assured_date", restorable=False),
        HOURS,
        Field("needs", _read_needs, _write_needs, guarded=True),
        AREAS,
        *AGES,
        _one_of("caller", Caller, guarded=True),
        _plain("for_whom", guarded=True),
        _plain("not_for", guarded=True),
        _said("referral"),
        _said("what_happens"),
        _said("told_to_police"),
        _yes_no("leaves_voicemail"),
        _yes_no("shows_on_bill"),
        _yes_no("withholds_number"),
        _said("capacity"),
        _day("capacity_on"),
        _plain("staff_notes"),
    )
)
