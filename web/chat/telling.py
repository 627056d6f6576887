"""What the page tells of the services it shows: that one is wrong, or that a contact was opened."""

import contextlib
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse

from vocabulary.faults import Fault
from vocabulary.words import words
from web.chat import exchange, view
from web.chat.chat import Chat
from web.chat.conversation import UnknownConversation
from web.chat.display import ThisDisplay
from web.chat.doorway import ThisChat, address_of
from web.chat.noting import UnknownService
from web.chat.rates import TooManyMessages
from web.chat.registry import ConversationsAway
from web.chat.replying import wants_fragment, whole_page
from web.chat.reporting import ReportingUnavailable, TooManyReports, UnknownSubject
from web.chat.schema import TOKEN_LENGTH, Event, EventRequest
from web.own_pages import NOT_OURS, is_from_our_pages


router = APIRouter(include_in_schema=False)


@router.post("/wrong")
async def tell_wrong(
    request: Request,
    chat: ThisChat,
    display: ThisDisplay,
    service: Annotated[str, Form(max_length=64)],
    fault: Annotated[Fault, Form()],
    contact: Annotated[str, Form(max_length=64)] = "",
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """Takes in that a shown service is wrong, and says what happens next; the chat stays where it was.

    In a frame on a partner's page our own form comes from nowhere, as far as a browser tells: there, the
    token of a conversation that was shown the service is the proof that another site does not have.
    """
    if not (is_from_our_pages(request) or await _was_shown(chat, conversation, service)):
        raise HTTPException(403, NOT_OURS)
    key = await _tell(chat, service, fault, contact_id=contact or None, address=address_of(request))
    if wants_fragment(request):
        return HTMLResponse(view.told(words(key)))
    return await whole_page(
        chat, display, await exchange.show_once_more(chat, conversation, notice=words(key))
    )


@router.post("/opened", status_code=204)
async def note_opened(
    request: Request,
    chat: ThisChat,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)],
    service: Annotated[str, Form(max_length=64)],
) -> Response:
    """Counts that a contact was opened: a form, as a page in a frame may send no JSON."""
    told = EventRequest(conversation=conversation, event=Event.CONTACT_OPENED, service=service)
    with contextlib.suppress(UnknownConversation, UnknownService, TooManyMessages, ConversationsAway):
        await chat.note(told, address=address_of(request))
    return Response(status_code=204)


async def _was_shown(chat: Chat, token: str, service: str) -> bool:
    try:
        return service in (await chat.find(token)).shown
    except UnknownConversation:
        return False


async def _tell(chat: Chat, service: str, fault: Fault, *, contact_id: str | None, address: str) -> str:
    """Hands a report on; the id of the words that say what came of it."""
    try:
        await chat.reporting.take(service, fault=fault, contact_id=contact_id, address=address)
    except TooManyReports:
        return "wrong.too-many"
    except (UnknownSubject, ReportingUnavailable):
        return "wrong.failed"
    return "wrong.thanks"
