from datetime import UTC, datetime

import pytest

from web.chat import choices
from web.chat.choices import UnknownChoice
from web.chat.conversation import Conversation
from web.chat.tokens import Tokens


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECRET = b"s" * 32


@pytest.fixture
def tokens() -> Tokens:
    return Tokens(SECRET)


def offered(conversation: Conversation, payload: str = "/affirm", label: str = "Yes") -> str:
    return choices.offer(conversation, secret=SECRET, payload=payload, key=label, label=label).choice


def test_an_offered_choice_says_what_it_was_offered_for(tokens: Tokens) -> None:
    conversation = tokens.new_conversation(NOW)
    token = offered(conversation)

    assert choices.payload(conversation, token) == "/affirm"
    assert choices.label(conversation, token) == "Yes"


def test_a_choice_is_no_use_in_another_conversation(tokens: Tokens) -> None:
    token = offered(tokens.new_conversation(NOW))
    other = tokens.new_conversation(NOW)
    offered(other)

    with pytest.raises(UnknownChoice):
        choices.payload(other, token)


@pytest.mark.parametrize("token", ["", "/affirm", "0" * 32])
def test_what_was_never_offered_is_unknown(tokens: Tokens, token: str) -> None:
    with pytest.raises(UnknownChoice):
        choices.payload(tokens.new_conversation(NOW), token)


def test_a_choice_does_not_carry_its_payload(tokens: Tokens) -> None:
    token = offered(tokens.new_conversation(NOW), payload='/give_area{"area": "E06000020"}')

    assert "area" not in token
    assert len(token) == 32


def test_offers_stay_bounded_and_the_newest_stay(tokens: Tokens) -> None:
    conversation = tokens.new_conversation(NOW)
    first = offered(conversation, payload="/0")
    last = [offered(conversation, payload=f"/{number}") for number in range(1, choices.MOST_OFFERED + 1)][-1]

    assert choices.payload(conversation, last) == f"/{choices.MOST_OFFERED}"
    with pytest.raises(UnknownChoice):
        choices.payload(conversation, first)


@pytest.mark.parametrize(
    ("text", "is_pressed"), [("i can go on now.", True), ("I can go on", False), ("...", False)]
)
def test_what_is_written_on_a_button_in_sight_can_be_typed(
    tokens: Tokens, text: str, is_pressed: bool
) -> None:
    conversation = tokens.new_conversation(NOW)
    token = offered(conversation, payload="/go_on", label="I can go on now")
    assert choices.pressed_in_words(conversation, text) is None

    conversation.last_choices = (token,)

    assert choices.pressed_in_words(conversation, text) == (token if is_pressed else None)
