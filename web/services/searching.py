"""Browsing and searching the services: by need, place, age and words, never in an address or a title."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from sqlalchemy.orm import Session

from directory import browsing
from vocabulary.needs import Need
from vocabulary.words import words
from web.chat import crisis
from web.chat.doorway import ThisChat, address_of
from web.chat.listing import chosen
from web.chat.rates import TooManyMessages
from web.chat.schema import Message
from web.chat.turn import FOR_CARDS
from web.resources import Resources, resources
from web.services.asked import Asked, of_need, read_asked
from web.services.pages import WithNumbers, national_card, show
from web.services.reading import Listed, listed, read


LONGEST = 2000  # characters of a field, as of a message in the chat
Held = Annotated[Resources, Depends(resources)]
Text = Annotated[str, Form(max_length=LONGEST)]

router = APIRouter(prefix="/services", include_in_schema=False, route_class=WithNumbers)


@router.get("")
def start() -> Response:
    """The search form, and every need as a list of its own."""
    return show("start.html", asked=Asked(), errors=[])


@router.post("")
async def search(
    request: Request,
    chat: ThisChat,
    held: Held,
    need: Text = "",
    place: Text = "",
    area: Text = "",
    age: Text = "",
    text: Text = "",
) -> Response:
    """What fits; danger in the words brings its card first, also beyond the limit of a network."""
    asked = read_asked(need=need, place=place, area=area, age=age, text=text)
    try:
        chat.limiter.count(conversation="", address=address_of(request), today=held.clock().date())
    except TooManyMessages:
        if not asked.risks:
            raise HTTPException(429, words("own.too-many"), headers={"Retry-After": "60"}) from None
        return show("results.html", asked=asked, errors=[], danger=await _danger(request, asked))
    if asked.is_empty:
        return _mend(asked, "#need", "services.nothing")
    return await _results(request, held, asked)


@router.get("/a-to-z")
async def list_all(held: Held) -> Response:
    """Every service that the public sees, by name."""
    named = await read(held, partial(browsing.list_by_name, at=held.clock(), live=held.settings.live))
    return show("a_to_z.html", named=named, indexed=True, back="/services/a-to-z")


@router.get("/need/{need}")
async def list_need(request: Request, held: Held, need: str) -> Response:
    """The services for one need, anywhere: an address that says nothing of anybody."""
    if need not in set(Need):
        raise HTTPException(404)
    asked = Asked(need=Need(need), risks=of_need(Need(need)))
    return await _results(request, held, asked)


async def _results(request: Request, held: Resources, asked: Asked) -> Response:
    found, services = await read(held, partial(_find, held=held, asked=asked))
    errors = [{"href": "#place", "text": words("services.place.unknown")}] if asked.unknown_place else []
    return show(
        "results.html",
        asked=asked,
        errors=errors,
        danger=await _danger(request, asked),
        services=services,
        partly=found.partly and bool(services),
        fixed=None if services or asked.risks else await national_card(request),
    )


def _find(session: Session, *, held: Resources, asked: Asked) -> tuple[browsing.Found, tuple[Listed, ...]]:
    now, live = held.clock(), held.settings.live
    found = browsing.browse(session, asked.search(now), live=live)
    return found, listed(session, found.matches, now=now, live=live, area=asked.area, age=asked.age)


async def _danger(request: Request, asked: Asked) -> Message | None:
    """The fixed card of the dangers that were heard, with its numbers."""
    if not asked.risks:
        return None
    numbers = await request.app.state.chat.means.listing.fixed(within=FOR_CARDS)
    return crisis.crisis_message(asked.risks, chosen(numbers, crisis.slugs_for(asked.risks, asked.area)), ())


def _mend(asked: Asked, href: str, key: str) -> Response:
    return show("start.html", status=422, asked=asked, errors=[{"href": href, "text": words(key)}])
