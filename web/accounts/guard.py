"""Who may come in: every staff route depends on `require(role)`, which also checks each form's token."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from web.accounts.cookies import SESSION, read_cookie
from web.accounts.csrf import FIELD, is_form_token, make_form_token
from web.accounts.errors import FormExpired, NotAllowed, NotSignedIn
from web.accounts.roles import Role, covers
from web.accounts.sessions import current_staff
from web.resources import Resources


CHANGES_NOTHING = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_FIELDS = 200
UNREADABLE = "The form could not be read, so nothing was changed. Go back, reload the page and send it again."


@dataclass(frozen=True)
class StaffMember:
    """The person who is signed in."""

    id: str
    email: str
    role: Role
    organization_id: str | None = None  # an editor's own

    def covers(self, needed: Role) -> bool:
        """Whether this person may do what is meant for a role."""
        return covers(self.role, needed)


async def sent_form(request: Request) -> FormData:
    """The form that came with a request, without files, as text that can be stored (a FastAPI dependency).

    Raises HTTPException(400) for a form in an encoding that nobody can read.
    """
    try:
        form = await request.form(max_files=0, max_fields=MOST_FIELDS)
    except UnicodeError:  # the sender names the encoding, and "undefined" is a codec of Python
        raise HTTPException(400, UNREADABLE) from None
    return FormData([(_storable(name), _storable(str(value))) for name, value in form.multi_items()])


SentForm = Annotated[FormData, Depends(sent_form)]
Guard = Callable[[Request], Awaitable[StaffMember]]


def require(*roles: Role) -> Guard:
    """A dependency that lets in whoever covers one of these roles.

    Raises NotSignedIn, NotAllowed, or FormExpired for a change without this session's form token.
    """

    async def guard(request: Request) -> StaffMember:
        token = read_cookie(request, SESSION)
        held: Resources = request.app.state.resources
        member = await run_in_threadpool(_find_member, held, token) if token else None
        if token is None or member is None:
            raise NotSignedIn
        request.state.staff = member
        request.state.form_token = make_form_token(held.secret, token)
        if not any(member.covers(role) for role in roles):
            raise NotAllowed
        if request.method not in CHANGES_NOTHING:
            await _check_form(request, held, token)
        return member

    guard.roles = roles  # type: ignore[attr-defined]  # read by the test that walks the routes
    return guard


def _find_member(held: Resources, token: str) -> StaffMember | None:
    with held.sessions.begin() as session:
        found = current_staff(session, token, at=held.clock())
        return StaffMember(found.id, found.email, found.as_role, found.organization_id) if found else None


async def _check_form(request: Request, held: Resources, token: str) -> None:
    form = await sent_form(request)
    if not is_form_token(held.secret, token, form.get(FIELD)):
        raise FormExpired


def _storable(text: str) -> str:
    """Text without lone surrogates and NUL, which a database or a page cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
