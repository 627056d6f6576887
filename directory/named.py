"""Which services a sentence names: "what's childline's number"."""

from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy.orm import Session

from directory.eligibility import is_offered
from directory.model import Service
from directory.opening_hours import LONDON
from directory.reading import read_services, services_where
from directory.terms import ServiceStatus


ALIKE = 90  # rapidfuzz partial ratio from which a name counts as said
SHORTEST = 4  # letters; shorter names are everyday words
OFFERED = services_where(Service.public, Service.status == ServiceStatus.ACTIVE)


def named_services(session: Session, text: str, *, at: datetime, live: bool) -> list[str]:
    """The ids of the services on offer whose name stands in a text, the longest name first.

    `at` is aware; slips of one letter in ten are forgiven.
    """
    said = text.casefold()
    offered = read_services(session, OFFERED)
    today = at.astimezone(LONDON).date()
    found = [
        (len(service.name), service.id)
        for service in offered
        if is_offered(service, live=live, today=today) and _is_named(service.name, said)
    ]
    return [service_id for _, service_id in sorted(found, reverse=True)]


def _is_named(name: str, said: str) -> bool:
    folded = name.casefold()
    if len(folded) < SHORTEST or len(said) < len(folded):
        return folded in said.split()
    return fuzz.partial_ratio(folded, said) >= ALIKE
