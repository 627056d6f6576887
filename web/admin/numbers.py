"""Changing a telephone number: checked before it is sent, and shown once a second person has agreed."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from wtforms import Form, HiddenField, StringField

from directory import editing
from directory.approval.errors import AlreadyProposed, NothingToPropose
from directory.approval.proposing import Asking, propose
from directory.checking import BadValue, checked_values
from directory.fixed_numbers import is_fixed
from directory.lifelines import is_lifeline
from directory.model import Phone
from directory.permissions import Deed
from web.accounts.guard import SentForm
from web.admin.conflict import Meanwhile, read_meanwhile, read_version
from web.admin.door import Keeper, editor_of
from web.admin.fault_words import say_fault
from web.admin.found import kept_phone
from web.admin.moment import Moment, cool_off_of
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
PATH = "/{service_id}/phones/{phone_id}"
FIXED = "This number is fixed by law and cannot be changed. If the contact is wrong, withdraw it now"


class NumberForm(Form):  # type: ignore[misc]  # WTForms carries no types
    """What a manager types."""

    version = HiddenField()
    number = StringField()
    reason = StringField()


@dataclass(frozen=True)
class Problem:
    """What is wrong, and at which field."""

    field: str
    text: str


@router.get(PATH)
def show_number(
    service_id: UUID, phone_id: UUID, request: Request, member: Keeper, session: Database
) -> Response:
    """The form with the number as it is, or why nobody can change it."""
    phone = kept_phone(session, service_id, phone_id, by=member, to=Deed.EDIT)
    form = NumberForm(data={"number": phone.number, "version": phone.contact.version})
    return _show(request, phone, form)


@router.post(PATH)
def send_number(
    service_id: UUID,
    phone_id: UUID,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Sends the number to a second person, or shows the form again with what is wrong.

    The number that is there already needs nobody: it counts as confirmed.
    """
    phone = kept_phone(session, service_id, phone_id, by=member, to=Deed.EDIT)
    form = NumberForm(sent)
    try:
        typed = checked_values(phone.contact, {"number": form.number.data})
        same = typed["number"] == phone.number and phone.contact.withdrawn_at is None
        reason = None if same else read_reason(sent)
        asking = Asking(editor_of(member), now.at, read_version(form.version.data), reason)
        saved = _confirm(session, phone, asking) if same else _propose(session, phone, form, asking)
        session.commit()
    except BadValue as error:
        return _show(request, phone, form, problem=Problem("number", say_fault(error)), status=422)
    except BadReason as error:
        return _show(request, phone, form, problem=Problem("reason", str(error)), status=422)
    except editing.EditedMeanwhile as error:
        session.rollback()
        return _show_conflict(request, session, phone, form, error.version)
    return RedirectResponse(f"/admin/services/{service_id}?saved={saved.value}", 303)


def _confirm(session: Session, phone: Phone, asking: Asking) -> Saved:
    editing.confirm_contact(session, phone.contact_id, by=asking.by, at=asking.at, seen=asking.seen)
    return Saved.CONFIRMED


def _propose(session: Session, phone: Phone, form: NumberForm, asking: Asking) -> Saved:
    """The number of a withdrawn contact comes back together with it: never the old number first."""
    back = {"withdrawn_at": None} if phone.contact.withdrawn_at is not None else {}
    try:
        propose(session, phone.contact, {"number": form.number.data} | back, asking, checked=True)
    except AlreadyProposed:
        return Saved.ALREADY
    except NothingToPropose:
        return Saved.NOTHING
    return Saved.PROPOSED


def _show_conflict(
    request: Request, session: Session, phone: Phone, form: NumberForm, version: int
) -> Response:
    contact = phone.contact
    meanwhile = read_meanwhile(session, contact.service_id, contact.id, version=version)
    form.version.data = version
    return _show(request, phone, form, meanwhile=meanwhile, status=409)


def _show(
    request: Request,
    phone: Phone,
    form: NumberForm,
    *,
    problem: Problem | None = None,
    meanwhile: Meanwhile | None = None,
    status: int = 200,
) -> Response:
    errors = [{"text": problem.text, "href": f"#{problem.field}"}] if problem else []
    if meanwhile:
        errors = [{"text": "Somebody saved a change while you were editing", "href": "#number"}]
    return page(
        request,
        "admin/number.html",
        status=status,
        service=phone.contact.service,
        contact=phone.contact,
        phone=phone,
        form=form,
        problem=problem,
        errors=errors,
        meanwhile=meanwhile,
        closed=FIXED if is_fixed(phone.number) else None,
        lifeline=is_lifeline(phone.contact.service.slug),
        cool_off=cool_off_of(request),
    )
