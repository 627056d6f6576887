"""Turns what the engine says into messages: ids become words, service ids become cards."""

from collections.abc import Mapping, Sequence

import structlog

from vocabulary.words import MissingWords, words
from web.chat import cards, choices, languages
from web.chat.conversation import Conversation
from web.chat.schema import Choice, Kind, Message, ServiceCard
from web.chat.utterance import Offered, Suggested, Utterance


Listed = Mapping[str, ServiceCard]  # by id and by slug
NOT_ENGLISH = "text.other_language"  # what the engine says to words that are not English


def render(
    said: Sequence[Utterance], listed: Listed, *, conversation: Conversation, secret: bytes, unread: bool
) -> list[Message]:
    """The messages of an answer, without the fixed cards. What has no words in the catalogue is left out.

    What is said to words that are not English comes with the languages, the drafts too if `unread`.
    """
    rendered = (
        _message(utterance, listed, conversation, secret, unread)
        for utterance in said
        if utterance.kind not in {Kind.CRISIS, Kind.FALLBACK}
    )
    return [message for message in rendered if message is not None]


def offered(said: Sequence[Offered], *, conversation: Conversation, secret: bytes) -> tuple[Choice, ...]:
    """Choices with their labels, signed for this conversation."""
    found = []
    for each in said:
        label = _words(each.words, each.values)
        if label is not None:
            offer = choices.offer(conversation, secret=secret, payload=each.said, key=each.words, label=label)
            found.append(offer)
    return tuple(found)


def _message(
    utterance: Utterance, listed: Listed, conversation: Conversation, secret: bytes, unread: bool
) -> Message | None:
    text = _words(utterance.words, utterance.values) if utterance.words else ""
    services = _cards(utterance.services, listed)
    if text is None or not (text or services):
        return None
    buttons = offered(utterance.choices, conversation=conversation, secret=secret)
    if utterance.words == NOT_ENGLISH:
        buttons = (*languages.offer(conversation, secret=secret, unread=unread), *buttons)
    return Message(kind=utterance.kind, text=text, services=services, choices=buttons)


def _cards(suggested: Sequence[Suggested], listed: Listed) -> tuple[ServiceCard, ...]:
    return tuple(
        listed[each.id].model_copy(update={"why": cards.why_words(each.why)})
        for each in suggested
        if each.id in listed
    )


def _words(key: str, values: Mapping[str, str]) -> str | None:
    """The words of an id; a missing id or value is ours to mend and must not silence the answer."""
    try:
        return words(key, **values)
    except (MissingWords, KeyError, ValueError, IndexError):
        structlog.get_logger().error("chat.words_missing", words=key)
        return None
