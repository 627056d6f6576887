"""Counts the word and letter sequences of a message: slang and slips that the encoder never met."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix

from bot.components.risk_messages import RISKS
from safety.normal import normalise


WORDS = "words"
LETTERS = "letters"
MINIMUM_MESSAGES = "minimum_messages"
VOCABULARY_FILE = "ngrams.json"
LONGEST_READ = 2000  # characters; the channel lets no longer message in

Words = Sequence[str]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class NgramFeatures(GraphComponent):  # type: ignore[misc]  # rasa ships no types
    """Adds a sparse sentence feature: tf-idf of word sequences, then of letter sequences."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Shortest and longest sequence of words and of letters; rarer sequences are ignored."""
        return {WORDS: [1, 2], LETTERS: [2, 5], MINIMUM_MESSAGES: 2}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._families: tuple[Family, ...] = ()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NgramFeatures":
        """A component whose vocabulary `train` will learn."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn which sequences occur in how many messages."""
        # Risk messages are left out: they must not change how needs are told apart.
        told = [e for e in training_data.training_examples if e.get(RISKS) is None]
        texts = [words_of(text) for e in told if (text := e.get(TEXT))]
        minimum = self._config[MINIMUM_MESSAGES]
        self._families = tuple(
            learn_family(kind, self._config[kind], texts=texts, minimum=minimum) for kind in (WORDS, LETTERS)
        )
        self.persist()
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the counts to every example that has text."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the counts to every message that has text."""
        for message in messages:
            if text := message.get(TEXT):
                counts = count(text, self._families)
                message.add_features(Features(counts, FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__))
        return messages

    def persist(self) -> None:
        """Write the vocabulary into the model."""
        with self._storage.write_to(self._resource) as folder:
            content = [[f.kind, list(f.lengths), list(f.weights.items())] for f in self._families]
            (folder / VOCABULARY_FILE).write_text(json.dumps(content))

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "NgramFeatures":
        """The component with the vocabulary of a trained model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            content = json.loads((folder / VOCABULARY_FILE).read_text())
        component._families = tuple(
            Family(kind, tuple(lengths), dict(weights)) for kind, lengths, weights in content
        )
        return component


@dataclass(frozen=True)
class Family:
    """Sequences of one kind: how rare each is; the order of `weights` is the order of the columns."""

    kind: str
    lengths: tuple[int, ...]  # the shortest and the longest
    weights: dict[str, float]

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", {gram: place for place, gram in enumerate(self.weights)})

    columns: dict[str, int] = None  # type: ignore[assignment]  # filled above from `weights`


def learn_family(kind: str, lengths: Sequence[int], *, texts: Iterable[Words], minimum: int) -> Family:
    """The sequences that at least `minimum` of the texts hold, with their inverse frequency."""
    frequency: Counter[str] = Counter()
    messages = 0
    for words in texts:
        messages += 1
        frequency.update(set(sequences(kind, lengths, words)))
    weights = {
        gram: math.log((1 + messages) / (1 + found)) + 1
        for gram, found in sorted(frequency.items())
        if found >= minimum
    }
    return Family(kind, tuple(lengths), weights)


def words_of(text: str) -> Words:
    """The words that sequences are made of, without disguises."""
    return normalise(text[:LONGEST_READ]).split()


def sequences(kind: str, lengths: Sequence[int], words: Words) -> Iterator[str]:
    """The sequences of words, or of letters within each word; shortest first."""
    shortest, longest = lengths
    sizes = range(shortest, longest + 1)
    if kind == WORDS:
        for size in sizes:
            yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
        return
    for word in words:
        padded = f" {word} "
        for size in sizes:
            yield from (padded[at : at + size] for at in range(max(1, len(padded) - size + 1)))


def count(text: str, families: Sequence[Family]) -> csr_matrix:
    """One row of weights; each family's part has length one, or is empty."""
    columns: list[int] = []
    values: list[float] = []
    width = 0
    words = words_of(text)
    for family in families:
        found = Counter(filter(family.columns.__contains__, sequences(family.kind, family.lengths, words)))
        part = [(1 + math.log(times)) * family.weights[gram] for gram, times in found.items()]
        length = math.sqrt(sum(value * value for value in part)) or 1.0
        columns += [width + family.columns[gram] for gram in found]
        values += [value / length for value in part]
        width += len(family.weights)
    return _row(np.array(columns, np.int32), np.array(values, np.float32), width)


def _row(columns: NDArray[np.int32], values: NDArray[np.float32], width: int) -> csr_matrix:
    order = np.argsort(columns)  # put together in order, for it is twice as fast as leaving that to scipy
    return csr_matrix(
        (values[order], columns[order], np.array([0, len(columns)], np.int32)), shape=(1, width)
    )
