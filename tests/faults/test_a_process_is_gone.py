"""The action server or the engine stops in the middle of a chat: the fixed card, then the chat goes on."""

import time
from collections.abc import Iterator

import pytest

from signpost.processes import wait_until_healthy
from tests.running import RunningSystem, running_system
from tests.talking import Conversation


pytestmark = [pytest.mark.model, pytest.mark.slow]
PROMISED = 3.0  # seconds within which the fixed card answers: a promise to the person, so it is asserted
NUMBERS = {"999", "101", "08 08 16 89 111", "116 123", "0800 1111"}


@pytest.fixture(scope="module")
def fragile_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    """A system of its own, because its processes are killed."""
    with running_system(tmp_path_factory.mktemp("fragile")) as running:
        yield running


def _numbers(person: Conversation) -> set[str]:
    services = [service for message in person.messages for service in message.get("services") or []]
    return {phone["number"] for service in services for phone in service["phones"]}


@pytest.mark.parametrize("name", ["actions", "rasa"])
def test_the_fixed_card_answers_while_a_process_is_gone_and_the_chat_goes_on_after(
    fragile_system: RunningSystem, name: str
) -> None:
    person = Conversation(fragile_system)
    person.type("they've taken over my flat")
    gone = fragile_system.process(name)
    gone.process.kill()
    gone.process.wait()

    started = time.monotonic()
    person.type("yes i am safe")
    waited = time.monotonic() - started
    card, numbers = list(person.kinds), _numbers(person)
    gone.start()
    wait_until_healthy([gone])
    person.type("they've taken over my flat")

    assert "fallback" in card
    assert numbers >= NUMBERS
    assert waited < PROMISED
    assert "fallback" not in person.kinds


@pytest.mark.parametrize("name", ["actions", "rasa"])
def test_danger_is_answered_first_while_a_process_is_gone(fragile_system: RunningSystem, name: str) -> None:
    person = Conversation(fragile_system)
    gone = fragile_system.process(name)
    gone.process.kill()
    gone.process.wait()

    person.type("he is outside my door with a knife")
    gone.start()
    wait_until_healthy([gone])

    assert person.risk == "emergency"
    assert "999" in _numbers(person)
