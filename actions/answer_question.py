"""Short answers to what people ask or say at any point; the open question follows by itself."""

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.clarify import late_answer
from actions.safe_action import SafeAction, Turn, lead_with
from vocabulary.labels import Label


# Below a card for danger now, "what do I do" is answered by the card.
MEANS_WHAT_NOW = frozenset(
    {Label.ASK_WHAT_HAPPENS, Label.OUT_OF_SCOPE, Label.ASK_CONTACT_DETAILS, Label.ASK_POLICE_TOLD}
)
PEOPLE_TO_TALK_TO = ("victim-support-national", "samaritans", "childline")


class ActionAnswerQuestion(SafeAction):
    """Says utter_<intent>, then what can be done next when no question is open."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer_question"

    def act(self, turn: Turn) -> list[EventType]:
        """Answers."""
        intent = turn.message.intent
        if turn.after_card and intent in MEANS_WHAT_NOW and not turn.message.risks:
            return lead_with(turn, turn.acute)
        if intent == Label.GO_BACK and not turn.in_form and (answer := late_answer(turn)):
            return answer
        turn.respond(
            "utter_goodbye_in_danger" if intent == Label.GOODBYE and turn.slot("risks") else f"utter_{intent}"
        )
        if intent == Label.ASK_HUMAN:
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
