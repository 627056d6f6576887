"""Danger is marked last, whatever the guess was, and nothing can take the mark away."""

from pathlib import Path

import pytest
import yaml
from rasa.shared.nlu.training_data.message import Message

from bot.components.risk_detector import RiskDetector
from vocabulary.risks import Risk


ROOT = Path(__file__).parents[3]


@pytest.fixture
def detector(monkeypatch):
    found = {"he has a knife": (Risk.CHILD, Risk.EMERGENCY)}
    monkeypatch.setattr("bot.components.risk_detector.screen", lambda text: found.get(text, ()))
    return RiskDetector({})


def _risks(message):
    return [entity["value"] for entity in message.get("entities") if entity["entity"] == "risk"]


def test_each_danger_is_an_entity_and_the_leading_one_is_first(detector):
    message = Message({"text": "he has a knife"})

    detector.process([message])

    assert _risks(message) == ["emergency", "child"]
    assert all(entity["extractor"] == "RiskDetector" for entity in message.get("entities"))


def test_no_danger_gives_no_entity(detector):
    message = Message({"text": "good morning"})

    detector.process([message])

    assert message.get("entities") == []


def test_the_intent_and_other_entities_are_left_alone(detector):
    other = {"entity": "area", "value": "E06000020"}
    message = Message({"text": "he has a knife", "intent": {"name": "greet"}, "entities": [other]})

    detector.process([message])

    assert message.get("intent") == {"name": "greet"}
    assert other in message.get("entities")


def test_an_entity_does_not_point_at_the_persons_words(detector):
    message = Message({"text": "he has a knife"})

    detector.process([message])

    assert all({"start", "end"}.isdisjoint(entity) for entity in message.get("entities"))


def test_the_detector_is_the_last_step_of_the_pipeline():
    """Trap 7: a later component could change what was found."""
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]

    assert pipeline[-1]["name"] == "bot.components.risk_detector.RiskDetector"
    assert pipeline[-2]["name"] == "bot.components.unsure.Unsure"


def test_a_message_without_text_is_safe(detector):
    message = Message({"text": None})

    detector.process([message])

    assert message.get("entities") == []
