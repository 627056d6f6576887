"""Links in e-mails by which a person chooses a password: each for one person, once, and not for long.

The link holds a random token. What is stored is a hash keyed with the installation's secret, so that neither
who reads the database nor who writes to it has a link that works.
"""

import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session

from web.accounts.errors import LinkEnded
from web.accounts.model import Staff, StaffLink
from web.accounts.sealing import keyed


TOKEN_BYTES = 32


class Purpose(StrEnum):
    """Why a link was sent; and how long it holds."""

    INVITATION = "invitation"
    PASSWORD = "password"  # noqa: S105

    @property
    def lasts(self) -> timedelta:
        """How long the link works."""
        return {Purpose.INVITATION: timedelta(days=7), Purpose.PASSWORD: timedelta(hours=1)}[self]


def make_link(session: Session, secret: bytes, staff: Staff, purpose: Purpose, *, at: datetime) -> str:
    """The token of a new link, in place of an earlier one for the same; the caller commits."""
    replaced = (StaffLink.staff_id == staff.id) & (StaffLink.purpose == purpose.value)
    session.execute(delete(StaffLink).where(or_(replaced, StaffLink.ends_at <= at)))
    token = secrets.token_urlsafe(TOKEN_BYTES)
    session.add(
        StaffLink(id=_id(secret, token), staff_id=staff.id, purpose=purpose.value, ends_at=at + purpose.lasts)
    )
    return token


def find_link(session: Session, secret: bytes, token: str, *, at: datetime) -> StaffLink:
    """The link of a token, still unused. Raises LinkEnded."""
    found = session.get(StaffLink, _id(secret, token))
    if found is None or found.ends_at <= at or found.staff.disabled_at is not None:
        raise LinkEnded
    return found


def use_link(session: Session, secret: bytes, token: str, *, at: datetime) -> StaffLink:
    """The link of a token, which works no more, nor does any other of its person. Raises LinkEnded.

    The caller commits.
    """
    found = find_link(session, secret, token, at=at)
    unused = StaffLink.id == found.id
    if session.execute(delete(StaffLink).where(unused).returning(StaffLink.id)).first() is None:
        raise LinkEnded
    forget_links(session, found.staff)
    return found


def forget_links(session: Session, staff: Staff) -> None:
    """No link that was sent to the person works any more."""
    session.execute(
        delete(StaffLink).where(StaffLink.staff_id == staff.id),
        execution_options={"synchronize_session": False},
    )


def _id(secret: bytes, token: str) -> str:
    return keyed(secret, f"link {token}")
