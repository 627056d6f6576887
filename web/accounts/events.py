"""What was done to an account, by whom and when: shown to administrators, never changed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from web.accounts.model import Staff, StaffEvent
from web.accounts.roles import Role


COMMAND_LINE = "the command line"


class What(StrEnum):
    """The closed list, each with the words for it."""

    ADDED = "added"
    INVITED = "invited"
    JOINED = "joined"
    ROLE_CHANGED = "role changed"
    DISABLED = "disabled"
    ENABLED = "enabled again"
    SIGNED_OUT = "signed out everywhere"
    PASSWORD_CHANGED = "password changed"  # noqa: S105
    SECOND_FACTOR_ADDED = "second factor added"
    SECOND_FACTOR_REMOVED = "second factor removed"
    SECOND_FACTOR_RESET = "second factors reset"
    RECOVERY_CODES_MADE = "recovery codes made"
    RECOVERY_CODE_USED = "recovery code used"


def note_event(
    session: Session, staff: Staff, what: What, *, by: str, at: datetime, role: Role | None = None
) -> None:
    """Keeps one row; the caller commits it with the change itself."""
    session.add(
        StaffEvent(staff_id=staff.id, what=what.value, role=role.value if role else None, by=by, at=at)
    )


def events_of(session: Session, staff_id: str) -> list[StaffEvent]:
    """What was done to an account, the last first."""
    mine = select(StaffEvent).where(StaffEvent.staff_id == staff_id)
    return list(session.scalars(mine.order_by(StaffEvent.at.desc(), StaffEvent.id)))
