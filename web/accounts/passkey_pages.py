"""Passkeys in the browser: what it has to sign, and the page where one is added."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from fastapi.responses import JSONResponse

from web.accounts.adding import after_adding
from web.accounts.errors import PasskeyRefused
from web.accounts.guard import Entered, SentForm, at_standing, recently_signed_in, site_of
from web.accounts.passkeys import authentication_options, register, registration_options
from web.accounts.session_of import session_of
from web.accounts.sessions import make_challenge, take_challenge
from web.accounts.standing import Standing
from web.database import Database
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Anyone = Annotated[Entered, Depends(at_standing(*Standing))]
SettingUp = Annotated[Entered, Depends(at_standing(Standing.FULL, Standing.SETS_UP))]
RECENTLY = [Depends(recently_signed_in)]


@router.post("/passkeys/challenge")
def make_sign_in_challenge(request: Request, held: Held, entered: Anyone, session: Database) -> Response:
    """What one of the person's passkeys has to sign, as JSON for our script."""
    found = session_of(session, held, entered)
    challenge = make_challenge(found, at=held.clock())
    options = authentication_options(session, found.staff_id, site_of(request), challenge)
    session.commit()
    return JSONResponse(options)


@router.post("/passkeys/offer", dependencies=RECENTLY)
def make_offer(request: Request, held: Held, entered: SettingUp, session: Database) -> Response:
    """What a new passkey has to sign, as JSON for our script."""
    found = session_of(session, held, entered)
    challenge = make_challenge(found, at=held.clock())
    options = registration_options(session, found.staff, site_of(request), challenge)
    session.commit()
    return JSONResponse(options)


@router.get("/security/passkeys/new", dependencies=RECENTLY)
def show_new_passkey(request: Request, _entered: SettingUp) -> Response:
    """The page with the button that adds a passkey."""
    return page(request, "staff/new_passkey.html")


@router.post("/security/passkeys/new", dependencies=RECENTLY)
def add_passkey(
    request: Request,
    held: Held,
    entered: SettingUp,
    form: SentForm,
    session: Database,
    after: BackgroundTasks,
) -> Response:
    """Keeps a new passkey, and says what comes next."""
    found, now = session_of(session, held, entered), held.clock()
    challenge = take_challenge(session, found, at=now)
    session.commit()  # what was signed once is used up, right or wrong
    try:
        if challenge is None:
            raise PasskeyRefused
        register(session, found.staff_id, str(form.get("passkey", "")), site_of(request), challenge, at=now)
    except PasskeyRefused:
        return page(request, "staff/new_passkey.html", status=422, wrong=True)
    return after_adding(request, held, session, found, after)
