"""What a file or a feed brought, judged and kept as a change set that waits for a second person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.adding import forget
from directory.feeds.change_sets import CHANGING
from directory.feeds.importing import Candidate, gone_rows, judge_all
from directory.feeds.judging import Judged
from directory.feeds.report import Outcome, Row
from directory.history import Editor
from directory.terms import ChangeSetKind


@dataclass(frozen=True)
class Brought:
    """What was read from a file or a feed, row by row."""

    source: str  # the name of the file, or the address of the feed
    digest: str
    candidates: tuple[Candidate, ...]
    is_feed: bool = False  # a feed speaks only of its own services: ours are not missing in it


def propose(
    session: Session, brought: Brought, *, by: Editor, at: datetime, barred: Sequence[str] = ()
) -> model.ChangeSet:
    """Judge everything and keep it as a change set that waits; one with a refused row can never be applied.

    `barred` are people who may not approve it, beside whoever brings it. The directory stays as it is. The
    caller commits.
    """
    with session.no_autoflush:
        judgement = judge_all(session, brought.candidates, at=at)
        earlier = _brought_earlier(session, brought.source) if brought.is_feed else None
        gone = gone_rows(session, judgement, at=at, of=earlier)
    forget(session, judgement.new)
    report = judgement.report
    kept = model.ChangeSet(
        kind=ChangeSetKind.IMPORT,
        source=brought.source[:255],
        digest=brought.digest,
        by=by.id,
        by_name=by.name,
        at=at,
        barred=list(barred) or None,
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


def _brought_earlier(session: Session, source: str) -> list[str]:
    """The services that an applied import from this source made or changed."""
    wanted = (
        select(model.ChangeSetRow.service_id)
        .join(model.ChangeSetRow.change_set)
        .where(model.ChangeSet.source == source[:255], model.ChangeSet.applied_at.is_not(None))
        .where(model.ChangeSet.undone_at.is_(None), model.ChangeSetRow.outcome.in_(CHANGING))
    )
    return [each for each in session.scalars(wanted.distinct()) if each is not None]
