"""What follows a message in another language: the numbers first, and that only English is understood."""

from rasa_sdk.events import EventType

from actions.asides import say_not_english
from actions.safe_action import SafeAction, Turn


class ActionAnswerOtherLanguage(SafeAction):
    """Shows the fixed card with the emergency numbers; the buttons carry the rest."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer_other_language"

    def act(self, turn: Turn) -> list[EventType]:
        """Gives the card and says what helps."""
        events = say_not_english(turn)
        if not turn.in_form:
            turn.respond("utter_ask_needs")
        return events
