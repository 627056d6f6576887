"""Editing a service or a contact: a list of sections, a form for each, and a check before it is sent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from directory.approval.errors import AlreadyProposed, NothingToPropose
from directory.approval.finding import open_proposals_of
from directory.approval.proposing import Asking
from directory.approval.sending import send
from directory.approval.values import after_of, service_of
from directory.checking import BadValue, checked_values
from directory.fields import Owner, guarded_changes, read_values
from directory.model import Contact
from directory.permissions import Deed
from directory.saving import EditedMeanwhile
from web.accounts.guard import SentForm, StaffMember
from web.admin.conflict import read_version
from web.admin.difference import lines_of
from web.admin.door import Keeper, editor_of
from web.admin.fault_words import say_fault
from web.admin.found import kept_contact, kept_service
from web.admin.going_back import saved_of
from web.admin.moment import Moment, Now
from web.admin.proposal_view import name_of
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved
from web.admin.sections import Kind, Section, SectionName, choices_of, find_section, sections_of
from web.database import Database
from web.templating import page


router = APIRouter(prefix="/admin/services", include_in_schema=False)
OF_SERVICE = "/{service_id}/sections"
OF_CONTACT = "/{service_id}/contacts/{contact_id}/sections"
MEANWHILE = "Somebody saved another change while you were editing. Compare again below, then send yours"
SEND, AGAIN = "send", "edit"
Values = dict[str, str | None]


@dataclass(frozen=True)
class Editing:
    """One section of one record, and what was typed into it."""

    owner: Owner
    section: Section
    typed: Values
    version: int


@router.get(OF_SERVICE)
def show_service_sections(service_id: UUID, request: Request, member: Keeper, session: Database) -> Response:
    """The sections of a service, with what waits for approval."""
    return _list(request, session, kept_service(session, service_id, by=member, to=Deed.EDIT))


@router.get(OF_CONTACT)
def show_contact_sections(
    service_id: UUID, contact_id: UUID, request: Request, member: Keeper, session: Database
) -> Response:
    """The sections of a contact."""
    return _list(request, session, kept_contact(session, service_id, contact_id, by=member, to=Deed.EDIT))


@router.get(OF_SERVICE + "/{section}")
def show_service_section(
    service_id: UUID, section: SectionName, request: Request, member: Keeper, session: Database
) -> Response:
    """The form with what is there."""
    return _show_stored(request, kept_service(session, service_id, by=member, to=Deed.EDIT), section)


@router.post(OF_SERVICE + "/{section}")
def send_service_section(
    service_id: UUID,
    section: SectionName,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Checks what was typed, shows it once more, then sends it."""
    owner = kept_service(session, service_id, by=member, to=Deed.EDIT)
    return _take(request, session, _read(owner, section, sent), sent, member=member, now=now)


@router.get(OF_CONTACT + "/{section}")
def show_contact_section(
    service_id: UUID,
    contact_id: UUID,
    section: SectionName,
    request: Request,
    member: Keeper,
    session: Database,
) -> Response:
    """The form with what is there."""
    owner = kept_contact(session, service_id, contact_id, by=member, to=Deed.EDIT)
    return _show_stored(request, owner, section)


@router.post(OF_CONTACT + "/{section}")
def send_contact_section(
    service_id: UUID,
    contact_id: UUID,
    section: SectionName,
    request: Request,
    member: Keeper,
    session: Database,
    sent: SentForm,
    now: Moment,
) -> Response:
    """Checks what was typed, shows it once more, then sends it."""
    owner = kept_contact(session, service_id, contact_id, by=member, to=Deed.EDIT)
    return _take(request, session, _read(owner, section, sent), sent, member=member, now=now)


def _take(
    request: Request, session: Session, editing: Editing, sent: FormData, *, member: StaffMember, now: Now
) -> Response:
    """From the form to the check, back to the form, or on to the public and the second person."""
    step = sent.get("step")
    if step == AGAIN:
        return _form(request, editing)
    try:
        checked = checked_values(editing.owner, editing.typed)
    except BadValue as error:
        return _form(request, editing, status=422, problem=(error.field, say_fault(error)))
    if step != SEND:
        return _check(request, editing, checked)
    try:
        asking = Asking(editor_of(member), now.at, editing.version, read_reason(sent))
        saved = saved_of(send(session, editing.owner, checked, asking))
        session.commit()
    except BadReason as error:
        problem = ("reason", str(error))
        return _check(request, editing, checked, status=422, problem=problem, reason=sent.get("reason", ""))
    except EditedMeanwhile as error:
        session.rollback()
        there = Editing(editing.owner, editing.section, editing.typed, error.version)
        reason = sent.get("reason", "")
        return _check(request, there, checked, status=409, problem=("answers", MEANWHILE), reason=reason)
    except AlreadyProposed:
        session.rollback()
        saved = Saved.ALREADY
    except NothingToPropose:
        saved = Saved.NOTHING
    return RedirectResponse(f"/admin/services/{service_of(editing.owner).id}?saved={saved.value}", 303)


def _read(owner: Owner, name: SectionName, sent: FormData) -> Editing:
    section = _section(owner, name)
    there = read_values(owner)
    typed: Values = {}
    for question in section.questions:
        said = [str(each) for each in sent.getlist(question.field)]
        if question.kind is Kind.SEVERAL:
            typed[question.field] = ",".join(said)
        else:  # a field that a form left out is not one that was emptied
            typed[question.field] = said[0] if said else there[question.field]
    return Editing(owner, section, typed, read_version(sent.get("version")))


def _section(owner: Owner, name: SectionName) -> Section:
    section = find_section(owner, name)
    if section is None:
        raise HTTPException(404)
    return section


def _list(request: Request, session: Session, owner: Owner) -> Response:
    waiting = {
        field
        for each in open_proposals_of(session, service_of(owner).id)
        if each.resource_id == owner.id
        for field in after_of(each)
    }
    there = read_values(owner)
    tasks = [
        {
            "section": each,
            "waits": any(question.field in waiting for question in each.questions),
            "filled": any(there[question.field] for question in each.questions),
        }
        for each in sections_of(owner)
    ]
    return page(request, "admin/sections.html", tasks=tasks, **_about(owner))


def _show_stored(request: Request, owner: Owner, name: SectionName) -> Response:
    section = _section(owner, name)
    there = read_values(owner)
    typed = {question.field: there[question.field] for question in section.questions}
    return _form(request, Editing(owner, section, typed, owner.version))


def _form(
    request: Request, editing: Editing, *, status: int = 200, problem: tuple[str, str] | None = None
) -> Response:
    choices = {each.field: choices_of(each, editing.typed[each.field]) for each in editing.section.questions}
    return page(request, "admin/section.html", status=status, choices=choices, **_common(editing, problem))


def _check(
    request: Request,
    editing: Editing,
    checked: Values,
    *,
    status: int = 200,
    problem: tuple[str, str] | None = None,
    reason: object = "",
) -> Response:
    return page(
        request,
        "admin/section_check.html",
        status=status,
        lines=lines_of(read_values(editing.owner), checked),
        waits=bool(guarded_changes(editing.owner, checked)),
        reason=reason,
        **_common(editing, problem),
    )


def _common(editing: Editing, problem: tuple[str, str] | None) -> dict[str, Any]:
    return {
        "section": editing.section,
        "typed": editing.typed,
        "version": editing.version,
        "problem": problem,
        "errors": [{"text": problem[1], "href": f"#{problem[0]}"}] if problem else [],
        **_about(editing.owner),
    }


def _about(owner: Owner) -> dict[str, Any]:
    contact = owner if isinstance(owner, Contact) else None
    return {"service": service_of(owner), "contact": contact, "name": name_of(contact) if contact else None}
