"""The events of a conversation as JSON and back, for a home outside this process."""

import json
from collections.abc import Sequence
from functools import cache

from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses


class UnreadableEvents(ValueError):
    """Not what `to_json` of this version wrote."""


def to_json(events: Sequence[Event]) -> bytes:
    """All events in order."""
    return json.dumps([event.as_dict() for event in events]).encode()


def from_json(written: bytes) -> tuple[Event, ...]:
    """Events that are equal to the written ones, each a new object. Raises UnreadableEvents."""
    try:
        return tuple(_event(parameters) for parameters in json.loads(written))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableEvents(type(error).__name__) from None


def _event(parameters: dict[str, object]) -> Event:
    event = _kinds()[parameters["event"]]._from_parameters(parameters)
    if event is None:  # how Rasa says that something is missing
        raise KeyError(parameters["event"])
    return event


@cache
def _kinds() -> dict[object, type[Event]]:
    """By name. Rasa walks all classes again for every event, most of the time that reading takes."""
    return {kind.type_name: kind for kind in all_subclasses(Event)}
