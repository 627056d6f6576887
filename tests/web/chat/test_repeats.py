import itertools
from datetime import UTC, datetime

import pytest

from vocabulary.words import has_words
from web.chat import repeats
from web.chat.conversation import Conversation, Registry
from web.chat.schema import Kind, Message


@pytest.fixture
def conversation() -> Conversation:
    return Registry(b"secret" * 6).open(datetime(2026, 11, 23, 12, tzinfo=UTC))


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
