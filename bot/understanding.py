"""What the assistant makes of messages, for content designers and tests, without a server."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.engine import loader
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message

from bot.components.language import INTENT_NAME
from bot.components.risk_detector import ENTITY
from bot.graph_runner import InOrderRunner
from bot.payload import as_typed
from vocabulary.labels import LABEL_OF_INTENT
from vocabulary.needs import BY_INTENT
from vocabulary.risks import Risk, in_order


ALSO_HEARD = 0.15  # a second need this likely is heard too; the dialogue keeps it for later
ALTERNATIVES = 3
BATCH = 32


@dataclass(frozen=True)
class Guess:
    """One label and how likely it is, from 0 to 1."""

    label: str
    confidence: float


@dataclass(frozen=True)
class Understood:
    """One message as the assistant understands it."""

    text: str
    guesses: tuple[Guess, ...]  # likeliest first; empty when there were no words
    clarify: bool  # whether the dialogue would ask instead of assuming
    risks: tuple[Risk, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The likeliest label, and every need that was heard beside it."""
        needs = {need.value for need in BY_INTENT.values()}
        rest = (g.label for g in self.guesses[1:] if g.label in needs and g.confidence >= ALSO_HEARD)
        return tuple(dict.fromkeys((*(g.label for g in self.guesses[:1]), *rest)))

    def as_json(self) -> dict[str, Any]:
        """The published shape, without the area, which is not the engine's to know."""
        first = self.guesses[0] if self.guesses else Guess("out_of_scope", 0.0)
        return {
            "text": self.text,
            "label": first.label,
            "confidence": round(first.confidence, 4),
            "alternatives": [
                {"label": guess.label, "confidence": round(guess.confidence, 4)}
                for guess in self.guesses[1 : 1 + ALTERNATIVES]
            ],
            "clarify": self.clarify,
            "risk": self.risks[0].value if self.risks else "none",
            "risks": [risk.value for risk in self.risks],
            "labels": list(self.labels),
        }


class Understanding:
    """A trained model, open for reading messages."""

    def __init__(self, model: Path) -> None:
        """Load a model archive; takes some seconds. Raises what Rasa raises for a damaged archive."""
        with TemporaryDirectory() as folder:
            metadata, self._runner = loader.load_predict_graph_runner(
                Path(folder), model, LocalModelStorage, InOrderRunner
            )
        self._target = metadata.nlu_target

    def understand(self, texts: Iterable[str]) -> Iterator[Understood]:
        """Each text's meaning, in order; read lazily in batches. Texts are typed words, never payloads."""
        waiting = iter(texts)
        while batch := list(islice(waiting, BATCH)):
            for text, message in zip(batch, self._read(batch), strict=True):
                yield _understood(text, message)

    def _read(self, texts: list[str]) -> list[Message]:
        messages = [UserMessage(as_typed(text)) for text in texts]
        inputs = {
            PLACEHOLDER_MESSAGE: messages,
            PLACEHOLDER_TRACKER: DialogueStateTracker.from_events("understanding", []),
        }
        found: list[Message] = self._runner.run(inputs=inputs, targets=[self._target])[self._target]
        return found


def _understood(text: str, message: Message) -> Understood:
    risks = (Risk(e["value"]) for e in message.get("entities") or [] if e["entity"] == ENTITY)
    return Understood(
        text=text,
        guesses=tuple(
            Guess(label_of(guess["name"]), guess["confidence"])
            for guess in message.get("intent_ranking") or []
        ),
        clarify=message.get("intent")["name"] in (None, DEFAULT_NLU_FALLBACK_INTENT_NAME, INTENT_NAME),
        risks=in_order(risks),
    )


def label_of(intent: str) -> str:
    """The public label of an intent: a need's slug, or the label itself."""
    if intent in BY_INTENT:
        return BY_INTENT[intent].value
    return LABEL_OF_INTENT[intent].value if intent in LABEL_OF_INTENT else intent
