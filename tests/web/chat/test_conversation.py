from datetime import UTC, datetime, timedelta

import pytest

from web.chat import conversation as module
from web.chat.conversation import IDLE, Registry, UnknownConversation
from web.chat.schema import ChatAnswer


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def registry() -> Registry:
    return Registry(b"secret" * 6)


def test_an_opened_conversation_is_found_by_its_token(registry: Registry) -> None:
    opened = registry.open(NOW)

    assert registry.find(opened.token, NOW) is opened


@pytest.mark.parametrize("token", ["", "x", "a.b", "é", "🙂", ".", "a" * 200])
def test_a_made_up_token_is_unknown(registry: Registry, token: str) -> None:
    registry.open(NOW)

    with pytest.raises(UnknownConversation):
        registry.find(token, NOW)


def test_a_token_of_another_installation_is_unknown(registry: Registry) -> None:
    foreign = Registry(b"another" * 6).open(NOW)

    with pytest.raises(UnknownConversation):
        registry.find(foreign.token, NOW)
    with pytest.raises(UnknownConversation):
        registry.forget(foreign.token)


def test_every_changed_character_makes_a_token_unknown(registry: Registry) -> None:
    token = registry.open(NOW).token
    for place in range(len(token) - 1):  # the last character carries spare bits
        changed = token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :]
        with pytest.raises(UnknownConversation):
            registry.find(changed, NOW)


def test_a_forgotten_conversation_is_unknown_and_forgetting_again_is_no_error(registry: Registry) -> None:
    opened = registry.open(NOW)

    assert registry.forget(opened.token) is opened
    assert registry.forget(opened.token) is None
    with pytest.raises(UnknownConversation):
        registry.find(opened.token, NOW)


def test_what_the_engine_knows_a_conversation_by_is_known_also_once_it_is_gone(registry: Registry) -> None:
    opened = registry.open(NOW)
    registry.forget(opened.token)

    assert registry.sender_of(opened.token) == opened.sender
    with pytest.raises(UnknownConversation):
        registry.sender_of(Registry(b"another" * 6).open(NOW).token)


def test_a_conversation_ends_after_half_an_hour_without_a_turn(registry: Registry) -> None:
    opened = registry.open(NOW)
    registry.find(opened.token, NOW + IDLE - timedelta(seconds=1))

    registry.find(opened.token, NOW + IDLE + timedelta(minutes=10))
    with pytest.raises(UnknownConversation):
        registry.find(opened.token, NOW + IDLE * 3)


def test_the_longest_unused_make_room(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CONVERSATIONS", 2)
    first, second = registry.open(NOW), registry.open(NOW)
    registry.find(first.token, NOW)

    third = registry.open(NOW)

    assert registry.find(first.token, NOW) is first
    assert registry.find(third.token, NOW) is third
    with pytest.raises(UnknownConversation):
        registry.find(second.token, NOW)


def test_what_the_engine_and_the_log_know_cannot_be_led_back_to_the_token(registry: Registry) -> None:
    one, other = registry.open(NOW), registry.open(NOW)

    assert len({one.sender, other.sender, one.visit, other.visit}) == 4
    assert one.sender not in one.token
    assert one.visit not in one.token


def test_only_the_last_answers_are_kept_for_retries(registry: Registry) -> None:
    opened = registry.open(NOW)
    answer = ChatAnswer(conversation=opened.token, messages=())

    for turn in range(module.MOST_ANSWERS + 5):
        opened.keep_answer(str(turn), answer)
    opened.keep_answer(None, answer)

    assert len(opened.answers) == module.MOST_ANSWERS
    assert "4" not in opened.answers
    assert "5" in opened.answers
