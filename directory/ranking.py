"""Which services fit an enquiry, best first, and why: pure, the same answer every time.

First what is not closed, so that nobody is sent to a line that rings out; then who is for most of the
age group; then how well it fits the need (the children's teams when a child is concerned, the first
to try, then the rest); then reachable by phone or text; open before hours unknown; who has the language
that was chosen; checked in time; local before West Mercia before national; confirmed before not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from directory.eligibility import (
    AgeFit,
    are_details_confirmed,
    covers,
    fit_age,
    fits_place,
    is_for_caller,
    shown_contacts,
)
from directory.enquiry import Enquiry
from directory.freshness import Freshness, entry_freshness
from directory.languages import has_language
from directory.lifelines import CHILDREN_TEAMS, EMERGENCY, FOR_EMERGENCIES, is_lifeline
from directory.opening_hours import LONDON, OpenState
from directory.reaching import answers_day_and_night, is_reachable_now, service_state
from directory.record import ContactRecord, ServiceRecord
from directory.terms import Caller, Reason, ServiceStatus
from vocabulary.areas import Breadth
from vocabulary.people import AgeBand, Person


SHOWN_AT_FIRST = 3
BREADTHS = list(Breadth)
STATES = [OpenState.OPEN, OpenState.UNKNOWN, OpenState.CLOSED]
BREADTH_REASONS = {
    Breadth.LOCAL: Reason.LOCAL,
    Breadth.FORCE: Reason.FORCE_WIDE,
    Breadth.NATIONAL: Reason.NATIONAL,
}
NO_PLACE = 99  # behind all that are among the first to try


@dataclass(frozen=True)
class Match:
    """One service that fits, with the reasons it was suggested and whether it is open."""

    id: str
    slug: str
    reasons: tuple[Reason, ...]
    open: OpenState


class Grade(IntEnum):
    """How well a service fits the needs, best first."""

    EMERGENCY = 0
    CHILD_TEAM = 1
    FIRST_LINE = 2
    FIRST_LINE_FOR_ANOTHER_NEED = 3
    LEADING_NEED = 4
    ANOTHER_NEED = 5


@dataclass(frozen=True, order=True)
class Standing:
    """Where a service stands; fields are compared in this order, the smaller is the better."""

    is_closed: bool
    is_for_part_of_the_band: bool
    grade: Grade
    is_not_reachable: bool
    state: int
    lacks_language: bool
    is_due: bool
    breadth: int
    is_unconfirmed: bool
    place_among_first: int
    slug: str


@dataclass(frozen=True)
class Fit:
    """A service that fits, before it is ranked."""

    service: ServiceRecord
    contacts: tuple[ContactRecord, ...]
    grade: Grade
    place: int
    stands_in: bool = False


@dataclass(frozen=True)
class Placed:
    """A service that fits, and where it stands among all that do."""

    standing: Standing
    fit: Fit


FirstPlaced = Callable[[Enquiry, int], list[Placed]]  # the first so many for an enquiry, best first


def rank(candidates: Sequence[ServiceRecord], enquiry: Enquiry) -> list[Match]:
    """Everything among the candidates that fits, best first; the caller pages.

    Candidates are what the public may see, with any area, age and contacts, and suspended services, which
    give way to their fallbacks.
    """
    return [match_of(placed, enquiry) for placed in place_all(candidates, enquiry)]


def place_all(candidates: Sequence[ServiceRecord], enquiry: Enquiry) -> list[Placed]:
    """The same without the reasons, which cost as much again."""
    today = enquiry.at.astimezone(LONDON).date()
    fits = _with_stand_ins(list(_fits(candidates, enquiry, today)), candidates, enquiry, today)
    placed = (Placed(_standing(fit, enquiry, today), fit) for fit in fits)
    return sorted(placed, key=lambda each: each.standing)


def match_of(placed: Placed, enquiry: Enquiry) -> Match:
    """A service that fits, with the reasons why."""
    service = placed.fit.service
    state = STATES[placed.standing.state]
    reasons = tuple(_reasons(placed.fit, enquiry, state))
    return Match(id=service.id, slug=service.slug, reasons=reasons, open=state)


def age_changes_answer(first: FirstPlaced, enquiry: Enquiry) -> bool:
    """Whether the first three services would differ between the age groups."""
    return _differ(_first_three(first, replace(enquiry, age=age)) for age in AgeBand)


def person_changes_answer(first: FirstPlaced, enquiry: Enquiry) -> bool:
    """Whether the first three services differ when asking for oneself or for somebody else."""
    return _differ(_first_three(first, replace(enquiry, person=person)) for person in Person)


def _differ(answers: Iterator[tuple[str, ...]]) -> bool:
    """Whether any is unlike the first; those after it are not worked out."""
    first = next(answers)
    return any(answer != first for answer in answers)


def _first_three(first: FirstPlaced, enquiry: Enquiry) -> tuple[str, ...]:
    return tuple(placed.fit.service.slug for placed in first(enquiry, SHOWN_AT_FIRST))


def _fits(candidates: Sequence[ServiceRecord], enquiry: Enquiry, today: date) -> Iterator[Fit]:
    for service in candidates:
        grade = _grade(service, enquiry)
        if grade is None or not _is_eligible(service, enquiry):
            continue
        yield Fit(service, _contacts(service, enquiry, today), grade, _place(service, enquiry))


def _contacts(service: ServiceRecord, enquiry: Enquiry, today: date) -> tuple[ContactRecord, ...]:
    """The contacts of this place and age; a service that is suspended has none."""
    if service.status is not ServiceStatus.ACTIVE:
        return ()
    return shown_contacts(service, area=enquiry.area, age=enquiry.age, today=today)


def _is_eligible(service: ServiceRecord, enquiry: Enquiry) -> bool:
    ages = [service.ages, *(contact.ages for contact in service.contacts)]
    return (
        not service.not_for_needs.intersection(enquiry.needs)
        and fits_place(service, enquiry)
        and is_for_caller(service, enquiry.person)
        and any(fit_age(each, enquiry.age) is not AgeFit.NONE for each in ages)
    )


def _grade(service: ServiceRecord, enquiry: Enquiry) -> Grade | None:
    if service.slug == EMERGENCY and FOR_EMERGENCIES.intersection(enquiry.needs):
        return Grade.EMERGENCY
    if service.slug in CHILDREN_TEAMS:
        return Grade.CHILD_TEAM if enquiry.child_concerned else _grade_by_need(service, enquiry, first=False)
    meant_for_another = service.caller is Caller.THE_PERSON and enquiry.person is Person.OTHER
    return _grade_by_need(service, enquiry, first=not meant_for_another)


def _grade_by_need(service: ServiceRecord, enquiry: Enquiry, *, first: bool) -> Grade | None:
    met = [need for need in enquiry.needs if need in service.needs]
    if not met:
        return None
    leads = met[0] == enquiry.needs[0]
    if first and leads and service.needs[met[0]] is not None:
        return Grade.FIRST_LINE
    if first and any(service.needs[need] is not None for need in met):
        return Grade.FIRST_LINE_FOR_ANOTHER_NEED
    return Grade.LEADING_NEED if leads else Grade.ANOTHER_NEED


def _place(service: ServiceRecord, enquiry: Enquiry) -> int:
    """The place among the first to try, for the first need that gives one."""
    places = (service.needs.get(need) for need in enquiry.needs)
    return next((place for place in places if place is not None), NO_PLACE)


def _with_stand_ins(
    fits: list[Fit], candidates: Sequence[ServiceRecord], enquiry: Enquiry, today: date
) -> list[Fit]:
    """Without the services that cannot be reached; the fallback of each takes its place."""
    by_slug = {service.slug: service for service in candidates}
    reached = {fit.service.slug: fit for fit in fits if fit.contacts}
    for lost in (fit for fit in fits if not fit.contacts):
        service = by_slug.get(lost.service.fallback or "")
        if service is None or not _is_eligible(service, enquiry):
            continue
        known = reached.get(service.slug)
        if known is not None:
            reached[service.slug] = replace(known, grade=min(known.grade, lost.grade))
            continue
        contacts = _contacts(service, enquiry, today)
        if contacts:
            reached[service.slug] = Fit(service, contacts, lost.grade, lost.place, stands_in=True)
    return list(reached.values())


def _standing(fit: Fit, enquiry: Enquiry, today: date) -> Standing:
    state = service_state(fit.service, fit.contacts, enquiry.at)
    breadth = covers(fit.service.areas, enquiry.area)
    ages = [fit_age(contact.ages, enquiry.age) for contact in fit.contacts]
    return Standing(
        is_closed=state is OpenState.CLOSED,
        is_for_part_of_the_band=AgeFit.MOST not in ages,
        grade=fit.grade,
        is_not_reachable=not is_reachable_now(fit.contacts, enquiry.at),
        state=STATES.index(state),
        lacks_language=not has_language(fit.service, enquiry.language),
        is_due=entry_freshness(fit.service, today=today) is not Freshness.FRESH,
        breadth=len(BREADTHS) if breadth is None else BREADTHS.index(breadth),
        is_unconfirmed=not fit.service.confirmed,
        place_among_first=fit.place,
        slug=fit.service.slug,
    )


def _reasons(fit: Fit, enquiry: Enquiry, state: OpenState) -> Iterator[Reason]:
    service = fit.service
    if fit.grade is Grade.CHILD_TEAM and service.slug in CHILDREN_TEAMS:
        yield Reason.CHILD_TEAM
    elif fit.stands_in:
        yield Reason.STANDS_IN
    elif enquiry.needs[0] in service.needs:
        yield Reason.NEED
    if any(need in service.needs for need in enquiry.needs[1:]):
        yield Reason.ALSO_NEED
    if fit.grade in (Grade.EMERGENCY, Grade.FIRST_LINE, Grade.FIRST_LINE_FOR_ANOTHER_NEED):
        yield Reason.FIRST_LINE
    if enquiry.age is not None and any(contact.ages.are_limited for contact in fit.contacts):
        yield Reason.FOR_AGE
    if has_language(service, enquiry.language):
        yield Reason.LANGUAGE
    breadth = covers(service.areas, enquiry.area)
    if breadth is not None and not (breadth is Breadth.LOCAL and enquiry.area is None):
        yield BREADTH_REASONS[breadth]
    if answers_day_and_night(fit.contacts):
        yield Reason.ALWAYS_OPEN
    elif state is OpenState.OPEN:
        yield Reason.OPEN_NOW
    if is_lifeline(service.slug):
        yield Reason.LIFELINE
    if are_details_confirmed(service, fit.contacts):
        yield Reason.CONFIRMED
