"""Says which need a message brings, and how sure it is: logistic regression on all sentence features."""

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.utils.extmath import randomized_svd


STRENGTH = "strength"
MEANING_SCALE = "meaning_scale"
WORDING_SCALE = "wording_scale"
WORDING_PARTS = "wording_parts"
TEMPERATURE = "temperature"
RANKING = "ranking"
ITERATIONS = "iterations"
SEED = "seed"
WEIGHTS_FILE = "needs.npz"
LABELS_FILE = "needs.json"
MEANING_WIDTH = 384  # one vector of the encoder
LEAST_SPREAD = 1e-3  # some of the encoder's numbers never move
TOLERANCE = 3e-3

Floats = NDArray[np.float32]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NeedClassifier(GraphComponent, IntentClassifier):  # type: ignore[misc]  # rasa ships no types
    """Sets `intent` and the first few of `intent_ranking`, likeliest first."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Values chosen by measurement: docs/decisions/0002 and 0006.

        `strength` is the inverse of regularisation; the scales weigh the encoder's vectors against
        the n-grams; `wording_parts` is how many directions of the n-grams are learnt from;
        `temperature` makes confidence mean what it says.
        """
        return {
            STRENGTH: 1.0,
            MEANING_SCALE: 2.0,
            WORDING_SCALE: 2.0,
            WORDING_PARTS: 300,
            TEMPERATURE: 1.1,
            RANKING: 6,
            ITERATIONS: 150,
            SEED: 7,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._labels: list[str] = []
        self._weights: Floats = np.zeros((0, 0), np.float32)
        self._bias: Floats = np.zeros(0, np.float32)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NeedClassifier":
        """A component whose weights `train` will find."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the weights on every example that has an intent and text."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT) and e.get(INTENT)]
        meaning, wording = self._table(examples)
        self._fit(meaning, wording, [example.get(INTENT) for example in examples])
        self.persist()
        return self._resource

    def _fit(self, meaning: Floats, wording: csr_matrix, labels: list[str]) -> None:
        """Learn in few dimensions, then unfold the weights, so that reading a message is one product."""
        mean, spread = meaning.mean(0), meaning.std(0) + LEAST_SPREAD
        scale = self._config[MEANING_SCALE] / np.sqrt(MEANING_WIDTH) / spread
        directions = self._directions(wording)
        model = LogisticRegression(
            C=self._config[STRENGTH],
            max_iter=self._config[ITERATIONS],
            tol=TOLERANCE,
            class_weight="balanced",
            random_state=self._config[SEED],
        )
        model.fit(np.hstack([(meaning - mean) * scale, wording @ directions]).astype(np.float32), labels)
        split = meaning.shape[1]
        of_meaning = model.coef_.T[:split] * scale[:, None]
        self._labels = [str(label) for label in model.classes_]
        self._weights = np.vstack([of_meaning, directions @ model.coef_.T[split:]]).astype(np.float32)
        self._bias = (model.intercept_ - mean @ of_meaning).astype(np.float32)

    def _directions(self, wording: csr_matrix) -> Floats:
        parts = min(self._config[WORDING_PARTS], min(wording.shape) - 1)
        if parts < 1:
            return np.zeros((wording.shape[1], 0), np.float32)
        found = randomized_svd(wording, parts, n_iter=2, random_state=self._config[SEED])[2].T
        return np.asarray(self._config[WORDING_SCALE] * found, np.float32)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and its rivals; a message without text gets no intent and no confidence."""
        for message in messages:
            ranking = self._rank(message)
            first = ranking[0] if ranking else {INTENT_NAME_KEY: None, PREDICTED_CONFIDENCE_KEY: 0.0}
            message.set(INTENT, first, add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages

    def _rank(self, message: Message) -> list[dict[str, Any]]:
        if not message.get(TEXT) or not self._labels:
            return []
        chances = self._chances(message)
        order = np.argsort(-chances)[: self._config[RANKING]]
        return [
            {INTENT_NAME_KEY: self._labels[place], PREDICTED_CONFIDENCE_KEY: float(chances[place])}
            for place in order
        ]

    def _chances(self, message: Message) -> Floats:
        meaning, wording = self._features(message)
        split = meaning.shape[0]
        scores = meaning @ self._weights[:split] + self._bias
        scores += wording.data @ self._weights[split + wording.indices]
        scores /= self._config[TEMPERATURE]
        raised = np.exp(scores - scores.max())
        return np.asarray(raised / raised.sum(), np.float32)

    def _table(self, examples: list[Message]) -> tuple[Floats, csr_matrix]:
        rows = [self._features(example) for example in examples]
        return np.stack([meaning for meaning, _ in rows]), vstack([wording for _, wording in rows]).tocsr()

    def _features(self, message: Message) -> tuple[Floats, csr_matrix]:
        dense = message.get_dense_features(TEXT)[1]
        sparse = message.get_sparse_features(TEXT)[1]
        return (
            np.asarray(dense.features[0], np.float32) if dense else np.zeros(0, np.float32),
            sparse.features.tocsr() if sparse else csr_matrix((1, 0), dtype=np.float32),
        )

    def persist(self) -> None:
        """Write weights and labels into the model; no pickle, so a model file cannot carry code."""
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / WEIGHTS_FILE, weights=self._weights, bias=self._bias)
            (folder / LABELS_FILE).write_text(json.dumps(self._labels))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "NeedClassifier":
        """The component with the weights of a trained model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            with np.load(folder / WEIGHTS_FILE) as stored:
                component._weights, component._bias = stored["weights"], stored["bias"]
            component._labels = json.loads((folder / LABELS_FILE).read_text())
        return component
