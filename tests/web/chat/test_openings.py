from datetime import UTC, datetime, timedelta

import pytest

from web.chat import openings as module
from web.chat.conversation import Registry
from web.chat.openings import KEPT, Openings, is_unguessable
from web.chat.schema import ChatAnswer


NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG = "0123456789abcdef"


@pytest.fixture
def registry() -> Registry:
    return Registry(b"secret" * 6)


def test_a_retried_opening_finds_its_conversation(registry: Registry) -> None:
    openings = Openings()
    first = openings.find_or_open(registry, turn=LONG, network="n", now=NOW)
    first.keep_answer(LONG, ChatAnswer(conversation=first.token, messages=()))

    assert openings.find_or_open(registry, turn=LONG, network="n", now=NOW) is first


@pytest.mark.parametrize(
    ("turn", "network", "later"),
    [
        (None, "n", timedelta()),
        (LONG + "other", "n", timedelta()),
        (LONG, "another", timedelta()),
        (LONG, "n", KEPT + timedelta(seconds=1)),
    ],
)
def test_nobody_else_finds_it(registry: Registry, turn: str | None, network: str, later: timedelta) -> None:
    openings = Openings()
    for earlier in (LONG, None):
        openings.find_or_open(registry, turn=earlier, network="n", now=NOW)

    found = openings.find_or_open(registry, turn=turn, network=network, now=NOW + later)

    assert len(registry) == 3
    assert not found.answers


@pytest.mark.parametrize(
    ("sent", "unguessable"), [(None, False), ("", False), (LONG[1:], False), (LONG, True)]
)
def test_a_short_id_is_one_that_two_people_could_share(sent: str | None, *, unguessable: bool) -> None:
    assert is_unguessable(sent) is unguessable


def test_once_more_was_said_the_opening_is_over(registry: Registry) -> None:
    openings = Openings()
    first = openings.find_or_open(registry, turn=LONG, network="n", now=NOW)
    for turn in (LONG, "next"):
        first.keep_answer(turn, ChatAnswer(conversation=first.token, messages=()))

    assert openings.find_or_open(registry, turn=LONG, network="n", now=NOW) is not first


def test_a_forgotten_conversation_is_not_found_again(registry: Registry) -> None:
    openings = Openings()
    first = openings.find_or_open(registry, turn=LONG, network="n", now=NOW)
    registry.forget(first.token)

    assert openings.find_or_open(registry, turn=LONG, network="n", now=NOW) is not first


def test_openings_stay_bounded(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 1)
    openings = Openings()
    first = openings.find_or_open(registry, turn=LONG, network="n", now=NOW)
    openings.find_or_open(registry, turn=LONG + "x", network="n", now=NOW)

    assert openings.find_or_open(registry, turn=LONG, network="n", now=NOW) is not first
