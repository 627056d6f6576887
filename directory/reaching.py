"""How a whole service stands at a moment, from the contacts that are shown."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from directory.opening_hours import UNKNOWN, Opening, OpenState, is_always_open, opening_at, state_at
from directory.record import ContactRecord, ServiceRecord
from directory.terms import ANSWERED_BY_PEOPLE, NUMBERED


MOST_HANDOVERS = 3


def is_reachable_now(contacts: Sequence[ContactRecord], at: datetime) -> bool:
    """Whether a number among the contacts is not closed at the moment."""
    return any(
        contact.channel in NUMBERED and state_at(contact.hours, at) is not OpenState.CLOSED
        for contact in contacts
    )


def leading_contacts(contacts: Iterable[ContactRecord]) -> list[ContactRecord]:
    """The numbers, or the webchats where there is no number."""
    answered = [contact for contact in contacts if contact.channel in ANSWERED_BY_PEOPLE]
    return [contact for contact in answered if contact.channel in NUMBERED] or answered


def service_state(service: ServiceRecord, contacts: Sequence[ContactRecord], at: datetime) -> OpenState:
    """Open when somebody answers on any of the contacts.

    Otherwise closed when a number is known to be closed. A website is always there, so it says nothing;
    where only websites are shown, the service's own hours decide.
    """
    answered = [contact for contact in contacts if contact.channel in ANSWERED_BY_PEOPLE]
    if not answered:
        return state_at(service.hours, at)
    if any(state_at(contact.hours, at) is OpenState.OPEN for contact in answered):
        return OpenState.OPEN
    states = [state_at(contact.hours, at) for contact in leading_contacts(answered)]
    return OpenState.CLOSED if OpenState.CLOSED in states else OpenState.UNKNOWN


def answers_day_and_night(contacts: Iterable[ContactRecord]) -> bool:
    """Whether somebody answers at any moment: on one line, or on two that take turns."""
    hours = [each.hours for each in contacts if each.channel in ANSWERED_BY_PEOPLE and each.hours is not None]
    by_day = [each.periods for each in hours if not each.outside]
    return any(is_always_open(each) or (each.outside and each.periods in by_day) for each in hours)


def service_opening(service: ServiceRecord, contacts: Sequence[ContactRecord], at: datetime) -> Opening:
    """The same state with its times: open until the last line closes, or the first to open next.

    "Always" is said where it holds of every number, so that no line below it can say otherwise.
    """
    answered = [contact for contact in contacts if contact.channel in ANSWERED_BY_PEOPLE]
    if not answered:
        return opening_at(service.hours, at)
    openings = [opening_at(contact.hours, at) for contact in answered]
    if all(is_always_open(contact.hours) for contact in leading_contacts(answered)):
        return Opening(OpenState.OPEN, always=True)
    if any(opening.state is OpenState.OPEN for opening in openings):
        return _open_until(service, answered, openings)
    closed = [
        opening
        for opening in (opening_at(contact.hours, at) for contact in leading_contacts(answered))
        if opening.state is OpenState.CLOSED
    ]
    if not closed:
        return UNKNOWN
    return min(closed, key=lambda opening: (opening.opens is None, opening.opens or at))


def _open_until(
    service: ServiceRecord, contacts: Sequence[ContactRecord], openings: list[Opening]
) -> Opening:
    """Open until nobody answers any more: another line that takes over counts."""
    if answers_day_and_night(contacts):
        return Opening(OpenState.OPEN)  # it does not end; which line answers now, each line says
    latest = _longest(openings)
    for _ in range(MOST_HANDOVERS):
        if latest.until is None or service_state(service, contacts, latest.until) is not OpenState.OPEN:
            return latest
        until = latest.until
        latest = _longest([opening_at(contact.hours, until) for contact in contacts])
    return Opening(OpenState.OPEN)


def _longest(openings: Sequence[Opening]) -> Opening:
    open_now = [opening for opening in openings if opening.state is OpenState.OPEN]
    ends = [opening.until for opening in open_now if opening.until is not None]
    if len(ends) < len(open_now):
        return Opening(OpenState.OPEN)
    return Opening(OpenState.OPEN, until=max(ends))
