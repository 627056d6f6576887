"""Finds proposals, and of two people who decide about one at the same moment lets one through."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from directory.approval.errors import DecidedMeanwhile, NoProposal
from directory.model import Proposal, Service
from directory.terms import OPEN_STATES, ProposalState


def find(session: Session, proposal_id: str) -> Proposal:
    """The proposal with this id. Raises NoProposal."""
    found = session.get(Proposal, proposal_id)
    if found is None:
        raise NoProposal
    return found


def check_state(proposal: Proposal, *allowed: ProposalState) -> None:
    """Raises DecidedMeanwhile unless the proposal stands in one of these states."""
    if proposal.state not in allowed:
        raise DecidedMeanwhile(proposal.state)


def settle(session: Session, proposal: Proposal) -> None:
    """Write what was decided, unless somebody else has decided since. Raises DecidedMeanwhile."""
    key = proposal.id
    try:
        session.flush()
    except StaleDataError:
        # The session itself cannot read until its caller has rolled it back.
        with Session(session.get_bind()) as fresh:
            raise DecidedMeanwhile(fresh.get_one(Proposal, key).state) from None


def open_proposals(session: Session, *, organization_id: str | None = None) -> list[Proposal]:
    """What waits for a second person or cools off, the oldest first; of one organization if named."""
    wanted = select(Proposal).where(Proposal.state.in_(OPEN_STATES))
    if organization_id is not None:
        services = select(Service.id).where(Service.organization_id == organization_id)
        wanted = wanted.where(Proposal.service_id.in_(services))
    return list(session.scalars(wanted.order_by(Proposal.proposed_at, Proposal.id)))


def open_proposals_of(session: Session, service_id: str) -> list[Proposal]:
    """What waits or cools off of one service and its contacts, the oldest first."""
    wanted = select(Proposal).where(Proposal.service_id == service_id, Proposal.state.in_(OPEN_STATES))
    return list(session.scalars(wanted.order_by(Proposal.proposed_at, Proposal.id)))


def decided_proposals(session: Session, *, most: int) -> Sequence[Proposal]:
    """What was decided last, the newest first."""
    decided = select(Proposal).where(Proposal.state.not_in(OPEN_STATES))
    return session.scalars(decided.order_by(Proposal.ended_at.desc(), Proposal.id).limit(most)).all()
