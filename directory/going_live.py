"""Shows people what two people have agreed on and whose time has come: single changes and imports."""

from datetime import datetime

from sqlalchemy.orm import Session, sessionmaker

from directory.approval.publishing import publish_due
from directory.approval.second_look import DisabledAt
from directory.feeds.applying import apply_due


def show_due(sessions: sessionmaker[Session], *, at: datetime, disabled_at: DisabledAt) -> list[str]:
    """The ids of the changes and change sets that are shown from now on; it may run anywhere at any time."""
    return [
        *publish_due(sessions, at=at, disabled_at=disabled_at),
        *apply_due(sessions, at=at, disabled_at=disabled_at),
    ]
