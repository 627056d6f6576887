"""The staff's pages for signing in and out, and the page that shows a person their doors."""

import secrets
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from web.accounts import cookies
from web.accounts.csrf import FIELD, is_form_token, make_form_token
from web.accounts.errors import SignInRefused, TooManyAttempts
from web.accounts.guard import SentForm, StaffMember, require
from web.accounts.next_page import next_page
from web.accounts.roles import Role
from web.accounts.sessions import end_session
from web.accounts.sign_in import sign_in
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Anyone = Annotated[StaffMember, Depends(require(*Role))]

EXPIRED = "This form had expired. Enter your e-mail address and password again."
REFUSED = "The e-mail address or the password is wrong. Check both and try again."
TOO_MANY = "There were too many tries. Wait 15 minutes, then try again."


@router.get("")
def show_start(request: Request, member: Anyone) -> Response:
    """The doors that are open to this person."""
    return page(request, "staff/start.html", doors=_doors(member))


@router.get("/sign-in")
def show_sign_in(request: Request, held: Held) -> Response:
    """The sign-in form."""
    asked = request.query_params
    return _form(request, held, where=asked.get("next", ""), ended=asked.get("ended") == "yes")


@router.post("/sign-in")
async def send_sign_in(request: Request, held: Held, form: SentForm) -> Response:
    """Signs in, or shows the form again with one error that tells a guesser nothing."""
    ticket = cookies.read_cookie(request, cookies.SIGN_IN)
    if ticket is None or not is_form_token(held.secret, ticket, form.get(FIELD)):
        return _form(request, held, error=EXPIRED, status=403)
    email, password, where = (str(form.get(name, "")) for name in ("email", "password", "next"))
    address = request.client.host if request.client else "unknown"
    try:
        token = await run_in_threadpool(sign_in, held, email=email, password=password, address=address)
    except SignInRefused:
        return _form(request, held, error=REFUSED, status=422, email=email, where=where)
    except TooManyAttempts:
        return _form(request, held, error=TOO_MANY, status=429, email=email, where=where)
    response = RedirectResponse(next_page(where), 303)
    await run_in_threadpool(_leave_old_session, request, held)
    cookies.write_cookie(response, cookies.SESSION, token, held=held)
    cookies.drop_cookie(response, cookies.SIGN_IN, held=held)
    return response


@router.post("/sign-out")
def sign_out(request: Request, held: Held, _member: Anyone) -> Response:
    """Ends the session on the server and in the browser."""
    _leave_old_session(request, held)
    response = RedirectResponse("/staff/signed-out", 303)
    cookies.drop_cookie(response, cookies.SESSION, held=held)
    return response


@router.get("/signed-out")
def show_signed_out(request: Request) -> Response:
    """Says that the session has ended."""
    return page(request, "staff/signed_out.html")


def _form(
    request: Request, held: Resources, *, where: str = "", error: str = "", status: int = 200, **shown: Any
) -> Response:
    ticket = cookies.read_cookie(request, cookies.SIGN_IN) or secrets.token_urlsafe(32)
    shown["errors"] = [{"text": error, "href": "#email"}] if error else []
    shown["form_token"] = make_form_token(held.secret, ticket)
    response = page(request, "staff/sign_in.html", status=status, where=next_page(where), **shown)
    cookies.write_cookie(response, cookies.SIGN_IN, ticket, held=held)
    return response


def _leave_old_session(request: Request, held: Resources) -> None:
    token = cookies.read_cookie(request, cookies.SESSION)
    if token is None:
        return
    with held.sessions.begin() as session:
        end_session(session, token)


def _doors(member: StaffMember) -> list[dict[str, str]]:
    doors = []
    if member.covers(Role.MANAGER):
        doors.append(
            {"href": "/admin", "text": "Services", "hint": "Find a service and keep its details right"}
        )
    if member.covers(Role.ANALYST):
        doors.append(
            {"href": "/insights", "text": "Insights", "hint": "Which help people look for, and where"}
        )
    return doors
