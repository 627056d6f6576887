"""The first words of a conversation."""

from rasa_sdk.events import EventType

from actions.safe_action import SafeAction, Turn
from vocabulary.pathway import Step


class ActionOpen(SafeAction):
    """Says what Signpost is and is not, and starts a visit."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_open"

    def act(self, turn: Turn) -> list[EventType]:
        """Welcomes the person."""
        turn.record(Step.STARTED)
        turn.respond("utter_welcome")
        return []
