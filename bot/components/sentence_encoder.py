"""Turns a message into one vector of its meaning with all-MiniLM-L6-v2, tuned on our messages; no torch."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tokenizers import Tokenizer

from bot.components.readable import readable


MAXIMUM_TOKENS = "maximum_tokens"
THREADS = "threads"
ENCODER_FILE = "encoder.onnx"
TOKENIZER_FILE = "tokenizer.json"
SHAPE_FILE = "config.json"
OUTPUTS = ("embedding", "middle")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(GraphComponent):  # type: ignore[misc]  # rasa ships no types
    """Adds a dense sentence feature to every message; keeps the encoder inside the model archive."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """At most this many word pieces are read, on this many threads; training reads as many as cores."""
        return {MAXIMUM_TOKENS: 256, THREADS: 1}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._encoder: Encoder | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceEncoder":
        """A component whose encoder `train` will write."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Write the encoder into the model; the training data are not looked at."""
        from bot.components.encoder_graph import Shape, encoder_folder, write_encoder
        from bot.components.encoder_weights import TUNED, read_weights

        with self._storage.write_to(self._resource) as folder:
            source = encoder_folder()
            write_encoder(read_weights(TUNED), Shape.read(source / SHAPE_FILE), folder / ENCODER_FILE)
            shutil.copyfile(source / TOKENIZER_FILE, folder / TOKENIZER_FILE)
            self._encoder = self._open(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to every example that has text; one at a time is slow, so each core has its own."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            vectors = cores.map(self._vector, [example.get(TEXT) for example in examples])
            for example, vector in zip(examples, vectors, strict=True):
                self._add(example, vector)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to every message that has text."""
        for message in messages:
            if text := message.get(TEXT):
                self._add(message, self._vector(text))
        return messages

    def _add(self, message: Message, vector: NDArray[np.float32]) -> None:
        row = vector.reshape(1, -1)
        message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, type(self).__name__))

    def _vector(self, text: str) -> NDArray[np.float32]:
        assert self._encoder is not None, "trained or loaded first"
        return self._encoder.encode(text)

    def _open(self, folder: Path) -> "Encoder":
        return Encoder(folder, maximum_tokens=self._config[MAXIMUM_TOKENS], threads=self._config[THREADS])

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SentenceEncoder":
        """The component with the encoder of a trained model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._encoder = component._open(folder)
        return component


class Encoder:
    """The encoder of one model folder, open for use."""

    def __init__(self, folder: Path, *, maximum_tokens: int, threads: int) -> None:
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(maximum_tokens)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The file is read before the folder goes: Rasa unpacks a model into a temporary one.
        self._session = onnxruntime.InferenceSession(
            (folder / ENCODER_FILE).read_bytes(), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, text: str) -> NDArray[np.float32]:
        """The vector of one message: its embedding, of length one, then the mean of a middle layer.

        One at a time on purpose: eight-bit scales are found per run, so a neighbour in a batch
        would change a message's vector.
        """
        ids = np.array([self._tokenizer.encode(readable(text)).ids], np.int64)
        found = self._session.run(OUTPUTS, {"ids": ids, "mask": np.ones_like(ids)})
        return np.concatenate([np.asarray(rows[0], np.float32) for rows in found])
