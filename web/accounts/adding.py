"""What follows when a second factor was added: it counts here and now, and there are codes for a bad day."""

from fastapi import BackgroundTasks, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from web.accounts import cookies
from web.accounts.csrf import make_form_token
from web.accounts.events import What, note_event
from web.accounts.letters import tell
from web.accounts.model import StaffSession
from web.accounts.recovery_codes import codes_left, make_codes
from web.accounts.sessions import renew_session
from web.resources import Resources
from web.templating import page


def after_adding(
    request: Request, held: Resources, session: Session, found: StaffSession, after: BackgroundTasks
) -> Response:
    """Commits, tells the person by e-mail, and shows recovery codes to whoever has none."""
    staff, now = found.staff, held.clock()
    found.second_factor_at = found.second_factor_at or now
    token = renew_session(found)
    note_event(session, staff, What.SECOND_FACTOR_ADDED, by=staff.email, at=now)
    codes = [] if codes_left(session, staff.id) else make_codes(session, held.secret, staff.id, at=now)
    session.commit()
    after.add_task(tell, held, staff.email, "changed", what=What.SECOND_FACTOR_ADDED.value)
    response: Response = RedirectResponse("/staff/security?done=added", 303)
    if codes:
        request.state.form_token = make_form_token(held.secret, token)
        response = page(request, "staff/recovery_codes.html", codes=codes, is_first=True)
    cookies.write_cookie(response, cookies.SESSION, token, held=held)
    return response
