"""Danger is marked last, whatever the guess was, and nothing can take the mark away."""

import time
from itertools import count
from pathlib import Path

import numpy as np
import pytest
import yaml
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.components.risk_detector import RiskDetector
from bot.components.risk_messages import RISKS
from safety.risk import Finding
from vocabulary.risks import Risk


ROOT = Path(__file__).parents[3]


RANDOM = np.random.default_rng(5)
CENTRES = {kind: RANDOM.normal(size=12) for kind in (*Risk, "none", "housing", "cuckooing")}
NUMBERS = count()
MILLISECONDS = 2  # promised for each message


def _felt(kind, **data):
    """A message without a keyword whose features lie near its kind's."""
    text = f"taught as {next(NUMBERS)}" if RISKS in data else "words"  # no message is asked that was taught
    message = Message({TEXT: text, **data})
    dense = (CENTRES[kind] + RANDOM.normal(scale=0.1, size=12)).astype(np.float32)
    for values in (dense.reshape(1, -1), csr_matrix(np.abs(dense[:5] + 1))):
        message.add_features(Features(values, FEATURE_TYPE_SENTENCE, TEXT, "test"))
    return message


@pytest.fixture
def parts(tmp_path):
    limits = {risk.value: 0.0 for risk in Risk}
    changes = {
        "strength": 100.0,
        "thresholds": limits,
        "doubt": dict.fromkeys(limits, -1000.0),
        "beside": 0.0,
    }
    config = RiskDetector.get_default_config() | changes
    return config, LocalModelStorage(tmp_path), Resource("risks"), ExecutionContext(GraphSchema({}))


@pytest.fixture
def trained(parts):
    detector = RiskDetector.create(*parts)
    rows = [_felt(risk, **{RISKS: (risk,)}) for risk in Risk for _ in range(20)]
    rows += [_felt("none", **{RISKS: ()}) for _ in range(40)]
    rows += [_felt("housing", **{INTENT: "housing"}) for _ in range(20)]
    detector.train(TrainingData(rows))
    return detector


@pytest.fixture
def detector(parts, monkeypatch):
    found = {"he has a knife": (Risk.CHILD, Risk.EMERGENCY)}
    monkeypatch.setattr(
        "bot.components.risk_detector.explain",
        lambda text: [Finding(risk, "made-up", certain=False) for risk in found.get(text, ())],
    )
    return RiskDetector.create(*parts)


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
    assert pipeline[-2]["name"] == "bot.components.language.OtherLanguage"


def test_a_message_without_text_is_safe(detector):
    message = Message({"text": None})

    detector.process([message])

    assert message.get("entities") == []


@pytest.mark.parametrize("risk", Risk)
def test_danger_without_a_keyword_is_learnt(trained, risk):
    message = _felt(risk)

    trained.process([message])

    assert _risks(message) == [risk.value]


@pytest.mark.parametrize("kind", ["none", "housing"])
def test_what_was_taught_as_harmless_raises_nothing(trained, kind):
    message = _felt(kind)

    trained.process([message])

    assert _risks(message) == []


@pytest.mark.parametrize(("doubt", "marked"), [(-1000.0, True), (1000.0, False)])
def test_a_pattern_stands_unless_it_was_learnt_that_such_words_are_harmless(parts, trained, doubt, marked):
    config, *rest = parts
    message = _felt("none", **{TEXT: "there is blood everywhere"})

    RiskDetector.load({**config, "doubt": dict.fromkeys(Risk, doubt)}, *rest).process([message])

    assert ("emergency" in _risks(message)) is marked


@pytest.mark.parametrize(("kind", "marked"), [(Risk.SUICIDE, set(Risk)), ("none", set())])
def test_another_danger_needs_less_where_one_is_marked_and_nothing_where_none_is(
    parts, trained, kind, marked
):
    config, *rest = parts
    message = _felt(kind)

    RiskDetector.load({**config, "beside": 1000.0}, *rest).process([message])

    assert set(map(Risk, _risks(message))) == marked


@pytest.mark.parametrize(("text", "marked"), [("words", False), ("he has a knife at my throat", True)])
def test_being_watched_is_an_emergency_only_where_a_pattern_finds_one(trained, text, marked):
    message = _felt(Risk.EMERGENCY, **{TEXT: text, INTENT: {"name": "being_watched"}})

    trained.process([message])

    assert ("emergency" in _risks(message)) is marked


def test_a_plain_statement_stands_whatever_was_learnt_of_such_words(parts, trained):
    config, *rest = parts
    message = _felt("none", **{TEXT: "I'm 17 and I use ket every day"})

    RiskDetector.load({**config, "doubt": dict.fromkeys(Risk, 1000.0)}, *rest).process([message])

    assert _risks(message) == ["child"]


def test_where_nothing_was_learnt_the_patterns_stand_alone(detector):
    message = Message({"text": "he has a knife"})

    detector.process([message])

    assert "emergency" in _risks(message)


def test_a_learned_danger_adds_to_what_a_pattern_found(trained):
    message = _felt(Risk.CHILD, **{TEXT: "I want to die"})

    trained.process([message])

    assert _risks(message) == ["suicide", "child"]


def test_a_higher_threshold_alarms_less(parts, trained):
    config, *rest = parts
    config = {**config, "thresholds": {risk.value: 1000.0 for risk in Risk}}
    strict = RiskDetector.load(config, *rest)
    message = _felt(Risk.OVERDOSE)

    strict.process([message])

    assert _risks(message) == []


def test_a_loaded_detector_says_what_the_trained_one_said(trained, parts):
    loaded = RiskDetector.load(*parts)
    messages = [_felt(kind) for kind in CENTRES]
    before = [trained._scores(message) for message in messages]

    assert all((loaded._scores(one) == score).all() for one, score in zip(messages, before, strict=True))


def test_only_harmless_intents_and_risk_messages_teach(trained):
    taught = Message({TEXT: "words", INTENT: "housing"})
    alarming = Message({TEXT: "I want to die", INTENT: "housing"})
    other = Message({TEXT: "words", INTENT: "cuckooing"})

    assert [trained._teaches(message) for message in (taught, alarming, other)] == [True, False, False]


def test_a_model_file_holds_no_code(trained, tmp_path):
    (stored,) = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert set(np.load(stored, allow_pickle=False)) == {"weights", "bias", "keys", "marks"}


def test_it_costs_less_than_two_milliseconds(trained):
    messages = [
        _felt("none", **{TEXT: "they have taken over my flat and I owe them money"}) for _ in range(200)
    ]
    trained.process(messages[:20])
    started = time.thread_time()  # the other threads are still busy with learning

    trained.process(messages)

    assert (time.thread_time() - started) * 1000 / len(messages) < MILLISECONDS


@pytest.mark.model
@pytest.mark.slow
def test_a_trained_assistant_marks_what_it_was_taught(small_model):
    from bot.understanding import Understanding

    danger, harmless = Understanding(small_model).understand(["I want to die", "good morning"])

    assert danger.risks == (Risk.SUICIDE,)
    assert harmless.risks == ()
