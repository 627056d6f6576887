"""The people who may sign in: added with a role and a password, disabled, and the demo's own."""

import re
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.accounts.errors import BadAccount
from web.accounts.model import Staff
from web.accounts.passwords import hash_password
from web.accounts.roles import Role
from web.accounts.sessions import end_sessions_of


LONGEST_EMAIL = 254
EMAIL = re.compile(r"[^@\s\x00-\x1f]+@[^@\s\x00-\x1f]+\.[^@\s.\x00-\x1f]+")
DEMO_ROLES = (Role.MANAGER, Role.APPROVER, Role.ANALYST, Role.ADMINISTRATOR)
DEMO_DOMAIN = "signpost.example"  # RFC 2606: belongs to nobody


class DemoSignIn(NamedTuple):
    """A sign-in for a demonstration; the password is known only now, and is stored as a hash."""

    email: str
    role: Role
    password: str


def add_staff(
    session: Session,
    email: str,
    role: Role,
    password: str,
    *,
    at: datetime | None = None,
    organization_id: str | None = None,
) -> Staff:
    """A new account; the caller commits. Raises BadAccount with a code that says what is wrong.

    `organization_id` is an editor's own organization; without it an editor sees nothing.
    """
    hashed = hash_password(password)
    made_at = at or datetime.now(UTC)
    return new_staff(session, email, role, password=hashed, at=made_at, organization_id=organization_id)


def new_staff(
    session: Session,
    email: str,
    role: Role,
    *,
    password: str,
    at: datetime,
    organization_id: str | None = None,
) -> Staff:
    """A new account with the hash of a password, or an empty one until its person has chosen.

    The caller commits. Raises BadAccount.
    """
    address = tidy_email(email)
    if len(address) > LONGEST_EMAIL or not EMAIL.fullmatch(address) or not _is_storable(address):
        raise BadAccount("email")
    if find_staff(session, address) is not None:
        raise BadAccount("taken")
    staff = Staff(
        email=address,
        role=role.value,
        password=password,
        made_at=at,
        organization_id=organization_id,
    )
    session.add(staff)
    session.flush()
    return staff


def demo_staff(
    session: Session,
    *,
    at: datetime | None = None,
    make_password: Callable[[], str] = lambda: secrets.token_urlsafe(12),
) -> list[DemoSignIn]:
    """One account for each role of the demonstration, on first start only; the caller commits.

    An installation that has any account gets none, and an empty list.
    """
    if session.scalar(select(Staff.id).limit(1)) is not None:
        return []
    made = [DemoSignIn(f"{role.value}@{DEMO_DOMAIN}", role, make_password()) for role in DEMO_ROLES]
    for each in made:
        add_staff(session, each.email, each.role, each.password, at=at)
    return made


def open_demo_accounts(session: Session) -> list[str]:
    """The e-mail addresses of a demonstration's accounts that may still sign in; live use has none."""
    theirs = Staff.email.endswith(f"@{DEMO_DOMAIN}", autoescape=True)
    return list(
        session.scalars(select(Staff.email).where(theirs, Staff.disabled_at.is_(None)).order_by(Staff.email))
    )


def disable_staff(session: Session, staff: Staff, *, at: datetime) -> None:
    """Nobody signs in to this account from now on, and whoever is signed in is not any more.

    Disabled again it keeps its first moment. The caller commits.
    """
    staff.disabled_at = staff.disabled_at or at
    end_sessions_of(session, staff)


def find_staff(session: Session, email: str) -> Staff | None:
    """The account with this e-mail address, disabled or not."""
    if not _is_storable(email):
        return None  # the database could not even be asked
    return session.scalar(select(Staff).where(Staff.email == tidy_email(email)))


def is_staff_address(session: Session, email: str) -> bool:
    """Whether mail to an address reaches somebody with an account, disabled or not.

    What follows a "+" in front of the "@" names no other mailbox.
    """
    return _mailbox(email) in {_mailbox(each) for each in session.scalars(select(Staff.email))}


def disabled_at(session: Session, staff_id: str) -> datetime | None:
    """When an account was disabled; None while its person may sign in, or where there is none."""
    staff = session.get(Staff, staff_id)
    return None if staff is None else staff.disabled_at


def every_staff(session: Session) -> list[Staff]:
    """All accounts by e-mail address, the disabled ones too."""
    return list(session.scalars(select(Staff).order_by(Staff.email)))


def tidy_email(email: str) -> str:
    """An e-mail address as it is stored and looked up."""
    return email.strip().casefold()


def _mailbox(email: str) -> str:
    name, _, domain = tidy_email(email).rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


def _is_storable(email: str) -> bool:
    """Whether it is text that a database takes: without NUL and halves of characters."""
    return not any(character == "\x00" or "\ud800" <= character <= "\udfff" for character in email)
