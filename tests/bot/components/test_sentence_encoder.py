"""The encoder gives the vectors its authors published, whatever a person types."""

import numpy as np
import onnxruntime
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from bot.components import encoder_graph
from bot.components.encoder_weights import TUNED, read_weights
from bot.components.readable import readable
from bot.components.sentence_encoder import SentenceEncoder


pytestmark = [pytest.mark.model, pytest.mark.slow]

SAID = "That is a happy person"
# The similarities that the model's authors print on its page for their own example.
PUBLISHED = {
    "That is a very happy person": 0.943,
    "That is a happy dog": 0.695,
    "Today is a sunny day": 0.257,
}


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    storage = LocalModelStorage(tmp_path_factory.mktemp("model"))
    resource, context = Resource("encoder"), ExecutionContext(GraphSchema({}))
    config = SentenceEncoder.get_default_config()
    SentenceEncoder.create(config, storage, resource, context).train(TrainingData([]))
    return SentenceEncoder.load(config, storage, resource, context)


@pytest.fixture(scope="module")
def published():
    """The graph with the weights of the model's authors, before it is cut down to eight bits."""
    return _exact(load_file(encoder_graph.encoder_folder() / "model.safetensors"))


@pytest.fixture(scope="module")
def tuned():
    """The graph with the weights that ship."""
    return _exact(read_weights(TUNED))


def _exact(weights):
    folder = encoder_graph.encoder_folder()
    shape = encoder_graph.Shape.read(folder / "config.json")
    graph = encoder_graph.build_graph(weights, shape)
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()

    def encode(text, padding=0):
        ids = tokenizer.encode(text).ids
        seen = [1] * len(ids) + [0] * padding
        given = {"ids": np.array([ids + [0] * padding]), "mask": np.array([seen])}
        return session.run(["embedding"], given)[0][0]

    return encode


def _vector(trained, text):
    message = Message({TEXT: text})
    trained.process([message])
    return message.get_dense_features(TEXT)[1].features[0]


def _embedding(trained, text):
    return _vector(trained, text)[:384]


@pytest.mark.parametrize(("other", "similarity"), PUBLISHED.items())
def test_the_graph_gives_the_published_similarities(published, other, similarity):
    assert float(published(SAID) @ published(other)) == pytest.approx(similarity, abs=0.002)


def test_padding_changes_nothing(tuned):
    assert tuned(SAID, padding=9) == pytest.approx(tuned(SAID), abs=1e-5)


def test_eight_bits_keep_the_meaning(trained, tuned):
    for text in (SAID, "they've taken over my flat and I owe them money", "help", "my nan's house " * 20):
        assert float(_embedding(trained, text) @ tuned(readable(text))) > 0.97


def test_a_message_has_one_vector_whatever_its_neighbours(trained):
    alone = _vector(trained, SAID)
    together = [Message({TEXT: SAID}), Message({TEXT: "a much longer message about something else " * 9})]
    trained.process(together)

    assert (together[0].get_dense_features(TEXT)[1].features[0] == alone).all()


def test_a_middle_layer_stands_beside_the_embedding(trained):
    vector = _vector(trained, SAID)

    assert vector.shape == (768,)
    assert float(np.linalg.norm(vector[:384])) == pytest.approx(1, abs=1e-5)


def test_a_message_without_text_is_left_alone(trained):
    message = Message({TEXT: ""})

    trained.process([message])

    assert not message.features


@pytest.mark.parametrize("text", ["\ud800", "😀", "\u202e\u200b", "\x00", "a" * 2000, "الشرطة", "ｆｌａｔ"])
def test_odd_characters_have_a_vector_too(trained, text):
    assert np.isfinite(_vector(trained, text)).all()


@pytest.mark.parametrize(
    ("typed", "read"), [("don’t", "don't"), ("ｆｌａｔ", "flat"), ("fl\u200bat", "flat"), ("a\nb", "a b")]
)
def test_disguises_that_a_reader_does_not_see_are_taken_off(typed, read):
    assert readable(typed) == read


def test_without_its_package_training_says_what_to_do(monkeypatch):
    monkeypatch.setattr(encoder_graph, "find_spec", lambda name: None)

    with pytest.raises(encoder_graph.EncoderMissing, match="make install"):
        encoder_graph.encoder_folder()
