"""The page of one service: what people see now, what waits for approval, and every way to reach it."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from directory.approval.finding import open_proposals_of
from directory.cards import service_cards
from directory.permissions import Deed
from directory.terms import ProposalKind
from web.admin.door import Keeper
from web.admin.found import kept_service
from web.admin.moment import Moment
from web.admin.opening_words import say_opening
from web.admin.proposal_view import listed_proposal
from web.admin.saved import saved_words
from web.admin.service_view import view_service
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)


@router.get("/{service_id}")
def show_service(
    service_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """The service; after a change it begins with what was saved."""
    stored = kept_service(session, service_id, by=member, to=Deed.SEE)
    service = view_service(session, stored.id, live=now.live, today=now.today)
    assert service is not None
    waiting = open_proposals_of(session, stored.id)
    cards = service_cards(session, [service.id], at=now.at, live=now.live)
    return page(
        request,
        "admin/service.html",
        service=service,
        card=cards[0] if cards else None,
        saved=saved_words(request.query_params.get("saved", "")),
        proposals=[listed_proposal(session, each, stored) for each in waiting],
        new={each.resource_id for each in waiting if each.kind is ProposalKind.NEW_CONTACT},
        say_opening=lambda opening: say_opening(opening, at=now.at),
    )
