"""The second step of signing in: a passkey, a one-time code or a recovery code."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from web.accounts import code_apps, recovery_codes
from web.accounts.attempts import forgive, note_attempt, source_of_codes
from web.accounts.errors import CodeUsedAgain, NotSignedIn, PasskeyRefused, SecondFactorRefused
from web.accounts.events import What, note_event
from web.accounts.model import StaffSession
from web.accounts.passkeys import Site, check_passkey
from web.accounts.sessions import current_session, renew_session, take_challenge
from web.resources import Resources


DIGITS = 6


def give_passkey(held: Resources, token: str, sent: str, site: Site) -> str:
    """The session's new token, once one of the person's passkeys has signed its challenge.

    Raises SecondFactorRefused, NotSignedIn.
    """
    now = held.clock()
    with held.sessions.begin() as session:  # of its own: what was signed once is used up, right or wrong
        challenge = take_challenge(session, _session_of(session, token, at=now), at=now)
    if challenge is None:
        raise SecondFactorRefused

    def check(session: Session, found: StaffSession) -> bool:
        try:
            check_passkey(session, found.staff_id, sent, site, challenge, at=now)
        except PasskeyRefused:
            return False
        return True

    return _complete(held, token, check)


def give_code(held: Resources, token: str, typed: str) -> str:
    """The session's new token, for a code of the person's app or a recovery code; neither works twice.

    Raises SecondFactorRefused, CodeUsedAgain, TooManyAttempts, NotSignedIn.
    """
    now = held.clock()
    with held.sessions() as session:
        staff_id = _session_of(session, token, at=now).staff_id
    source = source_of_codes(held.secret, staff_id)
    noted = note_attempt(held.sessions, source, at=now)

    def check(session: Session, found: StaffSession) -> bool:
        if not _is_code(held, session, found, typed, at=now):
            return False
        forgive(session, noted, source)
        return True

    return _complete(held, token, check)


def _is_code(held: Resources, session: Session, found: StaffSession, typed: str, *, at: datetime) -> bool:
    tidy = "".join(typed.split())
    if len(tidy) == DIGITS and tidy.isdecimal():
        if code_apps.was_used(session, held.secret, found.staff_id, tidy, at=at):
            raise CodeUsedAgain
        return code_apps.use_code(session, held.secret, found.staff_id, tidy, at=at)
    if not recovery_codes.use_code(session, held.secret, found.staff_id, tidy):
        return False
    note_event(session, found.staff, What.RECOVERY_CODE_USED, by=found.staff.email, at=at)
    return True


def _complete(held: Resources, token: str, check: Callable[[Session, StaffSession], bool]) -> str:
    now = held.clock()
    with held.sessions.begin() as session:
        found = _session_of(session, token, at=now)
        if not check(session, found):
            raise SecondFactorRefused
        found.second_factor_at = now
        return renew_session(found)


def _session_of(session: Session, token: str, *, at: datetime) -> StaffSession:
    found = current_session(session, token, at=at)
    if found is None:
        raise NotSignedIn
    return found
