"""Whether a service, and each of its contacts, is for this person in this place."""

from collections.abc import Iterable
from datetime import date
from enum import IntEnum

from directory.enquiry import Enquiry
from directory.freshness import CONTACT_DAYS, Freshness, entry_freshness, freshness_of
from directory.lifelines import CHILDREN_TEAMS, is_lifeline
from directory.record import Ages, ContactRecord, ServiceRecord
from directory.terms import WITHHELD_UNTIL_CONFIRMED, Caller, ServiceStatus
from vocabulary.areas import Breadth, District
from vocabulary.people import AgeBand, Person


YOUNGEST_CALLER = 10  # "under 18" is weighed from here on: younger children rarely ask for themselves
OLDEST_CALLER = 100  # and "60 or over" up to here
ENOUGH_OF_A_BAND = 0.5
DISTRICTS = frozenset(district.value for district in District)


class AgeFit(IntEnum):
    """How much of an age band a limit takes in."""

    NONE = 0
    PART = 1  # some people of the band: said late
    MOST = 2


def is_offered(service: ServiceRecord, *, live: bool, today: date) -> bool:
    """Whether the public may see an entry at all.

    Live, what no person has confirmed is hidden, lifelines excepted; so is what is twice overdue.
    """
    if not service.public or service.status is not ServiceStatus.ACTIVE:
        return False
    if live and not service.confirmed and not is_lifeline(service.slug):
        return False
    return entry_freshness(service, today=today) is not Freshness.HIDDEN


def shown_contacts(
    service: ServiceRecord, *, area: str | None, age: AgeBand | None, today: date
) -> tuple[ContactRecord, ...]:
    """The contacts that a card for this place and age may carry."""
    return tuple(
        contact
        for contact in service.contacts
        if _is_trusted(contact, lifeline=is_lifeline(service.slug), today=today)
        and covers(contact.areas, area) is not None
        and fit_age(contact.ages, age) is not AgeFit.NONE
    )


def _is_trusted(contact: ContactRecord, *, lifeline: bool, today: date) -> bool:
    if contact.withdrawn:
        return False
    if not contact.confirmed and contact.verified in WITHHELD_UNTIL_CONFIRMED:
        return False
    found = freshness_of(contact.checked_on, today=today, days=CONTACT_DAYS)
    return lifeline or found is not Freshness.HIDDEN


def are_details_confirmed(service: ServiceRecord, contacts: Iterable[ContactRecord]) -> bool:
    """Whether a person of ours has confirmed an entry and each of the contacts that are shown of it."""
    return service.confirmed and all(contact.confirmed for contact in contacts)


def covers(areas: frozenset[str], area: str | None) -> Breadth | None:
    """How widely a coverage that holds a place is drawn; None when it does not hold it.

    An area that was not said is held by every coverage but one that nobody knows or that lies outside.
    """
    if area is not None and area in areas:
        return Breadth.LOCAL
    if (Breadth.FORCE in areas or areas >= DISTRICTS) and (area is None or area in DISTRICTS):
        return Breadth.FORCE
    if Breadth.NATIONAL in areas:
        return Breadth.NATIONAL
    return Breadth.LOCAL if area is None and areas & DISTRICTS else None


def fit_age(ages: Ages, band: AgeBand | None) -> AgeFit:
    """How much of a band the limits take in; a band that was not said fits everything."""
    if band is None or not ages.are_limited:
        return AgeFit.MOST
    youngest, oldest = band.bounds
    youngest = max(youngest, YOUNGEST_CALLER)
    oldest = min(oldest, OLDEST_CALLER)
    first = max(youngest, ages.youngest or 0)
    last = min(oldest, ages.oldest if ages.oldest is not None else oldest)
    share = (last - first + 1) / (oldest - youngest + 1)
    if share <= 0:
        return AgeFit.NONE
    return AgeFit.MOST if share >= ENOUGH_OF_A_BAND else AgeFit.PART


def is_for_caller(service: ServiceRecord, person: Person | None) -> bool:
    """Whether a service speaks with this caller; never decided by the caller's own age."""
    return not (service.caller is Caller.SOMEONE_WORRIED and person is Person.SELF)


def fits_place(service: ServiceRecord, enquiry: Enquiry) -> bool:
    """Whether a service is for the place; with no place said, local ones wait until it is.

    The children's teams do not wait: all four are shown when a child is concerned.
    """
    breadth = covers(service.areas, enquiry.area)
    if breadth is None:
        return False
    if enquiry.area is None and breadth is Breadth.LOCAL:
        return service.slug in CHILDREN_TEAMS and enquiry.child_concerned
    return True
