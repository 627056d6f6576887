"""How a public service page is made: its words, its exit, and the fixed numbers when all else fails."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute

from safety import cards as fixed_cards
from vocabulary.needs import Need
from vocabulary.people import AgeBand
from vocabulary.words import words
from web.chat import crisis
from web.chat.cards import checked_words, purpose_words
from web.chat.doorway import chat_of
from web.chat.fixed import lines_of
from web.chat.listing import chosen
from web.chat.schema import Message
from web.chat.turn import FOR_CARDS
from web.chat.view import AWAY
from web.services.reading import DirectoryAway
from web.templating import environment


STYLE = "/static/services.css"


def show(template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page of web/templates/services."""
    given = {
        "words": words,
        "away": AWAY,
        "style": STYLE,
        "back": "/services",  # where a page that the browser kept behind Back leads instead of itself
        "needs": tuple(Need),
        "ages": tuple(AgeBand),
        "checked": checked_words,
        "purpose_words": purpose_words,
        "fixed_lines": lines_of,
    }
    html = environment().get_template(f"services/{template}").render(given | values)
    return HTMLResponse(html, status)


async def national_card(request: Request) -> Message:
    """The fixed card with national numbers, which outlives a database that is away."""
    numbers = await chat_of(request).means.listing.fixed(within=FOR_CARDS)
    return crisis.fallback_message(chosen(numbers, fixed_cards.FALLBACK.services), ())


class WithNumbers(APIRoute):
    """A route that answers with the fixed numbers when the directory does not."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route's own answer, or the numbers."""
        answer = super().get_route_handler()

        async def answer_or_numbers(request: Request) -> Response:
            try:
                return await answer(request)
            except DirectoryAway:
                return show("away.html", status=503, fixed=await national_card(request))

        return answer_or_numbers
