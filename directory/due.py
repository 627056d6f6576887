"""What is due for a check, the most urgent first: lifelines, then what will be hidden soonest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from directory.freshness import CONTACT_DAYS, ENTRY_DAYS
from directory.lifelines import is_lifeline
from directory.record import ContactRecord, ServiceRecord
from directory.terms import WITHHELD_UNTIL_CONFIRMED, ServiceStatus


class Urgency(IntEnum):
    """How a check stands, worst first."""

    LIFELINE_OVERDUE = 0  # twice overdue, and shown only because it is a lifeline
    HIDDEN = 1  # twice overdue: all or part of it is hidden
    OVERDUE = 2  # shown later than others until somebody checks it
    NEVER = 3  # in time, but no person of ours has ever confirmed it
    IN_TIME = 4


@dataclass(frozen=True)
class Check:
    """One entry with the day its check is due and the day it, or a contact of it, is hidden without one."""

    id: str
    slug: str
    name: str
    urgency: Urgency
    lifeline: bool
    due_on: date
    hidden_on: date
    confirmed_on: date | None


def checks_of(services: Iterable[ServiceRecord], *, today: date) -> list[Check]:
    """The checks of every running public entry, the most urgent first."""
    running = (each for each in services if each.public and each.status is ServiceStatus.ACTIVE)
    return sorted(
        (_check(each, today) for each in running),
        key=lambda check: (check.urgency, not check.lifeline, check.hidden_on, check.slug),
    )


def _check(service: ServiceRecord, today: date) -> Check:
    dates = list(_dates(service))
    due_on = min(due for due, _ in dates)
    hidden_on = min(hidden for _, hidden in dates)
    return Check(
        id=service.id,
        slug=service.slug,
        name=service.name,
        urgency=_urgency(service, due_on=due_on, hidden_on=hidden_on, today=today),
        lifeline=is_lifeline(service.slug),
        due_on=due_on,
        hidden_on=hidden_on,
        confirmed_on=service.confirmed_on,
    )


def _dates(service: ServiceRecord) -> list[tuple[date, date]]:
    """When the entry and each of its contacts are due, and when they are hidden."""
    checked = [(service.checked_on, ENTRY_DAYS)]
    checked += [(each.checked_on, CONTACT_DAYS) for each in service.contacts if _is_in_use(each)]
    return [(day + timedelta(days=days), day + timedelta(days=2 * days)) for day, days in checked]


def _is_in_use(contact: ContactRecord) -> bool:
    """Whether its age matters: a withdrawn contact is in nobody's view, nor one that waits for a person."""
    if contact.withdrawn:
        return False
    return contact.confirmed or contact.verified not in WITHHELD_UNTIL_CONFIRMED


def _urgency(service: ServiceRecord, *, due_on: date, hidden_on: date, today: date) -> Urgency:
    if hidden_on <= today:
        return Urgency.LIFELINE_OVERDUE if is_lifeline(service.slug) else Urgency.HIDDEN
    if due_on <= today:
        return Urgency.OVERDUE
    return Urgency.IN_TIME if service.confirmed else Urgency.NEVER
