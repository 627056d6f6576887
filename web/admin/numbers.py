"""Changing a telephone number: checked before it is saved, and nobody's change is lost."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from wtforms import Form, HiddenField, StringField

from directory import editing
from directory.fixed_numbers import is_fixed
from directory.history import Editor
from directory.lifelines import is_lifeline
from directory.model import Phone
from directory.phones import CostlyNumber, ForeignNumber, PhoneError, checked_number
from directory.terms import ContactChannel
from web.accounts.guard import SentForm, StaffMember
from web.accounts.roles import Role
from web.admin.conflict import Meanwhile, read_meanwhile, read_version
from web.admin.door import Manager
from web.admin.found import find_phone
from web.admin.moment import Moment
from web.admin.saved import Saved
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
PATH = "/{service_id}/phones/{phone_id}"
LONGEST_REASON = 300
MISTAKES = {
    CostlyNumber: "Enter a number that costs no more than usual. This is a premium, personal or pager number",
    ForeignNumber: "Enter a number of the United Kingdom",
}
FIXED = "This number is fixed by law and cannot be changed. If the contact is wrong, withdraw it now"
LIFELINE = (
    "Only an approver or an administrator can publish another number for a lifeline. "
    "If the number is wrong, withdraw it now, and tell them the right one"
)
NO_NUMBER = "Enter a telephone number, such as 01952 385385 or 116 123"


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
    service_id: UUID, phone_id: UUID, request: Request, member: Manager, session: Database
) -> Response:
    """The form with the number as it is, or why this person cannot change it."""
    phone = find_phone(session, service_id, phone_id)
    form = NumberForm(data={"number": phone.number, "version": phone.contact.version})
    return _show(request, phone, form, closed=_closed(phone, member))


@router.post(PATH)
def send_number(
    service_id: UUID,
    phone_id: UUID,
    request: Request,
    member: Manager,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Saves the number, or shows the form again with what is wrong or what somebody else saved."""
    phone = find_phone(session, service_id, phone_id)
    form = NumberForm(sent)
    problem = _check(form, phone.contact.channel)
    if problem:
        return _show(request, phone, form, problem=problem, status=422)
    same = checked_number(form.number.data, phone.contact.channel) == phone.number
    closed = _closed(phone, member)
    if closed and not same:
        return _show(request, phone, form, problem=Problem("number", closed), closed=closed, status=403)
    try:
        editing.change_phone(
            session,
            phone.id,
            number=form.number.data,
            by=Editor(member.id, member.email),
            at=now.at,
            seen=read_version(form.version.data),
            reason=(form.reason.data or "").strip() or None,
        )
        session.commit()
    except editing.EditedMeanwhile as error:
        session.rollback()
        return _show_conflict(request, session, phone, form, error.version)
    saved = Saved.CONFIRMED if same else Saved.NUMBER
    return RedirectResponse(f"/admin/services/{service_id}?saved={saved.value}", 303)


def _closed(phone: Phone, member: StaffMember) -> str | None:
    """Why this person may only confirm or withdraw the number; None when they may change it.

    People in danger ring a lifeline's number at once, so publishing another one takes two people: whoever
    finds it, and an approver.
    """
    if is_fixed(phone.number):
        return FIXED
    lifeline = is_lifeline(phone.contact.service.slug)
    return LIFELINE if lifeline and not member.covers(Role.APPROVER) else None


def _check(form: NumberForm, channel: ContactChannel) -> Problem | None:
    try:
        checked_number(form.number.data or "", channel)
    except PhoneError as error:
        return Problem("number", MISTAKES.get(type(error), NO_NUMBER))
    if len(form.reason.data or "") > LONGEST_REASON:
        return Problem("reason", f"Write at most {LONGEST_REASON} characters")
    return None


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
    closed: str | None = None,
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
        closed=closed,
        lifeline=is_lifeline(phone.contact.service.slug),
    )
