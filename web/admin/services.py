"""The page of one service: what people see now, and every way to reach it with its hours and checks."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response

from directory.cards import service_cards
from web.admin.door import Manager
from web.admin.moment import Moment
from web.admin.opening_words import say_opening
from web.admin.saved import saved_words
from web.admin.service_view import view_service
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)


@router.get("/{service_id}")
def show_service(
    service_id: UUID, request: Request, _member: Manager, session: Database, now: Moment
) -> Response:
    """The service; after a change it begins with what was saved."""
    service = view_service(session, str(service_id), live=now.live, today=now.today)
    if service is None:
        raise HTTPException(404)
    cards = service_cards(session, [service.id], at=now.at, live=now.live)
    return page(
        request,
        "admin/service.html",
        service=service,
        card=cards[0] if cards else None,
        saved=saved_words(request.query_params.get("saved", "")),
        say_opening=lambda opening: say_opening(opening, at=now.at),
    )
