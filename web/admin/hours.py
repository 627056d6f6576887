"""Changing the opening hours of a contact, or of a service for all contacts that keep its hours."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from directory.approval.errors import AlreadyProposed, NothingToPropose
from directory.approval.proposing import Asking, propose
from directory.approval.values import service_of
from directory.model import Contact, Service
from directory.permissions import Deed
from directory.saving import EditedMeanwhile
from directory.schedule_text import periods_as_text
from directory.terms import HoursBasis
from web.accounts.guard import SentForm, StaffMember
from web.admin.conflict import read_meanwhile, read_version
from web.admin.door import Keeper, editor_of
from web.admin.found import kept_contact, kept_service
from web.admin.hours_form import FOR_SERVICE, HoursForm, Kind, TypedHours, as_form_values, does_form_show
from web.admin.hours_words import say_hours
from web.admin.moment import Moment, Now
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved, saved_words
from web.admin.service_view import periods_of
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
OF_SERVICE = "/{service_id}/hours"
OF_CONTACT = "/{service_id}/contacts/{contact_id}/hours"
Owner = Contact | Service


@router.get(OF_SERVICE)
def show_service_hours(service_id: UUID, request: Request, member: Keeper, session: Database) -> Response:
    """The form with the hours of the service."""
    return _show_stored(request, kept_service(session, service_id, by=member, to=Deed.EDIT))


@router.post(OF_SERVICE)
def send_service_hours(
    service_id: UUID, request: Request, member: Keeper, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Sends the hours of the service to a second person."""
    owner = kept_service(session, service_id, by=member, to=Deed.EDIT)
    return _save(request, session, owner, sent, member=member, now=now)


@router.get(OF_CONTACT)
def show_contact_hours(
    service_id: UUID, contact_id: UUID, request: Request, member: Keeper, session: Database
) -> Response:
    """The form with the hours of one contact."""
    return _show_stored(request, kept_contact(session, service_id, contact_id, by=member, to=Deed.EDIT))


@router.post(OF_CONTACT)
def send_contact_hours(
    service_id: UUID,
    contact_id: UUID,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Sends the hours of one contact to a second person."""
    owner = kept_contact(session, service_id, contact_id, by=member, to=Deed.EDIT)
    return _save(request, session, owner, sent, member=member, now=now)


def _save(
    request: Request, session: Session, owner: Owner, sent: FormData, *, member: StaffMember, now: Now
) -> Response:
    form = HoursForm(sent, kinds=_kinds(owner))
    typed = form.read()
    if typed is None:
        return _show(request, owner, form, status=422)
    if _is_as_stored(owner, typed):
        return _back(owner, Saved.NOTHING)
    try:
        asking = Asking(editor_of(member), now.at, read_version(form.version.data), read_reason(sent))
        propose(session, owner, _values(owner, typed), asking)
        session.commit()
    except BadReason as error:
        form.problems["reason"] = str(error)
        return _show(request, owner, form, status=422)
    except EditedMeanwhile as error:
        session.rollback()
        return _show_conflict(request, session, owner, form, typed=typed, version=error.version)
    except AlreadyProposed:
        return _back(owner, Saved.ALREADY)
    except NothingToPropose:
        return _back(owner, Saved.NOTHING)
    return _back(owner, Saved.PROPOSED)


def _values(owner: Owner, typed: TypedHours) -> dict[str, str | None]:
    hours = {"hours": periods_as_text(typed.periods)}
    return hours | {"hours_basis": typed.basis.value} if isinstance(owner, Contact) else hours


def _back(owner: Owner, saved: Saved) -> Response:
    return RedirectResponse(f"/admin/services/{service_of(owner).id}?saved={saved.value}", 303)


def _show_stored(request: Request, owner: Owner) -> Response:
    values = as_form_values(_basis(owner), periods_of(owner.schedules))
    return _show(request, owner, HoursForm(kinds=_kinds(owner), data=values | {"version": owner.version}))


def _show_conflict(
    request: Request, session: Session, owner: Owner, form: HoursForm, *, typed: TypedHours, version: int
) -> Response:
    meanwhile = read_meanwhile(session, service_of(owner).id, owner.id, version=version)
    form.version.data = version
    yours = say_hours(typed.basis, typed.periods)
    return _show(request, owner, form, status=409, meanwhile=meanwhile, yours=yours)


def _show(request: Request, owner: Owner, form: HoursForm, *, status: int = 200, **shown: Any) -> Response:
    errors = [{"text": text, "href": f"#{field}"} for field, text in form.problems.items()]
    if shown.get("meanwhile"):
        errors = [{"text": "Somebody saved a change while you were editing", "href": "#kind"}]
    periods = periods_of(owner.schedules)
    return page(
        request,
        "admin/hours.html",
        status=status,
        service=service_of(owner),
        contact=owner if isinstance(owner, Contact) else None,
        form=form,
        errors=errors,
        theirs=say_hours(_basis(owner), periods),
        simple=does_form_show(periods),
        saved=saved_words(request.query_params.get("saved", "")),
        **shown,
    )


def _is_as_stored(owner: Owner, typed: TypedHours) -> bool:
    basis = _basis(owner)
    if typed.basis is not basis:
        return False
    # A night line keeps the hours of its day line: they are not this form's to change.
    outside = basis is HoursBasis.OUTSIDE_OFFICE_HOURS
    return outside or set(typed.periods) == set(periods_of(owner.schedules))


def _basis(owner: Owner) -> HoursBasis:
    if isinstance(owner, Contact):
        return owner.hours_basis
    return HoursBasis.OWN if owner.schedules else HoursBasis.UNKNOWN


def _kinds(owner: Owner) -> tuple[Kind, ...]:
    return tuple(Kind) if isinstance(owner, Contact) else FOR_SERVICE
