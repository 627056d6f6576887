"""The same text is never shown twice in a row: a short opening line makes it a fresh one."""

from collections.abc import Sequence

from vocabulary.words import words
from web.chat.conversation import Conversation
from web.chat.schema import Kind, Message


VARIATIONS = 3


def vary(conversation: Conversation, messages: Sequence[Message]) -> tuple[Message, ...]:
    """The messages, with those varied whose text stood in the answer before, and no text twice."""
    before, now = conversation.last_texts, dict[str, int]()
    varied = []
    for message in messages:
        if message.text in now and message.kind is Kind.TEXT:
            continue
        now[message.text] = times = before.get(message.text, -1) + 1
        varied.append(_again(message, times) if times else message)
    conversation.last_texts = now
    return tuple(varied)


def _again(message: Message, times: int) -> Message:
    opening = words(f"again.{message.kind}.{(times - 1) % VARIATIONS + 1}")
    return message.model_copy(update={"text": f"{opening}\n{message.text}"})
