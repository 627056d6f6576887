"""Where nobody answers: need by district on a page and as a file, one cell by hours, and the gaps to come."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from directory.coverage import Asked, Cell, Coverage, coverage_of, ordinary_week
from directory.gaps import gaps_of, services_to_save
from directory.snapshot import Snapshot, take_snapshot
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand
from vocabulary.words import words
from web.admin.coverage_sheet import to_csv
from web.admin.door import Manager
from web.admin.moment import Moment, Now
from web.admin.week_words import days_of
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin", include_in_schema=False)
AnyText = Annotated[str, Query()]


@router.get("/coverage")
def show_coverage(
    request: Request,
    _member: Manager,
    session: Database,
    now: Moment,
    age: AnyText = "",
    only: AnyText = "",
) -> Response:
    """The table: need by district, the hours of an ordinary week at which nobody is known to answer."""
    asked = _asked(age, only)
    found, _ = _coverage(session, now, asked)
    return page(
        request,
        "admin/coverage.html",
        coverage=found,
        holes=_holes(found),
        asked=asked,
        query=_query(asked),
        needs=list(Need),
        districts=list(District),
        ages=list(AgeBand),
        words=words,
    )


@router.get("/coverage.csv")
def send_coverage(
    _member: Manager, session: Database, now: Moment, age: AnyText = "", only: AnyText = ""
) -> Response:
    """The same as a file, a line for each need, district and hour of the week."""
    found, _ = _coverage(session, now, _asked(age, only))
    headers = {"Content-Disposition": f'attachment; filename="coverage-{found.monday}.csv"'}
    return Response(to_csv(found), media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/coverage/{need}/{district}")
def show_cell(
    need: Need,
    district: District,
    request: Request,
    _member: Manager,
    session: Database,
    now: Moment,
    age: AnyText = "",
    only: AnyText = "",
) -> Response:
    """One need in one district: its hours, day by day, and the services that count."""
    asked = _asked(age, only)
    found, snapshot = _coverage(session, now, asked)
    cell = found.cells[need][district]
    by_id = {each.id: each for each in snapshot.services}
    return page(
        request,
        "admin/coverage_cell.html",
        need=need,
        district=district,
        cell=cell,
        days=days_of(cell),
        services=[by_id[each] for each in cell.services],
        asked=asked,
        query=_query(asked),
        words=words,
    )


@router.get("/gaps")
def show_gaps(request: Request, _member: Manager, session: Database, now: Moment) -> Response:
    """The needs and districts without any service, and those that what is overdue will leave without one."""
    snapshot = take_snapshot(session, live=now.live)
    gaps = gaps_of(snapshot, today=now.today)
    names = {each.id: each.name for each in snapshot.services}
    saving = [(each, names[each], led) for each, led in services_to_save(gaps).items()]
    return page(
        request,
        "admin/gaps.html",
        empty=[gap for gap in gaps if not gap.until],
        saving=saving,
        last=now.today + timedelta(days=30),
        words=words,
    )


def _coverage(session: Database, now: Now, asked: Asked) -> tuple[Coverage, Snapshot]:
    snapshot = take_snapshot(session, live=now.live)
    monday = ordinary_week(now.today)
    return coverage_of(snapshot, monday=monday, today=now.today, asked=asked), snapshot


def _asked(age: str, only: str) -> Asked:
    """What was chosen. Raises HTTPException(404) for what cannot be chosen."""
    if (age and age not in set(AgeBand)) or only not in {"", "near"}:
        raise HTTPException(404)
    return Asked(AgeBand(age) if age else None, only == "near")


def _query(asked: Asked) -> str:
    """The choices as the end of an address; empty when nothing was chosen."""
    chosen = {"age": asked.age.value if asked.age else "", "only": "near" if asked.only_near else ""}
    said = "&".join(f"{name}={value}" for name, value in chosen.items() if value)
    return f"?{said}" if said else ""


def _holes(found: Coverage) -> Mapping[Need, Mapping[District, Cell]]:
    """The needs with a hole anywhere; the others are told in a line."""
    return {need: row for need, row in found.cells.items() if any(cell.holes for cell in row.values())}
