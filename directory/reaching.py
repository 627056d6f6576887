"""How a whole service stands at a moment, from the contacts that are shown."""

from collections.abc import Sequence
from datetime import datetime

from directory.opening_hours import UNKNOWN, Opening, OpenState, opening_at, state_at
from directory.record import ContactRecord, ServiceRecord
from directory.terms import ANSWERED_BY_PEOPLE, NUMBERED


def is_reachable_now(contacts: Sequence[ContactRecord], at: datetime) -> bool:
    """Whether a number among the contacts is not closed at the moment."""
    return any(
        contact.channel in NUMBERED and state_at(contact.hours, at) is not OpenState.CLOSED
        for contact in contacts
    )


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
    states = [state_at(contact.hours, at) for contact in _leading(answered)]
    return OpenState.CLOSED if OpenState.CLOSED in states else OpenState.UNKNOWN


def service_opening(service: ServiceRecord, contacts: Sequence[ContactRecord], at: datetime) -> Opening:
    """The same state with its times: open until the last line closes, or the first to open next."""
    answered = [contact for contact in contacts if contact.channel in ANSWERED_BY_PEOPLE]
    if not answered:
        return opening_at(service.hours, at)
    openings = [opening_at(contact.hours, at) for contact in answered]
    open_now = [opening for opening in openings if opening.state is OpenState.OPEN]
    if open_now:
        return _longest(open_now)
    closed = [
        opening
        for opening in (opening_at(contact.hours, at) for contact in _leading(answered))
        if opening.state is OpenState.CLOSED
    ]
    if not closed:
        return UNKNOWN
    return min(closed, key=lambda opening: (opening.opens is None, opening.opens or at))


def _leading(answered: Sequence[ContactRecord]) -> list[ContactRecord]:
    """The numbers, or the webchats where there is no number."""
    return [contact for contact in answered if contact.channel in NUMBERED] or list(answered)


def _longest(openings: list[Opening]) -> Opening:
    if any(opening.always for opening in openings):
        return Opening(OpenState.OPEN, always=True)
    if any(opening.until is None for opening in openings):
        return Opening(OpenState.OPEN)
    return max(openings, key=lambda opening: opening.until or datetime.min)
