"""The stored session of somebody who was let in."""

from sqlalchemy.orm import Session

from web.accounts.errors import NotSignedIn
from web.accounts.guard import Entered
from web.accounts.model import StaffSession
from web.accounts.sessions import current_session
from web.resources import Resources


def session_of(session: Session, held: Resources, entered: Entered) -> StaffSession:
    """The session of whoever entered, for a change to it. Raises NotSignedIn if it has ended since."""
    found = current_session(session, entered.token, at=held.clock())
    if found is None:
        raise NotSignedIn
    return found
