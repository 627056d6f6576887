"""Who is signed in: sessions on the server, ended by idleness, age, signing out or a disabled account."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session

from web.accounts.model import Staff, StaffSession


IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
TOKEN_BYTES = 32


def start_session(session: Session, staff: Staff, *, at: datetime) -> str:
    """A new session for this person; returns the token for the browser, which is stored nowhere."""
    _drop_ended(session, at=at)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session.add(
        StaffSession(id=fingerprint(token), staff_id=staff.id, started_at=at, seen_at=at, proved_at=at)
    )
    return token


def current_staff(session: Session, token: str, *, at: datetime) -> Staff | None:
    """The person whose session this token opens, and notes that they were seen; None once it has ended."""
    found = session.get(StaffSession, fingerprint(token))
    if found is None or _has_ended(found, at=at) or found.staff.disabled_at is not None:
        return None
    found.seen_at = max(found.seen_at, at)
    return found.staff


def end_session(session: Session, token: str) -> None:
    """Signs out: the token opens nothing any more."""
    session.execute(delete(StaffSession).where(StaffSession.id == fingerprint(token)))


def end_sessions_of(session: Session, staff: Staff) -> None:
    """Signs a person out everywhere, as when their account is disabled or their password changed."""
    session.execute(delete(StaffSession).where(StaffSession.staff_id == staff.id))


def fingerprint(token: str) -> str:
    """What is stored of a token: useless to somebody who reads the database."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _has_ended(found: StaffSession, *, at: datetime) -> bool:
    return at - found.seen_at >= IDLE or at - found.started_at >= LONGEST


def _drop_ended(session: Session, *, at: datetime) -> None:
    ended = or_(StaffSession.seen_at <= at - IDLE, StaffSession.started_at <= at - LONGEST)
    session.execute(delete(StaffSession).where(ended))
