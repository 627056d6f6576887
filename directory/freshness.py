"""When a contact or an entry is due for a check, and when it is too old to show.

Contacts are due after 90 days, everything else after 180. What is due is demoted; what is twice as
old is hidden, lifelines excepted: they stay, and staff are told.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from directory.lifelines import is_lifeline
from directory.record import ServiceRecord


CONTACT_DAYS = 90
ENTRY_DAYS = 180


class Freshness(StrEnum):
    """How far a check lies back."""

    FRESH = "fresh"
    DUE = "due"
    HIDDEN = "hidden"


def freshness_of(checked_on: date, *, today: date, days: int) -> Freshness:
    """How fresh a check is that holds for this many days."""
    age = (today - checked_on).days
    if age >= 2 * days:
        return Freshness.HIDDEN
    return Freshness.DUE if age >= days else Freshness.FRESH


def entry_freshness(service: ServiceRecord, *, today: date) -> Freshness:
    """How fresh an entry is; a lifeline is never hidden."""
    found = freshness_of(service.checked_on, today=today, days=ENTRY_DAYS)
    return Freshness.DUE if found is Freshness.HIDDEN and is_lifeline(service.slug) else found


def overdue_lifelines(services: Iterable[ServiceRecord], *, today: date) -> list[str]:
    """The slugs of the lifelines that only their exception keeps in view: an alarm to staff.

    A contact that is withdrawn is in nobody's view, so its age says nothing.
    """
    return [
        service.slug
        for service in services
        if is_lifeline(service.slug)
        and (
            freshness_of(service.checked_on, today=today, days=ENTRY_DAYS) is Freshness.HIDDEN
            or any(
                freshness_of(contact.checked_on, today=today, days=CONTACT_DAYS) is Freshness.HIDDEN
                for contact in service.contacts
                if not contact.withdrawn
            )
        )
    ]
