"""Proposing a change that needs a second person, and taking it back.

Errors are those of directory.approval.errors, directory.saving and directory.checking. The caller commits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.approval.errors import AlreadyProposed, NothingToPropose, OtherPerson
from directory.approval.finding import check_state, find, settle
from directory.approval.values import after_of, as_text, service_of, values_of
from directory.checking import checked_values
from directory.fields import Owner, Values, guarded_changes
from directory.history import Editor
from directory.model import Contact, Proposal
from directory.opening_hours import LONDON
from directory.saving import check_seen
from directory.terms import OPEN_STATES, ProposalKind, ProposalState, Verification
from directory.told_ways import SAID


KINDS: Mapping[str, ProposalKind] = {
    "number": ProposalKind.NUMBER,
    "url": ProposalKind.ADDRESS,
    "email": ProposalKind.ADDRESS,
    "hours": ProposalKind.HOURS,
    "hours_basis": ProposalKind.HOURS,
    "withdrawn_at": ProposalKind.PUT_BACK,
    "status": ProposalKind.PUT_BACK,
    "public": ProposalKind.PUT_BACK,
    **dict.fromkeys(SAID, ProposalKind.WORDS),
}
TYPED = frozenset({"number", "url", "email"})  # whoever types one has checked it
UNCHECKED = ("withdrawn_at", "status", "public")  # not values that a person types


@dataclass(frozen=True)
class Asking:
    """Who proposes, when, which version of the record they saw (None: they did not say), and why."""

    by: Editor
    at: datetime
    seen: int | None = None
    reason: str | None = None


def propose(
    session: Session,
    owner: Owner,
    values: Values,
    asking: Asking,
    *,
    kind: ProposalKind | None = None,
    checked: bool | None = None,
) -> Proposal:
    """Keep new values of a contact or a service until a second person has agreed.

    Values that are there already, or that need nobody, are left out. `checked` says whether a contact counts
    as confirmed by whoever proposes, once it is live; who types a number or an address has checked it.
    Raises EditedMeanwhile, BadValue, NothingToPropose, AlreadyProposed.
    """
    check_seen(owner, asking.seen)
    wanted = guarded_changes(owner, _checked(owner, values))
    if not wanted:
        raise NothingToPropose
    _check_new(session, owner, wanted)
    proposal = Proposal(
        service_id=service_of(owner).id,
        resource_type=owner.__tablename__,
        resource_id=owner.id,
        kind=kind or next((KINDS[name] for name in KINDS if name in wanted), ProposalKind.ELIGIBILITY),
        state=ProposalState.WAITING,
        reason=asking.reason,
        proposed_by=asking.by.id,
        proposed_by_name=asking.by.name,
        proposed_at=asking.at,
    )
    after = wanted | _confirmation(owner, wanted, asking, checked=checked)
    proposal.after, proposal.before = as_text(after), as_text(values_of(owner, after))
    session.add(proposal)
    session.flush()
    return proposal


def withdraw_proposal(session: Session, proposal_id: str, *, by: Editor, at: datetime) -> Proposal:
    """Take back one's own proposal before it is live. Raises NoProposal, OtherPerson, DecidedMeanwhile."""
    proposal = find(session, proposal_id)
    if proposal.proposed_by != by.id:
        raise OtherPerson
    check_state(proposal, *OPEN_STATES)
    proposal.state = ProposalState.WITHDRAWN
    proposal.ended_by, proposal.ended_by_name, proposal.ended_at = by.id, by.name, at
    settle(session, proposal)
    return proposal


def _checked(owner: Owner, values: Values) -> dict[str, str | None]:
    typed = {name: value for name, value in values.items() if name not in UNCHECKED}
    return checked_values(owner, typed) | {name: values[name] for name in UNCHECKED if name in values}


def _check_new(session: Session, owner: Owner, wanted: Values) -> None:
    of_owner = (Proposal.resource_id == owner.id, Proposal.state.in_(OPEN_STATES))
    for each in session.scalars(select(Proposal).where(*of_owner)):
        there = after_of(each)
        if all(name in there and there[name] == value for name, value in wanted.items()):
            raise AlreadyProposed(each.id)


def _confirmation(
    owner: Owner, wanted: Values, asking: Asking, *, checked: bool | None
) -> dict[str, str | None]:
    """Who counts as having confirmed a contact or a service once the change is live."""
    if not isinstance(owner, Contact):
        return {"assured_date": asking.at.astimezone(LONDON).date().isoformat()} if checked else {}
    if wanted.keys() & TYPED:
        return _confirmed(asking) | {"verified": Verification.PERSON.value}
    if checked is None:
        return {}
    return _confirmed(asking) if checked else {"confirmed_on": None, "confirmed_by": None}


def _confirmed(asking: Asking) -> dict[str, str | None]:
    day = asking.at.astimezone(LONDON).date()
    return {"confirmed_on": day.isoformat(), "confirmed_by": asking.by.id}
