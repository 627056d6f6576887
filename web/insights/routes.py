"""The analysts' pages: the table of needs by area, on a page and as a file, through the one release door."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response

from usage.release import (
    AREAS,
    NEEDS,
    POLICY,
    NotYet,
    Offer,
    RefusedRelease,
    ReleasedTable,
    Span,
    TableRequest,
    offer,
    release,
)
from vocabulary.pathway import Traffic
from web.accounts.guard import StaffMember, require
from web.accounts.roles import Role
from web.database import Database
from web.insights import labels
from web.insights.asked import Fault, faults, good_choices, period_value, read_question
from web.insights.sheet import to_csv
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/insights", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Analyst = Annotated[StaffMember, Depends(require(Role.ANALYST))]


@router.get("")
def show_needs_by_area(request: Request, held: Held, member: Analyst, database: Database) -> Response:
    """The table on a page, with its headline, method and the share that is hidden."""
    offered = offer(database, traffic=held.settings.traffic, at=held.clock())
    try:
        asked, table = _release(request, held, member, database, offered)
    except RefusedRelease as refused:
        return _refusal(request, held, offered, code=refused.code)
    return _page(request, held, offered, asked=asked, table=table)


@router.get("/needs-by-area.csv")
def send_needs_by_area(request: Request, held: Held, member: Analyst, database: Database) -> Response:
    """The same table as a file."""
    offered = offer(database, traffic=held.settings.traffic, at=held.clock())
    try:
        _, table = _release(request, held, member, database, offered)
    except RefusedRelease as refused:
        return _refusal(request, held, offered, code=refused.code)
    if table is None:
        return _refusal(request, held, offered, code=NotYet.code)
    mark = "" if table.traffic is Traffic.REAL else f"{table.traffic}-"
    name = f"{mark}needs-by-area-{table.period.first}-{table.period.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(to_csv(table), media_type="text/csv; charset=utf-8", headers=headers)


def _release(
    request: Request, held: Resources, member: StaffMember, database: Database, offered: Offer
) -> tuple[TableRequest | None, ReleasedTable | None]:
    asked = read_question(request.query_params, period=offered.best, traffic=held.settings.traffic)
    if asked is None:
        return None, None
    table = release(database, asked, by=member.id, at=held.clock())
    database.commit()  # before anything is shown: a release that was not recorded did not happen
    return asked, table


def _refusal(request: Request, held: Resources, offered: Offer, *, code: str) -> Response:
    return _page(request, held, offered, wrong=faults(request.query_params, code))


def _page(
    request: Request,
    held: Resources,
    offered: Offer,
    *,
    asked: TableRequest | None = None,
    table: ReleasedTable | None = None,
    wrong: tuple[Fault, ...] = (),
) -> Response:
    weeks = offered.periods[Span.WEEK]
    return page(
        request,
        "insights/needs_by_area.html",
        status=400 if wrong else 200,
        errors=[{"text": each.message, "href": _place_of(each, offered)} for each in wrong],
        wrong={each.field: each.message for each in wrong},
        chosen=_choices(asked) if asked else good_choices(request.query_params, offered),
        traffic=held.settings.traffic,
        offered=offered,
        counted_from=weeks[-1].first if weeks else None,
        policy=POLICY,
        table=table,
        headline=labels.headline(table, need=asked.need, area=asked.area) if table and asked else None,
        sheet=f"/insights/needs-by-area.csv?{urlencode(_choices(asked))}" if asked else None,
        periods=[(labels.SPAN_NAMES[span], offered.periods[span]) for span in Span],
        needs=[(need, labels.NEED_NAMES[need]) for need in NEEDS],
        areas=[(area, labels.AREA_NAMES[area]) for area in AREAS],
        labels=labels,
        period_value=period_value,
    )


def _place_of(fault: Fault, offered: Offer) -> str:
    """Where an error leads: to its field, or to what stands in the form's place while there is none."""
    return f"#{fault.field}" if fault.field and offered.weeks else "#period"


def _choices(asked: TableRequest) -> dict[str, str]:
    values = {"period": f"{asked.first}..{asked.last}", "need": asked.need, "area": asked.area}
    return {name: value for name, value in values.items() if value}
