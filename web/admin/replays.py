"""Which answers a proposed change would alter: 200 saved journeys before it and after it."""

from functools import partial
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy.orm import Session

from directory.approval.values import after_of, owner_of
from directory.fields import write_values
from directory.model import Proposal
from directory.permissions import Deed
from directory.replay import compare
from vocabulary.words import words
from web.admin.door import Keeper
from web.admin.found import check_may, find_proposal
from web.admin.moment import Moment
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/approvals", include_in_schema=False)


@router.get("/{proposal_id}/replay")
def show_replay(
    proposal_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """The journeys whose answer would differ if the change were live."""
    proposal, service = find_proposal(session, proposal_id, by=member)
    check_may(member, Deed.SEE, service)
    change = partial(_make_live, proposal_id=proposal.id)
    session.rollback()  # on SQLite the trial needs the database to itself
    found = compare(session, change, at=now.at, live=now.live)
    return page(
        request,
        "admin/replay.html",
        found=found,
        service_name=service.name,
        proposal_id=proposal_id,
        words=words,
    )


def _make_live(session: Session, *, proposal_id: str) -> None:
    """Writes what a proposal says, in the session that is given and undone."""
    proposal = session.get_one(Proposal, proposal_id)
    owner = owner_of(session, proposal.resource_type, proposal.resource_id)
    write_values(owner, after_of(proposal))
