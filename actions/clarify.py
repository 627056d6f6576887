"""What follows a message that was not understood: one kind question, then the fixed card."""

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.safe_action import SafeAction, Turn
from actions.utterance import Choice
from vocabulary.pathway import Step


LIKELY = 3
GIVE_UP_AFTER = 2


class ActionClarify(SafeAction):
    """Offers the likeliest needs; after the second time in a row, the numbers and the menu."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_clarify"

    def act(self, turn: Turn) -> list[EventType]:
        """Asks, or gives the fixed card."""
        times = int(turn.slot("misunderstood") or 0) + 1
        if times >= GIVE_UP_AFTER:
            return _give_card(turn)
        if turn.answers.needs and turn.in_form:
            turn.respond("utter_not_understood")
            turn.record(Step.NOT_UNDERSTOOD)
        else:
            _offer_needs(turn)
            turn.record(Step.CLARIFIED)
        return [SlotSet("misunderstood", times)]


def _offer_needs(turn: Turn) -> None:
    likely = turn.message.likely_needs[:LIKELY]
    choices = [Choice(need.words, f"/{need.intent}") for need in likely]
    choices.append(Choice("choice.something_else", "/something_else"))
    utterance.ask(turn.dispatcher, "question.clarify", choices)


def _give_card(turn: Turn) -> list[EventType]:
    turn.respond("utter_fallback")
    turn.record(Step.NOT_UNDERSTOOD)
    if not turn.in_form:
        turn.respond("utter_ask_needs")
    return [SlotSet("misunderstood", 0), SlotSet("group", None)]
