"""What a second editor is shown when somebody else saved first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from directory.history import history_of
from directory.opening_hours import LONDON


LONGEST_VERSION = 9


@dataclass(frozen=True)
class Meanwhile:
    """Who saved while the form was open, when (UK time), and the version that is there now."""

    who: str
    at: datetime | None
    version: int


def read_meanwhile(session: Session, service_id: str, resource_id: str, *, version: int) -> Meanwhile:
    """The last change of a contact or a service."""
    changes = [each for each in history_of(session, service_id) if each.resource_id == resource_id]
    if not changes:
        return Meanwhile("Somebody else", None, version)
    return Meanwhile(changes[0].updated_by_name, changes[0].last_action_date.astimezone(LONDON), version)


def read_version(sent: object) -> int:
    """The version a form was made from; anything odd is a version that no record has, so a conflict."""
    text = str(sent)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_VERSION else -1
