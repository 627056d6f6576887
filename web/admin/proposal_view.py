"""Proposals as staff read them: what would change, who asked for it, and how far it has come."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from directory.approval.values import after_of, before_of, owner_of, stale_fields, values_of
from directory.fields import Owner, read_values
from directory.model import Contact, Proposal, Service
from directory.opening_hours import LONDON
from directory.terms import ProposalKind, ProposalState, SentBack
from web.admin.difference import Line, lines_of
from web.admin.service_view import CHANNELS


KINDS = {
    ProposalKind.NUMBER: "Another telephone number",
    ProposalKind.ADDRESS: "Another address",
    ProposalKind.HOURS: "Other opening hours",
    ProposalKind.ELIGIBILITY: "Who it is for, or where",
    ProposalKind.WORDS: "Words that tell a number or an address",
    ProposalKind.PUT_BACK: "Shown to people again",
    ProposalKind.NEW_CONTACT: "A new way to reach it",
    ProposalKind.NEW_SERVICE: "A new service",
}
STATES = {
    ProposalState.WAITING: "Waits for a second person",
    ProposalState.APPROVED: "Approved, not live yet",
    ProposalState.LIVE: "Live",
    ProposalState.REFUSED: "Refused",
    ProposalState.WITHDRAWN: "Taken back",
    ProposalState.STOPPED: "Stopped before it went live",
}
SENT_BACK = {
    SentBack.CHANGED: "somebody else changed the same since",
    SentBack.APPROVER_DISABLED: "the account of whoever approved it has been disabled since",
    SentBack.PROPOSER_DISABLED: "the account of whoever sent it has been disabled since",
}
NEW = frozenset({ProposalKind.NEW_CONTACT, ProposalKind.NEW_SERVICE})
OF_NOBODY = frozenset(
    {"withdrawn_at", "confirmed_on", "confirmed_by", "verified", "status", "public", "assured_date"}
)


@dataclass(frozen=True)
class Listed:
    """One proposal in a list; moments are in UK time."""

    id: str
    service_id: str
    service: str
    about: str  # the contact, or the service itself
    what: str
    state: ProposalState
    state_words: str
    by_id: str
    by: str
    at: datetime
    live_at: datetime | None
    stale: bool


@dataclass(frozen=True)
class Shown:
    """A whole proposal: what would change, and what somebody else has changed since."""

    listed: Listed
    reason: str | None
    lines: tuple[Line, ...]
    meanwhile: tuple[Line, ...]  # from what it was written over to what is there now
    parts: tuple[tuple[str, tuple[Line, ...]], ...]  # what comes with a new service
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None
    sent_back: str | None  # why it waits again although somebody approved it
    ended_by: str | None
    ended_at: datetime | None
    version: int  # of the record that would change


def listed_proposal(session: Session, proposal: Proposal, service: Service) -> Listed:
    """A proposal as a list shows it."""
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    is_open = proposal.state in {ProposalState.WAITING, ProposalState.APPROVED}
    return Listed(
        id=proposal.id,
        service_id=service.id,
        service=service.name,
        about=name_of(owner) if isinstance(owner, Contact) else "the service",
        what=KINDS[proposal.kind],
        state=proposal.state,
        state_words=STATES[proposal.state],
        by_id=proposal.proposed_by,
        by=proposal.proposed_by_name,
        at=proposal.proposed_at.astimezone(LONDON),
        live_at=_there(proposal.live_at),
        stale=is_open and bool(stale_fields(owner, proposal)),
    )


def shown_proposal(session: Session, proposal: Proposal, service: Service) -> Shown:
    """A proposal as its own page shows it."""
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    listed = listed_proposal(session, proposal, service)
    stale = stale_fields(owner, proposal) if listed.stale else []
    new = proposal.kind in NEW
    return Shown(
        listed=listed,
        reason=proposal.reason,
        lines=_all_of(owner) if new else lines_of(before_of(proposal), after_of(proposal)),
        meanwhile=lines_of(before_of(proposal), values_of(owner, stale)),
        parts=_parts(owner) if new and isinstance(owner, Service) else (),
        decided_by=proposal.decided_by_name,
        decided_at=_there(proposal.decided_at),
        decision_reason=proposal.decision_reason,
        sent_back=SENT_BACK[proposal.sent_back] if proposal.sent_back else None,
        ended_by=proposal.ended_by_name,
        ended_at=_there(proposal.ended_at),
        version=owner.version,
    )


def name_of(contact: Contact) -> str:
    """A contact as staff call it."""
    channel = CHANNELS[contact.channel].lower()
    return f"{channel} {contact.name}" if contact.name else channel


def _all_of(owner: Owner) -> tuple[Line, ...]:
    values = {name: value for name, value in read_values(owner).items() if name not in OF_NOBODY}
    return lines_of({}, {name: value for name, value in values.items() if value is not None})


def _parts(service: Service) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """What comes with a new service: its organization, and each way to reach it."""
    whose = service.organization
    said = {"name": whose.name, "description": whose.description, "url": whose.website, "email": whose.email}
    organization = lines_of({}, {name: value for name, value in said.items() if value})
    contacts = ((name_of(each), _all_of(each)) for each in service.contacts if each.withdrawn_at is None)
    return (("organisation", organization), *contacts)


def _there(moment: datetime | None) -> datetime | None:
    return moment.astimezone(LONDON) if moment else None
