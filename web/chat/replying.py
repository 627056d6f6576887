"""How a view goes out: as a whole page, or as the part of it that a page with a script asks for."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from safety import cards as fixed_cards
from web.chat import view
from web.chat.chat import Chat
from web.chat.conversation import UnknownConversation
from web.chat.display import Display
from web.chat.listing import chosen
from web.chat.schema import ServiceCard
from web.chat.turn import FOR_CARDS
from web.chat.view import View


HTML = "text/html; charset=utf-8"
FRAGMENT = "text/html;fragment"  # what the page's script accepts; anything else gets a whole page


def wants_fragment(request: Request) -> bool:
    """Whether the page that asks has a script, which puts the answer into it."""
    return FRAGMENT in request.headers.get("accept", "").replace(" ", "")


async def whole_page(chat: Chat, display: Display, shown: View) -> Response:
    """The page with this view; its ways out forget the conversation also without a script."""
    top = view.top(display, key=await _key(chat, shown.conversation))
    return HTMLResponse(top + await below(chat, display, shown))


async def below(chat: Chat, display: Display, shown: View) -> str:
    """All of the page but its top."""
    idle_seconds = chat.resources.settings.chat_idle_seconds
    return view.bottom(shown, display, national=await national(chat), idle_seconds=idle_seconds)


async def national(chat: Chat) -> tuple[ServiceCard, ...]:
    """The fixed numbers, for a page without a chat or one that later cannot reach us."""
    numbers = await chat.means.listing.fixed(within=FOR_CARDS)
    return chosen(numbers, fixed_cards.FALLBACK.services)


async def _key(chat: Chat, token: str) -> str:
    try:
        return (await chat.find(token)).key
    except UnknownConversation:
        return ""
