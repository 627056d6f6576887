"""What people said is wrong: one task for each thing, settled by a manager who has looked."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from directory import reports
from directory.history import Editor
from directory.model import Contact, Service
from directory.reports import Settled, Task
from directory.terms import ReportOutcome
from vocabulary.words import words
from web.accounts.guard import SentForm
from web.admin.conflict import read_version
from web.admin.door import Manager
from web.admin.moment import Moment
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/reports", include_in_schema=False)
OUTCOMES = {
    ReportOutcome.CORRECTED: "It was wrong, and I corrected it",
    ReportOutcome.WAS_RIGHT: "I checked it, and it was right",
    ReportOutcome.WITHDRAWN: "It was wrong, and I withdrew it",
}
NOT_CHOSEN = "Choose what came of it"
MORE_CAME_IN = "More people have said the same since you opened this page. Look again, then settle it"
SETTLED_ALREADY = "Somebody has settled this already"


@dataclass(frozen=True)
class Row:
    """What the reports are about, as managers know it."""

    of: Task | Settled
    service: str
    part: str | None  # a contact's label and number, where they are about one
    said: str


@router.get("")
def show_reports(request: Request, _member: Manager, session: Database) -> Response:
    """The open tasks, what most people say first, and what was settled last."""
    return _show(request, session, settled=request.query_params.get("settled", ""))


@router.post("/{report_id}")
def settle(
    report_id: UUID, request: Request, member: Manager, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Settles the task that a report belongs to, unless more came in than the manager saw."""
    try:
        task = reports.find_task(session, str(report_id))
    except reports.UnknownReport:
        raise HTTPException(404, SETTLED_ALREADY) from None
    said = sent.get("outcome")
    if said not in set(ReportOutcome):
        return _show(request, session, status=422, wrong=task.id, error=NOT_CHOSEN)
    outcome, by = ReportOutcome(str(said)), Editor(member.id, member.email)
    seen = read_version(sent.get("seen"))
    try:
        reports.settle(session, task.id, outcome=outcome, seen=seen, today=now.today, by=by)
    except reports.MoreCameIn:
        return _show(request, session, status=409, wrong=task.id, error=MORE_CAME_IN)
    session.commit()
    return RedirectResponse(f"/admin/reports?settled={outcome.value}", 303)


def _show(
    request: Request,
    session: Session,
    *,
    status: int = 200,
    settled: str = "",
    wrong: str = "",
    error: str = "",
) -> Response:
    return page(
        request,
        "admin/reports.html",
        status=status,
        rows=[_row(session, each) for each in reports.open_tasks(session)],
        done=[_row(session, each) for each in reports.recently_settled(session)],
        outcomes=OUTCOMES,
        settled=OUTCOMES[ReportOutcome(settled)] if settled in set(ReportOutcome) else None,
        wrong=wrong,
        errors=[{"text": error, "href": f"#outcome-{wrong}"}] if error else [],
    )


def _row(session: Session, of: Task | Settled) -> Row:
    service = session.get_one(Service, of.service_id)
    contact = session.get(Contact, of.contact_id) if of.contact_id else None
    return Row(of, service.name, _part(contact) if contact else None, words(of.fault.words))


def _part(contact: Contact) -> str:
    value = contact.phones[0].number if contact.phones else contact.url or contact.email or ""
    return f"{contact.name}: {value}" if contact.name else value
