"""Exports: what the public may see of the directory, as a file to keep or to change and bring back."""

from fastapi import APIRouter, Depends, Request, Response

from directory.feeds.exporting import Format, write_export
from directory.hsds.published import View
from web.accounts.guard import SentForm, recently_signed_in
from web.admin.door import Manager
from web.admin.moment import Moment
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/exports", include_in_schema=False)
NOT_CHOSEN = "Choose a kind of file"


@router.get("")
def show_exports(request: Request, _member: Manager) -> Response:
    """The kinds of file, and what is not in them."""
    return page(request, "admin/exports.html", errors=[])


@router.post("", dependencies=[Depends(recently_signed_in)])
def send_export(
    request: Request, _member: Manager, session: Database, sent: SentForm, now: Moment
) -> Response:
    """The file as a download; it is made anew each time and kept nowhere."""
    kind = sent.get("kind")
    if kind not in set(Format):
        errors = [{"text": NOT_CHOSEN, "href": "#kind"}]
        return page(request, "admin/exports.html", status=422, errors=errors)
    made = write_export(session, View(live=now.live, today=now.today), Format(str(kind)))
    name = f"signpost-services-{now.today.isoformat()}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(made.content, media_type=Format(str(kind)).media_type, headers=headers)
