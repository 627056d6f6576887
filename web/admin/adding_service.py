"""Adding a service with the ways to reach it, which people see once a second person has agreed."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from directory.approval.adding import NewContact, add_service, checked_contact, checked_service
from directory.approval.proposing import Asking
from directory.checking import BadValue
from directory.fields import Values
from directory.model import Organization
from directory.permissions import Deed, can, sees_all
from directory.terms import Caller, ContactChannel
from web.accounts.errors import NotAllowed
from web.accounts.guard import SentForm, StaffMember
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
from web.admin.moment import Moment
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved
from web.admin.sections import AGES, WHERE, Kind, Question
from web.admin.service_view import CHANNELS
from web.admin.value_words import CALLERS
from web.database import Database
from web.organizations import organization_names


router = APIRouter(prefix="/admin/services/new", include_in_schema=False)
REACHED: Mapping[str, ContactChannel] = {
    "phone": ContactChannel.PHONE,
    "sms": ContactChannel.SMS,
    "webchat": ContactChannel.WEBCHAT,
    "website": ContactChannel.WEBSITE,
    "email": ContactChannel.EMAIL,
}
ADDRESS = "Begins with https://"
HINTS = {"phone": "As people dial it, such as 01952 385385", "webchat": ADDRESS, "website": ADDRESS}
NOBODY = "Give at least one way to reach it, such as a telephone number"
NEW_ORGANIZATION = ("/admin/organizations/new", "It is not in the list: add an organisation")
WHAT = (
    Question("name", Kind.LINE),
    Question("description", Kind.WORDS, "What it does for people, in plain words"),
    Question("needs", Kind.SEVERAL),
)
WHOM = (
    WHERE,
    *AGES,
    Question("caller", Kind.ONE, None, tuple((each.value, CALLERS[each]) for each in Caller)),
    Question("for_whom", Kind.WORDS, "Leave it empty if it is for everybody of these ages in these places"),
    Question("not_for", Kind.WORDS, "Leave it empty if nobody is left out"),
)
WAYS = tuple(
    Question(field, Kind.LINE, HINTS.get(field), called=CHANNELS[channel])
    for field, channel in REACHED.items()
)


@router.get("")
def show_new_service(request: Request, member: Keeper, session: Database) -> Response:
    """The empty form."""
    adding = _adding(session, member)
    typed: dict[str, str | None] = dict.fromkeys(each.field for each in adding.questions)
    typed |= {"organization": request.query_params.get("organization") or member.organization_id}
    typed |= {"caller": Caller.ANYONE.value}
    return show_form(request, adding, typed)


@router.post("")
def send_new_service(
    request: Request, member: Keeper, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Checks what was typed, shows it once more, then sends it to a second person."""
    adding = _adding(session, member)
    typed = read_typed(adding, sent)
    if sent.get("step") == AGAIN:
        return show_form(request, adding, typed)
    try:
        organization = _organization(session, adding, typed, member)
        values = _checked(session, organization, typed)
        contacts = _contacts(typed)
        if sent.get("step") != SEND:
            return show_check(request, adding, typed)
        asking = Asking(editor_of(member), now.at, reason=read_reason(sent))
        service = add_service(session, organization, values, contacts, asking)
        session.commit()
    except Wrong as error:
        return show_form(request, adding, typed, problem=error.problem)
    except BadValue as error:  # somebody added the same since it was checked above
        session.rollback()
        return show_form(request, adding, typed, problem=wrong(error, at=error.field).problem)
    except BadReason as error:
        said = sent.get("reason", "")
        return show_check(request, adding, typed, problem=("reason", str(error)), reason=said)
    return RedirectResponse(f"/admin/services/{service.id}?saved={Saved.SERVICE_ADDED.value}", 303)


def _organization(session: Session, adding: Adding, typed: Values, member: StaffMember) -> Organization:
    check_chosen(adding, typed, ("organization",))
    organization = session.get_one(Organization, str(typed["organization"]))
    if not can(member, Deed.ADD, organization.id):
        raise NotAllowed
    return organization


def _checked(session: Session, organization: Organization, typed: Values) -> dict[str, str | None]:
    asked = [each.field for each in (*WHAT, *WHOM)]
    try:
        return checked_service(session, organization, {name: typed[name] for name in asked})
    except BadValue as error:
        raise wrong(error, at=error.field) from None


def _contacts(typed: Values) -> list[NewContact]:
    """The ways to reach it that were given. Raises Wrong."""
    found = []
    for field, channel in REACHED.items():
        if (typed[field] or "").strip():
            try:
                found.append(checked_contact(NewContact(channel, typed[field] or "", CHANNELS[channel])))
            except BadValue as error:
                raise wrong(error, at=field) from None
    if not found:
        raise Wrong((next(iter(REACHED)), NOBODY))
    return found


def _adding(session: Session, member: StaffMember) -> Adding:
    """The form, with the organizations that this person may add a service to. Raises NotAllowed."""
    names = organization_names(session)
    if not sees_all(member):
        names = {key: name for key, name in names.items() if key == member.organization_id}
    if not names:
        raise NotAllowed
    whose = Question("organization", Kind.SELECT, None, tuple(names.items()), "Organisation")
    return Adding(
        heading="Add a service",
        about="Ring and open every number and address first: the entry counts as confirmed by you. "
        "Hours, and what happens after first contact, are filled in on its own page afterwards.",
        sections=(
            Part("Whose it is", (whose,), NEW_ORGANIZATION if sees_all(member) else None),
            Part("What it is", WHAT),
            Part("Who it is for, and where", WHOM),
            Part("Ways to reach it", WAYS),
        ),
        back="/admin/services",
        trail=[{"text": "Services", "href": "/admin/services"}],
    )
