"""Brings the project's own risk messages into training, so that they get the same features as all others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from vocabulary.risks import Risk


FOLDER = "folder"
RISKS = "risks"  # what a training message shows; only these messages have it
NONE = "none"
JOINED = " and "
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast where libyaml is there


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class RiskMessages(GraphComponent):  # type: ignore[misc]  # rasa ships no types
    """First in the pipeline; adds messages without an intent, so no need is learnt from them."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The messages' folder, from the one in which training runs."""
        return {FOLDER: "content/risk"}

    def __init__(self, config: dict[str, Any]) -> None:
        self._config = config

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "RiskMessages":
        """The component; nothing is learnt."""
        return cls(config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The data with the risk messages. Raises FileNotFoundError: no model is made without them."""
        added = [Message({TEXT: text, RISKS: risks}) for text, risks in read(Path(self._config[FOLDER]))]
        return training_data.merge(TrainingData(training_examples=added))

    def process(self, messages: list[Message]) -> list[Message]:
        """Nothing to do when people write."""
        return messages


def read(folder: Path) -> Iterator[tuple[str, tuple[Risk, ...]]]:
    """Each message in a folder's files and every risk it shows.

    Raises FileNotFoundError for a folder without files, ValueError for a list of an unknown risk.
    """
    files = sorted(folder.glob("*.yml"))
    if not files:
        raise FileNotFoundError(f"There are no risk messages in {folder}.")
    for path in files:
        lists = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506  # both are safe
        for name, texts in lists.items():
            risks = () if name == NONE else tuple(Risk(part) for part in name.split(JOINED))
            yield from ((text, risks) for text in texts)
