"""How the installation itself stands: its processes, its model, its upkeep, for staff."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from directory.due import Urgency, checks_of
from directory.feeds.feeds import count_troubles
from directory.snapshot import take_snapshot
from signpost.metrics import VERSION
from web import neighbours
from web.admin.door import Manager
from web.admin.moment import Moment
from web.database import Database
from web.neighbours import Neighbours
from web.resources import Resources, resources
from web.templating import page
from web.upkeep import jobs_of, letters_in


router = APIRouter(prefix="/admin", include_in_schema=False)
HASH_SHOWN = 12  # digits: enough to tell two models apart by eye


async def _look(held: Annotated[Resources, Depends(resources)]) -> Neighbours:
    return await neighbours.look(held.settings)


@router.get("/status")
def show_status(
    request: Request,
    _member: Manager,
    session: Database,
    now: Moment,
    others: Annotated[Neighbours, Depends(_look)],
    held: Annotated[Resources, Depends(resources)],
) -> Response:
    """Each process, the model, how fresh the directory is, feeds, e-mails, and when each job last ended."""
    checks = checks_of(take_snapshot(session, live=now.live).services, today=now.today)
    model = others.model
    return page(
        request,
        "admin/status.html",
        others=others,
        model=model,
        model_hash=model.sha256[:HASH_SHOWN] if model else "",
        model_days=(now.at - model.trained_at).days if model else 0,
        services=len(checks),
        late=sum(1 for each in checks if each.urgency <= Urgency.OVERDUE),
        confirmed=max((each.confirmed_on for each in checks if each.confirmed_on), default=None),
        feeds=count_troubles(session, at=now.at),
        letters=letters_in(held.settings.home),
        by_mail_server=bool(held.settings.smtp_url),
        jobs={job.value: at for job, at in jobs_of(held.settings.home).items()},
        version=VERSION,
    )
