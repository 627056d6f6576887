"""The page that asks again who this is, before something that matters.

Between a form and what it changes the page stands alone: it keeps the form's fields as hidden ones and sends
them, with the proof, to where they were going. Nothing that was typed is stored, and nothing is lost.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from web.accounts.csrf import FIELD
from web.accounts.errors import ProofNeeded
from web.accounts.guard import Entered, SentForm, at_standing, check_proof, sent_form, site_of
from web.accounts.next_page import next_page
from web.accounts.passkeys import passkeys_of
from web.accounts.proof import PASSKEY, PASSWORD
from web.accounts.standing import Standing
from web.resources import Resources
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)
CONFIRM = "/staff/confirm-it-is-you"
OURS = frozenset({FIELD, PASSWORD, PASSKEY})
WRONG_STATUS = {"": 200, "too-many": 429}

SignedIn = Annotated[Entered, Depends(at_standing(Standing.FULL, Standing.SETS_UP))]


@router.get("/confirm-it-is-you")
async def show_confirm(request: Request, _entered: SignedIn) -> Response:
    """Asks who this is, then leads to the page that was asked for."""
    where = next_page(request.query_params.get("next", ""))
    return await _page(request, CONFIRM, [("next", where)], wrong="")


@router.post("/confirm-it-is-you")
async def send_confirm(request: Request, entered: SignedIn, form: SentForm) -> Response:
    """Takes the proof; a wrong one is asked for again."""
    await check_proof(request, entered)
    return RedirectResponse(next_page(str(form.get("next", ""))), 303)


async def ask_for_proof(request: Request, action: str, error: ProofNeeded) -> Response:
    """The page in answer to a form that was sent to `action`."""
    form = await sent_form(request)
    fields = [(name, str(value)) for name, value in form.multi_items() if name not in OURS]
    return await _page(request, action, fields, wrong=error.wrong)


async def _page(request: Request, action: str, fields: list[tuple[str, str]], *, wrong: str) -> Response:
    held: Resources = request.app.state.resources
    has_passkey = await run_in_threadpool(_has_passkey, held, request)
    return page(
        request,
        "staff/confirm.html",
        status=WRONG_STATUS.get(wrong, 422),
        action=action,
        fields=fields,
        wrong=wrong,
        has_passkey=has_passkey,
    )


def _has_passkey(held: Resources, request: Request) -> bool:
    with held.sessions() as session:
        return bool(passkeys_of(session, request.state.staff.id, host=site_of(request).host))
