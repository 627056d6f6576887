"""Adding an organization, so that a service of it can be added."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from directory.approval.organizations import add_organization, checked_organization
from directory.approval.proposing import Asking
from directory.checking import BadValue
from web.accounts.guard import SentForm
from web.admin.adding_form import AGAIN, SEND, Adding, Part, read_typed, show_check, show_form, wrong
from web.admin.door import Manager, editor_of
from web.admin.moment import Moment
from web.admin.reasons import BadReason, read_reason
from web.admin.saved import Saved
from web.admin.sections import Kind, Question
from web.database import Database


router = APIRouter(prefix="/admin/organizations", include_in_schema=False)
NEW_SERVICE = "/admin/services/new"
ADDING = Adding(
    heading="Add an organisation",
    about="Look first whether it is in the list already, perhaps under another name.",
    sections=(
        Part(
            "",
            (
                Question("name", Kind.LINE, "As it calls itself"),
                Question("description", Kind.WORDS, "One or two sentences for people", called="What it does"),
                Question("url", Kind.LINE, "Begins with https://. Leave it empty if there is none"),
                Question("email", Kind.LINE, "For people, not for staff. Leave it empty if there is none"),
            ),
        ),
    ),
    waits=False,
    back=NEW_SERVICE,
    trail=[{"text": "Services", "href": "/admin/services"}, {"text": "Add a service", "href": NEW_SERVICE}],
)


@router.get("/new")
def show_new_organization(request: Request, _member: Manager) -> Response:
    """The empty form."""
    return show_form(request, ADDING, dict.fromkeys(each.field for each in ADDING.questions))


@router.post("/new")
def send_new_organization(
    request: Request, member: Manager, session: Database, sent: SentForm, now: Moment
) -> Response:
    """Checks what was typed, shows it once more, then keeps it and leads to its first service."""
    typed = read_typed(ADDING, sent)
    if sent.get("step") == AGAIN:
        return show_form(request, ADDING, typed)
    try:
        checked_organization(session, typed)
        if sent.get("step") != SEND:
            return show_check(request, ADDING, typed)
        asking = Asking(editor_of(member), now.at, reason=read_reason(sent))
        made = add_organization(session, typed, asking)
        session.commit()
    except BadValue as error:
        session.rollback()
        return show_form(request, ADDING, typed, problem=wrong(error, at=error.field).problem)
    except BadReason as error:
        said = sent.get("reason", "")
        return show_check(request, ADDING, typed, problem=("reason", str(error)), reason=said)
    where = f"{NEW_SERVICE}?organization={made.id}&saved={Saved.ORGANIZATION_ADDED.value}"
    return RedirectResponse(where, 303)
