"""Choosing a language or shorter words: what stands on the page is said again in them."""

from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse

from web.chat import exchange, view
from web.chat.arrival import ThisArrival
from web.chat.conversation import UnknownConversation
from web.chat.display import ThisDisplay
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
    try:
        chat.find(conversation)
    except UnknownConversation:
        numbers = await national(chat)
        return HTMLResponse(view.top(display, is_first=True) + view.first(display, national=numbers))
    asked = MessageRequest(conversation=conversation, locale=display.language, easy_read=display.easy)
    shown = await exchange.take_turn(chat, asked, arrival, is_live=False)
    return await whole_page(chat, display, shown)
