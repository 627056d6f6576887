"""The recorded conversations, played over HTTP against the whole running system."""

from pathlib import Path

import pytest

from tests.running import RunningSystem
from tests.talking import Conversation, play, recorded_conversations


pytestmark = pytest.mark.model


@pytest.mark.parametrize("path", recorded_conversations(), ids=lambda path: path.stem)
def test_a_recorded_conversation_goes_as_written(system: RunningSystem, path: Path) -> None:
    play(Conversation(system), path)
