"""What a button sends: read and checked here, so that nothing a person types can pass for one."""

import json
import re
from dataclasses import dataclass
from typing import Any

from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)


LONGEST = 300  # characters; a button carries an intent and a few closed values
EXTRACTOR = "Button"
_SHAPE = re.compile(r"/(?P<intent>[a-z][a-z0-9_]{0,60})(?P<values>\{.*\})?", re.ASCII)
_LEADING = re.compile(r"^[\s/]+")


@dataclass(frozen=True)
class Payload:
    """One choice: the intent it stands for and its closed values."""

    text: str
    intent: str
    values: tuple[tuple[str, str], ...]

    @property
    def parse_data(self) -> dict[str, Any]:
        """The choice as Rasa's understanding of a message, sure of itself."""
        certain = {INTENT_NAME_KEY: self.intent, PREDICTED_CONFIDENCE_KEY: 1.0}
        return {
            TEXT: self.text,
            INTENT: certain,
            INTENT_RANKING_KEY: [certain],
            ENTITIES: [
                {"entity": name, "value": value, "extractor": EXTRACTOR} for name, value in self.values
            ],
        }


def read_payload(message: str) -> Payload | None:
    """The choice in a message of the form `/intent{"name": "value"}`; None when it is not exactly one."""
    match = _SHAPE.fullmatch(message) if len(message) <= LONGEST else None
    if match is None:
        return None
    try:
        values = json.loads(match["values"] or "{}")
    except ValueError:
        return None
    if not all(isinstance(value, str) for value in values.values()):
        return None
    return Payload(text=message, intent=match["intent"], values=tuple(values.items()))


def as_typed(message: str) -> str:
    """The message as words only: without the slash that Rasa would obey, and log when it is misspelt."""
    return _LEADING.sub("", message)
