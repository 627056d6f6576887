"""Turns a doubtful guess into `nlu_fallback`, so that the dialogue asks instead of assuming."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message


THRESHOLD = "threshold"
MARGIN = "margin"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Unsure(GraphComponent, IntentClassifier):  # type: ignore[misc]  # rasa ships no types
    """Replaces the intent only; `intent_ranking` keeps the guesses, for the question with buttons."""

    @classmethod
    def required_components(cls) -> list[type]:
        """There must be a guess to doubt."""
        return [IntentClassifier]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Where wrong and sure stays under 5 % of the held-out messages: docs/decisions/0006."""
        return {THRESHOLD: 0.66, MARGIN: 0.1}

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Unsure":
        """The component; nothing is learnt."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `nlu_fallback` on every doubtful message, with the first guess's confidence."""
        for message in messages:
            ranking = message.get(INTENT_RANKING_KEY) or []
            if self._is_doubtful([guess[PREDICTED_CONFIDENCE_KEY] for guess in ranking]):
                message.set(INTENT, _fallback(ranking), add_to_output=True)
        return messages

    def _is_doubtful(self, confidences: list[float]) -> bool:
        first, second = (*confidences, 0.0, 0.0)[:2]
        return bool(first < self._config[THRESHOLD] or first - second < self._config[MARGIN])


def _fallback(ranking: list[dict[str, Any]]) -> dict[str, Any]:
    confidence = ranking[0][PREDICTED_CONFIDENCE_KEY] if ranking else 0.0
    return {INTENT_NAME_KEY: DEFAULT_NLU_FALLBACK_INTENT_NAME, PREDICTED_CONFIDENCE_KEY: confidence}
