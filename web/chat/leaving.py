"""Forgetting behind a page that was left, when nobody waits for the answer."""

import contextlib
from typing import Annotated

from fastapi import APIRouter, Form, Response

from web.chat.conversation import UnknownConversation
from web.chat.doorway import ThisChat
from web.chat.schema import TOKEN_LENGTH


router = APIRouter(include_in_schema=False)

# Chromium holds an answer back until its whole cache was searched, which can take many seconds
# (crbug.com/40233601): so only an answer that nobody waits for says it.
CLEAR_ALL = {"Clear-Site-Data": '"cache", "storage"'}


@router.post("/chat/left", status_code=204)
async def forget_behind(
    chat: ThisChat, conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = ""
) -> Response:
    """Forgets a conversation whose page is gone, and has the browser drop what it keeps of us.

    A beacon sends it, also from a frame on a partner's page. One that is gone already is no error.
    """
    with contextlib.suppress(UnknownConversation):
        await chat.forget(conversation)
    return Response(status_code=204, headers=CLEAR_ALL)
