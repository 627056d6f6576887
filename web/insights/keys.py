"""Keys with which a person's notebook reads figures: random, stored as hashes, and ended by themselves."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.accounts.guard import StaffMember
from web.accounts.model import Staff
from web.accounts.roles import Role
from web.accounts.sealing import keyed
from web.insights.asked import BadQuestion, Fault
from web.insights.model import LONGEST_NAME, NotebookKey


START = "signpost_"  # so that scanners of code for secrets know one that was published by mistake
TOKEN_BYTES = 32
LASTS = timedelta(days=90)
MOST_KEYS = 5
NO_NAME = "Enter a name for the key, such as the notebook it is for"
LONG_NAME = f"The name must be {LONGEST_NAME} characters or fewer"
TOO_MANY = f"You have {MOST_KEYS} keys already. End one first."


def make_key(session: Session, secret: bytes, *, by: str, name: str, at: datetime) -> str:
    """A new key, which is shown once; the caller commits. Raises BadQuestion."""
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME:
        raise BadQuestion(Fault("name", LONG_NAME if kept else NO_NAME))
    if len(keys_of(session, by, at=at)) >= MOST_KEYS:
        raise BadQuestion(Fault("name", TOO_MANY))
    key = START + secrets.token_urlsafe(TOKEN_BYTES)
    row = NotebookKey(token=keyed(secret, key), staff_id=by, name=kept, made_at=at, ends_at=at + LASTS)
    session.add(row)
    return key


def keys_of(session: Session, staff_id: str, *, at: datetime) -> list[NotebookKey]:
    """A person's keys that still work, by name."""
    mine = select(NotebookKey).where(NotebookKey.staff_id == staff_id, NotebookKey.ends_at > at)
    return list(session.scalars(mine.order_by(func.lower(NotebookKey.name), NotebookKey.id)))


def end_key(session: Session, key_id: str, *, by: str) -> bool:
    """Ends a person's own key at once; says whether there was one. The caller commits."""
    row = session.get(NotebookKey, key_id)
    if row is None or row.staff_id != by:
        return False
    session.delete(row)
    return True


def holder_of(session: Session, secret: bytes, key: str, *, at: datetime) -> StaffMember | None:
    """The person whose key this is, while it works and they may read the insights; notes the day of use.

    The caller commits.
    """
    row = session.scalar(select(NotebookKey).where(NotebookKey.token == keyed(secret, key)))
    if row is None or row.ends_at <= at:
        return None
    staff = session.get(Staff, row.staff_id)
    if staff is None or staff.disabled_at is not None:
        return None
    member = StaffMember(staff.id, staff.email, staff.as_role, staff.organization_id)
    if not member.covers(Role.ANALYST):
        return None
    row.used_on = at.date()
    return member
