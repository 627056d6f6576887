"""Takes a file of Open Referral UK JSON into the directory: all of it, or nothing.

A file confirms nothing: a contact that it brings or changes waits for a person to confirm it. What the
file lacks of the public's view, only a contact, is withdrawn; what the public never sees stays as it is.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from directory.feeds.adding import make_new, taken_ids
from directory.feeds.changing import Importer, add_history, change_service
from directory.feeds.judging import Judged, judge, refused
from directory.feeds.known import read_known
from directory.feeds.parsing import read_rows, read_service
from directory.feeds.report import Fault, Outcome, Refusal, Report
from directory.history import Editor
from directory.hsds import shapes
from directory.opening_hours import LONDON


def import_services(
    session: Session, content: bytes, *, by: Editor, at: datetime, dry_run: bool = False
) -> Report:
    """Judge every row of a file and, unless one is refused or this is a dry run, make the changes.

    `at` is aware. The caller commits, changes and history together. Raises parsing.FeedError for a file
    that cannot be read, StaleDataError when somebody saves one of the services at the same moment.
    """
    read = [read_service(row) for row in read_rows(content)]
    services = [each for each in read if isinstance(each, shapes.Service)]
    known = read_known(session, services, today=at.astimezone(LONDON).date())
    judged = [
        judge(number, each, known) if isinstance(each, shapes.Service) else refused(number, None, each)
        for number, each in enumerate(read, start=1)
    ]
    judged = list(_without_repeats(judged, read))
    if not _report(judged).accepted:
        return _report(judged)
    made = make_new(judged, known, at=at)
    taken = taken_ids(session, made)
    if taken:
        return _report([_refused_if(each, taken) for each in judged])
    if not dry_run:
        importer = Importer(by, at, f"import {hashlib.sha256(content).hexdigest()[:12]}")
        session.add_all(made)
        session.flush()
        _write(session, judged, importer)
    return _report(judged)


def _write(session: Session, judged: Sequence[Judged], importer: Importer) -> None:
    for each in judged:
        if each.row.outcome is Outcome.CHANGED:
            change_service(session, each, importer)
    session.flush()
    for each in judged:
        add_history(session, each, importer)


def _report(judged: Sequence[Judged]) -> Report:
    return Report(tuple(each.row for each in judged))


def _refused_if(judged: Judged, taken: set[str]) -> Judged:
    if judged.row.slug not in taken:
        return judged
    refusal = (Refusal("id", Fault.ID_TAKEN),)
    return replace(judged, row=replace(judged.row, outcome=Outcome.REFUSED, refusals=refusal))


def _without_repeats(judged: Sequence[Judged], read: Sequence[object]) -> Iterator[Judged]:
    seen: set[str] = set()
    for each, shape in zip(judged, read, strict=True):
        keys = {str(shape.id), shape.signpost.slug} if isinstance(shape, shapes.Service) else set()
        again = bool(keys & seen)
        yield refused(each.row.number, each.row.slug, (Refusal("id", Fault.TWICE),)) if again else each
        seen |= keys
