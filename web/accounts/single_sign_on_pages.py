"""Leaving for an organisation's own sign-in, and coming back from it."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from signpost.settings import SingleSignOn
from web.accounts import cookies
from web.accounts.browser_names import name_browser
from web.accounts.errors import SingleSignOnFailed
from web.accounts.next_page import next_page
from web.accounts.proof import RECENT
from web.accounts.sessions import start_session
from web.accounts.single_sign_on import LASTS, Vouched, away_of, come_back, leave
from web.accounts.users import find_staff
from web.metrics import SecurityEvent
from web.resources import Resources, resources
from web.security_events import note, note_refusal
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]


def chosen_provider(held: Held) -> SingleSignOn:
    """The provider of the settings; without one there are no such pages (a FastAPI dependency)."""
    if held.settings.single_sign_on is None:
        raise HTTPException(404)
    return held.settings.single_sign_on


Chosen = Annotated[SingleSignOn, Depends(chosen_provider)]


@router.get("/single-sign-on")
def go_away(request: Request, held: Held, chosen: Chosen) -> Response:
    """Sends the browser to the provider."""
    try:
        url, kept = leave(held, chosen, where=next_page(request.query_params.get("next", "")))
    except SingleSignOnFailed as error:
        return _failed(request, error)
    response = RedirectResponse(url, 303)
    cookies.write_cookie(response, cookies.AWAY, kept, held=held, lasts=LASTS)
    return response


@router.get("/single-sign-on/back")
def return_here(request: Request, held: Held, chosen: Chosen) -> Response:
    """Signs in whom the provider vouches for, if they have an account.

    The answer is a page that leads on by itself: browsers send our cookies, which are for our own pages only,
    from a page of ours and not on a redirect that another site began.
    """
    asked = request.query_params
    try:
        away = away_of(held, cookies.read_cookie(request, cookies.AWAY), state=asked.get("state", ""))
        vouched = come_back(held, chosen, away, asked)
    except SingleSignOnFailed as error:
        return _forget(_failed(request, error), held)
    token = _sign_in(held, vouched, browser=name_browser(request.headers.get("user-agent", "")))
    if token is None:
        note(request, SecurityEvent.SIGN_IN_REFUSED, email=vouched.email)
        return _forget(page(request, "staff/single_sign_on_failed.html", status=403, wrong="unknown"), held)
    note(request, SecurityEvent.SIGNED_IN, email=vouched.email)
    response = _forget(page(request, "staff/came_back.html", where=next_page(away.where)), held)
    cookies.write_cookie(response, cookies.SESSION, token, held=held)
    return response


def _sign_in(held: Resources, vouched: Vouched, *, browser: str) -> str | None:
    """A session for the person, if they have an account that is not disabled.

    A sign-in at the provider counts as proof of who they are from the moment the provider names.
    """
    now = held.clock()
    with held.sessions.begin() as session:
        staff = find_staff(session, vouched.email)
        if staff is None or staff.disabled_at is not None:
            return None
        return start_session(
            session,
            staff,
            at=now,
            browser=browser,
            proved_at=min(vouched.signed_in_at or now - RECENT, now),
            second_factor_at=now if vouched.with_several_factors else None,
        )


def _failed(request: Request, error: SingleSignOnFailed) -> Response:
    structlog.get_logger().warning("accounts.single_sign_on_failed", kind=str(error))
    note_refusal(request, error)
    return page(request, "staff/single_sign_on_failed.html", status=503, wrong="provider")


def _forget(response: Response, held: Resources) -> Response:
    cookies.drop_cookie(response, cookies.AWAY, held=held)
    return response
