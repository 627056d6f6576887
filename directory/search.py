"""The directory's one door for the conversation: find services, show their cards, check for gaps."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from directory import ranking
from directory.cards import ServiceCard, service_cards
from directory.eligibility import DISTRICTS, is_offered
from directory.enquiry import Enquiry
from directory.lifelines import ADULT_TEAMS, CHILDREN_TEAMS
from directory.model import Attribute, Service, ServiceArea, Taxonomy, TaxonomyTerm
from directory.model.taxonomies import NEEDS
from directory.opening_hours import LONDON, Opening, OpenState
from directory.ranking import Match
from directory.reading import read_services
from directory.record import ServiceRecord
from directory.terms import Reason, ServiceStatus
from vocabulary.areas import Breadth, District

__all__ = [
    "Enquiry",
    "Gap",
    "Match",
    "OpenState",
    "Opening",
    "Reason",
    "ServiceCard",
    "age_changes_answer",
    "find_services",
    "person_changes_answer",
    "readiness",
    "service_cards",
]


def find_services(session: Session, enquiry: Enquiry, *, live: bool) -> list[Match]:
    """Every service that fits, best first; the caller pages.

    Reads the database each time, so that an edit made in another process shows at once.
    """
    return ranking.rank(_candidates(session, enquiry, live=live), enquiry)


def age_changes_answer(session: Session, enquiry: Enquiry, *, live: bool) -> bool:
    """Whether asking for the age group would change the first three services."""
    return ranking.age_changes_answer(_candidates(session, enquiry, live=live), enquiry)


def person_changes_answer(session: Session, enquiry: Enquiry, *, live: bool) -> bool:
    """Whether asking "for you or for someone else" would change the first three services."""
    return ranking.person_changes_answer(_candidates(session, enquiry, live=live), enquiry)


def _candidates(session: Session, enquiry: Enquiry, *, live: bool) -> list[ServiceRecord]:
    """What the public may see for any of the needs, the children's teams and all that may stand in."""
    wanted = or_(_meets_a_need(enquiry), Service.slug.in_(CHILDREN_TEAMS))
    lost = aliased(Service)
    stands_in = Service.id.in_(select(lost.fallback_id).where(lost.id.in_(select(Service.id).where(wanted))))
    found = read_services(
        session,
        or_(wanted, stands_in),
        _may_cover(enquiry.area),
        Service.public,
        Service.status == ServiceStatus.ACTIVE,
    )
    today = enquiry.at.astimezone(LONDON).date()
    return [service for service in found if is_offered(service, live=live, today=today)]


def _meets_a_need(enquiry: Enquiry) -> ColumnElement[bool]:
    linked = (
        select(Attribute.link_id)
        .join(Attribute.taxonomy_term)
        .join(TaxonomyTerm.taxonomy)
        .where(Taxonomy.slug == NEEDS, TaxonomyTerm.term.in_([need.value for need in enquiry.needs]))
    )
    return Service.id.in_(linked)


def _may_cover(area: str | None) -> ColumnElement[bool]:
    """The services drawn widely enough; the exact rule is eligibility.covers."""
    codes = [Breadth.NATIONAL.value]
    if area is None:
        codes += [Breadth.FORCE.value, *DISTRICTS]
    elif area in DISTRICTS:
        codes += [Breadth.FORCE.value, area]
    else:
        codes += [area]
    return Service.id.in_(select(ServiceArea.service_id).where(ServiceArea.code.in_(codes)))


@dataclass(frozen=True)
class Gap:
    """A district without a confirmed team; live use must not start while there is one."""

    district: District
    team: str  # "children" or "adults"


def readiness(session: Session) -> list[Gap]:
    """The districts that lack a confirmed children's or adult team that can be rung; empty when ready."""
    teams = {"children": CHILDREN_TEAMS, "adults": ADULT_TEAMS}
    services = read_services(session, Service.slug.in_(CHILDREN_TEAMS + ADULT_TEAMS))
    ready = {service.slug: service.areas for service in services if _is_confirmed_and_reachable(service)}
    return [
        Gap(district, team)
        for district in District
        for team, slugs in teams.items()
        if not any(district.value in ready.get(slug, frozenset()) for slug in slugs)
    ]


def _is_confirmed_and_reachable(service: ServiceRecord) -> bool:
    return (
        service.public
        and service.status is ServiceStatus.ACTIVE
        and service.confirmed
        and any(contact.confirmed and not contact.withdrawn for contact in service.contacts)
    )
