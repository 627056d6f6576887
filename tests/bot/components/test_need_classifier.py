"""The classifier ranks what it was taught, and stores numbers only."""

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.components.need_classifier import NeedClassifier


RANDOM = np.random.default_rng(3)
CENTRES = {name: RANDOM.normal(size=12) for name in ("cuckooing", "drug_debt", "missing", "greet")}


def _message(intent, *, text="words", noise=0.1):
    message = Message({TEXT: text, INTENT: intent})
    dense = (CENTRES[intent] + RANDOM.normal(scale=noise, size=12)).astype(np.float32)
    sparse = csr_matrix(np.abs(dense[:5] + 1))
    for values in (dense.reshape(1, -1), sparse):
        message.add_features(Features(values, FEATURE_TYPE_SENTENCE, TEXT, "test"))
    return message


@pytest.fixture
def parts(tmp_path):
    config = {**NeedClassifier.get_default_config(), "ranking": 3, "strength": 100.0}
    return config, LocalModelStorage(tmp_path), Resource("needs"), ExecutionContext(GraphSchema({}))


@pytest.fixture
def trained(parts):
    classifier = NeedClassifier.create(*parts)
    classifier.train(TrainingData([_message(name) for name in CENTRES for _ in range(20)]))
    return classifier


@pytest.mark.parametrize("intent", CENTRES)
def test_what_was_taught_is_recognised(trained, intent):
    message = _message(intent)

    trained.process([message])

    assert message.get(INTENT)["name"] == intent
    assert message.get(INTENT)["confidence"] > 0.5


def test_the_ranking_is_short_and_likeliest_first(trained):
    message = _message("missing")
    trained.process([message])
    confidences = [guess["confidence"] for guess in message.get("intent_ranking")]

    assert len(confidences) == 3
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) <= 1.0001


def test_a_loaded_classifier_says_what_the_trained_one_said(trained, parts):
    loaded = NeedClassifier.load(*parts)
    message = _message("drug_debt")
    trained.process([message])
    before = message.get("intent_ranking")

    loaded.process([message])

    assert loaded is not trained
    assert message.get("intent_ranking") == before


def test_one_message_is_read_as_many_are(trained):
    messages = [_message(name) for name in CENTRES]
    trained.process(messages)
    together = [message.get("intent_ranking") for message in messages]
    for message in messages:
        trained.process([message])

    assert [message.get("intent_ranking") for message in messages] == together


def test_a_message_without_text_has_no_intent(trained):
    message = Message({TEXT: ""})

    trained.process([message])

    assert message.get(INTENT) == {"name": None, "confidence": 0.0}


def test_a_model_file_holds_no_code(trained, tmp_path):
    files = [path for path in tmp_path.rglob("*") if path.is_file()]

    assert {path.suffix for path in files} == {".npz", ".json"}
    for path in files:
        if path.suffix == ".npz":
            np.load(path, allow_pickle=False)["weights"]


def test_a_higher_temperature_is_less_sure(trained):
    sure = _message("missing")
    trained.process([sure])
    before = sure.get(INTENT)["confidence"]
    trained._config["temperature"] = 3.0

    trained.process([sure])

    assert sure.get(INTENT)["confidence"] < before
