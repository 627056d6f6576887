"""What a browser gets when the guard does not let it in; each refusal is noted."""

from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from web import problems
from web.accounts.confirm_pages import CONFIRM, ask_for_proof
from web.accounts.errors import FormExpired, NotAllowed, NotSignedIn, ProofNeeded, SecondFactorNeeded
from web.accounts.guard import CHANGES_NOTHING
from web.security_events import note_refusal


SIGN_IN = "/staff/sign-in"
SHARED = "/insights"  # the pages whose links, filters included, colleagues send each other


def register(app: FastAPI) -> None:
    """Makes an application answer the guard's refusals with pages."""
    app.add_exception_handler(NotSignedIn, _to_sign_in)
    app.add_exception_handler(SecondFactorNeeded, _to_next_step)
    app.add_exception_handler(ProofNeeded, _to_proof)
    app.add_exception_handler(NotAllowed, _not_allowed)
    app.add_exception_handler(FormExpired, _form_expired)


async def _to_sign_in(request: Request, error: Exception) -> Response:
    """To the sign-in page, and after it back to the page that was asked for (never to a change)."""
    note_refusal(request, error)
    where = request.url.path if request.method in CHANGES_NOTHING else ""
    if where and where.startswith(SHARED) and request.url.query:
        where += f"?{request.url.query}"  # closed values; next_page checks what it is
    query = urlencode({"next": where} if where else {"ended": "yes"})
    return RedirectResponse(f"{SIGN_IN}?{query}", 303)


async def _to_next_step(request: Request, error: Exception) -> Response:
    """To where signing in goes on, and after it to the page that was asked for."""
    assert isinstance(error, SecondFactorNeeded)
    note_refusal(request, error)
    where = request.url.path if request.method in CHANGES_NOTHING else ""
    return RedirectResponse(f"{error.page}?{urlencode({'next': where})}" if where else error.page, 303)


async def _to_proof(request: Request, error: Exception) -> Response:
    """Asks who this is: for a page on a page of its own, for a change at once, with what was typed kept."""
    assert isinstance(error, ProofNeeded)
    note_refusal(request, error)
    where = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    if request.method in CHANGES_NOTHING:
        return RedirectResponse(f"{CONFIRM}?{urlencode({'next': where})}", 303)
    return await ask_for_proof(request, where, error)


async def _not_allowed(request: Request, error: Exception) -> Response:
    note_refusal(request, error)
    return problems.answer(request, 403)


async def _form_expired(request: Request, error: Exception) -> Response:
    note_refusal(request, error)
    detail = "This form had expired, so nothing was changed. Go back, reload the page and send it again."
    return problems.answer(request, 403, detail=detail)
