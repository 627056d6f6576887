"""The public list of services: found by need, place, age and words, in the order of directory.ranking."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from directory.eligibility import DISTRICTS, is_offered, shown_contacts
from directory.enquiry import Enquiry
from directory.lifelines import CHILDREN_TEAMS
from directory.model import Service
from directory.named import named_services
from directory.opening_hours import LONDON
from directory.ranking import Match, rank
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.search import find_services
from directory.terms import Reason, ServiceStatus
from vocabulary.needs import Need
from vocabulary.people import AgeBand
from vocabulary.words import words


ALL_PUBLIC = services_where(
    Service.public, or_(Service.status == ServiceStatus.ACTIVE, Service.fallback_id.is_not(None))
)
ASKED = Need.REPORT_CRIME  # stands for whatever was searched; it is about no child and no emergency
ABOUT_THE_NEED = frozenset({Reason.NEED, Reason.ALSO_NEED, Reason.FIRST_LINE})
LONGEST_CHAIN = 3  # fallbacks of fallbacks
SHORTEST_WORD = 3
NOT_TELLING = frozenset(
    "and are can for from have help her him his how near need not our service services she someone "
    "support that the their them they this was what where who with you your".split()
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Search:
    """What the public list is asked for; what was not said is absent. `at` is aware."""

    need: Need | None
    area: str | None
    age: AgeBand | None
    text: str
    at: datetime

    @property
    def today(self) -> date:
        """The day in the United Kingdom."""
        return self.at.astimezone(LONDON).date()

    def enquiry(self, need: Need) -> Enquiry:
        """The same as the ranking takes it."""
        return Enquiry((need,), self.area, self.age, None, self.at)


@dataclass(frozen=True)
class Found:
    """The services that fit, best first; `partly` when none of them has all the words."""

    matches: tuple[Match, ...]
    partly: bool = False


@dataclass(frozen=True)
class Named:
    """One line of the list by name."""

    slug: str
    name: str
    organization: str


def browse(session: Session, search: Search, *, live: bool) -> Found:
    """What fits a search. Words narrow a need's services; where none fits them, the need decides alone."""
    records = read_services(session, ALL_PUBLIC)
    told = _telling(search.text)
    wanted, partly = _saying(records, told)
    if search.text:
        wanted |= set(named_services(session, search.text, at=search.at, live=live))
    if search.need is None:
        return Found(tuple(_without_need(records, wanted, search, live=live)), partly)
    matches = find_services(session, search.enquiry(search.need), live=live)
    child = search.enquiry(search.need).child_concerned
    kept = [each for each in matches if each.id in wanted or (child and each.slug in CHILDREN_TEAMS)]
    if not told or any(each.id in wanted for each in kept):
        return Found(tuple(kept), partly)
    return Found(tuple(matches), partly=True)


def list_by_name(session: Session, *, at: datetime, live: bool) -> list[Named]:
    """Every service that the public sees, by name."""
    today = at.astimezone(LONDON).date()
    found = [
        Named(each.slug, each.name, each.organization)
        for each in read_services(session, ALL_PUBLIC)
        if _is_shown(each, live=live, today=today)
    ]
    return sorted(found, key=lambda each: each.name.casefold())


def in_its_place(session: Session, slug: str, *, at: datetime, live: bool) -> str | None:
    """The slug of the service to turn to instead of one that the public does not see now."""
    today = at.astimezone(LONDON).date()
    for _ in range(LONGEST_CHAIN):
        lost = session.scalar(select(Service).where(Service.slug == slug))
        if lost is None or lost.fallback is None:
            return None
        slug = lost.fallback.slug
        [instead] = read_services(session, services_where(Service.slug == slug))
        if _is_shown(instead, live=live, today=today):
            return slug
    return None


def is_shown(session: Session, slug: str, *, at: datetime, live: bool) -> bool:
    """Whether the public sees a service, with at least one way to reach it."""
    today = at.astimezone(LONDON).date()
    found = read_services(session, services_where(Service.slug == slug))
    return any(_is_shown(each, live=live, today=today) for each in found)


def _is_shown(service: ServiceRecord, *, live: bool, today: date) -> bool:
    return is_offered(service, live=live, today=today) and bool(
        shown_contacts(service, area=None, age=None, today=today)
    )


def _without_need(
    records: Sequence[ServiceRecord], wanted: set[str], search: Search, *, live: bool
) -> Iterator[Match]:
    """The ranking of services that were found by their words: each counts as meeting what was asked."""
    enquiry = search.enquiry(ASKED)
    offered = [
        each
        for each in records
        if each.status is not ServiceStatus.ACTIVE or is_offered(each, live=live, today=search.today)
    ]
    asked = [_meeting(each) if each.id in wanted else replace(each, needs={}) for each in offered]
    ranked = rank(asked, enquiry)
    for match in ranked:
        yield _as_found(match)
    if search.area is None and search.text:
        known = {match.id for match in ranked}
        left = [each for each in asked if each.id in wanted and each.id not in known]
        local = {match.id: match for match in _local(left, asked, enquiry) if match.id not in known}
        yield from local.values()


def _local(
    services: Sequence[ServiceRecord], everything: Sequence[ServiceRecord], enquiry: Enquiry
) -> Iterator[Match]:
    """Local services that were asked for by their words, with no place said: after all others.

    One that cannot be reached gives way to its fallback here too.
    """
    by_slug = {each.slug: replace(each, needs={}) for each in everything}
    for service in services:
        instead = by_slug.get(service.fallback or "")
        together = [service] if instead is None else [service, instead]
        for area in sorted(service.areas & DISTRICTS):
            found = rank(together, replace(enquiry, area=area))
            if found:
                yield replace(_as_found(found[0]), reasons=())
                break


def _meeting(service: ServiceRecord) -> ServiceRecord:
    return replace(service, needs={ASKED.value: None}, not_for_needs=frozenset())


def _as_found(match: Match) -> Match:
    return replace(match, reasons=tuple(each for each in match.reasons if each not in ABOUT_THE_NEED))


def _saying(records: Sequence[ServiceRecord], told: frozenset[str]) -> tuple[set[str], bool]:
    """The ids of the services that say all of these words, else most of them, and whether it is only most."""
    hits = {each.id: _hits(each, told) for each in records}
    most = max(hits.values(), default=0)
    if told and most == 0:
        return set(), True
    return {key for key, number in hits.items() if number == most}, most < len(told)


def _hits(service: ServiceRecord, told: frozenset[str]) -> int:
    needs = " ".join(words(Need(need).words) for need in service.needs if need in set(Need))
    said = " ".join((service.name, service.organization, service.description, service.for_whom or "", needs))
    own = _WORD.findall(said.casefold())
    return sum(any(each.startswith(word) for each in own) for word in told)


def _telling(text: str) -> frozenset[str]:
    """The words of a search that tell services apart, without the plural's s."""
    found = _WORD.findall(text.casefold())
    return frozenset(
        each.removesuffix("s") if len(each) > SHORTEST_WORD + 1 else each
        for each in found
        if len(each) >= SHORTEST_WORD and each not in NOT_TELLING
    )
