"""Checks what the action server answers against Rasa's own schema, compiled once.

Rasa calls `jsonschema.validate` for every action, which checks the schema itself anew each time: 29 ms
of a core with the jsonschema of Rasa's day, 69 ms with today's, several times a turn, against 3 ms for
the answer. This is the one place where a method of Rasa's is replaced: RemoteAction is made by name
in Rasa's code and cannot be handed in. The check stays the same; tests compare the two.
"""

from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def compile_check() -> None:
    """Replace the check of every action's answer, in this process; doing it twice is harmless."""
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def check(action: RemoteAction, result: Any) -> bool:
        """True, or raises ValidationError as Rasa's own method does."""
        if error := best_match(validator.iter_errors(result)):
            raise error
        return True

    RemoteAction._validate_action_result = check
