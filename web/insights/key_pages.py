"""The page for notebooks: how to read figures from one, and the keys for it."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from web.accounts.guard import SentForm
from web.database import Database
from web.insights.api import described
from web.insights.asked import BadQuestion
from web.insights.door import RECENTLY, Analyst, Held, insights_page, offered_now
from web.insights.keys import LASTS, end_key, keys_of, make_key


router = APIRouter(prefix="/insights/notebooks", include_in_schema=False)
HERE = "/insights/notebooks"


@router.get("")
def show_keys(request: Request, held: Held, member: Analyst, session: Database) -> Response:
    """The person's keys, and how to use one."""
    return _page(request, held, member, session)


@router.post("", dependencies=RECENTLY)
def make(request: Request, held: Held, member: Analyst, session: Database, sent: SentForm) -> Response:
    """A new key, shown in answer to this form and never again."""
    name = str(sent.get("name", ""))
    try:
        key = make_key(session, held.secret, by=member.id, name=name, at=held.clock())
    except BadQuestion as error:
        return _page(request, held, member, session, wrong=error.faults, name=name)
    session.commit()
    return _page(request, held, member, session, key=key)


@router.get("/openapi.json")
def show_description(_member: Analyst) -> Response:
    """The description of the addresses for notebooks, for somebody at a browser."""
    return JSONResponse(described())


@router.post("/{key_id}/end")
def end(key_id: UUID, member: Analyst, session: Database) -> Response:
    """Ends one of the person's own keys at once."""
    if not end_key(session, str(key_id), by=member.id):
        raise HTTPException(404)
    session.commit()
    return RedirectResponse(HERE, 303)


def _page(request: Request, held: Held, member: Analyst, session: Database, **values: Any) -> Response:
    return insights_page(
        request,
        held,
        "notebooks.html",
        offered=offered_now(held, session),
        fields=("name",),
        keys=keys_of(session, member.id, at=held.clock()),
        days=LASTS.days,
        **values,
    )
