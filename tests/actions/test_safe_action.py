"""No exception leaves an action: a 500 of the action server would hold the person's words."""

import inspect
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions import safe_action
from actions.safe_action import SafeAction


def every_action() -> list[SafeAction]:
    """Every action that the action server registers."""
    executor = ActionExecutor()
    executor.register_package("actions")
    return [found.__self__ for found in executor.actions.values()]


def a_tracker(text: str) -> Tracker:
    """A tracker whose latest message has a text and a need."""
    latest = {
        "text": text,
        "intent": {"name": "cuckooing"},
        "intent_ranking": [{"name": "cuckooing", "confidence": 0.9}],
        "entities": [{"entity": "risk", "value": "emergency"}],
        "message_id": "m",
        "metadata": {"visit": "0" * 32},
    }
    return Tracker("sender", {"needs": ["cuckooing"]}, latest, [], False, None, {}, "action_listen")


@pytest.mark.parametrize("action", every_action(), ids=lambda action: action.name())
def test_an_action_that_breaks_answers_with_the_fixed_card_and_says_no_word(
    action: SafeAction, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Any:
        raise RuntimeError("MARKER-TEXT in an exception")

    monkeypatch.setattr(safe_action, "runtime", broken)
    dispatcher = CollectingDispatcher()

    events = action.run(dispatcher, a_tracker("MARKER-TEXT"), {})

    assert events == []
    assert [message["response"] for message in dispatcher.messages] == ["utter_fallback"]
    assert "MARKER-TEXT" not in "".join(capfd.readouterr())


def test_every_action_of_the_package_is_safe() -> None:
    assert every_action()
    assert all(isinstance(action, SafeAction) for action in every_action())


def test_every_action_is_short() -> None:
    for action in every_action():
        lines = inspect.getsource(type(action).act).splitlines()
        assert len(lines) <= 30, action.name()


def test_the_domain_and_the_package_name_the_same_actions() -> None:
    import yaml

    domain = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text(encoding="utf-8"))
    named = {name if isinstance(name, str) else next(iter(name)) for name in domain["actions"]}

    assert named == {action.name() for action in every_action()}
