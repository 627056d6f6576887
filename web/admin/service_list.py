"""All services with their state, found by their words or numbers, page by page."""

from fastapi import APIRouter, Request, Response

from directory.permissions import sees_all
from web.accounts.errors import NotAllowed
from web.admin.door import Keeper
from web.admin.listing import LONGEST_SEARCH, list_services
from web.admin.moment import Moment
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)


@router.get("")
def show_services(request: Request, member: Keeper, session: Database, now: Moment) -> Response:
    """The list, for an editor of their own services only.

    `q` holds the search and `page` counts from 1, and nonsense in either is forgiven.
    """
    search = request.query_params.get("q", "")[:LONGEST_SEARCH].strip()
    asked = request.query_params.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 9 else 1
    own = None if sees_all(member) else member.organization_id
    if not sees_all(member) and own is None:
        raise NotAllowed
    found = list_services(
        session, search=search, page=number, live=now.live, today=now.today, organization_id=own
    )
    return page(request, "admin/services.html", found=found, search=search)
