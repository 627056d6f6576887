"""Saying that a contact or a whole service is right, as of today."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from directory import editing
from directory.history import Editor
from directory.model import Contact, Service
from directory.terms import WITHHELD_UNTIL_CONFIRMED
from web.accounts.guard import SentForm
from web.admin.conflict import read_version
from web.admin.door import Manager
from web.admin.found import find_contact, find_service
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
    service_id: UUID, contact_id: UUID, request: Request, _member: Manager, session: Database, now: Moment
) -> Response:
    """What is confirmed, and the button that does it."""
    return _ask(request, find_contact(session, service_id, contact_id), session, now)


@router.post(OF_CONTACT)
def send_confirm_contact(
    service_id: UUID,
    contact_id: UUID,
    request: Request,
    member: Manager,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Confirms the contact as it was shown; what was changed meanwhile is shown again first."""
    contact = find_contact(session, service_id, contact_id)
    seen, by = read_version(sent.get("version")), Editor(member.id, member.email)
    try:
        editing.confirm_contact(session, contact.id, by=by, at=now.at, seen=seen)
        session.commit()
    except editing.EditedMeanwhile:
        session.rollback()
        return _ask(request, contact, session, now, changed=True)
    return RedirectResponse(f"/admin/services/{service_id}?saved={Saved.CONTACT_CONFIRMED.value}", 303)


@router.get(OF_SERVICE)
def show_confirm_service(
    service_id: UUID, request: Request, _member: Manager, session: Database, now: Moment
) -> Response:
    """What is confirmed with the service, and the button that does it."""
    return _ask(request, find_service(session, service_id), session, now)


@router.post(OF_SERVICE)
def send_confirm_service(
    service_id: UUID, request: Request, member: Manager, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Confirms the service and its contacts as they were shown; the token names all their versions."""
    service = find_service(session, service_id)
    if sent.get("version") != _versions(service):
        return _ask(request, service, session, now, changed=True)
    by = Editor(member.id, member.email)
    try:
        editing.confirm_service(session, service.id, by=by, at=now.at)
        session.commit()
    except editing.EditedMeanwhile:
        session.rollback()
        return _ask(request, service, session, now, changed=True)
    return RedirectResponse(f"/admin/services/{service_id}?saved={Saved.SERVICE_CONFIRMED.value}", 303)


def _ask(
    request: Request, owner: Contact | Service, session: Database, now: Moment, *, changed: bool = False
) -> Response:
    contact = owner if isinstance(owner, Contact) else None
    service = owner.service if isinstance(owner, Contact) else owner
    view = view_service(session, service.id, live=now.live, today=now.today)
    assert view is not None
    wanted = {owner.id} if contact else {each.id for each in service.contacts if _goes_with_service(each)}
    return page(
        request,
        "admin/confirm.html",
        status=409 if changed else 200,
        service=service,
        contact=contact,
        view=view,
        contacts=[each for each in view.contacts if each.id in wanted],
        version=contact.version if contact else _versions(service),
        errors=[{"text": "Somebody saved a change while you were reading", "href": "#details"}]
        if changed
        else [],
    )


def _goes_with_service(contact: Contact) -> bool:
    return contact.withdrawn_at is None and contact.verified not in WITHHELD_UNTIL_CONFIRMED


def _versions(service: Service) -> str:
    """Everything that confirming the service says is right, as one text that changes with any of it."""
    return "-".join(
        str(version) for version in (service.version, *(each.version for each in service.contacts))
    )
