"""The name of each message, so that a list of messages makes sense by itself: who, and the first words."""

import textwrap

from vocabulary.words import danger_language, speaking, words
from web.chat.fixed import lines_of
from web.chat.schema import Kind, Message


MOST_CHARACTERS = 60


def label(message: Message) -> str:
    """The name of a message of ours: the heading of a fixed card, else the first line or service."""
    if message.kind in {Kind.CRISIS, Kind.FALLBACK}:
        with speaking(danger_language()):
            heading = lines_of(message).heading
        return _label("page.us", heading)
    return _label("page.us", message.text or message.services[0].name)


def label_of_said(said: str) -> str:
    """The name of what the person said."""
    return _label("page.you", said)


def _label(who: str, text: str) -> str:
    first_line = text.strip().partition("\n")[0]
    return f"{words(who)}: {textwrap.shorten(first_line, MOST_CHARACTERS, placeholder='…')}"
