"""How a person signs in: their passkeys, app, recovery codes and where they are signed in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from fastapi.responses import RedirectResponse

from web.accounts import code_apps, recovery_codes
from web.accounts.events import What, note_event
from web.accounts.guard import Entered, StaffMember, at_standing, recently_signed_in, require
from web.accounts.letters import tell
from web.accounts.model import Staff
from web.accounts.passkeys import passkeys_of, remove_passkey
from web.accounts.people import sign_out_everywhere
from web.accounts.roles import Role
from web.accounts.session_of import session_of
from web.accounts.sessions import sessions_of
from web.accounts.standing import Standing, has_second_factor
from web.database import Database
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Anyone = Annotated[StaffMember, Depends(require(*Role))]
Signed = Annotated[Entered, Depends(at_standing(Standing.FULL))]
SettingUp = Annotated[Entered, Depends(at_standing(Standing.FULL, Standing.SETS_UP))]
RECENTLY = [Depends(recently_signed_in)]
HERE = "/staff/security"


@router.get("/security")
def show_security(request: Request, held: Held, entered: SettingUp, session: Database) -> Response:
    """What the person signs in with; for whoever has to set up a second factor, the two ways to do so."""
    mine = session_of(session, held, entered)
    return page(
        request,
        "staff/security.html",
        passkeys=passkeys_of(session, mine.staff_id),
        app=code_apps.in_use(session, mine.staff_id),
        codes_left=recovery_codes.codes_left(session, mine.staff_id),
        sessions=sessions_of(session, mine.staff_id, at=held.clock()),
        here=mine.id,
        must_set_up=entered.standing is Standing.SETS_UP,
        done=request.query_params.get("done", ""),
    )


@router.post("/security/passkeys/{passkey_id}/remove", dependencies=RECENTLY)
def remove_one(
    passkey_id: UUID, held: Held, entered: Signed, session: Database, after: BackgroundTasks
) -> Response:
    """A lost device's passkey opens nothing any more."""
    remove_passkey(session, entered.member.id, str(passkey_id))
    return _after_removing(held, entered, session, after)


@router.post("/security/code-app/remove", dependencies=RECENTLY)
def remove_app(held: Held, entered: Signed, session: Database, after: BackgroundTasks) -> Response:
    """The app's codes open nothing any more."""
    code_apps.forget_apps(session, entered.member.id)
    return _after_removing(held, entered, session, after)


@router.post("/security/recovery-codes", dependencies=RECENTLY)
def make_new_codes(request: Request, held: Held, entered: Signed, session: Database) -> Response:
    """New recovery codes, shown this once; the earlier ones open nothing any more."""
    staff, now = session.get_one(Staff, entered.member.id), held.clock()
    if not has_second_factor(session, staff.id):
        return RedirectResponse(HERE, 303)
    codes = recovery_codes.make_codes(session, held.secret, staff.id, at=now)
    note_event(session, staff, What.RECOVERY_CODES_MADE, by=staff.email, at=now)
    session.commit()
    return page(request, "staff/recovery_codes.html", codes=codes, is_first=False)


@router.post("/security/sign-out-elsewhere")
def sign_out_elsewhere(held: Held, entered: Signed, session: Database) -> Response:
    """Ends the person's sessions in every other browser."""
    staff = session.get_one(Staff, entered.member.id)
    sign_out_everywhere(session, staff, by=staff.email, at=held.clock(), but=entered.token)
    session.commit()
    return RedirectResponse(f"{HERE}?done=signed-out", 303)


def _after_removing(held: Resources, entered: Entered, session: Database, after: BackgroundTasks) -> Response:
    """Commits, unless nothing would be left where a second factor is needed."""
    staff = session.get_one(Staff, entered.member.id)
    has_other = has_second_factor(session, staff.id)
    if held.settings.second_factor and not has_other:
        session.rollback()
        return RedirectResponse(f"{HERE}?done=kept", 303)
    if not has_other:
        recovery_codes.forget_codes(session, staff.id)
    note_event(session, staff, What.SECOND_FACTOR_REMOVED, by=staff.email, at=held.clock())
    session.commit()
    after.add_task(tell, held, staff.email, "changed", what=What.SECOND_FACTOR_REMOVED.value)
    return RedirectResponse(f"{HERE}?done=removed", 303)
