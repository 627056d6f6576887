"""Asking how old the person is who needs the help."""

from rasa_sdk.events import EventType

from actions.safe_action import SafeAction, Turn
from vocabulary.people import Person


class ActionAskAge(SafeAction):
    """Asks for an age band; for somebody else in words that ask for theirs, not for the caller's."""

    leads = False  # the form's validation has led already
    yields = False

    def name(self) -> str:
        """The form's question for the slot `age`."""
        return "action_ask_age"

    def act(self, turn: Turn) -> list[EventType]:
        """Asks with buttons."""
        is_other = turn.answers.person == Person.OTHER
        turn.respond("utter_ask_age_of_other" if is_other else "utter_ask_age")
        return []
