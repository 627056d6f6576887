"""The page between the password and the staff's pages, for whoever has a second factor."""

from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from web.accounts import cookies
from web.accounts.code_apps import in_use
from web.accounts.errors import CodeUsedAgain, SecondFactorRefused, TooManyAttempts
from web.accounts.guard import Entered, SentForm, at_standing, site_of
from web.accounts.letters import tell, told_moment
from web.accounts.next_page import next_page
from web.accounts.passkeys import passkeys_of
from web.accounts.second_step import give_code, give_passkey
from web.accounts.standing import Standing
from web.metrics import SecurityEvent
from web.resources import Resources, resources
from web.security_events import noting
from web.templating import page


router = APIRouter(prefix="/staff", include_in_schema=False)

Held = Annotated[Resources, Depends(resources)]
Halfway = Annotated[Entered, Depends(at_standing(Standing.GIVES_SECOND))]


@router.get("/second-step")
def show_second_step(request: Request, held: Held, entered: Halfway) -> Response:
    """Asks for the second factor."""
    return _page(request, held, entered, where=request.query_params.get("next", ""))


@router.post("/second-step")
async def send_second_step(
    request: Request, held: Held, entered: Halfway, form: SentForm, after: BackgroundTasks
) -> Response:
    """Signs in all the way, or asks again; whose code came twice is told by e-mail."""
    passkey, code, where = (str(form.get(name, "")) for name in ("passkey", "code", "next"))
    try:
        with noting(request, done=SecurityEvent.SIGNED_IN):
            if passkey:
                token = await run_in_threadpool(give_passkey, held, entered.token, passkey, site_of(request))
            else:
                token = await run_in_threadpool(give_code, held, entered.token, code)
    except SecondFactorRefused as error:
        if isinstance(error, CodeUsedAgain):
            after.add_task(tell, held, entered.member.email, "code_again", at=told_moment(held.clock()))
        wrong = "passkey" if passkey else "code"
        return await run_in_threadpool(_page, request, held, entered, where=where, status=422, wrong=wrong)
    except TooManyAttempts:
        return await run_in_threadpool(
            _page, request, held, entered, where=where, status=429, wrong="too-many"
        )
    response = RedirectResponse(next_page(where), 303)
    cookies.write_cookie(response, cookies.SESSION, token, held=held)
    return response


def _page(
    request: Request, held: Resources, entered: Entered, *, where: str, status: int = 200, wrong: str = ""
) -> Response:
    shown: dict[str, Any] = {"where": next_page(where), "wrong": wrong}
    with held.sessions() as session:
        mine = passkeys_of(session, entered.member.id)
        host = site_of(request).host
        shown["has_passkey"] = any(each.host == host for each in mine)
        shown["has_passkey_elsewhere"] = bool(mine) and not shown["has_passkey"]
        shown["has_app"] = in_use(session, entered.member.id) is not None
    return page(request, "staff/second_step.html", status=status, **shown)
