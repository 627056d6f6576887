"""The chat page: complete without JavaScript, and the same rendering as a fragment with it."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse

from web.chat import exchange, view
from web.chat.arrival import Arrival, ThisArrival
from web.chat.chat import Chat
from web.chat.display import Display, ThisDisplay
from web.chat.doorway import ThisChat
from web.chat.replying import HTML, below, national, wants_fragment, whole_page
from web.chat.schema import TOKEN_LENGTH, MessageRequest
from web.security_headers import FRAME


router = APIRouter(include_in_schema=False)
in_frame = APIRouter(include_in_schema=False, prefix=FRAME)
MOST_FORM_CHARACTERS = 65536


@router.get("")
async def show_first(chat: ThisChat, display: ThisDisplay) -> Response:
    """The page before the chat: it opens no conversation, and needs neither the engine nor the database."""
    return StreamingResponse(_first(chat, display), media_type=HTML)


@in_frame.get("/in/{tag}")
async def show_first_in(chat: ThisChat, display: ThisDisplay) -> Response:
    """The same in the language of a partner's page. The person's own choice stands in no address."""
    return await show_first(chat, display)


@router.post("")
async def take_turn(
    request: Request,
    chat: ThisChat,
    display: ThisDisplay,
    arrival: ThisArrival,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
    turn: Annotated[str, Form(max_length=64)] = "",
    text: Annotated[str, Form(max_length=MOST_FORM_CHARACTERS)] = "",
    choice: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """One turn from the form. One that says nothing opens the chat, or shows again where it stands.

    Reloading sends the same turn again and gets the same answer.
    """
    if conversation and not (turn or text or choice):
        return await whole_page(chat, display, await exchange.show_once_more(chat, conversation))
    asked = MessageRequest(
        conversation=conversation or None,
        id=turn or None,
        text=None if (choice and conversation) or not (text or conversation) else text,
        choice=choice if choice and conversation else None,
        locale=display.language,
        easy_read=display.easy,
    )
    is_live = wants_fragment(request)
    if not is_live and asked.conversation is None and asked.text is None:
        return StreamingResponse(_opening(chat, display, asked, arrival), media_type=HTML)
    shown = await exchange.take_turn(chat, asked, arrival, is_live=is_live)
    return HTMLResponse(view.fragment(shown, display)) if is_live else await whole_page(chat, display, shown)


async def _first(chat: Chat, display: Display) -> AsyncIterator[bytes]:
    yield view.top(display, is_first=True).encode()
    yield view.first(display, national=await national(chat)).encode()


async def _opening(
    chat: Chat, display: Display, asked: MessageRequest, arrival: Arrival
) -> AsyncIterator[bytes]:
    """The page of a new conversation; the emergency line is out before the engine is asked."""
    yield view.top(display).encode()
    shown = await exchange.take_turn(chat, asked, arrival, is_live=False)
    yield (await below(chat, display, shown)).encode()
