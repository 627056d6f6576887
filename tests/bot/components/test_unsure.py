"""A doubtful guess becomes a question; the guesses stay for its buttons."""

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.components.unsure import Unsure


def _message(*confidences):
    ranking = [{"name": f"need_{place}", "confidence": c} for place, c in enumerate(confidences)]
    first = ranking[0] if ranking else {"name": None, "confidence": 0.0}
    return Message({"text": "words", "intent": first, "intent_ranking": ranking})


@pytest.fixture
def unsure():
    return Unsure({"threshold": 0.4, "margin": 0.1})


@pytest.mark.parametrize(
    ("confidences", "falls_back"),
    [
        ((0.4, 0.3), False),
        ((0.39, 0.1), True),
        ((0.5, 0.39), False),
        ((0.5, 0.41), True),
        ((0.9,), False),
        ((0.1,), True),
        ((), True),
    ],
)
def test_a_guess_is_doubted_below_the_threshold_or_close_to_its_rival(unsure, confidences, falls_back):
    message = _message(*confidences)

    unsure.process([message])

    assert (message.get("intent")["name"] == "nlu_fallback") is falls_back


def test_the_guesses_stay_in_the_ranking(unsure):
    message = _message(0.3, 0.25, 0.2)
    before = list(message.get("intent_ranking"))

    unsure.process([message])

    assert message.get("intent_ranking") == before
    assert message.get("intent") == {"name": "nlu_fallback", "confidence": 0.3}


def test_it_must_stand_after_a_classifier():
    from rasa.nlu.classifiers.classifier import IntentClassifier

    assert Unsure.required_components() == [IntentClassifier]
