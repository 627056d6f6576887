"""What to ring while a service is closed: lifelines that answer at that moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from directory.eligibility import AgeFit, covers, fit_age, shown_contacts
from directory.lifelines import EMERGENCY_BY_TEXT, FOR_EMERGENCIES, LIFELINES
from directory.opening_hours import LONDON, OpenState, state_at
from directory.phones import dial_digits
from directory.record import ContactRecord, ServiceRecord
from directory.terms import ContactChannel
from vocabulary.areas import Breadth
from vocabulary.people import AgeBand


MOST = 3
CALLED_OR_TEXTED = frozenset({ContactChannel.PHONE, ContactChannel.SMS})
LAST_RESORT = ("victim-support-national", "police-101-west-mercia", "police-999")


@dataclass(frozen=True)
class Meanwhile:
    """A lifeline that answers now, for a person who cannot wait until this service opens."""

    slug: str
    name: str
    number: str
    tel: str
    by_text: bool


def answering_meanwhile(
    service: ServiceRecord,
    lifelines: Sequence[ServiceRecord],
    *,
    at: datetime,
    area: str | None,
    age: AgeBand | None,
) -> tuple[Meanwhile, ...]:
    """At most three lifelines that answer now: one that helps alike, those of last resort, then others.

    What is rung comes before what is texted. `lifelines` are those on offer; `at` is aware.
    """
    here = [line for line in lifelines if line.slug != service.slug and _reaches(line, service, area)]
    found = {line.slug: _answering_line(line, at=at, area=area, age=age) for line in here}
    answering = {slug: line for slug, line in found.items() if line is not None}
    alike = [line.slug for line in here if line.slug in answering and _helps_alike(line, service)]
    helpful = [slug for slug in alike if slug not in LAST_RESORT]
    helpful.sort(key=lambda slug: (answering[slug].by_text, LIFELINES.index(slug)))
    order = dict.fromkeys([*helpful[:1], *LAST_RESORT, *helpful])
    return tuple([answering[slug] for slug in order if slug in answering][:MOST])


def _reaches(lifeline: ServiceRecord, service: ServiceRecord, area: str | None) -> bool:
    """Whether a lifeline is for the place, or, while that is not known, for wherever the service is."""
    breadth = covers(lifeline.areas, area)
    if area is None and breadth is Breadth.LOCAL:
        return service.areas <= lifeline.areas
    return breadth is not None


def _helps_alike(lifeline: ServiceRecord, service: ServiceRecord) -> bool:
    """Whether a lifeline is among the first to try for what the service is tried first for.

    Where the service leads for nothing, any of its needs will do. 999 by text is for an emergency alone.
    """
    led = {need for need, place in service.needs.items() if place is not None} or set(service.needs)
    if lifeline.slug == EMERGENCY_BY_TEXT:
        led &= FOR_EMERGENCIES
    return any(lifeline.needs.get(need) is not None for need in led)


def _answering_line(
    lifeline: ServiceRecord, *, at: datetime, area: str | None, age: AgeBand | None
) -> Meanwhile | None:
    """A number that is open day and night, or open now outside office hours: to ring before to text."""
    if fit_age(lifeline.ages, age) is not AgeFit.MOST:
        return None
    shown = shown_contacts(lifeline, area=area, age=age, today=at.astimezone(LONDON).date())
    numbers = [contact for contact in shown if contact.channel in CALLED_OR_TEXTED]
    answering = (each for each in numbers if state_at(each.hours, at) is OpenState.OPEN)
    first = min(answering, key=_is_texted, default=None)
    if first is None:
        return None
    return Meanwhile(lifeline.slug, lifeline.name, first.value, dial_digits(first.value), _is_texted(first))


def _is_texted(contact: ContactRecord) -> bool:
    return contact.channel is ContactChannel.SMS
