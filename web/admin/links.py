"""The web addresses that no longer work, or lead to somebody else's site."""

from fastapi import APIRouter, Request, Response

from directory.link_checks import troubles, unasked
from web.admin.door import Manager
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/links", include_in_schema=False)


@router.get("")
def show_links(request: Request, _member: Manager, session: Database) -> Response:
    """Every address in trouble with what happened, and those that a person has to open."""
    return page(request, "admin/links.html", found=troubles(session), unasked=unasked(session))
