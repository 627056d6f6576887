import itertools
import re
from datetime import UTC, datetime

import pytest

from vocabulary.words import has_words, words
from web.chat import repeats
from web.chat.conversation import Conversation
from web.chat.schema import Checked, Kind, Message, Opening, OpenState, ServiceCard
from web.chat.tokens import Tokens


@pytest.fixture
def conversation() -> Conversation:
    return Tokens(b"secret" * 6).new_conversation(datetime(2026, 11, 23, 12, tzinfo=UTC))


def listed(*ids: str) -> Message:
    """Services under a heading that every page of them has."""
    return Message(kind=Kind.SERVICES, text="These may help.", services=tuple(a_card(each) for each in ids))


def a_card(service_id: str) -> ServiceCard:
    values = dict.fromkeys(("webchat", "url", "email", "cost", "why", "what_happens"))
    lists = dict.fromkeys(("phones", "text", "coverage", "languages"), ())
    return ServiceCard(
        id=service_id,
        name="A service",
        description="It helps.",
        open=Opening(state=OpenState.UNKNOWN, words=""),
        checked=Checked(date=None, confirmed=False),
        **values,
        **lists,
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_the_same_text_is_never_shown_twice_in_a_row(conversation: Conversation, kind: Kind) -> None:
    message = Message(kind=kind, text="The same.")

    shown = [repeats.vary(conversation, [message])[0].text for _ in range(8)]

    assert all(one != next_one for one, next_one in itertools.pairwise(shown))
    assert all(text.endswith("The same.") for text in shown)


def test_after_another_answer_the_text_is_fresh_again(conversation: Conversation) -> None:
    same, other = Message(kind=Kind.TEXT, text="The same."), Message(kind=Kind.TEXT, text="Another.")

    shown = [repeats.vary(conversation, [each])[0].text for each in (same, other, same)]

    assert shown == ["The same.", "Another.", "The same."]


def test_other_services_under_the_same_heading_are_not_called_the_same(conversation: Conversation) -> None:
    pages = [listed("one", "two"), listed("three", "four"), listed("four", "three")]

    shown = [repeats.vary(conversation, [page])[0].text for page in pages]

    assert shown[:2] == ["These may help."] * 2
    assert shown[2].startswith("These are the same services as before.")


def test_one_answer_never_says_a_text_twice(conversation: Conversation) -> None:
    message = Message(kind=Kind.TEXT, text="The same.")

    assert len(repeats.vary(conversation, [message, message])) == 1


def test_every_kind_has_its_variations() -> None:
    missing = [
        key
        for kind in Kind
        for number in range(1, repeats.VARIATIONS + 1)
        if not has_words(key := f"again.{kind}.{number}")
    ]

    assert missing == []


def test_a_question_asked_again_is_led_to_in_neutral_words() -> None:
    """It may be about safety: nothing there says that it could wait."""
    said = [words(f"again.question.{number}") for number in range(1, repeats.VARIATIONS + 1)]

    assert all(each.endswith(":") for each in said)
    assert not [each for each in said if re.search(r"hurry|time|ready|wait|rest", each, re.IGNORECASE)]
