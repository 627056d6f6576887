"""The same is never shown twice in a row: a short opening line makes it fresh."""

from collections.abc import Sequence

from vocabulary.words import danger_words, words
from web.chat.conversation import Conversation
from web.chat.schema import Kind, Message


VARIATIONS = 3


def vary(conversation: Conversation, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages, with those varied that stood in the answer before, and no text twice."""
    before, now = conversation.last_texts, dict[str, int]()
    varied = []
    for message in messages:
        shown = _shown(message)
        if shown in now and message.kind is Kind.TEXT:
            continue
        now[shown] = times = before.get(shown, -1) + 1
        varied.append(_again(message, times) if times else message)
    conversation.last_texts = now
    return tuple(varied)


def _shown(message: Message) -> str:
    """What a person would take for the same: the text with the services below it, in any order."""
    return "\n".join([message.text, *sorted(card.id for card in message.services)])


def _again(message: Message, times: int) -> Message:
    is_fixed = message.kind in {Kind.CRISIS, Kind.FALLBACK}
    key = f"again.{message.kind}.{(times - 1) % VARIATIONS + 1}"
    opening = danger_words(key) if is_fixed else words(key)
    return message.model_copy(update={"text": f"{opening}\n{message.text}"})
