"""The person's words, postcode and token are in no file that the running system wrote."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from signpost.processes import Running, stop_all, wait_until_healthy
from tests.running import RunningSystem, running_system
from tests.talking import Conversation


pytestmark = pytest.mark.model
SENTENCES = (
    "they took over my flat {marker} and i owe them money",
    "my name is Zebedee{marker} and my number is 07700 900123",
    "{marker} wants to kill me he is outside my door now",
    "i live at TF1 {marker} 9ZZ",
    '/stop_and_forget{{"area": "{marker}"}}',
    "{marker}",
)


@pytest.fixture(scope="module")
def broken_system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    """A system of its own, because these tests break its action server in the middle of a conversation."""
    with running_system(tmp_path_factory.mktemp("traceless")) as running:
        yield running


def _files_with(system: RunningSystem, secrets: tuple[str, ...]) -> list[Path]:
    wanted = [secret.encode() for secret in secrets]
    return [path for path in system.written_files() if any(word in path.read_bytes() for word in wanted)]


@contextmanager
def _actions_without_a_database(system: RunningSystem) -> Iterator[Running]:
    """The system with an action server that finds no database, for as long as the block lasts."""
    working = system.process("actions")
    nowhere = f"sqlite:///{system.settings.home / 'no-such-folder' / 'signpost.sqlite'}"
    broken = Running(working.plan, working.log, {**working.environment, "SIGNPOST_DATABASE_URL": nowhere})
    stop_all([working])
    broken.start()
    try:
        wait_until_healthy([broken])
        yield broken
    finally:
        stop_all([broken])
        working.start()
        wait_until_healthy([working])


def test_words_typed_into_a_conversation_are_written_nowhere(broken_system: RunningSystem) -> None:
    marker = f"MARKER{uuid4().hex[:10]}"
    person = Conversation(broken_system)
    for sentence in SENTENCES:
        person.type(sentence.format(marker=marker))

    assert _files_with(broken_system, (marker, person.reply["conversation"], "07700 900123")) == []


def test_words_in_a_message_whose_action_fails_are_written_nowhere(broken_system: RunningSystem) -> None:
    marker = f"MARKER{uuid4().hex[:10]}"
    person = Conversation(broken_system)
    log = broken_system.process("actions").log
    failed_before = log.read_text(encoding="utf-8").count("action_failed")

    with _actions_without_a_database(broken_system):
        person.type("they've taken over my flat and I owe them money")
        person.choose("Yes, I am safe")
        person.type(f"{marker} i live in telford, my name is Zebedee{marker}")
        kinds = person.kinds

    assert "fallback" in kinds
    assert log.read_text(encoding="utf-8").count("action_failed") > failed_before
    assert _files_with(broken_system, (marker, person.reply["conversation"])) == []


def test_words_in_flight_when_the_action_server_dies_are_written_nowhere(
    broken_system: RunningSystem,
) -> None:
    marker = f"MARKER{uuid4().hex[:10]}"
    person = Conversation(broken_system)
    actions = broken_system.process("actions")
    actions.process.kill()
    actions.process.wait()

    person.type(f"they took over my flat {marker}")
    actions.start()
    wait_until_healthy([actions])

    assert person.kinds[-1] == "fallback" or "fallback" in person.kinds
    assert _files_with(broken_system, (marker,)) == []
