"""What the action server counts: actions and searches, their seconds, and failures by kind.

Neither which action nor what was searched for: an action's name can tell a need. docs/decisions/0012.
"""

from enum import StrEnum

from prometheus_client import Counter, Gauge, Histogram
from sqlalchemy.exc import SQLAlchemyError

from signpost.metrics import STEP_SECONDS, new_registry


class Fault(StrEnum):
    """What an action failed of."""

    DATABASE = "database"
    OTHER = "other"


REGISTRY = new_registry()
ACTION_SECONDS = Histogram(
    "signpost_action_seconds", "Actions, and their seconds.", buckets=STEP_SECONDS, registry=REGISTRY
)
SEARCH_SECONDS = Histogram(
    "signpost_search_seconds",
    "Searches in the directory, and their seconds.",
    buckets=STEP_SECONDS,
    registry=REGISTRY,
)
_FAILURES = Counter(
    "signpost_action_failures", "Actions that a fixed card answered for.", ["kind"], registry=REGISTRY
)
EVENTS_LOST = Gauge(
    "signpost_usage_events_lost", "Usage events lost since the start: a full disk.", registry=REGISTRY
)
for _fault in Fault:
    _FAILURES.labels(_fault)


def count_failure(error: Exception) -> None:
    """An action failed of this."""
    _FAILURES.labels(Fault.DATABASE if isinstance(error, SQLAlchemyError) else Fault.OTHER).inc()
