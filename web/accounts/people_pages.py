"""The administrators' pages about people: who may sign in, and what can be done about it."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from web.accounts import people
from web.accounts.errors import BadAccount, LastAdministrator
from web.accounts.events import What, events_of
from web.accounts.guard import SentForm, StaffMember, recently_signed_in, require
from web.accounts.letters import send_letter, tell
from web.accounts.links import Purpose, make_link
from web.accounts.model import Staff
from web.accounts.roles import Role
from web.accounts.standing import has_second_factor
from web.accounts.users import every_staff
from web.database import Database
from web.mail import MailNotSent
from web.metrics import SecurityEvent
from web.organizations import organization_names
from web.resources import Resources, resources
from web.security_events import account_mark, note
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Administrator = Annotated[StaffMember, Depends(require(Role.ADMINISTRATOR))]
RECENTLY = [Depends(recently_signed_in)]
PEOPLE = "/staff/people"


@router.get("/people")
def show_people(request: Request, _member: Administrator, session: Database) -> Response:
    """Everybody who may sign in, and those who no longer may; that it was read is noted."""
    note(request, SecurityEvent.PEOPLE_READ)
    everybody = [(each, has_second_factor(session, each.id)) for each in every_staff(session)]
    return page(request, "staff/people.html", people=everybody, organizations=organization_names(session))


@router.get("/people/invite")
def show_invite(request: Request, _member: Administrator, session: Database) -> Response:
    """The form for somebody new."""
    return _invite_page(request, session)


@router.post("/people/invite", dependencies=RECENTLY)
def invite(
    request: Request, held: Held, member: Administrator, form: SentForm, session: Database
) -> Response:
    """Makes the account and sends its link."""
    email = str(form.get("email", ""))
    role, organization_id, wrong = _chosen(session, form)
    if role is None:
        return _invite_page(request, session, status=422, wrong=wrong, form=form)
    try:
        staff = people.invite(
            session, email, role, by=member.email, at=held.clock(), organization_id=organization_id
        )
    except BadAccount as error:
        return _invite_page(request, session, status=422, wrong=error.code, form=form)
    return _send_invitation(request, held, session, staff, by=member)


@router.get("/people/{staff_id}")
def show_person(request: Request, staff_id: UUID, _member: Administrator, session: Database) -> Response:
    """One person: their role, what can be done, and what was; that it was read is noted."""
    note(request, SecurityEvent.PEOPLE_READ)
    return _person_page(request, session, _person(session, staff_id))


@router.post("/people/{staff_id}/invite", dependencies=RECENTLY)
def invite_again(
    request: Request, staff_id: UUID, held: Held, member: Administrator, session: Database
) -> Response:
    """Another link for somebody who has not chosen a password; the earlier one ends."""
    staff = _person(session, staff_id)
    if staff.password or staff.disabled_at is not None:
        return _person_page(request, session, staff, status=409, wrong="joined")
    return _send_invitation(request, held, session, staff, by=member)


@router.post("/people/{staff_id}/role", dependencies=RECENTLY)
def change_role(
    request: Request, staff_id: UUID, held: Held, member: Administrator, form: SentForm, session: Database
) -> Response:
    """Another role, from the person's next page on."""
    staff = _person(session, staff_id)
    role, organization_id, wrong = _chosen(session, form)
    if role is None:
        return _person_page(request, session, staff, status=422, wrong=wrong)
    try:
        people.change_role(
            session, staff, role, by=member.email, at=held.clock(), organization_id=organization_id
        )
    except LastAdministrator:
        return _person_page(request, session, staff, status=409, wrong="last")
    session.commit()
    return RedirectResponse(f"{PEOPLE}/{staff_id}?done=role", 303)


@router.post("/people/{staff_id}/disable", dependencies=RECENTLY)
def disable(
    request: Request, staff_id: UUID, held: Held, member: Administrator, session: Database
) -> Response:
    """Shuts a person out at once."""
    staff = _person(session, staff_id)
    try:
        people.disable(session, staff, by=member.email, at=held.clock())
    except LastAdministrator:
        return _person_page(request, session, staff, status=409, wrong="last")
    session.commit()
    return RedirectResponse(f"{PEOPLE}/{staff_id}?done=disabled", 303)


@router.post("/people/{staff_id}/enable", dependencies=RECENTLY)
def enable(staff_id: UUID, held: Held, member: Administrator, session: Database) -> Response:
    """Lets a person sign in again."""
    people.enable(session, _person(session, staff_id), by=member.email, at=held.clock())
    session.commit()
    return RedirectResponse(f"{PEOPLE}/{staff_id}?done=enabled", 303)


@router.post("/people/{staff_id}/reset-second-factor", dependencies=RECENTLY)
def reset_second_factor(
    request: Request, staff_id: UUID, held: Held, member: Administrator, form: SentForm, session: Database
) -> Response:
    """For a lost telephone, once the administrator says that they made sure who asks; the person is told."""
    staff = _person(session, staff_id)
    if form.get("spoken") != "yes":
        return _person_page(request, session, staff, status=422, wrong="spoken")
    people.reset_second_factor(session, staff, by=member.email, at=held.clock())
    session.commit()
    tell(held, staff.email, "changed", what=What.SECOND_FACTOR_RESET.value)
    return RedirectResponse(f"{PEOPLE}/{staff_id}?done=reset", 303)


def _person(session: Database, staff_id: UUID) -> Staff:
    staff = session.get(Staff, str(staff_id))
    if staff is None:
        raise HTTPException(404)
    return staff


def _chosen(session: Database, form: SentForm) -> tuple[Role | None, str | None, str]:
    """The role and, for an editor, the organization that a form names; else what is wrong with it."""
    named = str(form.get("role", ""))
    if named not in set(Role):
        return None, None, "role"
    if Role(named) is not Role.EDITOR:
        return Role(named), None, ""
    organization_id = str(form.get("organization", ""))
    if organization_id not in organization_names(session):
        return None, None, "organization"
    return Role.EDITOR, organization_id, ""


def _send_invitation(
    request: Request, held: Resources, session: Database, staff: Staff, *, by: StaffMember
) -> Response:
    """Commits, then sends: the account is there even if the e-mail has to be sent again."""
    now = held.clock()
    token = make_link(session, held.secret, staff, Purpose.INVITATION, at=now)
    session.commit()
    until = f"{now + Purpose.INVITATION.lasts:%-d %B %Y}"
    try:
        send_letter(
            held, staff.email, "invitation", by=by.email, role=staff.as_role, token=token, until=until
        )
    except MailNotSent:
        return _person_page(request, session, staff, status=503, wrong="mail")
    return RedirectResponse(f"{PEOPLE}/{staff.id}?done=invited", 303)


def _invite_page(
    request: Request, session: Database, *, status: int = 200, wrong: str = "", form: Any = None
) -> Response:
    return page(
        request,
        "staff/invite.html",
        status=status,
        wrong=wrong,
        form=form or {},
        roles=list(Role),
        organizations=organization_names(session),
    )


def _person_page(
    request: Request, session: Database, person: Staff, *, status: int = 200, wrong: str = ""
) -> Response:
    return page(
        request,
        "staff/person.html",
        status=status,
        wrong=wrong,
        person=person,
        mark=account_mark(resources(request).secret, person.email),
        has_second_factor=has_second_factor(session, person.id),
        events=events_of(session, person.id),
        roles=list(Role),
        organizations=organization_names(session),
        done=request.query_params.get("done", ""),
    )
