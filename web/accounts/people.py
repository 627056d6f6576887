"""What administrators do with other people's accounts; each leaves a line behind and the caller commits."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.accounts.errors import LastAdministrator
from web.accounts.events import What, note_event
from web.accounts.links import forget_links
from web.accounts.model import Staff
from web.accounts.passwords import hash_password
from web.accounts.roles import Role
from web.accounts.sessions import end_sessions_of
from web.accounts.standing import forget_second_factors
from web.accounts.users import disable_staff, new_staff


def invite(
    session: Session, email: str, role: Role, *, by: str, at: datetime, organization_id: str | None = None
) -> Staff:
    """An account without a password, which its person chooses through a link. Raises BadAccount."""
    staff = new_staff(session, email, role, password="", at=at, organization_id=organization_id)
    note_event(session, staff, What.INVITED, by=by, at=at, role=role)
    return staff


def choose_password(
    session: Session, staff: Staff, password: str, *, by: str, at: datetime, but: str | None = None
) -> None:
    """A new password: whoever was signed in with the old one is not any more, but for the session of a token.

    Raises BadAccount.
    """
    what = What.PASSWORD_CHANGED if staff.password else What.JOINED
    staff.password = hash_password(password)
    end_sessions_of(session, staff, but=but)
    forget_links(session, staff)
    note_event(session, staff, what, by=by, at=at)


def change_role(
    session: Session, staff: Staff, role: Role, *, by: str, at: datetime, organization_id: str | None = None
) -> None:
    """Another role from the next page on. Raises LastAdministrator."""
    organization_id = organization_id if role is Role.EDITOR else None
    if staff.role == role.value and staff.organization_id == organization_id:
        return
    if role is not Role.ADMINISTRATOR:
        check_not_last(session, staff)
    staff.role, staff.organization_id = role.value, organization_id
    note_event(session, staff, What.ROLE_CHANGED, by=by, at=at, role=role)


def disable(session: Session, staff: Staff, *, by: str, at: datetime) -> None:
    """Shuts a person out at once, and the links that were sent to them. Raises LastAdministrator."""
    if staff.disabled_at is not None:
        return
    check_not_last(session, staff)
    disable_staff(session, staff, at=at)
    forget_links(session, staff)
    note_event(session, staff, What.DISABLED, by=by, at=at)


def enable(session: Session, staff: Staff, *, by: str, at: datetime) -> None:
    """Lets a person sign in again, as they did before."""
    if staff.disabled_at is None:
        return
    staff.disabled_at = None
    note_event(session, staff, What.ENABLED, by=by, at=at)


def reset_second_factor(session: Session, staff: Staff, *, by: str, at: datetime) -> None:
    """For a lost telephone: the person sets up a second factor anew when they next sign in."""
    forget_second_factors(session, staff.id)
    end_sessions_of(session, staff)
    note_event(session, staff, What.SECOND_FACTOR_RESET, by=by, at=at)


def sign_out_everywhere(
    session: Session, staff: Staff, *, by: str, at: datetime, but: str | None = None
) -> None:
    """Ends the person's sessions; with `but`, all except the one of this token."""
    end_sessions_of(session, staff, but=but)
    note_event(session, staff, What.SIGNED_OUT, by=by, at=at)


def check_not_last(session: Session, staff: Staff) -> None:
    """Raises LastAdministrator when nobody else could let people in. The rows are locked until the commit."""
    if staff.role != Role.ADMINISTRATOR.value or staff.disabled_at is not None:
        return
    able = select(Staff.id).where(Staff.role == Role.ADMINISTRATOR.value, Staff.disabled_at.is_(None))
    others = [each for each in session.scalars(able.with_for_update()) if each != staff.id]
    joined = select(func.count()).select_from(Staff).where(Staff.id.in_(others), Staff.password != "")
    if not session.scalar(joined):
        raise LastAdministrator
