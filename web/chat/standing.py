"""Buttons that the page always has, whatever the engine offered: what they say to the engine."""

from vocabulary.words import words
from web.chat import choices
from web.chat.chat import Chat
from web.chat.conversation import UnknownConversation
from web.chat.registry import ConversationBusy
from web.chat.schema import MessageRequest
from web.chat.turn import MOST_SECONDS


TOLD = "told"  # what the button "What you told me" sends as its choice
TOLD_WORDS = "page.told"


async def as_offered(chat: Chat, asked: MessageRequest) -> MessageRequest:
    """The request as a press of a choice that its conversation was offered; any other stays as it is.

    The button is the same on every page, so that it can be pressed also where an answer brought no buttons.
    """
    if asked.choice != TOLD or asked.conversation is None:
        return asked
    try:
        conversation = await chat.find(asked.conversation)
        async with chat.registry.hold(conversation, within=MOST_SECONDS) as held:
            offer = choices.offer(
                held,
                secret=chat.means.secret,
                payload="/what_you_know",
                key=TOLD_WORDS,
                label=words(TOLD_WORDS),
            )
    except (UnknownConversation, ConversationBusy):
        return asked
    return asked.model_copy(update={"choice": offer.choice})
