"""Signed choices: a button can only say what this conversation was offered."""

import hashlib
import hmac
import re

from web.chat.conversation import Conversation
from web.chat.schema import Choice


MOST_OFFERED = 300  # old buttons on a long page still work; the memory of one chat stays bounded


class UnknownChoice(LookupError):
    """A choice that this conversation was never offered."""


def offer(conversation: Conversation, *, secret: bytes, payload: str, key: str, label: str) -> Choice:
    """A choice for this conversation: the payload stays here, the page gets its signature and label.

    `key` is the label's id: two buttons may say the same to the engine, and mean different dangers.
    """
    token = signature(conversation.token, payload=payload, key=key, secret=secret)
    conversation.offered[token] = (payload, label)
    conversation.offered.move_to_end(token)
    while len(conversation.offered) > MOST_OFFERED:
        conversation.offered.popitem(last=False)
    return Choice(choice=token, label=label)


def signature(conversation: str, *, payload: str, key: str, secret: bytes) -> str:
    """What the page sends for a choice of the conversation with this token, in any language."""
    told = "\x00".join((conversation, payload, key)).encode("utf-8", "surrogatepass")
    return hmac.new(secret, b"chat.choice:" + told, hashlib.sha256).hexdigest()[:32]


def payload(conversation: Conversation, token: str) -> str:
    """What a choice says to the engine. Raises UnknownChoice."""
    return _offered(conversation, token)[0]


def label(conversation: Conversation, token: str) -> str:
    """What was written on the button. Raises UnknownChoice."""
    return _offered(conversation, token)[1]


def last_offered(conversation: Conversation) -> tuple[Choice, ...]:
    """The choices of the answer before, for an answer of our own that should not be a dead end."""
    return tuple(
        Choice(choice=token, label=conversation.offered[token][1])
        for token in conversation.last_choices
        if token in conversation.offered
    )


def pressed_in_words(conversation: Conversation, text: str) -> str | None:
    """The choice of the answer before whose label was typed instead of pressed; None for any other words."""
    said = _plain(text)
    return next((each.choice for each in last_offered(conversation) if _plain(each.label) == said), None)


def _plain(label: str) -> str:
    return " ".join(re.findall(r"\w+", label.casefold()))


def _offered(conversation: Conversation, token: str) -> tuple[str, str]:
    if token not in conversation.offered:
        raise UnknownChoice
    return conversation.offered[token]
