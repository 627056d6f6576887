"""Short answers to what people ask or say at any point; the open question follows by itself."""

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.safe_action import SafeAction, Turn
from vocabulary.labels import Label


PEOPLE_TO_TALK_TO = ("victim-support-national", "samaritans", "childline")


class ActionAnswerQuestion(SafeAction):
    """Says utter_<intent>, then what can be done next when no question is open."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer_question"

    def act(self, turn: Turn) -> list[EventType]:
        """Answers."""
        turn.respond(f"utter_{turn.message.intent}")
        if turn.message.intent == Label.ASK_HUMAN:
            utterance.show_lifelines(turn.dispatcher, PEOPLE_TO_TALK_TO)
        events: list[EventType] = [SlotSet("misunderstood", 0)]
        if not turn.in_form:
            turn.respond("utter_next" if turn.slot("shown") else "utter_ask_needs")
        return events


class ActionStopAsking(SafeAction):
    """Someone may be watching: no more questions, a way out, and a plan for later."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_stop_asking"

    def act(self, turn: Turn) -> list[EventType]:
        """Leaves the form; the person decides what follows."""
        turn.respond("utter_being_watched")
        return [{"event": "active_loop", "name": None, "timestamp": None}, SlotSet("requested_slot", None)]
