"""Signing in: the same answer and the same time whichever part was wrong."""

from sqlalchemy.orm import Session, sessionmaker

from web.accounts.attempts import forgive, note_attempt, source_of
from web.accounts.devices import device_of
from web.accounts.errors import SignInRefused
from web.accounts.passwords import is_password
from web.accounts.sessions import start_session
from web.accounts.users import find_staff, tidy_email
from web.resources import Resources


def sign_in(
    held: Resources, *, email: str, password: str, address: str, device: str | None = None, browser: str = ""
) -> str:
    """The token of a new session, which a second factor may still have to complete.

    `address` is the network address the sign-in comes from, `device` the cookie of a browser that signed in
    before, `browser` what it is called. Raises TooManyAttempts, or SignInRefused for a wrong address, a wrong
    password and a disabled account alike.
    """
    now = held.clock()
    tidy = tidy_email(email)
    known = device_of(held.secret, device, email=tidy, at=now)
    source = source_of(held.secret, email=tidy, address=address, device=known)
    noted = note_attempt(held.sessions, source, at=now)
    stored = _stored_password(held.sessions, email)
    if not is_password(stored, password):  # outside a transaction: it takes its time
        raise SignInRefused
    with held.sessions.begin() as session:
        staff = find_staff(session, email)
        if staff is None or staff.disabled_at is not None or staff.password != stored:
            raise SignInRefused
        forgive(session, noted, source)
        return start_session(session, staff, at=now, browser=browser)


def _stored_password(sessions: sessionmaker[Session], email: str) -> str | None:
    with sessions() as session:
        staff = find_staff(session, email)
        return staff.password if staff is not None and staff.disabled_at is None else None
