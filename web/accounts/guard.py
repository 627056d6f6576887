"""Who may come in: every staff route depends on `require(role)`, which also checks each form's token."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from web.accounts.cookies import DEVICE, SESSION, read_cookie
from web.accounts.csrf import FIELD, is_form_token, make_form_token
from web.accounts.errors import FormExpired, NotAllowed, NotSignedIn, ProofNeeded, SecondFactorNeeded
from web.accounts.passkeys import Site
from web.accounts.proof import PASSKEY, PASSWORD, Proof, is_recent, prove
from web.accounts.roles import Role, covers
from web.accounts.sessions import current_session
from web.accounts.standing import Standing, standing_of
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


@dataclass(frozen=True)
class Entered:
    """Somebody who is signed in, and how far."""

    member: StaffMember
    token: str
    standing: Standing
    proved_at: datetime


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
    """A dependency that lets in whoever covers one of these roles and has come all the way in signing in.

    Raises NotSignedIn, SecondFactorNeeded, NotAllowed, or FormExpired for a change without this session's
    form token.
    """

    async def guard(request: Request) -> StaffMember:
        entered = await enter(request)
        if entered.standing is not Standing.FULL:
            raise SecondFactorNeeded(entered.standing.value)
        if not any(entered.member.covers(role) for role in roles):
            raise NotAllowed
        await check_form(request, entered)
        return entered.member

    guard.roles = roles  # type: ignore[attr-defined]  # read by the test that walks the routes
    return guard


def at_standing(*standings: Standing) -> Callable[[Request], Awaitable[Entered]]:
    """A dependency for the pages of signing in: lets in whoever has come this far, whatever their role.

    Raises what `require` raises.
    """

    async def guard(request: Request) -> Entered:
        entered = await enter(request)
        if entered.standing not in standings:
            raise SecondFactorNeeded(entered.standing.value)
        await check_form(request, entered)
        return entered

    guard.roles = tuple(Role)  # type: ignore[attr-defined]
    guard.standings = standings  # type: ignore[attr-defined]
    return guard


async def recently_signed_in(request: Request) -> None:
    """A dependency beside `require(role)`: who this is was proved within the last five minutes.

    Else a page asks for the password or a passkey, and sends on what was asked for or typed: a page by its
    address, a change by the fields of its form, to which the proof is added.
    Raises NotSignedIn, FormExpired, ProofNeeded.
    """
    entered = await enter(request)
    held: Resources = request.app.state.resources
    if is_recent(entered.proved_at, at=held.clock()):
        return
    if request.method in CHANGES_NOTHING:
        raise ProofNeeded
    await check_form(request, entered)
    await check_proof(request, entered)


async def check_proof(request: Request, entered: Entered) -> None:
    """Takes the proof that stands in a form. Raises ProofNeeded when there is none or it is wrong."""
    form = await sent_form(request)
    proof = Proof(
        password=str(form.get(PASSWORD, "")),
        passkey=str(form.get(PASSKEY, "")),
        site=site_of(request),
        address=address_of(request),
        device=read_cookie(request, DEVICE),
    )
    if not proof.password and not proof.passkey:
        raise ProofNeeded
    await run_in_threadpool(prove, request.app.state.resources, entered.token, proof)


async def enter(request: Request) -> Entered:
    """Who is signed in, however far; pages then know them and their form token. Raises NotSignedIn."""
    token = read_cookie(request, SESSION)
    held: Resources = request.app.state.resources
    entered = await run_in_threadpool(_find, held, token) if token else None
    if entered is None:
        raise NotSignedIn
    request.state.staff = entered.member
    request.state.form_token = make_form_token(held.secret, entered.token)
    return entered


async def check_form(request: Request, entered: Entered) -> None:
    """A change comes from a form of this very session. Raises FormExpired."""
    if request.method in CHANGES_NOTHING:
        return
    held: Resources = request.app.state.resources
    form = await sent_form(request)
    if not is_form_token(held.secret, entered.token, form.get(FIELD)):
        raise FormExpired


def site_of(request: Request) -> Site:
    """This installation as the browser calls it; web.known_hosts has checked the name."""
    url = request.url
    return Site(url.hostname or "", f"{url.scheme}://{url.netloc}".lower())


def address_of(request: Request) -> str:
    """The network address that a request comes from."""
    return request.client.host if request.client else "unknown"


def _find(held: Resources, token: str) -> Entered | None:
    with held.sessions.begin() as session:
        found = current_session(session, token, at=held.clock())
        if found is None:
            return None
        staff = found.staff
        member = StaffMember(staff.id, staff.email, staff.as_role, staff.organization_id)
        standing = standing_of(session, found, is_required=held.settings.second_factor)
        return Entered(member, token, standing, found.proved_at)


def _storable(text: str) -> str:
    """Text without lone surrogates and NUL, which a database or a page cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
