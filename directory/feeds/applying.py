"""Applying a change set: a second person approves it, and it is made at once or when its cool-off is over.

Errors are those of directory.feeds.change_sets. What it takes out of view goes when it is approved, and what
shows people a new number waits, the rest of the set with it: all of it comes in one transaction or nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from directory import model
from directory.approval.second_look import DisabledAt, whose_word_is_gone
from directory.chain import queue_to_write
from directory.feeds.adding import forget
from directory.feeds.change_sets import (
    ChangeSetError,
    NoLongerFits,
    SamePerson,
    State,
    changing_rows,
    find,
    is_approved,
    may_approve,
    reason_of,
)
from directory.feeds.changing import Importer, withdraw_gone
from directory.feeds.importing import Candidate, Judgement, judge_all, make_changes
from directory.feeds.new_numbers import shows_a_new_number
from directory.feeds.snapshots import take_snapshot
from directory.history import Approval, Editor
from directory.hsds import shapes
from directory.model import ChangeSet, ChangeSetRow
from directory.terms import SentBack


NO_TIME = timedelta(0)
DISCARDABLE = (State.WAITING, State.REFUSED, State.NOTHING, State.APPROVED)


def apply(
    session: Session, change_set_id: str, *, by: Editor, at: datetime, cool_off: timedelta
) -> ChangeSet:
    """Agree to a waiting set, which is made at once, or after the cool-off where it shows a new number.

    Raises NotFound, NotWaiting, SamePerson, NoLongerFits; StaleDataError when somebody saves one of the
    services, or decides about the set, at the same moment. The caller commits.
    """
    found = find(session, change_set_id, State.WAITING)
    if not may_approve(found, by.id):
        raise SamePerson("same-person")
    judgement = _judged(session, found, at)
    if not judgement.report.accepted:
        raise NoLongerFits(judgement.report)
    found.approved_at, found.approved_by, found.approved_by_name = at, by.id, by.name
    found.sent_back = None
    if cool_off > NO_TIME and shows_a_new_number(judgement.judged):
        found.live_at = at + cool_off
        forget(session, judgement.new)
        _withdraw(session, found, judgement, at)
    else:
        found.live_at = at
        _make(session, found, judgement, at)
    session.flush()
    return found


def apply_due(sessions: sessionmaker[Session], *, at: datetime, disabled_at: DisabledAt) -> list[str]:
    """Make every approved set whose cool-off is over; returns the ids of those that were made.

    Each has its own transaction, and may be run anywhere and at the same moment. A set waits for a second
    person again when one of its two people is shut out, or when it no longer fits the directory.
    """
    with sessions() as session:
        found = session.scalars(
            select(ChangeSet).where(is_approved()).order_by(ChangeSet.live_at, ChangeSet.id)
        )
        ids = [each.id for each in found if _is_due(each, at) or _shut_out(session, each, disabled_at)]
    return [each for each in ids if _apply_one(sessions, each, at=at, disabled_at=disabled_at)]


def discard(session: Session, change_set_id: str, *, by: Editor, at: datetime) -> None:
    """Throw a set away before it is made; what its approval took out of view stays out.

    Raises NotFound, NotWaiting. The caller commits.
    """
    found = find(session, change_set_id, *DISCARDABLE)
    found.discarded_at, found.discarded_by, found.discarded_by_name = at, by.id, by.name
    session.flush()


def _apply_one(
    sessions: sessionmaker[Session], change_set_id: str, *, at: datetime, disabled_at: DisabledAt
) -> bool:
    try:
        with sessions.begin() as session:
            found = find(session, change_set_id, State.APPROVED, busy_is_none=True)
            judgement, why = _judged(session, found, at), _shut_out(session, found, disabled_at)
            if why is None and not judgement.report.accepted:
                why = SentBack.CHANGED
            if why is not None:
                forget(session, judgement.new)
                found.live_at, found.sent_back = None, why
                return False
            _make(session, found, judgement, at)
            return True
    except (ChangeSetError, StaleDataError, IntegrityError, OperationalError):
        return False  # somebody else is at it: the next time tells


def _is_due(found: ChangeSet, at: datetime) -> bool:
    return found.live_at is not None and found.live_at <= at


def _shut_out(session: Session, found: ChangeSet, disabled_at: DisabledAt) -> SentBack | None:
    assert found.approved_by is not None
    assert found.approved_at is not None
    return whose_word_is_gone(
        session,
        sender=found.by,
        approver=found.approved_by,
        approved_at=found.approved_at,
        disabled_at=disabled_at,
    )


def _judged(session: Session, found: ChangeSet, at: datetime) -> Judgement:
    rows = changing_rows(found)
    candidates = [Candidate(row.number, shapes.Service.model_validate(row.proposed)) for row in rows]
    with session.no_autoflush:  # whether what is new is stored is decided later
        return judge_all(session, candidates, at=at)


def _withdraw(session: Session, found: ChangeSet, judgement: Judgement, at: datetime) -> None:
    """What is wrong goes at once; the file then knows of it, or it would count as older than that."""
    for row, judged in zip(changing_rows(found), judgement.judged, strict=True):
        if any(work.shape is None for work in judged.contacts):
            row.before = take_snapshot(session, row.service_id or "")
            withdraw_gone(session, judged, _importer(found, at))
            row.after = take_snapshot(session, row.service_id or "")
            row.proposed = (row.proposed or {}) | {"last_modified": at.isoformat()}


def _make(session: Session, found: ChangeSet, judgement: Judgement, at: datetime) -> None:
    queue_to_write(session)  # not before it is judged, which takes its time
    rows = changing_rows(found)
    for row in rows:
        if row.after is None:  # else its approval has changed it already
            row.before = take_snapshot(session, row.service_id or "")
    organizations = set(session.scalars(select(model.Organization.id)))
    make_changes(session, judgement, _importer(found, at))
    session.flush()
    _keep_after(session, rows, organizations)
    found.applied_at = at


def _importer(found: ChangeSet, at: datetime) -> Importer:
    assert found.approved_by is not None
    assert found.approved_by_name is not None
    assert found.approved_at is not None
    approval = Approval(Editor(found.approved_by, found.approved_by_name), found.approved_at)
    return Importer(Editor(found.by, found.by_name), at, reason_of(found), approval)


def _keep_after(session: Session, rows: Sequence[ChangeSetRow], organizations: Iterable[str]) -> None:
    for row in rows:
        assert row.service_id is not None
        row.after = take_snapshot(session, row.service_id)
        provider = (row.after or {})["service"][0]["organization_id"]
        row.new_organization_id = None if provider in organizations else provider
