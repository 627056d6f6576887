"""How the directory stands: which entries nobody confirmed, which are due for a check, which are hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from directory.eligibility import is_offered
from directory.freshness import (
    CONTACT_DAYS,
    Freshness,
    entry_freshness,
    freshness_of,
    overdue_lifelines,
)
from directory.model import Service
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.terms import WITHHELD_UNTIL_CONFIRMED


ALL = services_where(Service.id.is_not(None))


@dataclass(frozen=True)
class Standing:
    """Slugs of services, in order; an entry can stand in more than one list."""

    shown: tuple[str, ...]  # what the public sees today, outside live use
    unconfirmed: tuple[str, ...]  # shown, and no person of ours has confirmed the entry
    due: tuple[str, ...]  # shown, and the entry or one of its contacts is due for a check
    hidden: tuple[str, ...]  # not public, not running or twice overdue
    withheld_contacts: tuple[str, ...]  # shown, with a contact that waits for a person or was withdrawn
    overdue_lifelines: tuple[str, ...]  # shown only because they are lifelines


def standing_of(session: Session, *, today: date) -> Standing:
    """How every entry stands on a day of the United Kingdom."""
    services = read_services(session, ALL)
    shown = [each for each in services if is_offered(each, live=False, today=today)]
    return Standing(
        shown=_slugs(shown),
        unconfirmed=_slugs(each for each in shown if not each.confirmed),
        due=_slugs(each for each in shown if _is_due(each, today=today)),
        hidden=_slugs(each for each in services if each not in shown),
        withheld_contacts=_slugs(each for each in shown if _withholds(each)),
        overdue_lifelines=tuple(overdue_lifelines(shown, today=today)),
    )


def _is_due(service: ServiceRecord, *, today: date) -> bool:
    return entry_freshness(service, today=today) is not Freshness.FRESH or any(
        freshness_of(contact.checked_on, today=today, days=CONTACT_DAYS) is not Freshness.FRESH
        for contact in service.contacts
        if not contact.withdrawn
    )


def _withholds(service: ServiceRecord) -> bool:
    return any(
        contact.withdrawn or (not contact.confirmed and contact.verified in WITHHELD_UNTIL_CONFIRMED)
        for contact in service.contacts
    )


def _slugs(services: Iterable[ServiceRecord]) -> tuple[str, ...]:
    return tuple(each.slug for each in services)
