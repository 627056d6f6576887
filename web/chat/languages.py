"""In which language a conversation is answered: what was asked for, if we may show it."""

from vocabulary.languages import Language, language_of
from vocabulary.words import is_read, spoken
from web.chat import choices
from web.chat.conversation import Conversation
from web.chat.schema import Choice


PICK = "language:"  # the payload of a button with a language; not for the engine


def shown(*, unread: bool) -> tuple[Language, ...]:
    """The languages that people are offered: those a native reader has read, or all drafts if `unread`."""
    return tuple(language for language in Language if unread or is_read(language))


def wanted(tag: str | None, *, unread: bool) -> Language:
    """The language of a BCP 47 tag if it may be shown, else English."""
    language = language_of(tag)
    return language if language in shown(unread=unread) else Language.ENGLISH


def offer(conversation: Conversation, *, secret: bytes, unread: bool) -> tuple[Choice, ...]:
    """A button for each other language, with the name its speakers give it."""
    return tuple(
        choices.offer(
            conversation, secret=secret, payload=f"{PICK}{language}", key=PICK, label=language.own_name
        )
        for language in shown(unread=unread)
        if language is not spoken()
    )


def picked(payload: str) -> Language | None:
    """The language of a pressed button, or None for any other button."""
    return language_of(payload.removeprefix(PICK)) if payload.startswith(PICK) else None
