"""Marks danger in a message; the last step, so that nothing after it can change what it found."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.utils.extmath import randomized_svd

from bot import turn
from bot.components.risk_messages import RISKS
from safety.risk import explain, screen
from vocabulary.risks import Risk, in_order


ENTITY = "risk"
STRENGTH = "strength"
SCALE = "scale"
WORDING_PARTS = "wording_parts"
THRESHOLDS = "thresholds"
DOUBT = "doubt"
BESIDE = "beside"
BY_PATTERN_ONLY = "by_pattern_only"
HARMLESS_INTENTS = "harmless_intents"
HARMLESS_WEIGHT = "harmless_weight"
ITERATIONS = "iterations"
SEED = "seed"
WEIGHTS_FILE = "risks.npz"
MEANING_WIDTH = 384  # one vector of the encoder
LEAST_SPREAD = 1e-3  # some of the encoder's numbers never move
TOLERANCE = 3e-3
ORDER = tuple(Risk)

Floats = NDArray[np.float32]
Marks = NDArray[np.bool_]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class RiskDetector(GraphComponent, EntityExtractorMixin):  # type: ignore[misc]  # rasa ships no types
    """Adds one `risk` entity for each kind of danger, the leading one first; the intent is left alone."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Values chosen by messages that the encoder never saw; docs/decisions/0006 has their curves.

        A risk is marked when its score (log odds of balanced classes) is above its threshold, or when a
        pattern finds it and the score is not below its `doubt`: then the words only look like danger. Where
        one danger is marked, another needs less by `beside`: there is danger, and it may be of both kinds.
        `by_pattern_only` names intents whose own answer goes before a learnt score of this danger: being
        watched is met by few words and a way out, unless a pattern finds more.
        `harmless_intents` are needs whose phrases count as harmless, unless a pattern alarms; each weighs
        `harmless_weight`.
        """
        return {
            STRENGTH: 0.03,
            SCALE: 2.0,
            WORDING_PARTS: 300,
            THRESHOLDS: {"overdose": 0.9, "emergency": 0.2, "suicide": 0.8, "child": 1.6},
            DOUBT: {"overdose": -0.3, "emergency": -1.0, "suicide": -0.7, "child": -0.4},
            BESIDE: 1.0,
            BY_PATTERN_ONLY: {"being_watched": "emergency"},
            HARMLESS_INTENTS: [
                "housing",
                "money_help",
                "out_of_scope",
                "rights_court_compensation",
                "give_area",
                "greet",
                "thank",
                "goodbye",
            ],
            HARMLESS_WEIGHT: 0.3,
            ITERATIONS: 200,
            SEED: 7,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._weights: Floats = np.zeros((0, len(ORDER)), np.float32)
        self._bias: Floats = np.zeros(len(ORDER), np.float32)
        self._limits = np.array([config[THRESHOLDS][risk.value] for risk in ORDER], np.float32)
        self._doubts = np.array([config[DOUBT][risk.value] for risk in ORDER], np.float32)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "RiskDetector":
        """A component whose weights `train` will find."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit one classifier for each risk on the risk messages and the harmless intents."""
        examples = [e for e in training_data.training_examples if e.get(TEXT) and self._teaches(e)]
        shown = np.array([[risk in (e.get(RISKS) or ()) for risk in ORDER] for e in examples])
        trust = np.array([self._config[HARMLESS_WEIGHT] if e.get(RISKS) is None else 1.0 for e in examples])
        rows = [_features(example) for example in examples]
        meaning, wording = np.stack([row[0] for row in rows]), vstack([row[1] for row in rows]).tocsr()
        self._fit(meaning, wording, shown=shown, trust=trust)
        self.persist()
        return self._resource

    def _teaches(self, example: Message) -> bool:
        if example.get(RISKS) is not None:
            return True
        return example.get(INTENT) in self._config[HARMLESS_INTENTS] and not screen(example.get(TEXT))

    def _fit(self, meaning: Floats, wording: csr_matrix, *, shown: Marks, trust: NDArray[np.float64]) -> None:
        """Learn in few dimensions, then unfold the weights, so that reading a message is one product."""
        mean, spread = meaning.mean(0), meaning.std(0) + LEAST_SPREAD
        scale = self._config[SCALE] / np.sqrt(MEANING_WIDTH) / spread
        directions = self._directions(wording)
        table = np.hstack([(meaning - mean) * scale, wording @ directions]).astype(np.float32)
        models = [self._one(table, shown[:, place], trust) for place in range(len(ORDER))]
        learnt = np.hstack([model.coef_.T for model in models])
        split = meaning.shape[1]
        of_meaning = learnt[:split] * scale[:, None]
        self._weights = np.vstack([of_meaning, directions @ learnt[split:]]).astype(np.float32)
        intercepts = np.array([model.intercept_[0] for model in models])
        self._bias = (intercepts - mean @ of_meaning).astype(np.float32)

    def _one(self, table: Floats, shown: Marks, trust: NDArray[np.float64]) -> LogisticRegression:
        # Balanced by trust, not by count: many light harmless rows must not drown the few risky ones.
        weight = np.where(shown, trust[~shown].sum() / trust[shown].sum(), 1.0) * trust
        model = LogisticRegression(
            C=self._config[STRENGTH],
            max_iter=self._config[ITERATIONS],
            tol=TOLERANCE,
            random_state=self._config[SEED],
        )
        return model.fit(table, shown, weight)

    def _directions(self, wording: csr_matrix) -> Floats:
        parts = min(self._config[WORDING_PARTS], min(wording.shape) - 1)
        if parts < 1:
            return np.zeros((wording.shape[1], 0), np.float32)
        found = randomized_svd(wording, parts, random_state=self._config[SEED])[2].T
        return np.asarray(self._config[SCALE] * found, np.float32)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to those that are there already."""
        for message in messages:
            risks = self._risks(message)
            turn.weigh(tuple(risk.value for risk in risks))
            found = [_entity(risk) for risk in risks]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages

    def _risks(self, message: Message) -> tuple[Risk, ...]:
        """What was learnt to be danger, and what the patterns found unless it was learnt to be none."""
        found = explain(message.get(TEXT) or "")
        scores = self._scores(message)
        if scores is None:
            return in_order(each.risk for each in found)
        shown = _among(each.risk for each in found)
        certain = _among(each.risk for each in found if each.certain)
        limits = np.where(_among(self._answered(message)), np.inf, self._limits)
        marked = mark(
            scores,
            by_pattern=shown & ((scores > self._doubts) | certain),
            limits=limits,
            beside=self._config[BESIDE],
        )
        return in_order(risk for risk, is_marked in zip(ORDER, marked, strict=True) if is_marked)

    def _answered(self, message: Message) -> tuple[Risk, ...]:
        """The dangers that the message's intent answers by itself."""
        intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
        answered = self._config[BY_PATTERN_ONLY].get(intent)
        return (Risk(answered),) if answered else ()

    def _scores(self, message: Message) -> Floats | None:
        """One score a risk, in the order of ORDER; None where nothing was learnt or there are no words."""
        if not message.get(TEXT) or not len(self._weights):
            return None
        meaning, wording = _features(message)
        split = meaning.shape[0]
        scores = meaning @ self._weights[:split] + self._bias
        return np.asarray(scores + wording.data @ self._weights[split + wording.indices], np.float32)

    def persist(self) -> None:
        """Write the weights into the model; no pickle, so a model file cannot carry code."""
        with self._storage.write_to(self._resource) as folder:
            np.savez(folder / WEIGHTS_FILE, weights=self._weights, bias=self._bias)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "RiskDetector":
        """The component with the weights of a trained model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / WEIGHTS_FILE) as stored:
            component._weights, component._bias = stored["weights"], stored["bias"]
        return component


def mark(scores: Floats, *, by_pattern: Marks, limits: Floats, beside: float) -> Marks:
    """What patterns or scores mark, and what needs less by `beside` where something is marked already.

    Arrays of the dangers in the order of ORDER, of one message or of a row a message.
    """
    first: Marks = by_pattern | (scores > limits)
    more: Marks = first.any(-1, keepdims=True) & (scores > limits - beside)
    return np.logical_or(first, more)


def _among(risks: Iterable[Risk]) -> Marks:
    wanted = set(risks)
    return np.array([risk in wanted for risk in ORDER])


def _features(message: Message) -> tuple[Floats, csr_matrix]:
    dense = message.get_dense_features(TEXT)[1]
    sparse = message.get_sparse_features(TEXT)[1]
    return (
        np.asarray(dense.features[0], np.float32) if dense else np.zeros(0, np.float32),
        sparse.features.tocsr() if sparse else csr_matrix((1, 0), dtype=np.float32),
    )


def _entity(risk: Risk) -> dict[str, Any]:
    # No start and end: the danger is in the whole message, and a place would point at the person's words.
    return {"entity": ENTITY, "value": risk.value, "extractor": RiskDetector.__name__}
