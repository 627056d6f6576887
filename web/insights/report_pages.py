"""The pages of saved reports: the list, saving and deleting."""

from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from web.accounts.guard import SentForm
from web.database import Database
from web.insights.asked import MESSAGES, BadQuestion, Fault
from web.insights.door import Analyst, Held, insights_page, offered_now
from web.insights.reports import delete_report, reports_of, save_report
from web.insights.views import VIEWS, ViewName


router = APIRouter(prefix="/insights/reports", include_in_schema=False)
HERE = "/insights/reports"


@router.get("")
def show_reports(request: Request, held: Held, member: Analyst, session: Database) -> Response:
    """The person's own reports."""
    return _page(request, held, member, session, saved=request.query_params.get("saved") == "yes")


@router.post("")
def save(request: Request, held: Held, member: Analyst, session: Database, sent: SentForm) -> Response:
    """Keeps the question of the figure that was looked at."""
    view, query, name = (str(sent.get(field, "")) for field in ("view", "query", "name"))
    offered = offered_now(held, session)
    try:
        if view not in set(ViewName):
            raise BadQuestion(Fault(None, MESSAGES["unknown-question"]))
        save_report(
            session,
            by=member.id,
            name=name,
            view=ViewName(view),
            query=query,
            offered=offered,
            traffic=held.settings.traffic,
            at=held.clock(),
        )
    except BadQuestion as error:
        again = {"view": view, "query": query, "name": name} if view in set(ViewName) else None
        return _page(request, held, member, session, wrong=error.faults, again=again)
    session.commit()
    return RedirectResponse(f"{HERE}?saved=yes", 303)


@router.post("/{report_id}/delete")
def delete(report_id: UUID, member: Analyst, session: Database) -> Response:
    """Deletes one of the person's own."""
    if not delete_report(session, str(report_id), by=member.id):
        raise HTTPException(404)
    session.commit()
    return RedirectResponse(HERE, 303)


def _page(
    request: Request,
    held: Held,
    member: Analyst,
    session: Database,
    *,
    saved: bool = False,
    wrong: tuple[Fault, ...] = (),
    again: dict[str, str] | None = None,
) -> Response:
    reports = [(each, VIEWS[ViewName(each.view)].title) for each in reports_of(session, member.id)]
    return insights_page(
        request,
        held,
        "reports.html",
        offered=offered_now(held, session),
        wrong=wrong,
        fields=("name",) if again else (),
        saved=saved,
        again=again,
        reports=reports,
    )
