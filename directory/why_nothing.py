"""Why an enquiry found nothing: whether nothing that would fit exists, or what keeps it from being shown.

Asked only when a search came back empty. What might fit is read a few at a time, and the first that would be
shown, were it checked today and running, answers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from sqlalchemy import BindParameter, ColumnElement, Integer, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from directory import ranking
from directory.eligibility import DISTRICTS
from directory.enquiry import Enquiry
from directory.model import Contact, Service, ServiceArea
from directory.opening_hours import LONDON
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.search import MEETING_A_NEED, WHATEVER_THE_NEED, find_services
from directory.terms import ServiceStatus
from vocabulary.areas import Breadth
from vocabulary.needs import Need


PORTION = 20  # services read together
ANY_AGE = (0, 150)
CODES: BindParameter[Sequence[str]] = bindparam("codes", expanding=True)
YOUNGEST, OLDEST = bindparam("youngest", type_=Integer), bindparam("oldest", type_=Integer)


class WhyNothing(StrEnum):
    """The nearest reason: what only waits to be confirmed comes before what is hidden for more."""

    UNCONFIRMED = "unconfirmed"  # live use hides what no person has confirmed
    HIDDEN = "hidden"  # withdrawn, suspended, or unchecked for twice its time
    NOTHING_LISTED = "nothing-listed"


def _is_for_ages(owner: type[Service] | type[Contact]) -> ColumnElement[bool]:
    from_age, to_age = owner.minimum_age, owner.maximum_age
    return and_(or_(from_age.is_(None), from_age <= OLDEST), or_(to_age.is_(None), to_age >= YOUNGEST))


MIGHT_FIT = select(Service.id).where(
    or_(Service.id.in_(MEETING_A_NEED), Service.slug.in_(WHATEVER_THE_NEED)),
    exists().where(ServiceArea.service_id == Service.id, ServiceArea.code.in_(CODES)),
    Service.public,  # what was never shown is not there
    Service.status != ServiceStatus.DEFUNCT,
    or_(_is_for_ages(Service), exists().where(Contact.service_id == Service.id, _is_for_ages(Contact))),
)
READ = services_where(Service.id.in_(bindparam("keys", expanding=True)))


def why_nothing(
    session: Session, enquiry: Enquiry, *, live: bool, against: Sequence[Need] = ()
) -> WhyNothing:
    """Why find_services with the same arguments found nothing."""
    if live and find_services(session, enquiry, live=False, first=1, against=against):
        return WhyNothing.UNCONFIRMED
    today = enquiry.at.astimezone(LONDON).date()
    left_out = frozenset(need.value for need in against)
    for portion in _portions(session, enquiry):
        revived = [_revived(each, today) for each in portion if not each.not_for_needs & left_out]
        if ranking.place_all(revived, enquiry):
            return WhyNothing.HIDDEN
    return WhyNothing.NOTHING_LISTED


def _portions(session: Session, enquiry: Enquiry) -> Iterator[list[ServiceRecord]]:
    youngest, oldest = enquiry.age.bounds if enquiry.age else ANY_AGE
    asked = {
        "needs": [need.value for need in enquiry.needs],
        "codes": [Breadth.NATIONAL, Breadth.FORCE, *([enquiry.area] if enquiry.area else DISTRICTS)],
        "youngest": youngest,
        "oldest": oldest,
    }
    keys = session.scalars(MIGHT_FIT, asked).all()
    for first in range(0, len(keys), PORTION):
        yield read_services(session, READ, keys=keys[first : first + PORTION])


def _revived(service: ServiceRecord, today: date) -> ServiceRecord:
    """The service as if it ran, and it and all its contacts had been checked today."""
    contacts = [replace(each, confirmed=True, checked_on=today, withdrawn=False) for each in service.contacts]
    return replace(service, status=ServiceStatus.ACTIVE, contacts=tuple(contacts))
