"""What the engine counts: turns by how they ended, their seconds, conversations, and which model runs.

No intent, no danger and no slot: docs/decisions/0012.
"""

from datetime import datetime
from enum import StrEnum

from prometheus_client import Counter, Gauge, Histogram

from signpost.metrics import TURN_SECONDS, new_registry


class Ended(StrEnum):
    """How a turn ended."""

    ANSWERED = "answered"
    SLOW = "slow"
    FAILED = "failed"  # something raised
    SILENT = "silent"  # an action did not answer, or nothing was said


REGISTRY = new_registry()
_TURNS = Counter("signpost_engine_turns", "Turns by how they ended.", ["ended"], registry=REGISTRY)
_SECONDS = Histogram(
    "signpost_engine_turn_seconds",
    "Seconds of a turn in the engine.",
    buckets=TURN_SECONDS,
    registry=REGISTRY,
)
CONVERSATIONS = Gauge("signpost_engine_conversations", "Conversations kept in memory.", registry=REGISTRY)
_MODEL = Gauge("signpost_model_info", "The model that runs.", ["sha256"], registry=REGISTRY)
_TRAINED = Gauge(
    "signpost_model_trained_timestamp_seconds", "When the model that runs was trained.", registry=REGISTRY
)
for _ended in Ended:
    _TURNS.labels(_ended)


def count_turn(ended: Ended, seconds: float) -> None:
    """One turn has ended so, after so many seconds."""
    _TURNS.labels(ended).inc()
    _SECONDS.observe(seconds)


def tell_model(sha256: str, trained_at: datetime) -> None:
    """Which model runs."""
    _MODEL.clear()
    _MODEL.labels(sha256).set(1)
    _TRAINED.set(trained_at.timestamp())
