"""Adding a way to reach a service, which people see once a second person has agreed."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from directory.approval.adding import NewContact, add_contact, checked_contact
from directory.approval.finding import find
from directory.approval.proposing import Asking
from directory.checking import BadValue
from directory.fields import Values
from directory.model import Service
from directory.permissions import Deed
from directory.terms import ANSWERED_BY_PEOPLE, ContactChannel, HoursBasis
from web.accounts.guard import SentForm
from web.admin.adding_form import (
    AGAIN,
    SEND,
    Adding,
    Part,
    Wrong,
    check_chosen,
    read_typed,
    show_check,
    show_form,
    wrong,
)
from web.admin.door import Keeper, editor_of
from web.admin.found import kept_service
from web.admin.hours_words import BASES
from web.admin.moment import Moment
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved
from web.admin.sections import Kind, Question
from web.admin.service_view import CHANNELS
from web.database import Database


router = APIRouter(prefix="/admin/services", include_in_schema=False)
PATH = "/{service_id}/contacts/new"
OWN_HOURS = (HoursBasis.OWN.value, "Hours of its own: I give them on the next page")
OF_FORM = {"number": "value", "url": "value", "email": "value"}  # one field takes each of them
QUESTIONS = (
    Question(
        "channel", Kind.ONE, None, tuple((each.value, CHANNELS[each]) for each in ContactChannel), "Kind"
    ),
    Question(
        "value",
        Kind.LINE,
        "A number as people dial it, an e-mail address, or a web address that begins with https://",
        called="Number or address",
    ),
    Question("name", Kind.LINE, "As a card shows it, such as: Helpline for parents", called="What it is for"),
    Question(
        "hours_basis",
        Kind.ONE,
        None,
        (*((each.value, said) for each, said in BASES.items()), OWN_HOURS),
        "Opening hours",
    ),
)


@router.get(PATH)
def show_new_contact(service_id: UUID, request: Request, member: Keeper, session: Database) -> Response:
    """The empty form."""
    service = kept_service(session, service_id, by=member, to=Deed.ADD)
    adding = _adding(service)
    return show_form(request, adding, dict.fromkeys(each.field for each in adding.questions))


@router.post(PATH)
def send_new_contact(
    service_id: UUID, request: Request, member: Keeper, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Checks what was typed, shows it once more, then sends it to a second person."""
    service = kept_service(session, service_id, by=member, to=Deed.ADD)
    adding = _adding(service)
    typed = read_typed(adding, sent)
    if sent.get("step") == AGAIN:
        return show_form(request, adding, typed)
    try:
        new = _read(adding, typed)
        if sent.get("step") != SEND:
            return show_check(request, adding, typed)
        asking = Asking(editor_of(member), now.at, reason=read_reason(sent))
        added = find(session, add_contact(session, service, new, asking)).resource_id
        session.commit()
    except Wrong as error:
        return show_form(request, adding, typed, problem=error.problem)
    except BadValue as error:
        session.rollback()
        return show_form(request, adding, typed, problem=wrong(error, at="value").problem)
    except BadReason as error:
        said = sent.get("reason", "")
        return show_check(request, adding, typed, problem=("reason", str(error)), reason=said)
    here = f"/admin/services/{service_id}"
    if typed["hours_basis"] == HoursBasis.OWN and new.channel in ANSWERED_BY_PEOPLE:
        return RedirectResponse(f"{here}/contacts/{added}/hours?saved={Saved.HOURS_NEXT.value}", 303)
    return RedirectResponse(f"{here}?saved={Saved.ADDED.value}", 303)


def _read(adding: Adding, typed: Values) -> NewContact:
    """The contact as it was typed. Raises Wrong."""
    check_chosen(adding, typed, ("channel",))
    if not (typed["name"] or "").strip():
        raise Wrong(("name", "Say what it is for, as a card shows it"))
    check_chosen(adding, typed, ("hours_basis",))
    basis = HoursBasis(str(typed["hours_basis"]))
    if basis is HoursBasis.OWN:  # not known until they are given, and somebody has agreed to them too
        basis = HoursBasis.UNKNOWN
    new = NewContact(ContactChannel(str(typed["channel"])), typed["value"] or "", typed["name"], basis)
    try:
        return checked_contact(new)
    except BadValue as error:
        raise wrong(error, at=OF_FORM.get(error.field, error.field)) from None


def _adding(service: Service) -> Adding:
    here = f"/admin/services/{service.id}"
    return Adding(
        heading="Add a way to reach it",
        about="Ring it or open it first: it counts as confirmed by you.",
        sections=(Part("", QUESTIONS),),
        back=here,
        caption=service.name,
        trail=[{"text": "Services", "href": "/admin/services"}, {"text": service.name, "href": here}],
    )
