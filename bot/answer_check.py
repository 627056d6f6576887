"""Checks what the action server answers against Rasa's own schema, compiled once.

Rasa calls `jsonschema.validate` for every action, which checks the schema itself anew each time (29 ms
of a core with the jsonschema of Rasa's day, 69 ms with today's, several times a turn), and tries every
event against 23 alternatives, of which at most the one of the event's own kind can fit. Here that one
is tried. RemoteAction is made by name in Rasa's code and cannot be handed in, so its method is replaced.
The check stays the same; tests compare the two.
"""

from collections.abc import Mapping
from typing import Any

from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def compile_check() -> None:
    """Replace the check of every action's answer, in this process; doing it twice is harmless."""
    schema = RemoteAction.action_response_format_spec()
    validator_for(schema).check_schema(schema)
    whole, kinds = _without_events(schema), _by_kind(schema["properties"]["events"]["items"])

    def check(action: RemoteAction, result: Any) -> bool:
        """True, or raises ValidationError as Rasa's own method does."""
        _raise_first(whole, result)
        for event in result.get("events", ()):
            kind = event.get("event") if isinstance(event, Mapping) else None
            if not isinstance(kind, str) or kind not in kinds:
                raise ValidationError("An event of a kind that Rasa does not know.")
            _raise_first(kinds[kind], event)
        return True

    RemoteAction._validate_action_result = check


def _without_events(schema: Mapping[str, Any]) -> Validator:
    """The schema of an answer, in which the events are only known to be a list."""
    properties = {**schema["properties"], "events": {"type": "array"}}
    return _validator({**schema, "properties": properties})


def _by_kind(event: Mapping[str, Any]) -> dict[str, Validator]:
    """A validator for each kind of event: what all share, and the one alternative that names the kind."""
    shared = {name: part for name, part in event.items() if name != "oneOf"}
    return {
        one["properties"]["event"]["const"]: _validator({"allOf": [shared, one]}) for one in event["oneOf"]
    }


def _validator(schema: Mapping[str, Any]) -> Validator:
    return validator_for(schema)(schema)


def _raise_first(validator: Validator, value: Any) -> None:
    if error := best_match(validator.iter_errors(value)):
        raise error
