"""The managers' first page: a queue of work, lifelines in trouble above everything."""

from fastapi import APIRouter, Request, Response

from web.admin.alarms import lifeline_alarms
from web.admin.door import Manager
from web.admin.moment import Moment
from web.admin.work import work_of
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin", include_in_schema=False)


@router.get("")
def show_home(request: Request, _member: Manager, session: Database, now: Moment) -> Response:
    """What waits for somebody, the most urgent first, and the way to everything else."""
    work = work_of(session, now)
    return page(
        request,
        "admin/home.html",
        alarms=lifeline_alarms(session, live=now.live, today=now.today),
        waiting=[each for each in work if each.count],
        done=[each for each in work if not each.count],
    )
