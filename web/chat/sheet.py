"""A sheet with the numbers of the services that a conversation was shown: to print, or to write them down."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import HTMLResponse

from web.chat import view
from web.chat.chat import Chat
from web.chat.conversation import UnknownConversation
from web.chat.display import ThisDisplay
from web.chat.doorway import ThisChat
from web.chat.listing import ListingUnavailable
from web.chat.replying import national
from web.chat.schema import TOKEN_LENGTH, ServiceCard
from web.chat.turn import FOR_CARDS


router = APIRouter(include_in_schema=False)


class Names(StrEnum):
    """Whether whoever finds the sheet reads whose numbers these are."""

    SHOWN = "shown"
    LEFT_OUT = "left-out"


@router.post("/sheet")
async def show_sheet(
    chat: ThisChat,
    display: ThisDisplay,
    conversation: Annotated[str, Form(max_length=TOKEN_LENGTH)] = "",
    names: Annotated[Names, Form()] = Names.SHOWN,
) -> Response:
    """The numbers by themselves under a dull title; the national ones where no service was shown yet."""
    cards = await _shown(chat, conversation) or await national(chat)
    has_names = names is Names.SHOWN
    return HTMLResponse(view.sheet(display, cards=cards, conversation=conversation, has_names=has_names))


async def _shown(chat: Chat, token: str) -> tuple[ServiceCard, ...]:
    """The services that a conversation was shown and that can be rung or texted, by name."""
    try:
        ids = tuple((await chat.find(token)).shown)
        found = await chat.means.listing.cards(ids, within=FOR_CARDS)
    except (UnknownConversation, ListingUnavailable):
        return ()
    once = {card.id: card for card in found.values() if card.phones or card.text}
    return tuple(sorted(once.values(), key=lambda card: card.name.casefold()))
