"""Saying that a contact or a whole service is right, as of today."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from directory import editing
from directory.model import Contact
from directory.permissions import Deed
from web.accounts.guard import SentForm
from web.admin.check import CHANGED, read_then, show_check, versions_of
from web.admin.conflict import read_version
from web.admin.door import Keeper, editor_of
from web.admin.found import kept_contact, kept_service
from web.admin.moment import Moment
from web.admin.saved import Saved
from web.admin.service_view import view_service
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
OF_CONTACT = "/{service_id}/contacts/{contact_id}/confirm"
OF_SERVICE = "/{service_id}/confirm"


@router.get(OF_CONTACT)
def show_confirm_contact(
    service_id: UUID, contact_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """What is confirmed, and the button that does it."""
    return _ask(
        request, kept_contact(session, service_id, contact_id, by=member, to=Deed.CONFIRM), session, now
    )


@router.post(OF_CONTACT)
def send_confirm_contact(
    service_id: UUID,
    contact_id: UUID,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Confirms the contact as it was shown; what was changed meanwhile is shown again first."""
    contact = kept_contact(session, service_id, contact_id, by=member, to=Deed.CONFIRM)
    seen, by = read_version(sent.get("version")), editor_of(member)
    try:
        editing.confirm_contact(session, contact.id, by=by, at=now.at, seen=seen)
        session.commit()
    except editing.EditedMeanwhile:
        session.rollback()
        return _ask(request, contact, session, now, changed=True)
    return RedirectResponse(f"/admin/services/{service_id}?saved={Saved.CONTACT_CONFIRMED.value}", 303)


@router.get(OF_SERVICE)
def show_confirm_service(
    service_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """What people see of the service, each field of it, and the button that says it is all right."""
    then = read_then(request.query_params.get("then", ""))
    return show_check(
        request, kept_service(session, service_id, by=member, to=Deed.CONFIRM), session, now, then=then
    )


@router.post(OF_SERVICE)
def send_confirm_service(
    service_id: UUID, request: Request, member: Keeper, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Confirms the service and its contacts as they were shown; the token names all their versions."""
    service = kept_service(session, service_id, by=member, to=Deed.CONFIRM)
    then = read_then(sent.get("then"))
    if sent.get("version") != versions_of(service):
        return show_check(request, service, session, now, then=then, changed=True)
    by = editor_of(member)
    try:
        editing.confirm_service(session, service.id, by=by, at=now.at)
        session.commit()
    except editing.EditedMeanwhile:
        session.rollback()
        return show_check(request, service, session, now, then=then, changed=True)
    back = "/admin/checks" if then else f"/admin/services/{service_id}"
    return RedirectResponse(f"{back}?saved={Saved.SERVICE_CONFIRMED.value}", 303)


def _ask(
    request: Request, contact: Contact, session: Database, now: Moment, *, changed: bool = False
) -> Response:
    view = view_service(session, contact.service.id, live=now.live, today=now.today)
    assert view is not None
    return page(
        request,
        "admin/confirm.html",
        status=409 if changed else 200,
        service=contact.service,
        contact=contact,
        contacts=[each for each in view.contacts if each.id == contact.id],
        version=contact.version,
        errors=CHANGED if changed else [],
    )
