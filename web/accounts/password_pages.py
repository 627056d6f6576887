"""Passwords: changing one's own, asking for a link when it is forgotten, and choosing one by a link."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from fastapi.responses import RedirectResponse

from web.accounts.attempts import note_attempt, source_of_letters
from web.accounts.cookies import DEVICE, read_cookie
from web.accounts.errors import BadAccount, LinkEnded, ProofNeeded, TooManyAttempts
from web.accounts.events import What
from web.accounts.guard import Entered, SentForm, address_of, at_standing, site_of
from web.accounts.letters import tell
from web.accounts.links import Purpose, find_link, make_link, use_link
from web.accounts.model import Staff
from web.accounts.open_form import is_ours, open_form
from web.accounts.people import choose_password
from web.accounts.proof import Proof, prove
from web.accounts.standing import Standing
from web.accounts.users import find_staff, tidy_email
from web.database import Database
from web.resources import Resources, resources
from web.security_events import note_refusal
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Signed = Annotated[Entered, Depends(at_standing(Standing.FULL))]

CHOOSE = "staff/choose_password.html"
FORGOTTEN = "staff/forgotten.html"


@router.get("/password")
def show_password(request: Request, _entered: Signed) -> Response:
    """The form for another password."""
    return page(request, "staff/password.html")


@router.post("/password")
def change_password(
    request: Request, held: Held, entered: Signed, form: SentForm, session: Database, after: BackgroundTasks
) -> Response:
    """Another password, for whoever knows the present one; every other browser is signed out."""
    proof = Proof(
        password=str(form.get("password", "")),
        passkey="",
        site=site_of(request),
        address=address_of(request),
        device=read_cookie(request, DEVICE),
    )
    staff = session.get_one(Staff, entered.member.id)
    session.rollback()
    try:
        prove(held, entered.token, proof)
        choose_password(
            session, staff, str(form.get("new", "")), by=staff.email, at=held.clock(), but=entered.token
        )
    except ProofNeeded as error:
        note_refusal(request, error)
        return page(request, "staff/password.html", status=422, wrong=error.wrong)
    except BadAccount as error:
        return page(request, "staff/password.html", status=422, wrong=error.code)
    session.commit()
    after.add_task(tell, held, staff.email, "changed", what=What.PASSWORD_CHANGED.value)
    return RedirectResponse("/staff/security?done=password", 303)


@router.get("/forgotten-password")
def show_forgotten(request: Request, held: Held) -> Response:
    """Asks which account it is."""
    return open_form(request, held, FORGOTTEN)


@router.post("/forgotten-password")
def send_forgotten(request: Request, held: Held, form: SentForm, after: BackgroundTasks) -> Response:
    """Says the same for every address, and as fast; whatever follows, follows after the answer."""
    if not is_ours(request, held, form):
        return open_form(request, held, FORGOTTEN, status=403, wrong="expired")
    email = str(form.get("email", ""))
    if not email.strip():
        return open_form(request, held, FORGOTTEN, status=422, wrong="email")
    after.add_task(_send_link, held, email, address_of(request))
    return RedirectResponse("/staff/forgotten-password/sent", 303)


@router.get("/forgotten-password/sent")
def show_sent(request: Request) -> Response:
    """Says what to look for."""
    return page(request, "staff/forgotten_sent.html")


@router.get("/choose-password")
def show_choose(request: Request, held: Held, session: Database) -> Response:
    """The form behind the link of an e-mail; opening it changes nothing."""
    token = request.query_params.get("token", "")
    try:
        link = find_link(session, held.secret, token, at=held.clock())
    except LinkEnded:
        return page(request, "staff/link_ended.html", status=410)
    return open_form(request, held, CHOOSE, token=token, email=link.staff.email)


@router.post("/choose-password")
def choose(
    request: Request, held: Held, form: SentForm, session: Database, after: BackgroundTasks
) -> Response:
    """Keeps the password that was chosen; the link works no more."""
    token, now = str(form.get("token", "")), held.clock()
    try:
        link = find_link(session, held.secret, token, at=now)
        staff = link.staff
        if not is_ours(request, held, form):
            return open_form(
                request, held, CHOOSE, status=403, token=token, email=staff.email, wrong="expired"
            )
        use_link(session, held.secret, token, at=now)
        choose_password(session, staff, str(form.get("new", "")), by=staff.email, at=now)
    except LinkEnded:
        return page(request, "staff/link_ended.html", status=410)
    except BadAccount as error:
        session.rollback()
        return open_form(request, held, CHOOSE, status=422, token=token, email=staff.email, wrong=error.code)
    session.commit()
    after.add_task(tell, held, staff.email, "changed", what=What.PASSWORD_CHANGED.value)
    return RedirectResponse("/staff/sign-in?chosen=yes", 303)


def _send_link(held: Resources, email: str, address: str) -> None:
    """Sends a link if there is such an account; a flood of requests sends no flood of e-mails."""
    source = source_of_letters(held.secret, email=tidy_email(email), address=address)
    try:
        note_attempt(held.sessions, source, at=held.clock())
    except TooManyAttempts:
        return
    with held.sessions.begin() as session:
        staff = find_staff(session, email)
        if staff is None or staff.disabled_at is not None:
            return
        token = make_link(session, held.secret, staff, Purpose.PASSWORD, at=held.clock())
    tell(held, staff.email, "forgotten", token=token)
