"""What people say is wrong with an entry: taken in without a word about them, and settled by managers.

The same said again on the same day is counted, not kept again: nobody can fill the table or the managers'
list, and whatever anybody else has sent, nothing new is ever turned away here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from directory.history import Editor
from directory.model import Contact, Report, Service
from directory.terms import ReportOutcome
from vocabulary.faults import Fault


RECENTLY_SETTLED = 20


class UnknownSubject(LookupError):
    """A service that the public never saw, or a contact that is not one of its own."""


class UnknownReport(LookupError):
    """A report that is not there, or was settled already."""


class MoreCameIn(Exception):
    """More people have said the same since the manager looked."""


@dataclass(frozen=True)
class Task:
    """All open reports of one fault of one contact or service."""

    id: str  # of one of its reports
    service_id: str
    contact_id: str | None
    fault: Fault
    count: int
    first: date
    last: date


@dataclass(frozen=True)
class Settled:
    """Reports that were settled together."""

    service_id: str
    contact_id: str | None
    fault: Fault
    outcome: ReportOutcome
    count: int
    on: date
    by: str


def add_report(
    session: Session, service_id: str, *, fault: Fault, today: date, contact_id: str | None = None
) -> None:
    """Keeps one report, or counts it with what was said of the same today. Raises UnknownSubject."""
    _check_subject(session, service_id, contact_id)
    same = (Report.service_id == service_id, Report.contact_id == contact_id, Report.fault == fault)
    is_open = Report.outcome.is_(None)
    there = select(func.min(Report.id)).where(*same, is_open, Report.day == today).scalar_subquery()
    again = update(Report).where(Report.id == there, is_open).values(times=Report.times + 1)
    if session.scalar(again.returning(Report.id)) is None:
        session.add(Report(service_id=service_id, contact_id=contact_id, fault=fault, day=today))
        session.flush()


def open_tasks(session: Session) -> list[Task]:
    """What is still to be looked at, first what most people say and then the oldest."""
    count, first = func.sum(Report.times), func.min(Report.day)
    statement = (
        select(
            func.min(Report.id).label("id"),
            Report.service_id,
            Report.contact_id,
            Report.fault,
            count.label("number"),
            first.label("first"),
            func.max(Report.day).label("last"),
        )
        .where(Report.outcome.is_(None))
        .group_by(Report.service_id, Report.contact_id, Report.fault)
        .order_by(count.desc(), first, Report.service_id, Report.contact_id, Report.fault)
    )
    return [
        Task(row.id, row.service_id, row.contact_id, row.fault, row.number, row.first, row.last)
        for row in session.execute(statement)
    ]


def find_task(session: Session, report_id: str) -> Task:
    """The task that an open report belongs to. Raises UnknownReport."""
    report = session.get(Report, report_id)
    if report is None or report.outcome is not None:
        raise UnknownReport
    subject = (report.service_id, report.contact_id, report.fault)
    tasks = open_tasks(session)
    return next(each for each in tasks if (each.service_id, each.contact_id, each.fault) == subject)


def settle(
    session: Session, report_id: str, *, outcome: ReportOutcome, seen: int, today: date, by: Editor
) -> Task:
    """Settles a task of which the manager saw so many reports.

    Raises UnknownReport, and MoreCameIn when there are others now: what came in after somebody looked may
    be about what they have just put there.
    """
    task = find_task(session, report_id)
    if task.count != seen:
        raise MoreCameIn
    session.execute(
        update(Report)
        .where(
            Report.outcome.is_(None),
            Report.service_id == task.service_id,
            Report.contact_id == task.contact_id,
            Report.fault == task.fault,
        )
        .values(outcome=outcome, settled_on=today, settled_by=by.id, settled_by_name=by.name)
    )
    return task


def count_tasks(session: Session) -> int:
    """How many things are still to be looked at."""
    return len(open_tasks(session))


def recently_settled(session: Session) -> Sequence[Settled]:
    """What was settled last, newest first."""
    together = (
        Report.service_id,
        Report.contact_id,
        Report.fault,
        Report.outcome,
        Report.settled_on,
        Report.settled_by_name,
    )
    statement = (
        select(*together, func.sum(Report.times).label("number"))
        .where(Report.outcome.is_not(None))
        .group_by(*together)
        .order_by(Report.settled_on.desc(), Report.service_id, Report.contact_id, Report.fault)
        .limit(RECENTLY_SETTLED)
    )
    return [
        Settled(
            row.service_id,
            row.contact_id,
            row.fault,
            row.outcome,
            row.number,
            row.settled_on,
            row.settled_by_name or "",
        )
        for row in session.execute(statement)
    ]


def _check_subject(session: Session, service_id: str, contact_id: str | None) -> None:
    service = session.get(Service, service_id)
    if service is None or not service.public:
        raise UnknownSubject
    if contact_id is None:
        return
    contact = session.get(Contact, contact_id)
    if contact is None or contact.service_id != service_id:
        raise UnknownSubject
