"""The checks that are due, the most urgent first, and those to come."""

from fastapi import APIRouter, Request, Response

from directory.due import checks_of
from directory.snapshot import take_snapshot
from web.admin.door import Manager
from web.admin.moment import Moment
from web.admin.saved import saved_words
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/checks", include_in_schema=False)


@router.get("")
def show_checks(request: Request, _member: Manager, session: Database, now: Moment) -> Response:
    """Every entry with the day its check is due; each leads to the page that confirms it."""
    snapshot = take_snapshot(session, live=now.live)
    return page(
        request,
        "admin/checks.html",
        checks=checks_of(snapshot.services, today=now.today),
        saved=saved_words(request.query_params.get("saved", "")),
    )
