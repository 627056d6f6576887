"""An import as one change set: how it stands, and what may keep somebody from deciding about it.

ChangeSetError
├── NotFound       no such change set
├── NotWaiting     in another state than the one in which this can be done
├── SamePerson     who brought it, or keeps the feed that did, may not approve it
├── NoLongerFits   the directory has changed since; carries what is refused now
└── EditedSince    somebody has changed these services since; carries their slugs
"""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.report import Outcome, Report
from directory.model import ChangeSet


CHANGING = (Outcome.NEW.value, Outcome.CHANGED.value)
OF_A_FEED = "feed:"  # how `by` begins where nobody brought it


class ChangeSetError(Exception):
    """Something was not done with a change set, and nothing was changed."""


class NotFound(ChangeSetError):
    """No such change set."""


class NotWaiting(ChangeSetError):
    """Not in the state in which this can be done."""


class SamePerson(ChangeSetError):
    """Who brought it, or keeps the feed that did, may not approve it."""


class NoLongerFits(ChangeSetError):
    """The directory has changed since it was brought; `report` says what is refused now."""

    def __init__(self, report: Report) -> None:
        """Keep what is refused."""
        super().__init__("no-longer-fits")
        self.report = report


class EditedSince(ChangeSetError):
    """Somebody has changed services of it since; `slugs` names them."""

    def __init__(self, slugs: Sequence[str]) -> None:
        """Keep which they are."""
        super().__init__("edited-since")
        self.slugs = tuple(slugs)


class State(StrEnum):
    """What has become of a change set."""

    WAITING = "waiting"  # for a second person
    REFUSED = "refused"
    NOTHING = "nothing"  # nothing in it differs from the directory
    APPROVED = "approved"  # it cools off, and is applied at a known moment
    APPLIED = "applied"
    UNDONE = "undone"
    DISCARDED = "discarded"


def state_of(found: ChangeSet) -> State:
    """What has become of a set."""
    if found.undone_at is not None:
        return State.UNDONE
    if found.applied_at is not None:
        return State.APPLIED
    if found.discarded_at is not None:
        return State.DISCARDED
    if found.live_at is not None:
        return State.APPROVED
    if found.refused_count:
        return State.REFUSED
    return State.WAITING if found.new_count + found.changed_count else State.NOTHING


def may_approve(found: ChangeSet, person_id: str) -> bool:
    """Whether somebody is a second person for this set, as far as it depends on who they are."""
    return person_id != found.by and person_id not in (found.barred or ())


def find(session: Session, change_set_id: str, *states: State, busy_is_none: bool = False) -> ChangeSet:
    """The set, locked where the database can; elsewhere its count of saves refuses the second.

    Raises NotFound (with `busy_is_none` also for one that somebody else holds), NotWaiting.
    """
    lock = {"skip_locked": True} if busy_is_none else True
    found = session.get(ChangeSet, change_set_id, with_for_update=lock, populate_existing=True)
    if found is None:
        raise NotFound("not-found")
    if state_of(found) not in states:
        raise NotWaiting("not-waiting")
    return found


def changing_rows(found: ChangeSet) -> list[model.ChangeSetRow]:
    """The rows that make or change a service."""
    return [row for row in found.rows if row.outcome in CHANGING]


def reason_of(found: ChangeSet) -> str:
    """What the history says beside every change of a set."""
    return f"{found.kind.value} {found.digest[:12]}"


def count_undecided(session: Session) -> int:
    """The sets that wait for a second person, and what feeds brought in vain while nobody looked."""
    waits = (ChangeSet.refused_count == 0) & (ChangeSet.new_count + ChangeSet.changed_count > 0)
    in_vain = (ChangeSet.refused_count > 0) & ChangeSet.by.startswith(OF_A_FEED, autoescape=True)
    wanted = select(func.count(ChangeSet.id)).where(is_undecided(), or_(waits, in_vain))
    return session.scalar(wanted) or 0


def is_undecided() -> ColumnElement[bool]:
    """Of sets with which nothing has been done yet, refused ones among them."""
    return and_(_is_open(), ChangeSet.live_at.is_(None))


def is_approved() -> ColumnElement[bool]:
    """Of sets that are approved and not applied yet."""
    return and_(_is_open(), ChangeSet.live_at.is_not(None))


def _is_open() -> ColumnElement[bool]:
    ends = (ChangeSet.applied_at, ChangeSet.discarded_at, ChangeSet.undone_at)
    return and_(*(each.is_(None) for each in ends))
