"""The monthly statement on a page of its own, and as a PDF."""

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from usage.release import AREAS, Offer
from vocabulary.pathway import Traffic
from web.database import Database
from web.insights import charts
from web.insights.asked import MESSAGES, NO_SUCH, BadQuestion, Fault
from web.insights.door import RECENTLY, Analyst, Held, insights_page, offered_now, refusal
from web.insights.months import Month, months_of, read_month
from web.insights.statement import Asking, Statement, make_statement
from web.insights.statement_pdf import statement_pdf


router = APIRouter(prefix="/insights", include_in_schema=False)
NO_MONTH = "There is no statement for this month. Choose one from the list."


@dataclass(frozen=True)
class Asked:
    """Which statement an address asks for; without a month, none can be made yet."""

    month: Month | None
    area: str | None


@router.get("/statement")
def show_statement(request: Request, held: Held, member: Analyst, session: Database) -> Response:
    """The newest whole month, or the one that was chosen."""
    offered = offered_now(held, session)
    try:
        statement = _statement(request, held, member, session, offered)
    except BadQuestion as error:
        return _refusal(request, held, error, offered)
    return _page(request, held, offered, statement)


@router.get("/statement.pdf", dependencies=RECENTLY)
def send_statement(request: Request, held: Held, member: Analyst, session: Database) -> Response:
    """The same statement as a file of one page."""
    offered = offered_now(held, session)
    try:
        statement = _statement(request, held, member, session, offered)
        if statement is None:
            raise BadQuestion(Fault("month", MESSAGES["not-yet"]))
    except BadQuestion as error:
        return _refusal(request, held, error, offered)
    mark = "" if statement.traffic is Traffic.REAL else f"{statement.traffic}-"
    name = f"{mark}signpost-statement-{statement.month.value}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(statement_pdf(statement), media_type="application/pdf", headers=headers)


def _statement(
    request: Request, held: Held, member: Analyst, session: Database, offered: Offer
) -> Statement | None:
    asked = _read(request.query_params.multi_items(), months_of(offered))
    if asked.month is None:
        return None
    asking = Asking(member.id, held.clock(), held.settings.traffic)
    made = make_statement(session, asked.month, asked.area, offered=offered, asking=asking)
    session.commit()  # before anything is shown: a release that was not recorded did not happen
    return made


def _read(pairs: list[tuple[str, str]], months: list[Month]) -> Asked:
    """What an address asks for. Raises BadQuestion."""
    said = dict(pairs)
    if len(said) < len(pairs) or not set(said) <= {"month", "area"}:
        raise BadQuestion(Fault(None, MESSAGES["unknown-question"]))
    month = read_month(said["month"], months) if said.get("month") else next(iter(months), None)
    area = said.get("area") or None
    faults = [Fault("month", NO_MONTH)] if said.get("month") and month is None else []
    faults += [Fault("area", NO_SUCH["area"])] if area and area not in AREAS else []
    if faults:
        raise BadQuestion(*faults)
    return Asked(month, area)


def _refusal(request: Request, held: Held, error: BadQuestion, offered: Offer) -> Response:
    months = months_of(offered)
    return refusal(
        request,
        held,
        error,
        "statement.html",
        offered=offered,
        months=months,
        fields=("month", "area") if months else (),
    )


def _page(request: Request, held: Held, offered: Offer, statement: Statement | None) -> Response:
    chosen = {"month": statement.month.value, "area": statement.area or ""} if statement else {}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return insights_page(
        request,
        held,
        "statement.html",
        offered=offered,
        months=months_of(offered),
        chosen=chosen,
        statement=statement,
        picture=charts.as_data(charts.weeks_svg(statement.weeks, statement.month.period))
        if statement
        else None,
        query=query,
    )
