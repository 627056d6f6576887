"""The directory's one door for the conversation: find services, show their cards, check for gaps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from directory import ranking
from directory.cards import BY_KEY, Line, ServiceCard, service_cards
from directory.day_hours import LineHours, lines_on
from directory.eligibility import DISTRICTS, is_offered, shown_contacts
from directory.enquiry import Enquiry
from directory.languages import with_languages
from directory.lifelines import ADULT_TEAMS, CHILDREN_TEAMS, EMERGENCY
from directory.meanwhile import Meanwhile
from directory.model import Attribute, Service, ServiceArea, Taxonomy, TaxonomyTerm
from directory.model.taxonomies import NEEDS
from directory.opening_hours import LONDON, Opening, OpenState
from directory.preselecting import Preselection
from directory.ranking import Match
from directory.reading import read_services, services_where
from directory.record import ContactRecord, ServiceRecord
from directory.terms import ContactChannel, Reason, ServiceStatus
from vocabulary.areas import Breadth, District
from vocabulary.needs import Need


__all__ = [
    "Enquiry",
    "Gap",
    "Line",
    "LineHours",
    "Match",
    "Meanwhile",
    "OpenState",
    "Opening",
    "Reason",
    "ServiceCard",
    "changes_answer",
    "find_services",
    "hours_of_day",
    "readiness",
    "service_cards",
]


MEETING_A_NEED = (
    select(Attribute.link_id)
    .join(Attribute.taxonomy_term)
    .join(TaxonomyTerm.taxonomy)
    .where(Taxonomy.slug == NEEDS, TaxonomyTerm.term.in_(bindparam("needs", expanding=True)))
)
COVERING = select(ServiceArea.service_id).where(ServiceArea.code.in_(bindparam("codes", expanding=True)))
LOST = aliased(Service)
WHATEVER_THE_NEED = (*CHILDREN_TEAMS, EMERGENCY)  # they may lead without being said to meet it
STANDING_IN = select(LOST.fallback_id).where(
    or_(LOST.id.in_(MEETING_A_NEED), LOST.slug.in_(WHATEVER_THE_NEED))
)
CANDIDATES = services_where(
    or_(Service.id.in_(MEETING_A_NEED), Service.slug.in_(WHATEVER_THE_NEED), Service.id.in_(STANDING_IN)),
    Service.id.in_(COVERING),
    Service.public,
    or_(Service.status == ServiceStatus.ACTIVE, Service.fallback_id.is_not(None)),
)
QUESTIONS = {"age": ranking.age_changes_answer, "person": ranking.person_changes_answer}
TEAMS = services_where(Service.slug.in_(CHILDREN_TEAMS + ADULT_TEAMS))


def find_services(
    session: Session,
    enquiry: Enquiry,
    *,
    live: bool,
    first: int | None = None,
    against: Sequence[Need] = (),
) -> list[Match]:
    """The services that fit, best first: all of them, or the `first` so many, which cost less to find.

    For a language all are weighed, since the index of findings knows none.

    `against` are needs told besides: what is never offered for one of them is left out.
    Reads the database each time, so that an edit made in another process shows at once.
    """
    if first is not None and enquiry.language is None:
        chosen = Preselection(session, enquiry, live=live, against=against).first(enquiry, first)
        return [ranking.match_of(placed, enquiry) for placed in chosen]
    left_out = frozenset(need.value for need in against)
    found = _candidates(session, enquiry, live=live)
    if enquiry.language is not None:
        found = with_languages(session, found)
    return ranking.rank([each for each in found if not each.not_for_needs & left_out], enquiry)


def changes_answer(session: Session, enquiry: Enquiry, *, live: bool) -> Callable[[str], bool]:
    """Says of the question "person" or "age" whether its answer would change the first three services.

    The directory is read when the first question is weighed, once for both; the session is open till then.
    """
    read = cache(partial(Preselection, session, replace(enquiry, age=None), live=live))
    return lambda question: QUESTIONS[question](read().first, enquiry)


def _candidates(session: Session, enquiry: Enquiry, *, live: bool) -> list[ServiceRecord]:
    """What the public may see for any of the needs, the children's teams and all that may stand in.

    Suspended services are among them: they give way to their fallbacks.
    """
    found = read_services(
        session, CANDIDATES, needs=[need.value for need in enquiry.needs], codes=_codes(enquiry.area)
    )
    today = enquiry.at.astimezone(LONDON).date()
    return [
        service
        for service in found
        if service.status is not ServiceStatus.ACTIVE or is_offered(service, live=live, today=today)
    ]


def _codes(area: str | None) -> list[str]:
    """The coverages drawn widely enough; the exact rule is eligibility.covers."""
    if area is None:
        return [Breadth.NATIONAL, Breadth.FORCE, *DISTRICTS]
    return [Breadth.NATIONAL, Breadth.FORCE, area] if area in DISTRICTS else [Breadth.NATIONAL, area]


def hours_of_day(
    session: Session, id_or_slug: str, *, day: date, at: datetime, live: bool, area: str | None = None
) -> tuple[LineHours, ...]:
    """The hours of a service's lines on a UK day; nothing when the public may not see it. `at` is aware."""
    today = at.astimezone(LONDON).date()
    found = read_services(session, BY_KEY, keys=[id_or_slug])
    for service in found:
        if is_offered(service, live=live, today=today):
            return lines_on(service, shown_contacts(service, area=area, age=None, today=today), day)
    return ()


@dataclass(frozen=True)
class Gap:
    """A district without a confirmed team; live use must not start while there is one."""

    district: District
    team: str  # "children" or "adults"


def readiness(session: Session) -> list[Gap]:
    """The districts that lack a confirmed children's or adult team that can be rung; empty when ready."""
    teams = {"children": CHILDREN_TEAMS, "adults": ADULT_TEAMS}
    services = read_services(session, TEAMS)
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
        and any(_can_be_rung(contact) for contact in service.contacts)
    )


def _can_be_rung(contact: ContactRecord) -> bool:
    return contact.channel is ContactChannel.PHONE and contact.confirmed and not contact.withdrawn
