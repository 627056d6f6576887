"""Whether the word of the two people behind an approved change still counts before it is shown."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from directory.terms import SentBack


DisabledAt = Callable[[Session, str], datetime | None]  # when a person was shut out; None while they are not


def whose_word_is_gone(
    session: Session, *, sender: str, approver: str, approved_at: datetime, disabled_at: DisabledAt
) -> SentBack | None:
    """Whose word no longer counts; who approves after the sender was shut out vouches alone, knowing it."""
    if disabled_at(session, approver) is not None:
        return SentBack.APPROVER_DISABLED
    since = disabled_at(session, sender)
    return SentBack.PROPOSER_DISABLED if since is not None and since >= approved_at else None
