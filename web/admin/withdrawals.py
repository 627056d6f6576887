"""Taking a contact or a whole service out of the public's sight at once, and putting it back.

A wrong number harms: whoever keeps the service withdraws it alone, whatever anybody else is editing. What is
put back is shown again once a second person has agreed.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from directory import editing
from directory.approval.adding import propose_service
from directory.approval.errors import AlreadyProposed, NothingToPropose
from directory.approval.proposing import Asking, propose
from directory.eligibility import shown_contacts
from directory.lifelines import is_lifeline
from directory.model import Contact, Service
from directory.permissions import Deed
from directory.terms import ServiceStatus
from web.accounts.guard import SentForm, StaffMember
from web.admin.door import Keeper, editor_of
from web.admin.found import kept_contact, kept_service
from web.admin.listing import read_records
from web.admin.moment import Moment
from web.admin.saved import Saved
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
OF_CONTACT = "/{service_id}/contacts/{contact_id}"
OF_SERVICE = "/{service_id}"


class Why(StrEnum):
    """Why something is withdrawn or put back; a closed list, so that no person's story is kept here."""

    WRONG = "wrong"
    NO_ANSWER = "no-answer"
    UNSAFE = "unsafe"
    ASKED = "asked"
    CHECKED = "checked"

    @property
    def description(self) -> str:
        """As the form and the history word it."""
        return REASONS[self]


REASONS = {
    Why.WRONG: "It is wrong",
    Why.NO_ANSWER: "Nobody answers, or it no longer exists",
    Why.UNSAFE: "It is not safe for people to use",
    Why.ASKED: "The service asked us to",
    Why.CHECKED: "I checked it and it is right",
}
TO_WITHDRAW = (Why.WRONG, Why.NO_ANSWER, Why.UNSAFE, Why.ASKED)
TO_RESTORE = (Why.CHECKED, Why.ASKED)
NOT_CHOSEN = "Choose why"
FOR_NOW, FOR_GOOD = ServiceStatus.TEMPORARILY_CLOSED, ServiceStatus.DEFUNCT


@router.get(OF_CONTACT + "/withdraw")
def show_withdraw_contact(
    service_id: UUID, contact_id: UUID, request: Request, member: Keeper, session: Database, now: Moment
) -> Response:
    """What withdrawing this contact means, and the button that does it."""
    contact = kept_contact(session, service_id, contact_id, by=member, to=Deed.WITHDRAW)
    record = read_records(session, [str(service_id)])[str(service_id)]
    left = [
        each for each in shown_contacts(record, area=None, age=None, today=now.today) if each.id != contact.id
    ]
    return _ask(request, contact, left=len(left), status=200)


@router.post(OF_CONTACT + "/withdraw")
def send_withdraw_contact(
    service_id: UUID,
    contact_id: UUID,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Withdraws the contact."""
    contact = kept_contact(session, service_id, contact_id, by=member, to=Deed.WITHDRAW)
    why = _why(sent, TO_WITHDRAW)
    if why is None:
        return _ask(request, contact, status=422)
    _save(session, contact.id, editing.withdraw_contact, by=member, at=now.at, why=why)
    return _back(service_id, Saved.WITHDRAWN)


@router.get(OF_CONTACT + "/restore")
def show_restore_contact(
    service_id: UUID, contact_id: UUID, request: Request, member: Keeper, session: Database
) -> Response:
    """The page from which a withdrawn contact is put back."""
    return _ask(
        request,
        kept_contact(session, service_id, contact_id, by=member, to=Deed.WITHDRAW),
        back=True,
        status=200,
    )


@router.post(OF_CONTACT + "/restore")
def send_restore_contact(
    service_id: UUID,
    contact_id: UUID,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Asks a second person to put the contact back, as confirmed only when it was checked."""
    contact = kept_contact(session, service_id, contact_id, by=member, to=Deed.WITHDRAW)
    why = _why(sent, TO_RESTORE)
    if why is None:
        return _ask(request, contact, back=True, status=422)
    asking = Asking(editor_of(member), now.at, reason=why.description)
    shown, checked = {"withdrawn_at": None}, why is Why.CHECKED
    return _back(
        service_id, _sent(session, partial(propose, session, contact, shown, asking, checked=checked))
    )


@router.get(OF_SERVICE + "/withdraw")
def show_withdraw_service(service_id: UUID, request: Request, member: Keeper, session: Database) -> Response:
    """What withdrawing this service means, and the button that does it."""
    return _ask(request, kept_service(session, service_id, by=member, to=Deed.WITHDRAW), status=200)


@router.post(OF_SERVICE + "/withdraw")
def send_withdraw_service(
    service_id: UUID, request: Request, member: Keeper, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Hides the service, for now or for good; its fallback takes its place."""
    service = kept_service(session, service_id, by=member, to=Deed.WITHDRAW)
    why = _why(sent, TO_WITHDRAW)
    if why is None:
        return _ask(request, service, status=422)
    close = partial(editing.set_status, status=FOR_GOOD if sent.get("until") == FOR_GOOD else FOR_NOW)
    _save(session, service.id, close, by=member, at=now.at, why=why)
    return _back(service_id, Saved.SERVICE_WITHDRAWN)


@router.get(OF_SERVICE + "/restore")
def show_restore_service(service_id: UUID, request: Request, member: Keeper, session: Database) -> Response:
    """The page from which a withdrawn service is put back."""
    return _ask(
        request, kept_service(session, service_id, by=member, to=Deed.WITHDRAW), back=True, status=200
    )


@router.post(OF_SERVICE + "/restore")
def send_restore_service(
    service_id: UUID, request: Request, member: Keeper, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Asks a second person to put the service back, or to show one that people have not seen."""
    service = kept_service(session, service_id, by=member, to=Deed.WITHDRAW)
    why = _why(sent, TO_RESTORE)
    if why is None:
        return _ask(request, service, back=True, status=422)
    asking = Asking(editor_of(member), now.at, reason=why.description)
    if is_hidden(service):
        return _back(service_id, _sent(session, partial(propose_service, session, service, asking)))
    running = {"status": ServiceStatus.ACTIVE.value}
    return _back(service_id, _sent(session, partial(propose, session, service, running, asking)))


def _why(sent: FormData, allowed: tuple[Why, ...]) -> Why | None:
    said = sent.get("why")
    return Why(said) if said in allowed else None


def _save(
    session: Session, key: str, edit: Callable[..., None], *, by: StaffMember, at: datetime, why: Why
) -> None:
    """Makes the change; when somebody else saves at the same moment, once more on what is there then."""
    change = partial(edit, session, key, by=editor_of(by), at=at, reason=why.description)
    try:
        change()
    except editing.EditedMeanwhile:
        session.rollback()
        change()
    session.commit()


def is_hidden(service: Service) -> bool:
    """Whether a service runs and people have not been shown it, such as one that was refused at first."""
    return service.status is ServiceStatus.ACTIVE and not service.public


def _sent(session: Session, send: Callable[[], object]) -> Saved:
    try:
        send()
    except AlreadyProposed:
        return Saved.ALREADY
    except NothingToPropose:
        return Saved.NOTHING
    session.commit()
    return Saved.PROPOSED


def _ask(
    request: Request, owner: Contact | Service, *, status: int, back: bool = False, left: int | None = None
) -> Response:
    service = owner.service if isinstance(owner, Contact) else owner
    return page(
        request,
        "admin/withdraw.html",
        status=status,
        service=service,
        contact=owner if isinstance(owner, Contact) else None,
        lifeline=is_lifeline(service.slug),
        back=back,
        hidden=isinstance(owner, Service) and is_hidden(owner),
        left=left,
        reasons=TO_RESTORE if back else TO_WITHDRAW,
        errors=[{"text": NOT_CHOSEN, "href": "#why"}] if status == 422 else [],
    )


def _back(service_id: UUID, saved: Saved) -> Response:
    return RedirectResponse(f"/admin/services/{service_id}?saved={saved.value}", 303)
