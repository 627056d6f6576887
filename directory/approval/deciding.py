"""What a second person does with a proposal: approves it, refuses it, or stops it before it is live.

Whether their role may is the caller's to check (directory.permissions). The caller commits.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from directory.approval.errors import SamePerson
from directory.approval.finding import check_state, find, settle
from directory.approval.publishing import publish, shows_a_new_number
from directory.approval.values import after_of, as_text, owner_of, values_of
from directory.history import Editor
from directory.model import Proposal
from directory.saving import check_seen
from directory.terms import ProposalState


NO_TIME = timedelta(0)


@dataclass(frozen=True)
class Decision:
    """Who decides and when, and the version of the record that they were shown (None: they did not say)."""

    by: Editor
    at: datetime
    seen: int | None = None


def approve(session: Session, proposal_id: str, decision: Decision, *, cool_off: timedelta) -> Proposal:
    """Agree to a change, which is shown at once, or after the cool-off where it shows a new number.

    Raises NoProposal, SamePerson, DecidedMeanwhile; EditedMeanwhile when the record was changed after this
    person was shown it; the caller then rolls back.
    """
    proposal = _open_to(session, proposal_id, decision.by)
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    check_seen(owner, decision.seen)
    waits = cool_off > NO_TIME and shows_a_new_number(session, owner, proposal)
    proposal.before = as_text(values_of(owner, after_of(proposal)))
    _decide(proposal, decision)
    proposal.live_at = decision.at + cool_off if waits else decision.at
    proposal.state, proposal.sent_back = ProposalState.APPROVED, None
    settle(session, proposal)
    if not waits:
        publish(session, proposal, at=decision.at)
    return proposal


def refuse(session: Session, proposal_id: str, decision: Decision, *, reason: str) -> Proposal:
    """Say no to a change, and why. Raises NoProposal, SamePerson, DecidedMeanwhile."""
    proposal = _open_to(session, proposal_id, decision.by)
    _decide(proposal, decision)
    proposal.decision_reason = reason
    proposal.state, proposal.ended_at = ProposalState.REFUSED, decision.at
    settle(session, proposal)
    return proposal


def stop(session: Session, proposal_id: str, *, by: Editor, at: datetime) -> Proposal:
    """Keep an approved change from going live, at any moment before. Raises NoProposal, DecidedMeanwhile."""
    proposal = find(session, proposal_id)
    check_state(proposal, ProposalState.APPROVED)
    proposal.state = ProposalState.STOPPED
    proposal.ended_by, proposal.ended_by_name, proposal.ended_at = by.id, by.name, at
    settle(session, proposal)
    return proposal


def _open_to(session: Session, proposal_id: str, by: Editor) -> Proposal:
    proposal = find(session, proposal_id)
    if proposal.proposed_by == by.id:
        raise SamePerson
    check_state(proposal, ProposalState.WAITING)
    return proposal


def _decide(proposal: Proposal, decision: Decision) -> None:
    proposal.decided_by, proposal.decided_by_name = decision.by.id, decision.by.name
    proposal.decided_at = decision.at
