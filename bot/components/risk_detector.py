"""Marks danger in a message; the last step, so that nothing after it can change what it found."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot import turn
from bot.components.risk_messages import RISKS
from bot.components.risk_scores import ORDER, Examples, Fitting, Floats, Marks, RiskScores, fit, mark
from bot.components.taught_risks import TaughtRisks
from safety.details.only import is_only_details
from safety.risk import denied, explain, screen
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
FITTING = (STRENGTH, SCALE, WORDING_PARTS, ITERATIONS, SEED)


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
        watched is met by few words and a way out, unless a pattern finds more. So does a message that only
        denies a danger.
        `harmless_intents` are needs whose phrases count as harmless, unless a pattern alarms; each weighs
        `harmless_weight`.
        """
        return {
            STRENGTH: 0.03,
            SCALE: 2.0,
            WORDING_PARTS: 300,
            THRESHOLDS: {"overdose": 0.4, "emergency": 0.0, "suicide": 0.2, "child": 1.5},
            DOUBT: {"overdose": -0.3, "emergency": -1.0, "suicide": -0.4, "child": -0.4},
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
        self._learnt: RiskScores | None = None
        self._taught = TaughtRisks.of(())
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
        taught = [e for e in training_data.training_examples if e.get(TEXT) and self._teaches(e)]
        examples = Examples.of(
            [_features(example) for example in taught],
            shown=[_among(example.get(RISKS) or ()) for example in taught],
            trust=[self._config[HARMLESS_WEIGHT] if e.get(RISKS) is None else 1.0 for e in taught],
        )
        self._learnt = fit(examples, fitting(self._config))
        self._taught = TaughtRisks.of((e.get(TEXT), e.get(RISKS)) for e in taught if e.get(RISKS) is not None)
        self.persist()
        return self._resource

    def _teaches(self, example: Message) -> bool:
        if example.get(RISKS) is not None:
            return True
        return example.get(INTENT) in self._config[HARMLESS_INTENTS] and not screen(example.get(TEXT))

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to those that are there already."""
        for message in messages:
            risks = self._risks(message)
            turn.weigh(tuple(risk.value for risk in risks))
            found = [_entity(risk) for risk in risks]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages

    def _risks(self, message: Message) -> tuple[Risk, ...]:
        """What was taught word for word, or learnt, or found by a pattern with nothing learnt against it."""
        text = message.get(TEXT) or ""
        found = explain(text)
        scores = self._scores(message)
        if scores is None or is_only_details(text):  # of a name taken out nothing can be learnt
            return in_order(each.risk for each in found)
        certain = _among(each.risk for each in found if each.certain)
        taught = self._taught.find(text)
        if taught is not None:
            return _marked(taught | certain)
        shown = _among(each.risk for each in found)
        settled = (*self._answered(message), *denied(text))
        return _marked(
            mark(
                scores,
                by_pattern=shown & ((scores > self._doubts) | certain),
                limits=np.where(_among(settled), np.inf, self._limits),
                beside=self._config[BESIDE],
            )
        )

    def _answered(self, message: Message) -> tuple[Risk, ...]:
        """The dangers that the message's intent answers by itself."""
        intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
        answered = self._config[BY_PATTERN_ONLY].get(intent)
        return (Risk(answered),) if answered else ()

    def _scores(self, message: Message) -> Floats | None:
        """One score a risk, in the order of ORDER; None where nothing was learnt or there are no words."""
        if not message.get(TEXT) or self._learnt is None:
            return None
        meaning, wording = _features(message)
        scores: Floats = self._learnt.of(meaning[None], wording)[0]
        return scores

    def persist(self) -> None:
        """Write the weights into the model; no pickle, so a model file cannot carry code."""
        if self._learnt is None:
            return
        with self._storage.write_to(self._resource) as folder:
            np.savez(
                folder / WEIGHTS_FILE,
                weights=self._learnt.weights,
                bias=self._learnt.bias,
                keys=self._taught.keys,
                marks=self._taught.marks,
            )

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
            component._learnt = RiskScores(stored["weights"], stored["bias"])
            component._taught = TaughtRisks(stored["keys"], stored["marks"])
        return component


def fitting(config: dict[str, Any]) -> Fitting:
    """How the classifiers are fitted under this configuration."""
    return Fitting(**{name: config[name] for name in FITTING})


def _among(risks: Iterable[Risk]) -> Marks:
    wanted = set(risks)
    return np.array([risk in wanted for risk in ORDER])


def _marked(marks: Marks) -> tuple[Risk, ...]:
    return in_order(risk for risk, is_marked in zip(ORDER, marks, strict=True) if is_marked)


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
