"""Choosing a language, shorter words or larger text: what stands on the page is shown again in them."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse

from web.chat import exchange, view
from web.chat.arrival import ThisArrival
from web.chat.chat import Chat
from web.chat.conversation import UnknownConversation
from web.chat.display import Display, ThisDisplay
from web.chat.doorway import ThisChat
from web.chat.replying import national, whole_page
from web.chat.schema import TOKEN_LENGTH, MessageRequest


router = APIRouter(include_in_schema=False)


@router.post("/language")
async def change_language(
    chat: ThisChat,
    display: ThisDisplay,
    arrival: ThisArrival,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """The newest exchange in the words that the form asks for, or the first page where there is none yet."""
    if not await _is_open(chat, conversation):
        return await _first_page(chat, display)
    asked = MessageRequest(conversation=conversation, locale=display.language, easy_read=display.easy)
    shown = await exchange.take_turn(chat, asked, arrival, is_live=False)
    return await whole_page(chat, display, shown)


@router.post("/size")
async def change_size(
    chat: ThisChat,
    display: ThisDisplay,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """The same page in the size that the form asks for; a page with a script does it by itself."""
    if not await _is_open(chat, conversation):
        return await _first_page(chat, display)
    return await whole_page(chat, display, await exchange.show_once_more(chat, conversation))


async def _is_open(chat: Chat, token: str) -> bool:
    try:
        await chat.find(token)
    except UnknownConversation:
        return False
    return True


async def _first_page(chat: Chat, display: Display) -> Response:
    numbers = await national(chat)
    return HTMLResponse(view.top(display, is_first=True) + view.first(display, national=numbers))
