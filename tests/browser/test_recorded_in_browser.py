"""The recorded conversations, played on the chat page in a real browser against the whole running system."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conversing import BrowserConversation
from tests.running import RunningSystem
from tests.talking import play, recorded_conversations


pytestmark = [pytest.mark.model, pytest.mark.slow]
PHONE = {"width": 360, "height": 720}
EVERY = recorded_conversations(by_page=True)
ALSO_WITHOUT_SCRIPT = [path for path in EVERY if path.parent.name in {"happy_path", "crisis"}]


@pytest.fixture
def scripted(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone whose browser runs scripts."""
    with chromium.new_context(viewport=PHONE) as context:
        yield context


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[BrowserContext]:
    """A phone whose browser runs none."""
    with chromium.new_context(viewport=PHONE, java_script_enabled=False) as context:
        yield context


def test_at_least_fifty_recordings_are_played_with_the_script_and_without() -> None:
    assert len(ALSO_WITHOUT_SCRIPT) >= 50
    assert set(ALSO_WITHOUT_SCRIPT) <= set(EVERY)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_recorded_conversation_goes_as_written_with_the_script(
    system: RunningSystem, scripted: BrowserContext, path: Path
) -> None:
    person = BrowserConversation(scripted, system.address)
    play(person, path)

    assert person.trouble == []
    assert scripted.cookies() == []


@pytest.mark.parametrize("path", ALSO_WITHOUT_SCRIPT, ids=lambda path: path.stem)
def test_a_recorded_conversation_goes_as_written_without_the_script(
    system: RunningSystem, scriptless: BrowserContext, path: Path
) -> None:
    person = BrowserConversation(scriptless, system.address)
    play(person, path)

    assert person.trouble == []
    assert scriptless.cookies() == []
