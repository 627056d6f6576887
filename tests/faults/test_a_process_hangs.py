"""The action server or the engine hangs, for a moment or for good: the fixed card, then the chat goes on."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from signpost import watching
from signpost.commands.running import LOOK_EVERY
from signpost.processes import Running
from tests.faults.people import SENTENCE, Outcome, Person
from tests.faults.supervised import Supervised
from tests.talking import Conversation


pytestmark = [pytest.mark.model, pytest.mark.slow]
AT_MOST = (
    10.0  # seconds; the promise is three, a busy machine may add its own, and a hang would last for ever
)
BOTH = pytest.mark.parametrize("name", ["actions", "rasa"])


@contextmanager
def _hanging(process: Running) -> Iterator[None]:
    os.kill(process.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process.process.pid, signal.SIGCONT)


@BOTH
def test_while_a_process_hangs_the_fixed_card_answers_and_afterwards_the_chat(
    watched: Supervised, name: str
) -> None:
    person = Person(watched.system)
    person.open()

    with _hanging(watched.system.process(name)):
        told = person.type(SENTENCE)
        has_numbers = person.has_numbers
    watched.heal()
    goes_on = person.find_services()

    assert told.outcome is Outcome.FIXED_CARD
    assert told.seconds < AT_MOST
    assert has_numbers
    assert goes_on


@BOTH
def test_while_a_process_hangs_danger_is_answered_first(watched: Supervised, name: str) -> None:
    person = Conversation(watched.system)

    with _hanging(watched.system.process(name)):
        person.type("he is outside my door with a knife")
    watched.heal()

    assert person.risk == "emergency"
    assert "999" in str(person.messages[0]["services"])


@BOTH
def test_a_process_that_hangs_for_good_is_replaced(
    watched: Supervised, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK_AT_HEALTH_EVERY", 1.0)
    monkeypatch.setattr(watching, "MOST_MISSES", 2)
    watched.heal()
    time.sleep(2 * LOOK_EVERY)  # the watch has seen it well
    hung = watched.system.process(name).process

    os.kill(hung.pid, signal.SIGSTOP)
    watched.heal()

    assert hung.returncode == -signal.SIGKILL
    assert f"The {name} process no longer answered. It is started again." in watched.told
