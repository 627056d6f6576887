"""Marks danger in a message; the last step, so that nothing after it can change what it found."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from safety.risk import screen
from vocabulary.risks import Risk, in_order


ENTITY = "risk"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RiskDetector(GraphComponent, EntityExtractorMixin):  # type: ignore[misc]  # rasa ships no types
    """Adds one `risk` entity for each kind of danger, the leading one first; the intent is left alone."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "RiskDetector":
        """The component; nothing is learnt."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to those that are there already."""
        for message in messages:
            found = [_entity(risk) for risk in self._risks(message)]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages

    def _risks(self, message: Message) -> tuple[Risk, ...]:
        """What the patterns found, and what the learned detector adds once there is one."""
        return in_order((*screen(message.get(TEXT) or ""), *self._learned(message)))

    def _learned(self, message: Message) -> tuple[Risk, ...]:
        return ()


def _entity(risk: Risk) -> dict[str, Any]:
    # No start and end: the danger is in the whole message, and a place would point at the person's words.
    return {"entity": ENTITY, "value": risk.value, "extractor": RiskDetector.__name__}
