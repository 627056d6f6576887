"""The staff's pages for signing in and out, and the page that shows a person their doors."""

from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from web.accounts import cookies
from web.accounts.browser_names import name_browser
from web.accounts.devices import LASTS, device_of, make_device
from web.accounts.errors import SignInRefused, TooManyAttempts
from web.accounts.guard import Entered, SentForm, StaffMember, address_of, at_standing, require
from web.accounts.letters import tell, told_moment
from web.accounts.next_page import next_page
from web.accounts.open_form import is_ours, open_form
from web.accounts.roles import Role
from web.accounts.sessions import end_session
from web.accounts.sign_in import sign_in
from web.accounts.standing import Standing, has_second_factor
from web.accounts.users import tidy_email
from web.database import Database
from web.metrics import SecurityEvent
from web.resources import Resources, resources
from web.security_events import noting
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Anyone = Annotated[StaffMember, Depends(require(*Role))]
HoweverFar = Annotated[Entered, Depends(at_standing(*Standing))]

EXPIRED = "This form had expired. Enter your e-mail address and password again."
REFUSED = "The e-mail address or the password is wrong. Check both and try again."
TOO_MANY = "There were too many tries. Wait 15 minutes, then try again."


@router.get("")
def show_start(request: Request, held: Held, member: Anyone, session: Database) -> Response:
    """The doors that are open to this person."""
    is_alone = not held.settings.second_factor and not has_second_factor(session, member.id)
    return page(request, "staff/start.html", doors=_doors(member), has_password_alone=is_alone)


@router.get("/sign-in")
def show_sign_in(request: Request, held: Held) -> Response:
    """The sign-in form."""
    asked = request.query_params
    ended, chosen = (asked.get(name) == "yes" for name in ("ended", "chosen"))
    return _form(request, held, where=asked.get("next", ""), ended=ended, chosen=chosen)


@router.post("/sign-in")
async def send_sign_in(request: Request, held: Held, form: SentForm, after: BackgroundTasks) -> Response:
    """Signs in, or shows the form again with one error that tells a guesser nothing.

    Whose password was right in a browser that we do not know is told so by e-mail.
    """
    if not is_ours(request, held, form):
        return _form(request, held, error=EXPIRED, status=403)
    email, password, where = (str(form.get(name, "")) for name in ("email", "password", "next"))
    try:
        with noting(request, email=email, done=SecurityEvent.SIGNED_IN):
            token = await run_in_threadpool(
                sign_in,
                held,
                email=email,
                password=password,
                address=address_of(request),
                device=cookies.read_cookie(request, cookies.DEVICE),
                browser=_browser(request),
            )
    except SignInRefused:
        return _form(request, held, error=REFUSED, status=422, email=email, where=where)
    except TooManyAttempts:
        return _form(request, held, error=TOO_MANY, status=429, email=email, where=where)
    if _is_new(request, held, email):
        shown = {"browser": _browser(request), "at": told_moment(held.clock())}
        after.add_task(tell, held, tidy_email(email), "new_browser", **shown)
    response = RedirectResponse(next_page(where), 303)
    await run_in_threadpool(_leave_old_session, request, held)
    cookies.write_cookie(response, cookies.SESSION, token, held=held)
    device = make_device(held.secret, email=tidy_email(email), at=held.clock())
    cookies.write_cookie(response, cookies.DEVICE, device, held=held, lasts=LASTS)
    cookies.drop_cookie(response, cookies.SIGN_IN, held=held)
    return response


@router.post("/sign-out")
def sign_out(request: Request, held: Held, _entered: HoweverFar) -> Response:
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
    shown["errors"] = [{"text": error, "href": "#email"}] if error else []
    shown["single_sign_on"] = held.settings.single_sign_on is not None
    return open_form(request, held, "staff/sign_in.html", status=status, where=next_page(where), **shown)


def _browser(request: Request) -> str:
    return name_browser(request.headers.get("user-agent", ""))


def _is_new(request: Request, held: Resources, email: str) -> bool:
    """Whether the account's password was never right before in this browser."""
    cookie = cookies.read_cookie(request, cookies.DEVICE)
    return device_of(held.secret, cookie, email=tidy_email(email), at=held.clock()) is None


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
    elif member.covers(Role.EDITOR) and member.organization_id:
        doors.append(
            {
                "href": "/admin/services",
                "text": "Your services",
                "hint": "Keep the entries of your own organisation right",
            }
        )
    if member.covers(Role.ANALYST):
        doors.append(
            {"href": "/insights", "text": "Insights", "hint": "Which help people look for, and where"}
        )
    if member.covers(Role.ADMINISTRATOR):
        doors.append(
            {"href": "/staff/people", "text": "People", "hint": "Who may sign in, and what they may do"}
        )
    return doors
