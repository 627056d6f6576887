"""Adding an app for one-time codes: begin, scan the picture, type the first code."""

import io
from typing import Annotated

import segno
from fastapi import APIRouter, BackgroundTasks, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from web.accounts import code_apps
from web.accounts.adding import after_adding
from web.accounts.attempts import forgive, note_attempt, source_of_codes
from web.accounts.errors import TooManyAttempts
from web.accounts.guard import Entered, SentForm, at_standing, recently_signed_in
from web.accounts.session_of import session_of
from web.accounts.standing import Standing
from web.database import Database
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False, dependencies=[Depends(recently_signed_in)])

Held = Annotated[Resources, Depends(resources)]
SettingUp = Annotated[Entered, Depends(at_standing(Standing.FULL, Standing.SETS_UP))]

APP = "/staff/security/code-app"


@router.post("/security/code-app/begin")
def begin(held: Held, entered: SettingUp, session: Database) -> Response:
    """Makes a key for a new app; one that is in use stays until the new one's first code is right."""
    code_apps.begin(session, held.secret, entered.member.id, at=held.clock())
    session.commit()
    return RedirectResponse(APP, 303)


@router.get("/security/code-app")
def show_code_app(request: Request, held: Held, entered: SettingUp, session: Database) -> Response:
    """The picture for the app, its key in letters, and the field for the first code."""
    return _page(request, held, entered, session)


@router.get("/security/code-app/picture.svg")
def show_picture(held: Held, entered: SettingUp, session: Database) -> Response:
    """The key as a QR code, an image of its own: the page needs no inline style for it."""
    key = code_apps.begun_key(session, held.secret, entered.member.id)
    if key is None:
        raise HTTPException(404)
    drawn = io.BytesIO()
    address = code_apps.address_of(key, email=entered.member.email)
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", scale=5, border=4, light="#fff", dark="#000", svgclass=None, lineclass=None
    )
    return Response(drawn.getvalue(), media_type="image/svg+xml")


@router.post("/security/code-app")
def confirm_code_app(
    request: Request,
    held: Held,
    entered: SettingUp,
    form: SentForm,
    session: Database,
    after: BackgroundTasks,
) -> Response:
    """Takes the app into use if its first code is right."""
    source = source_of_codes(held.secret, entered.member.id)
    session.rollback()  # nothing is read yet; the count is a transaction of its own
    try:
        noted = note_attempt(held.sessions, source, at=held.clock())
    except TooManyAttempts:
        return _page(request, held, entered, session, status=429, wrong="too-many")
    typed = str(form.get("code", ""))
    if not code_apps.confirm(session, held.secret, entered.member.id, typed, at=held.clock()):
        session.rollback()
        return _page(request, held, entered, session, status=422, wrong="code")
    forgive(session, noted, source)
    return after_adding(request, held, session, session_of(session, held, entered), after)


def _page(
    request: Request,
    held: Resources,
    entered: Entered,
    session: Database,
    *,
    status: int = 200,
    wrong: str = "",
) -> Response:
    key = code_apps.begun_key(session, held.secret, entered.member.id)
    if key is None:
        return RedirectResponse("/staff/security", 303)
    groups = " ".join(key[start : start + 4] for start in range(0, len(key), 4))
    return page(request, "staff/code_app.html", status=status, key=groups, wrong=wrong)
