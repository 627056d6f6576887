"""Asking a service's own staff to confirm their entry by a link, and what they said is wrong with it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from directory.assurance import (
    LASTS,
    domains_of,
    is_address,
    make_link,
    name_assurer,
    naming_of,
    open_complaints,
    open_link_of,
    settle,
)
from directory.domains import registrable_domain
from directory.editing import EditedMeanwhile
from directory.model import ConfirmLink, Service
from directory.permissions import Deed
from directory.terms import WrongPart
from web.accounts.guard import SentForm, StaffMember
from web.accounts.users import is_staff_address
from web.admin.confirm_letters import send_confirm_letter
from web.admin.confirming import PARTS
from web.admin.conflict import read_version
from web.admin.door import Manager, editor_of
from web.admin.found import check_may, find_service
from web.admin.moment import Moment, Now
from web.admin.saved import Saved
from web.database import Database
from web.mail import MailNotSent
from web.resources import Resources, resources
from web.templating import page


router = APIRouter(prefix="/admin", include_in_schema=False)
Held = Annotated[Resources, Depends(resources)]
BAD_ADDRESS = "Write an e-mail address, such as name@example.org"
CHANGED = "Somebody saved a change of this service while you were reading. Look again, then send it"
OF_STAFF = "This address belongs to somebody with a sign-in here. Name somebody who works at the service"
OF_YOURS = "This address is of your own organisation, not of the service’s. Name somebody who works there"
NOT_SENT = "The e-mail could not be sent, so nothing was changed. Is the address right? Try again later"


@router.get("/services/{service_id}/ask")
def show_ask(
    service_id: UUID, request: Request, _member: Manager, session: Database, now: Moment
) -> Response:
    """Who confirms the entry, whether a link is out, and the button that sends one."""
    return _ask(request, session, find_service(session, service_id), now)


@router.post("/services/{service_id}/ask")
def send_ask(
    service_id: UUID,
    request: Request,
    member: Manager,
    session: Database,
    sent: SentForm,
    now: Moment,
    held: Held,
) -> Response:
    """Keeps the address, and sends a new link there; when it cannot be sent, nothing is kept."""
    service = find_service(session, service_id)
    check_may(member, Deed.CONFIRM, service)
    email = str(sent.get("email", "")).strip()
    wrong = _why_not(session, service, email, member)
    if wrong:
        return _ask(request, session, service, now, email=email, error=wrong, status=422)
    by = editor_of(member)
    try:
        name_assurer(session, service, email, by=by, at=now.at, seen=read_version(sent.get("version")))
        token = make_link(session, held.secret, service, by=by, at=now.at)
        until = now.at + LASTS
        send_confirm_letter(held.settings, email, service=service.name, token=token, until=until, at=now.at)
        session.commit()
    except EditedMeanwhile:
        session.rollback()
        return _ask(request, session, service, now, email=email, error=CHANGED, status=409)
    except MailNotSent:
        session.rollback()
        return _ask(request, session, service, now, email=email, error=NOT_SENT, status=503)
    return RedirectResponse(f"/admin/services/{service_id}?saved={Saved.ASKED.value}", 303)


@router.get("/provider-answers")
def show_provider_answers(request: Request, _member: Manager, session: Database) -> Response:
    """What services' own staff said is wrong and nobody has settled, the oldest first."""
    found = [
        (
            link,
            session.get_one(Service, link.service_id),
            [PARTS[WrongPart(part)] for part in link.wrong or ()],
        )
        for link in open_complaints(session)
    ]
    return page(request, "admin/provider_answers.html", found=found)


@router.post("/provider-answers/{link_id}/settle")
def send_settle(link_id: UUID, member: Manager, session: Database, now: Moment) -> Response:
    """Takes an answer off the list; whoever was second finds it settled already."""
    link = session.get(ConfirmLink, str(link_id))
    if link is None or link.wrong is None:
        raise HTTPException(404)
    if link.settled_at is None:
        settle(link, by=editor_of(member), at=now.at)
        session.commit()
    return RedirectResponse("/admin/provider-answers", 303)


def _why_not(session: Session, service: Service, email: str, member: StaffMember) -> str:
    """Why nobody of the provider would answer from an address; empty where somebody may.

    Who keeps the entry and who confirms it are two people, so one cannot name a mailbox of their own.
    """
    if not is_address(email):
        return BAD_ADDRESS
    if is_staff_address(session, email):
        return OF_STAFF
    own, known = registrable_domain(member.email), domains_of(service)
    return OF_YOURS if known and own not in known and registrable_domain(email) == own else ""


def _ask(
    request: Request,
    session: Session,
    service: Service,
    now: Now,
    *,
    email: str | None = None,
    error: str = "",
    status: int = 200,
) -> Response:
    return page(
        request,
        "admin/ask.html",
        status=status,
        service=service,
        email=service.assurer_email or "" if email is None else email,
        out=open_link_of(session, service.id, at=now.at),
        named=naming_of(session, service.id) if service.assurer_email else None,
        error=error,
        errors=[{"text": error, "href": "#email"}] if error else [],
    )
