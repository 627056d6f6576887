"""Forgetting: behind a page that was left, and where somebody waits to see that it is done."""

import contextlib
from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse

from web.chat import view
from web.chat.conversation import UnknownConversation
from web.chat.display import ThisDisplay
from web.chat.doorway import ThisChat
from web.chat.schema import TOKEN_LENGTH


router = APIRouter(include_in_schema=False)
behind = APIRouter(include_in_schema=False, prefix="/chat/left")

# Chromium holds an answer back until its whole cache was searched, which can take many seconds
# (crbug.com/40233601): so only an answer that nobody waits for says it.
CLEAR_ALL = {"Clear-Site-Data": '"cache", "storage"'}
CLEAR_STORED = {"Clear-Site-Data": '"storage"'}


@behind.post("", status_code=204)
async def forget_behind(
    chat: ThisChat, conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = ""
) -> Response:
    """Forgets a conversation whose page is gone, and has the browser drop what it keeps of us.

    A beacon sends it, also from a frame on a partner's page. One that is gone already is no error.
    """
    with contextlib.suppress(UnknownConversation):
        await chat.forget(conversation)
    return Response(status_code=204, headers=CLEAR_ALL)


@behind.post("/{key}", status_code=204)
async def forget_by_key(chat: ThisChat, key: str) -> Response:
    """The same for a page without a script: its way out is a link, which pings an address as it is followed.

    An address may not carry a token. The key opens nothing: whoever finds it can only forget.
    """
    return await forget_behind(chat, await chat.registry.token_of(key) or "")


@router.post("/forget")
async def forget(
    chat: ThisChat,
    display: ThisDisplay,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """Forgets the conversation and says so; one that is gone already is no error here."""
    with contextlib.suppress(UnknownConversation):
        await chat.forget(conversation)
    return HTMLResponse(view.cleared(display), headers=CLEAR_STORED)
