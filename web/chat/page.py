"""The chat page: complete without JavaScript, and the same rendering as a fragment with it."""

import contextlib
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse

from safety import cards as fixed_cards
from vocabulary.faults import Fault
from vocabulary.words import words
from web.chat import choices, danger_buttons, view
from web.chat.chat import Chat, UnknownService
from web.chat.choices import UnknownChoice
from web.chat.conversation import UnknownConversation
from web.chat.display import Display, ThisDisplay
from web.chat.doorway import ThisChat, address_of
from web.chat.listing import chosen
from web.chat.rates import TooManyMessages
from web.chat.reporting import ReportingUnavailable, TooManyReports, UnknownSubject
from web.chat.schema import (
    TOKEN_LENGTH,
    ChatAnswer,
    Event,
    EventRequest,
    Kind,
    Message,
    MessageRequest,
    ServiceCard,
)
from web.chat.turn import FOR_CARDS
from web.chat.view import View
from web.own_pages import NOT_OURS, is_from_our_pages


router = APIRouter(include_in_schema=False)
HTML = "text/html; charset=utf-8"
FRAGMENT = "text/html;fragment"  # what the page's script accepts; anything else gets a whole page
MOST_FORM_CHARACTERS = 65536


@router.get("")
async def show_first(chat: ThisChat, display: ThisDisplay) -> Response:
    """The page before the chat: it opens no conversation, and needs neither the engine nor the database."""
    return StreamingResponse(_first(chat, display), media_type=HTML)


@router.post("")
async def take_turn(
    request: Request,
    chat: ThisChat,
    display: ThisDisplay,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
    turn: Annotated[str, Form(max_length=64)] = "",
    text: Annotated[str, Form(max_length=MOST_FORM_CHARACTERS)] = "",
    choice: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """One turn from the form, or the opening when it says nothing and has no conversation.

    Reloading sends the same turn again and gets the same answer.
    """
    asked = MessageRequest(
        conversation=conversation or None,
        id=turn or None,
        text=None if (choice and conversation) or not (text or conversation) else text,
        choice=choice if choice and conversation else None,
    )
    address = address_of(request)
    if _wants_fragment(request):
        return HTMLResponse(view.fragment(await _turn(chat, asked, address=address), display))
    if asked.conversation is None and asked.text is None:
        return StreamingResponse(_opening(chat, display, asked, address), media_type=HTML)
    return await _whole_page(chat, display, await _turn(chat, asked, address=address))


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
    if not (is_from_our_pages(request) or _was_shown(chat, conversation, service)):
        raise HTTPException(403, NOT_OURS)
    key = await _tell(chat, service, fault, contact_id=contact or None, address=address_of(request))
    if _wants_fragment(request):
        return HTMLResponse(view.told(words(key)))
    return await _whole_page(chat, display, _once_more(chat, conversation, words(key)))


@router.post("/opened", status_code=204)
async def note_opened(
    request: Request,
    chat: ThisChat,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)],
    service: Annotated[str, Form(max_length=64)],
) -> Response:
    """Counts that a contact was opened: a form, as a page in a frame may send no JSON."""
    told = EventRequest(conversation=conversation, event=Event.CONTACT_OPENED, service=service)
    with contextlib.suppress(UnknownConversation, UnknownService, TooManyMessages):
        chat.note(told, address=address_of(request))
    return Response(status_code=204)


@router.post("/forget")
async def clear(
    chat: ThisChat,
    display: ThisDisplay,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
) -> Response:
    """Forgets the conversation and says so; a conversation that is gone already is no error here."""
    with contextlib.suppress(UnknownConversation):
        await chat.forget(conversation)
    return HTMLResponse(view.cleared(display))


def _was_shown(chat: Chat, token: str, service: str) -> bool:
    try:
        return service in chat.find(token).shown
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


def _once_more(chat: Chat, token: str, notice: str) -> View:
    """The newest answer again below a notice, as the page without JavaScript shows one exchange only."""
    try:
        conversation = chat.find(token)
    except UnknownConversation:
        return view.view_of(ChatAnswer(conversation="", messages=()), notice=notice)
    newest = next(reversed(conversation.answers.values()), None)
    answer = newest or ChatAnswer(conversation=token, messages=())
    return view.view_of(answer, notice=notice, pinned=conversation.pinned)


def _wants_fragment(request: Request) -> bool:
    return FRAGMENT in request.headers.get("accept", "").replace(" ", "")


async def _whole_page(chat: Chat, display: Display, shown: View) -> Response:
    national = await _national(chat)
    return HTMLResponse(view.top(display) + view.bottom(shown, display, national=national))


async def _first(chat: Chat, display: Display) -> AsyncIterator[bytes]:
    yield view.top(display, is_first=True).encode()
    yield view.first(display, national=await _national(chat)).encode()


async def _opening(chat: Chat, display: Display, asked: MessageRequest, address: str) -> AsyncIterator[bytes]:
    """The page of a new conversation; the emergency line is out before the engine is asked."""
    yield view.top(display).encode()
    shown = await _turn(chat, asked, address=address)
    yield view.bottom(shown, display, national=await _national(chat)).encode()


async def _turn(chat: Chat, asked: MessageRequest, *, address: str) -> View:
    """The view after a turn; whatever went wrong, the page says what to do next."""
    said = _said(chat, asked)
    try:
        answer = await chat.take(asked, address=address)
    except UnknownConversation:
        return await _start_anew(chat, asked, address)
    except UnknownChoice:
        return _own_answer(chat, asked, "own.choice-gone")
    except TooManyMessages:
        return _own_answer(chat, asked, "own.too-many")
    notice = words("own.ended") if asked.conversation not in {None, answer.conversation} else ""
    return view.view_of(answer, said=said, notice=notice, pinned=_pinned(chat, answer.conversation))


async def _start_anew(chat: Chat, asked: MessageRequest, address: str) -> View:
    """The conversation is over: what was typed is answered in a new one."""
    again = MessageRequest(text=asked.text or None, id=asked.id)
    try:
        answer = await chat.take(again, address=address)
    except TooManyMessages:
        return _own_answer(chat, again, "own.too-many")
    return view.view_of(answer, said=asked.text or "", notice=words("own.ended"))


def _own_answer(chat: Chat, asked: MessageRequest, key: str) -> View:
    """A short answer of the page's own, with the choices of the answer before where there are some."""
    try:
        conversation = chat.find(asked.conversation or "")
    except UnknownConversation:
        return view.view_of(ChatAnswer(conversation="", messages=()), notice=words(key))
    buttons = choices.last_offered(conversation)
    message = Message(kind=Kind.TEXT, text=words(key), choices=buttons)
    return view.view_of(ChatAnswer(conversation=conversation.token, messages=(message,)))


def _said(chat: Chat, asked: MessageRequest) -> str:
    """What the person said, to be shown back: the typed words or the button's label."""
    if asked.choice is None or asked.conversation is None:
        return (asked.text or "").strip()
    try:
        return choices.label(chat.find(asked.conversation), asked.choice)
    except (UnknownConversation, UnknownChoice):
        button = danger_buttons.pressed(asked, secret=chat.means.secret)
        return button.label if button else ""


def _pinned(chat: Chat, token: str) -> Message | None:
    try:
        return chat.find(token).pinned
    except UnknownConversation:
        return None


async def _national(chat: Chat) -> tuple[ServiceCard, ...]:
    """The fixed numbers, for a page without a chat or one that later cannot reach us."""
    numbers = await chat.means.listing.fixed(within=FOR_CARDS)
    return chosen(numbers, fixed_cards.FALLBACK.services)
