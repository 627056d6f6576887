"""The person's words, postcode and token are in no file that the running system wrote."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from signpost.processes import wait_until_healthy
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
    """A system of its own, because this test takes its database away in the middle of a conversation."""
    with running_system(tmp_path_factory.mktemp("traceless")) as running:
        yield running


def _files_with(system: RunningSystem, secrets: tuple[str, ...]) -> list[Path]:
    wanted = [secret.encode() for secret in secrets]
    return [path for path in system.written_files() if any(word in path.read_bytes() for word in wanted)]


def test_words_typed_into_a_conversation_are_written_nowhere_not_even_when_an_action_fails(
    broken_system: RunningSystem,
) -> None:
    marker = f"MARKER{uuid4().hex[:10]}"
    person = Conversation(broken_system)
    token = person.reply["conversation"]
    for sentence in SENTENCES:
        person.type(sentence.format(marker=marker))

    database = Path(broken_system.settings.database_url.removeprefix("sqlite:///"))
    hidden = database.with_name("away.sqlite")
    database.rename(hidden)  # the actions' next look-up fails, whatever the action is
    database.mkdir()
    for sentence in SENTENCES:
        person.type(sentence.format(marker=marker))
    failing = person.kinds
    database.rmdir()
    hidden.rename(database)

    assert failing
    assert _files_with(broken_system, (marker, token, "07700 900123")) == []


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
