"""Undoing a change set as a whole, applied or approved and not applied yet.

Errors are those of directory.feeds.change_sets. It shows people older values again: whose role may, and that
they have just proved who they are, is the caller's to check.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from directory.feeds.change_sets import EditedSince, State, find, reason_of
from directory.feeds.snapshots import put_back, remove_entry, same_entry, take_snapshot
from directory.history import Act, Action, Change, Editor, record
from directory.model import ChangeSet, ChangeSetRow


UNDOABLE = (
    State.WAITING,
    State.APPROVED,
    State.APPLIED,
)  # one that was sent back may have withdrawn something
UNDONE = "import"  # the field under which the history tells that an import was undone


def undo(session: Session, change_set_id: str, *, by: Editor, at: datetime) -> ChangeSet:
    """Put every entry that a set changed back to what it was, hidden parts included; it is then over.

    Raises NotFound, NotWaiting, EditedSince; then nothing is undone. The caller commits.
    """
    found = find(session, change_set_id, *UNDOABLE)
    edited = edited_since(session, found)
    if edited:
        raise EditedSince(edited)
    for row in _changed_rows(found):
        _put_row_back(session, row, at)
        _tell(session, found, row, by, at)
    found.undone_at, found.undone_by, found.undone_by_name = at, by.id, by.name
    session.flush()
    return found


def edited_since(session: Session, found: ChangeSet) -> list[str]:
    """The slugs of the services that somebody has changed since the set changed them."""
    return [row.slug or "" for row in _changed_rows(found) if _is_edited(session, row)]


def _changed_rows(found: ChangeSet) -> list[ChangeSetRow]:
    return [row for row in found.rows if row.after is not None]


def _is_edited(session: Session, row: ChangeSetRow) -> bool:
    assert row.service_id is not None
    return not same_entry(take_snapshot(session, row.service_id), row.after)


def _put_row_back(session: Session, row: ChangeSetRow, at: datetime) -> None:
    assert row.service_id is not None
    if row.before is None:
        remove_entry(session, row.service_id, organization_id=row.new_organization_id)
        return
    put_back(session, row.service_id, row.before, at=at)


def _tell(session: Session, found: ChangeSet, row: ChangeSetRow, by: Editor, at: datetime) -> None:
    assert row.service_id is not None
    act = Act(by, at, Action.RESTORE, row.service_id, "service", row.service_id, f"undid {reason_of(found)}")
    record(session, act, [Change(UNDONE, found.digest[:12], None)])
