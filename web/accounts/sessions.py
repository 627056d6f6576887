"""Who is signed in: sessions on the server, ended by idleness, age, signing out or a disabled account."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from web.accounts.model import Staff, StaffSession


IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
CHALLENGE_HOLDS = timedelta(minutes=5)
CLOCKS_DIFFER = timedelta(minutes=5)  # between two web processes; one set back by more ends a session
TOKEN_BYTES = 32


def start_session(
    session: Session,
    staff: Staff,
    *,
    at: datetime,
    browser: str = "",
    proved_at: datetime | None = None,
    second_factor_at: datetime | None = None,
) -> str:
    """A new session for this person; returns the token for the browser, which is stored nowhere.

    `proved_at` is when they proved who they are, by default now.
    """
    _drop_ended(session, at=at)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    started = StaffSession(
        id=fingerprint(token), staff_id=staff.id, started_at=at, seen_at=at, browser=browser
    )
    started.proved_at, started.second_factor_at = proved_at or at, second_factor_at
    session.add(started)
    return token


def current_session(session: Session, token: str, *, at: datetime) -> StaffSession | None:
    """The session that this token opens, noting that its person was seen; None once it has ended."""
    found = session.get(StaffSession, fingerprint(token))
    if found is None or _has_ended(found, at=at) or found.staff.disabled_at is not None:
        return None
    found.seen_at = max(found.seen_at, at)
    return found


def current_staff(session: Session, token: str, *, at: datetime) -> Staff | None:
    """The person whose session this token opens, and notes that they were seen; None once it has ended."""
    found = current_session(session, token, at=at)
    return found.staff if found else None


def renew_session(found: StaffSession) -> str:
    """A new token for the same session, after a second factor: what was seen before then opens nothing."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    found.id = fingerprint(token)
    return token


def make_challenge(found: StaffSession, *, at: datetime) -> bytes:
    """What a passkey has to sign next in this session."""
    challenge = secrets.token_bytes(TOKEN_BYTES)
    found.challenge, found.challenge_at = bytes_to_base64url(challenge), at
    return challenge


def take_challenge(session: Session, found: StaffSession, *, at: datetime) -> bytes | None:
    """The session's challenge, once and for a few minutes: what signed it cannot be sent again."""
    challenge, made_at = found.challenge, found.challenge_at
    if challenge is None or made_at is None:
        return None
    unused = (StaffSession.id == found.id, StaffSession.challenge == challenge)
    nothing = {"challenge": None, "challenge_at": None}
    taken = session.execute(
        update(StaffSession).where(*unused).values(nothing).returning(StaffSession.id)
    ).first()
    if taken is None or at - made_at >= CHALLENGE_HOLDS:
        return None
    return base64url_to_bytes(challenge)


def sessions_of(session: Session, staff_id: str, *, at: datetime) -> list[StaffSession]:
    """Where a person is signed in, the last seen first."""
    mine = select(StaffSession).where(StaffSession.staff_id == staff_id)
    found = session.scalars(mine.order_by(StaffSession.seen_at.desc(), StaffSession.id))
    return [each for each in found if not _has_ended(each, at=at)]


def end_session(session: Session, token: str) -> None:
    """Signs out: the token opens nothing any more."""
    session.execute(delete(StaffSession).where(StaffSession.id == fingerprint(token)))


def end_sessions_of(session: Session, staff: Staff, *, but: str | None = None) -> None:
    """Signs a person out everywhere, as when their account is disabled or their password changed.

    With `but`, the token of the session that stays.
    """
    mine = delete(StaffSession).where(StaffSession.staff_id == staff.id)
    session.execute(mine.where(StaffSession.id != fingerprint(but)) if but else mine)


def fingerprint(token: str) -> str:
    """What is stored of a token: useless to somebody who reads the database."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _has_ended(found: StaffSession, *, at: datetime) -> bool:
    is_ahead = found.seen_at - at > CLOCKS_DIFFER  # else it would last until the clock has caught up
    return is_ahead or at - found.seen_at >= IDLE or at - found.started_at >= LONGEST


def _drop_ended(session: Session, *, at: datetime) -> None:
    ended = or_(
        StaffSession.seen_at <= at - IDLE,
        StaffSession.started_at <= at - LONGEST,
        StaffSession.seen_at > at + CLOCKS_DIFFER,
    )
    session.execute(delete(StaffSession).where(ended))
