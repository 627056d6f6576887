""" "This is wrong" on a service's page: closed reasons, nothing about who says it, and what happens next."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from vocabulary.faults import Fault
from vocabulary.words import words
from web.chat.doorway import ThisChat, address_of
from web.chat.reporting import ReportingUnavailable, TooManyReports, UnknownSubject
from web.own_pages import FROM_OUR_PAGES
from web.resources import Resources, resources
from web.services.pages import WithNumbers, national_card, show
from web.services.reading import DirectoryAway, Listed
from web.services.service import find, show_gone


WAIT_SECONDS = "3600"
Held = Annotated[Resources, Depends(resources)]
router = APIRouter(prefix="/services", include_in_schema=False, route_class=WithNumbers)


@router.get("/{slug}/wrong")
async def ask(request: Request, held: Held, slug: str) -> Response:
    """What is wrong, and with which part."""
    found = await find(held, slug)
    return _ask(found.service) if found.service else await show_gone(request, found)


@router.post("/{slug}/wrong", dependencies=[FROM_OUR_PAGES])
async def tell(
    request: Request,
    held: Held,
    chat: ThisChat,
    slug: str,
    fault: Annotated[str, Form(max_length=64)] = "",
    contact: Annotated[str, Form(max_length=64)] = "",
) -> Response:
    """Takes the report in, and leads to the thanks, so that a reload does not say it twice."""
    found = await find(held, slug)
    if found.service is None:
        return await show_gone(request, found)
    if fault not in set(Fault):
        return _ask(found.service, status=422, contact=contact)
    try:
        await chat.reporting.take(
            found.service.card.id,
            fault=Fault(fault),
            contact_id=contact or None,
            address=address_of(request),
        )
    except TooManyReports:
        raise HTTPException(429, words("wrong.too-many"), headers={"Retry-After": WAIT_SECONDS}) from None
    except UnknownSubject:  # a contact that is gone: the form shows those that are there
        return _ask(found.service, status=422, fault=fault)
    except ReportingUnavailable:
        raise DirectoryAway from None
    return RedirectResponse(f"/services/{slug}/wrong/thanks", 303)


@router.get("/{slug}/wrong/thanks")
async def thank(request: Request, held: Held, slug: str) -> Response:
    """What happens next, and whom to turn to meanwhile."""
    found = await find(held, slug)
    return show("thanks.html", service=found.service, fixed=await national_card(request))


def _ask(service: Listed, *, status: int = 200, fault: str = "", contact: str = "") -> Response:
    key, href = ("wrong.part.gone", "#part") if fault else ("wrong.choose", "#fault")
    return show(
        "wrong.html",
        status=status,
        service=service,
        faults=tuple(Fault),
        fault=fault,
        contact=contact,
        errors=[{"href": href, "text": words(key)}] if status == 422 else [],
    )
