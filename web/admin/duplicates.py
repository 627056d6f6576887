"""Services that may be the same: a manager merges two, or says that they are not."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from directory.feeds import duplicates
from directory.history import Editor
from directory.lifelines import is_lifeline
from directory.model import Service
from web.accounts.guard import SentForm
from web.admin.door import Manager
from web.admin.found import find_service
from web.admin.moment import Moment
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/duplicates", include_in_schema=False)
PAIR = "/{first_id}/{second_id}"
MOST_SHOWN = 50
NOT_CHOSEN = "Choose which one people go on seeing"
LIFELINE = "A lifeline is never hidden. Keep the lifeline."
NOT_SHOWN = "People do not see that one, so both would be gone. Keep the other."
MEANWHILE = "Somebody saved one of the two at the same moment. Nothing was changed. Try again."


@router.get("")
def show_duplicates(
    request: Request, _member: Manager, session: Database, done: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    """The pairs that may be the same, those that share most first."""
    pairs = duplicates.find_pairs(session)
    return page(request, "admin/duplicates.html", pairs=pairs[:MOST_SHOWN], total=len(pairs), done=done)


@router.get(PAIR)
def show_pair(
    first_id: UUID, second_id: UUID, request: Request, _member: Manager, session: Database
) -> Response:
    """The two side by side, and what can be said of them."""
    return _ask(request, session, first_id, second_id)


@router.post(PAIR)
def send_pair(
    first_id: UUID,
    second_id: UUID,
    request: Request,
    member: Manager,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Merges the two, or remembers that they are not the same."""
    pair = {each.id: each for each in _pair(session, first_id, second_id)}
    by, choice = Editor(member.id, member.email), str(sent.get("keep", ""))
    if choice == "neither":
        try:
            duplicates.say_different(session, *pair, by=by, at=now.at)
            session.commit()
        except IntegrityError:  # somebody else has just said the same
            session.rollback()
        return RedirectResponse("/admin/duplicates?done=different", 303)
    if choice not in pair:
        return _ask(request, session, first_id, second_id, error=NOT_CHOSEN, status=422)
    hide = next(key for key in pair if key != choice)
    try:
        found = duplicates.merge(session, keep=choice, hide=hide, by=by, at=now.at).id
        session.commit()
    except duplicates.Lifeline:
        session.rollback()
        return _ask(request, session, first_id, second_id, error=LIFELINE, status=422)
    except duplicates.NotOffered:
        session.rollback()
        return _ask(request, session, first_id, second_id, error=NOT_SHOWN, status=422)
    except StaleDataError:
        session.rollback()
        return _ask(request, session, first_id, second_id, error=MEANWHILE, status=409)
    return RedirectResponse(f"/admin/imports/{found}", 303)


def _pair(session: Database, first_id: UUID, second_id: UUID) -> tuple[Service, Service]:
    if first_id == second_id:
        raise HTTPException(404)
    return find_service(session, first_id), find_service(session, second_id)


def _ask(
    request: Request,
    session: Database,
    first_id: UUID,
    second_id: UUID,
    *,
    error: str = "",
    status: int = 200,
) -> Response:
    pair = _pair(session, first_id, second_id)
    return page(
        request,
        "admin/duplicate.html",
        status=status,
        pair=pair,
        lifelines=[each.id for each in pair if is_lifeline(each.slug)],
        errors=[{"text": error, "href": "#keep"}] if error else [],
    )
