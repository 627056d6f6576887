"""How far somebody has come in signing in, and so which pages are open to them."""

from enum import Enum

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.accounts.code_apps import forget_apps, in_use
from web.accounts.factor_model import Passkey
from web.accounts.model import StaffSession
from web.accounts.passkeys import forget_passkeys
from web.accounts.recovery_codes import forget_codes


class Standing(Enum):
    """Each step with the page where it goes on."""

    FULL = "/staff"  # everything their role may do
    SETS_UP = "/staff/security"  # the password was right; a second factor has to be set up
    GIVES_SECOND = "/staff/second-step"  # the password was right; the second factor is asked for


def standing_of(session: Session, found: StaffSession, *, is_required: bool) -> Standing:
    """How far this session has come. Whoever has a second factor is asked for it, required or not."""
    if found.second_factor_at is not None:
        return Standing.FULL
    if has_second_factor(session, found.staff_id):
        return Standing.GIVES_SECOND
    return Standing.SETS_UP if is_required else Standing.FULL


def has_second_factor(session: Session, staff_id: str) -> bool:
    """Whether a person has a passkey, under whatever host name, or an app for one-time codes."""
    passkey = session.scalar(select(Passkey.id).where(Passkey.staff_id == staff_id).limit(1))
    return passkey is not None or in_use(session, staff_id) is not None


def forget_second_factors(session: Session, staff_id: str) -> None:
    """The person sets up a second factor anew when they next sign in. The caller commits."""
    forget_passkeys(session, staff_id)
    forget_apps(session, staff_id)
    forget_codes(session, staff_id)
