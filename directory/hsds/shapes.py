"""The shapes of HSDS-UK 3.0 that we give out and take back; what is ours alone stands under `signpost`.

HSDS-UK lists no phones under a contact; HSDS 3.0 does, and without them the feed would be of no use to
anybody in trouble, so they are there. Fields that are absent are left out, never null.
"""

from datetime import date, time
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from directory.hsds.shape import Moment, Name, Shape, Words, Years, storable
from directory.terms import Caller, ContactChannel, HoursBasis, OnBankHolidays, ServiceStatus


class ScheduleMore(Shape):
    """Ours: what a period does on England's bank holidays."""

    bank_holidays: OnBankHolidays


class Schedule(Shape):
    """A recurring period in UK time; it ends the next day when it does not end after it begins."""

    id: UUID
    valid_from: date | None = None
    valid_to: date | None = None
    dtstart: date | None = None
    freq: Literal["WEEKLY", "MONTHLY"] = "WEEKLY"
    interval: int | None = None
    byday: Name | None = None
    bymonthday: Name | None = None
    description: Words | None = None
    opens_at: time
    closes_at: time
    schedule_link: Words | None = None
    attending_type: Words | None = None
    notes: Words | None = None
    signpost: ScheduleMore


class ServiceAreaMore(Shape):
    """Ours: the code by which coverage is decided, a GSS code or a word such as "national"."""

    code: Name


class ServiceArea(Shape):
    """Where a service, or one of its contacts, is offered."""

    id: UUID
    name: Name
    extent: Words | None = None
    extent_type: Name | None = None
    uri: Words | None = None
    signpost: ServiceAreaMore


class Phone(Shape):
    """A number in the groups in which it is said."""

    id: UUID
    number: Annotated[str, Field(max_length=32), AfterValidator(storable)]
    description: Words | None = None


class ContactMore(Shape):
    """Ours: the kind of contact, and where its hours, ages or coverage differ from the service's."""

    channel: ContactChannel
    url: Words | None = None
    free: bool | None = None
    hours: HoursBasis
    minimum_age: Years | None = None
    maximum_age: Years | None = None
    schedules: tuple[Schedule, ...] | None = None
    service_areas: tuple[ServiceArea, ...] | None = None
    checked: date | None = None
    confirmed: bool = False


class Contact(Shape):
    """One way to reach a service."""

    id: UUID
    name: Name | None = None
    title: Name | None = None
    email: Name | None = None
    phones: tuple[Phone, ...] | None = None
    signpost: ContactMore


class Address(Shape):
    """Where a location is."""

    id: UUID
    attention: Name | None = None
    address_1: Words
    city: Name
    region: Name | None = None
    state_province: Name
    postal_code: Annotated[str, Field(max_length=10), AfterValidator(storable)]
    country: Annotated[str, Field(min_length=2, max_length=2)]
    address_type: Literal["physical", "postal", "virtual"]


class Accessibility(Shape):
    """What makes a location easy or hard to use."""

    id: UUID
    description: Words | None = None
    details: Words | None = None
    url: Words | None = None


class LocationSummary(Shape):
    """A place that may be told, without its addresses."""

    id: UUID
    location_type: Literal["physical", "postal", "virtual"]
    name: Name | None = None
    description: Words | None = None
    latitude: float | None = None
    longitude: float | None = None
    external_identifier: Name | None = None
    external_identifier_type: Name | None = None


class Location(LocationSummary):
    """A place that may be told; redacted ones never become one of these."""

    addresses: tuple[Address, ...] | None = None
    accessibility: tuple[Accessibility, ...] | None = None


class ServiceAtLocation(Shape):
    """A service given at a location."""

    id: UUID
    description: Words | None = None
    location: Location


class Language(Shape):
    """A language or a way to talk."""

    id: UUID
    name: Name
    code: Annotated[str, Field(max_length=20)] | None = None


class Funding(Shape):
    """Who pays."""

    id: UUID
    source: Words


class CostOption(Shape):
    """What it costs; nothing is an amount of 0."""

    id: UUID
    valid_from: date | None = None
    valid_to: date | None = None
    option: Name | None = None
    currency: Annotated[str, Field(min_length=3, max_length=3)] | None = None
    amount: Annotated[float, Field(ge=0, lt=10_000_000, allow_inf_nan=False)] | None = None
    amount_description: Words | None = None


class TaxonomyTerm(Shape):
    """A term of one of our taxonomies."""

    id: UUID
    name: Name
    description: Words
    parent_id: UUID | None = None
    taxonomy: Name
    taxonomy_id: UUID
    term_uri: Words | None = None
    term: Name


class AttributeMore(Shape):
    """Ours: the place among the first services to try for a need, 1 is best."""

    first_line: Annotated[int, Field(ge=1, le=1000)] | None = None


class Attribute(Shape):
    """A term said of a service: a need it meets, a need it is not for, or a role."""

    id: UUID
    link_type: Name
    taxonomy_term: TaxonomyTerm
    signpost: AttributeMore | None = None


class OrganizationIdentifier(Shape):
    """A number by which others know an organization."""

    id: UUID
    identifier_scheme: Name | None = None
    identifier_type: Name
    identifier: Name


class OrganizationSummary(Shape):
    """Who provides a service."""

    id: UUID
    name: Name
    description: Words
    email: Name | None = None
    website: Words | None = None
    logo: Words | None = None
    uri: Words | None = None
    parent_organization_id: UUID | None = None


class Organization(OrganizationSummary):
    """The same with the numbers by which others know it."""

    organization_identifiers: tuple[OrganizationIdentifier, ...] | None = None


class ServiceMore(Shape):
    """Ours: what a victim needs to know and the standard has no field for."""

    slug: Annotated[str, Field(max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    caller: Caller
    for_whom: Words | None = None
    not_for: Words | None = None
    told_to_police: Words | None = None
    what_happens: Words | None = None
    checked: date | None = None
    confirmed: bool = False


class ServiceSummary(Shape):
    """A service as lists show it; `assured_date` is there once a person of ours confirmed the entry."""

    id: UUID
    name: Name
    description: Words
    url: Words | None = None
    email: Name | None = None
    status: ServiceStatus
    fees: Words | None = None
    accreditations: Words | None = None
    minimum_age: Years | None = None
    maximum_age: Years | None = None
    assured_date: date | None = None
    alert: Words | None = None
    last_modified: Moment
    organization: OrganizationSummary
    signpost: ServiceMore


class Service(ServiceSummary):
    """A service with everything that belongs to it and that the public may see."""

    organization: Organization
    schedules: tuple[Schedule, ...] | None = None
    service_areas: tuple[ServiceArea, ...] | None = None
    service_at_locations: tuple[ServiceAtLocation, ...] | None = None
    languages: tuple[Language, ...] | None = None
    funding: tuple[Funding, ...] | None = None
    cost_options: tuple[CostOption, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    attributes: tuple[Attribute, ...] | None = None
