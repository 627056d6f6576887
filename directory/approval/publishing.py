"""Shows approved changes to the public: at once, or when their cool-off is over."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.errors import ProposalError
from directory.approval.finding import settle
from directory.approval.second_look import DisabledAt, whose_word_is_gone
from directory.approval.values import after_of, owner_of, stale_fields
from directory.fields import Owner, read_values, write_values
from directory.history import Action, Approval, Editor
from directory.model import Contact, Metadata, Proposal
from directory.saving import Edit, EditError, apply
from directory.terms import NUMBERED, ProposalKind, ProposalState, SentBack
from directory.told_ways import TOLD, tells_a_way


ACTIONS = {
    ProposalKind.PUT_BACK: Action.RESTORE,
    ProposalKind.NEW_CONTACT: Action.PUBLISH,
    ProposalKind.NEW_SERVICE: Action.PUBLISH,
}


def publish(session: Session, proposal: Proposal, *, at: datetime) -> None:
    """Show an approved change, with both people in its history. Raises DecidedMeanwhile, EditError."""
    assert proposal.decided_by is not None
    assert proposal.decided_by_name is not None
    assert proposal.decided_at is not None
    proposal.state, proposal.ended_at = ProposalState.LIVE, at
    settle(session, proposal)
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    edit = Edit(
        by=Editor(proposal.proposed_by, proposal.proposed_by_name),
        at=at,
        seen=None,
        reason=proposal.reason,
        action=ACTIONS.get(proposal.kind, Action.UPDATE),
        approval=Approval(Editor(proposal.decided_by, proposal.decided_by_name), proposal.decided_at),
    )
    apply(session, owner, edit, lambda: write_values(owner, after_of(proposal)))


def publish_due(sessions: sessionmaker[Session], *, at: datetime, disabled_at: DisabledAt) -> list[str]:
    """Show every approved change whose cool-off is over; returns the ids of those that were shown.

    Each has its own transaction, so it may run anywhere, any number of times and at the same moment: one
    of two shows a change, and what fails waits for the next time. A change waits for a second look again
    when one of its two people is shut out, due or not, or when somebody else has changed the same fields.
    """
    approved = select(Proposal).where(Proposal.state == ProposalState.APPROVED)
    with sessions() as session:
        found = session.scalars(approved.order_by(Proposal.live_at, Proposal.id)).all()
        ids = [each.id for each in found if _is_due(each, at) or _shut_out(session, each, disabled_at)]
    return [each for each in ids if _publish_one(sessions, each, at=at, disabled_at=disabled_at)]


def shows_a_new_number(session: Session, owner: Owner, proposal: Proposal) -> bool:
    """Whether people would see a telephone number that they have not seen before, in words too."""
    after = after_of(proposal)
    if "number" in after or any(tells_a_way(after[name]) for name in TOLD & after.keys()):
        return True
    if isinstance(owner, Contact):
        return owner.channel in NUMBERED and not _was_public(session, owner)
    if proposal.kind is not ProposalKind.NEW_SERVICE:
        return False
    there = read_values(owner)
    return any(each.phones for each in owner.contacts) or any(tells_a_way(there[name]) for name in TOLD)


def _publish_one(
    sessions: sessionmaker[Session], proposal_id: str, *, at: datetime, disabled_at: DisabledAt
) -> bool:
    try:
        with sessions.begin() as session:
            proposal = session.get_one(Proposal, proposal_id)
            if proposal.state is not ProposalState.APPROVED:
                return False
            why = _shut_out(session, proposal, disabled_at) or _changed(session, proposal)
            if why is not None:
                _send_back(session, proposal, why)
                return False
            publish(session, proposal, at=at)
            return True
    except (ProposalError, EditError, OperationalError):  # somebody else is at it: the next time tells
        return False


def _is_due(proposal: Proposal, at: datetime) -> bool:
    return proposal.live_at is not None and proposal.live_at <= at


def _shut_out(session: Session, proposal: Proposal, disabled_at: DisabledAt) -> SentBack | None:
    assert proposal.decided_by is not None
    assert proposal.decided_at is not None
    return whose_word_is_gone(
        session,
        sender=proposal.proposed_by,
        approver=proposal.decided_by,
        approved_at=proposal.decided_at,
        disabled_at=disabled_at,
    )


def _changed(session: Session, proposal: Proposal) -> SentBack | None:
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    return SentBack.CHANGED if stale_fields(owner, proposal) else None


def _send_back(session: Session, proposal: Proposal, why: SentBack) -> None:
    """Waits again; who had approved it, and when, is kept beside why that does not count."""
    proposal.state, proposal.sent_back, proposal.live_at = ProposalState.WAITING, why, None
    settle(session, proposal)


def _was_public(session: Session, contact: Contact) -> bool:
    """Whether a contact was ever shown: one that staff add is hidden from its first moment until it is."""
    of_contact = (Metadata.resource_id == contact.id, Metadata.field_name == "withdrawn_at")
    made_hidden = exists().where(*of_contact, Metadata.last_action_type == Action.CREATE.value)
    shown = exists().where(*of_contact, Metadata.replacement_value.is_(None))
    was_hidden, was_shown = session.execute(select(made_hidden, shown)).one()
    return bool(was_shown or not was_hidden)
