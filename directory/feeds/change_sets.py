"""An import as one change set: it waits, a second person applies it, and any manager may undo it.

ChangeSetError
├── NotFound       no such change set
├── NotWaiting     applied, thrown away or refused already; or not applied, so that nothing can be undone
├── SamePerson     who brought it may not apply it
├── NoLongerFits   the directory has changed since; carries what is refused now
└── EditedSince    somebody has changed these services since; carries their slugs
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.changing import Importer
from directory.feeds.importing import Candidate, gone_rows, judge_all, make_changes
from directory.feeds.judging import Judged
from directory.feeds.report import Outcome, Report, Row
from directory.feeds.snapshots import put_back, remove_entry, same_entry, take_snapshot
from directory.history import Act, Action, Approval, Change, Editor, record
from directory.hsds import shapes
from directory.terms import ChangeSetKind


CHANGING = (Outcome.NEW.value, Outcome.CHANGED.value)
UNDONE = "import"  # the field under which the history tells that an import was undone


class ChangeSetError(Exception):
    """A change set was not applied or undone, and nothing was changed."""


class NotFound(ChangeSetError):
    """No such change set."""


class NotWaiting(ChangeSetError):
    """Not in the state in which this can be done."""


class SamePerson(ChangeSetError):
    """Who brought it may not apply it."""


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


@dataclass(frozen=True)
class Brought:
    """What was read from a file or a feed, row by row."""

    source: str  # the name of the file, or the address of the feed
    digest: str
    candidates: tuple[Candidate, ...]
    is_feed: bool = False  # a feed speaks only of its own services: ours are not missing in it


def propose(session: Session, brought: Brought, *, by: Editor, at: datetime) -> model.ChangeSet:
    """Judge everything and keep it as a change set that waits; one with a refused row can never be applied.

    The directory stays as it is. The caller commits.
    """
    with session.no_autoflush:
        judgement = judge_all(session, brought.candidates, at=at)
        earlier = _brought_earlier(session, brought.source) if brought.is_feed else None
        gone = gone_rows(session, judgement, at=at, of=earlier)
    for made in judgement.new:  # what was made only to be judged is not to be stored
        _forget(session, made)
    report = judgement.report
    kept = model.ChangeSet(
        kind=ChangeSetKind.IMPORT,
        source=brought.source[:255],
        digest=brought.digest,
        by=by.id,
        by_name=by.name,
        at=at,
        new_count=report.count(Outcome.NEW),
        changed_count=report.count(Outcome.CHANGED),
        unchanged_count=report.count(Outcome.UNCHANGED),
        gone_count=len(gone),
        refused_count=report.count(Outcome.REFUSED),
        rows=[_kept_row(each) for each in judgement.judged if each.row.outcome is not Outcome.UNCHANGED],
    )
    kept.rows += [_kept_row(Judged(row)) for row in gone]
    session.add(kept)
    session.flush()
    return kept


def apply(session: Session, change_set_id: str, *, by: Editor, at: datetime) -> model.ChangeSet:
    """Make every change of a waiting set in the caller's one transaction.

    Raises NotFound, NotWaiting, SamePerson, NoLongerFits; StaleDataError when somebody saves one of the
    services, or decides about the set, at the same moment.
    """
    found = _waiting(session, change_set_id)
    if by.id == found.by:
        raise SamePerson("same-person")
    rows = [row for row in found.rows if row.outcome in CHANGING]
    candidates = [Candidate(row.number, shapes.Service.model_validate(row.proposed)) for row in rows]
    judgement = judge_all(session, candidates, at=at)
    if not judgement.report.accepted:
        raise NoLongerFits(judgement.report)
    for row in rows:
        row.before = take_snapshot(session, row.service_id or "")
    organizations = set(session.scalars(select(model.Organization.id)))
    make_changes(session, judgement, _importer(found, by, at))
    session.flush()
    _keep_after(session, rows, organizations)
    found.applied_at, found.applied_by, found.applied_by_name = at, by.id, by.name
    session.flush()
    return found


def discard(session: Session, change_set_id: str, *, by: Editor, at: datetime) -> None:
    """Throw a set away that waits, or that was refused. Raises NotFound, NotWaiting."""
    found = _find(session, change_set_id)
    if state_of(found) in (State.APPLIED, State.UNDONE, State.DISCARDED):
        raise NotWaiting("not-waiting")
    found.discarded_at, found.discarded_by, found.discarded_by_name = at, by.id, by.name
    session.flush()


def undo(session: Session, change_set_id: str, *, by: Editor, at: datetime) -> model.ChangeSet:
    """Put every entry of an applied set back to what it was, hidden parts included.

    Raises NotFound, NotWaiting, EditedSince; then nothing is undone.
    """
    found = _find(session, change_set_id)
    if state_of(found) is not State.APPLIED:
        raise NotWaiting("not-applied")
    rows = [row for row in found.rows if row.after is not None]
    edited = [row.slug or "" for row in rows if _is_edited(session, row)]
    if edited:
        raise EditedSince(edited)
    for row in rows:
        _put_row_back(session, row, at)
        _tell(session, found, row, by, at)
    found.undone_at, found.undone_by, found.undone_by_name = at, by.id, by.name
    session.flush()
    return found


def edited_since(session: Session, found: model.ChangeSet) -> list[str]:
    """The slugs of the services that somebody has changed since the set was applied."""
    return [row.slug or "" for row in found.rows if row.after is not None and _is_edited(session, row)]


def _is_edited(session: Session, row: model.ChangeSetRow) -> bool:
    assert row.service_id is not None
    return not same_entry(take_snapshot(session, row.service_id), row.after)


def _put_row_back(session: Session, row: model.ChangeSetRow, at: datetime) -> None:
    assert row.service_id is not None
    if row.before is None:
        remove_entry(session, row.service_id, organization_id=row.new_organization_id)
        return
    put_back(session, row.service_id, row.before, at=at)


def _tell(
    session: Session, found: model.ChangeSet, row: model.ChangeSetRow, by: Editor, at: datetime
) -> None:
    assert row.service_id is not None
    act = Act(by, at, Action.RESTORE, row.service_id, "service", row.service_id, f"undid {reason_of(found)}")
    record(session, act, [Change(UNDONE, found.digest[:12], None)])


def reason_of(found: model.ChangeSet) -> str:
    """What the history says beside every change of a set."""
    return f"{found.kind.value} {found.digest[:12]}"


def _importer(found: model.ChangeSet, by: Editor, at: datetime) -> Importer:
    return Importer(Editor(found.by, found.by_name), at, reason_of(found), Approval(by, at))


def _keep_after(session: Session, rows: Iterable[model.ChangeSetRow], organizations: set[str]) -> None:
    for row in rows:
        assert row.service_id is not None
        row.after = take_snapshot(session, row.service_id)
        provider = (row.after or {})["service"][0]["organization_id"]
        row.new_organization_id = None if provider in organizations else provider


def _kept_row(judged: Judged) -> model.ChangeSetRow:
    row: Row = judged.row
    shape = judged.shape if row.outcome.value in CHANGING else None
    changes: list[list[Any]] = [[each.field, each.before, each.after] for each in row.details]
    return model.ChangeSetRow(
        number=row.number,
        service_id=None if shape is None else str(shape.id),
        slug=row.slug,
        outcome=row.outcome.value,
        proposed=None if shape is None else shape.as_json(),
        changes=changes or None,
        refusals=[[each.where, each.fault.name] for each in row.refusals] or None,
    )


def _forget(session: Session, made: model.Service) -> None:
    """Nothing of a judged service is stored; an organization that is there already stays what it is."""
    state = inspect(made)
    for part in [made, *(each[0] for each in state.mapper.cascade_iterator("save-update", state))]:
        if part in session and not inspect(part).persistent:
            session.expunge(part)


def _brought_earlier(session: Session, source: str) -> list[str]:
    """The services that an applied import from this source made or changed."""
    wanted = (
        select(model.ChangeSetRow.service_id)
        .join(model.ChangeSetRow.change_set)
        .where(model.ChangeSet.source == source[:255], model.ChangeSet.applied_at.is_not(None))
        .where(model.ChangeSet.undone_at.is_(None), model.ChangeSetRow.outcome.in_(CHANGING))
    )
    return [each for each in session.scalars(wanted.distinct()) if each is not None]


def _waiting(session: Session, change_set_id: str) -> model.ChangeSet:
    found = _find(session, change_set_id)
    if state_of(found) is not State.WAITING:
        raise NotWaiting("not-waiting")
    return found


def _find(session: Session, change_set_id: str) -> model.ChangeSet:
    """The set, locked where the database can; elsewhere its count of saves refuses the second."""
    found = session.get(model.ChangeSet, change_set_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("not-found")
    return found


class State(StrEnum):
    """What has become of a change set."""

    WAITING = "waiting"
    REFUSED = "refused"
    NOTHING = "nothing"  # nothing in it differs from the directory
    APPLIED = "applied"
    UNDONE = "undone"
    DISCARDED = "discarded"


def state_of(found: model.ChangeSet) -> State:
    """What has become of a set."""
    if found.undone_at is not None:
        return State.UNDONE
    if found.applied_at is not None:
        return State.APPLIED
    if found.discarded_at is not None:
        return State.DISCARDED
    if found.refused_count:
        return State.REFUSED
    return State.WAITING if found.new_count + found.changed_count else State.NOTHING
