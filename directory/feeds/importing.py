"""Judges all rows of something brought, and makes all their changes or none.

What is brought confirms nothing: a contact that it brings or changes waits for a person to confirm it. A
contact that the public sees and a row lacks is withdrawn; what the public never sees stays as it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.adding import make_new, taken_ids
from directory.feeds.changing import Importer, add_history, change_service
from directory.feeds.judging import Judged, judge, refused
from directory.feeds.known import read_known
from directory.feeds.report import Fault, Outcome, Refusal, Report, Row
from directory.feeds.sheet_places import in_headings
from directory.hsds import shapes
from directory.hsds.published import View, offered
from directory.opening_hours import LONDON


@dataclass(frozen=True)
class Candidate:
    """One row as it was read: a service, or why it is none."""

    number: int
    read: shapes.Service | tuple[Refusal, ...]
    slug: str | None = None  # of a row that is none, where it says one
    groups: tuple[int, ...] | None = None  # of a spreadsheet: how it numbers the contacts


@dataclass(frozen=True)
class Judgement:
    """Every row judged, and the services to add when it is accepted."""

    judged: tuple[Judged, ...]
    new: tuple[model.Service, ...] = ()

    @property
    def report(self) -> Report:
        """What a person is told."""
        return Report(tuple(each.row for each in self.judged))


def judge_all(session: Session, candidates: Sequence[Candidate], *, at: datetime) -> Judgement:
    """The judgement on every row; nothing is written. `at` is aware."""
    services = [each.read for each in candidates if isinstance(each.read, shapes.Service)]
    known = read_known(session, services, today=at.astimezone(LONDON).date())
    judged = [
        judge(each.number, each.read, known)
        if isinstance(each.read, shapes.Service)
        else refused(each.number, each.slug, each.read)
        for each in candidates
    ]
    judged = list(_without_repeats(judged, candidates))
    judged = [_in_its_words(each, which) for each, which in zip(judged, candidates, strict=True)]
    if not Judgement(tuple(judged)).report.accepted:
        return Judgement(tuple(judged))
    made = make_new(judged, known, at=at)
    with session.no_autoflush:
        taken = taken_ids(session, made)
    if taken:
        return Judgement(tuple(_refused_if(each, taken) for each in judged))
    return Judgement(tuple(judged), tuple(made))


def make_changes(session: Session, judgement: Judgement, importer: Importer) -> None:
    """Write everything that an accepted judgement says, with its history; the caller commits."""
    assert judgement.report.accepted
    session.add_all(judgement.new)
    session.flush()
    for each in judgement.judged:
        if each.row.outcome is Outcome.CHANGED:
            change_service(session, each, importer)
    session.flush()
    for each in judgement.judged:
        add_history(session, each, importer)


def gone_rows(session: Session, judgement: Judgement, *, at: datetime, of: Sequence[str] | None) -> list[Row]:
    """The services that the public may see and no row speaks of; `of` narrows them to these ids."""
    said = {each.row.slug for each in judgement.judged}
    view = View(live=False, today=at.astimezone(LONDON).date())
    wanted = select(model.Service.slug).where(*offered(view)).order_by(model.Service.slug)
    if of is not None:
        wanted = wanted.where(model.Service.id.in_(of))
    return [Row(0, slug, Outcome.GONE) for slug in session.scalars(wanted) if slug not in said]


def _in_its_words(judged: Judged, candidate: Candidate) -> Judged:
    """What is wrong with a row of a spreadsheet is said by its headings."""
    if candidate.groups is None or not judged.row.refusals:
        return judged
    refusals = in_headings(judged.row.refusals, candidate.groups)
    return replace(judged, row=replace(judged.row, refusals=refusals))


def _refused_if(judged: Judged, taken: set[str]) -> Judged:
    if judged.row.slug not in taken:
        return judged
    refusal = (Refusal("id", Fault.ID_TAKEN),)
    return replace(judged, row=replace(judged.row, outcome=Outcome.REFUSED, refusals=refusal))


def _without_repeats(judged: Sequence[Judged], candidates: Sequence[Candidate]) -> Iterator[Judged]:
    seen: set[str] = set()
    for each, candidate in zip(judged, candidates, strict=True):
        shape = candidate.read
        keys = {str(shape.id), shape.signpost.slug} if isinstance(shape, shapes.Service) else set()
        again = bool(keys & seen)
        yield refused(each.row.number, each.row.slug, (Refusal("id", Fault.TWICE),)) if again else each
        seen |= keys
