"""Short answers to what people ask or say at any point; the open question follows by itself."""

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import utterance
from actions.area import AGAIN
from actions.asides import by_text_or_chat
from actions.clarify import acknowledge_shortly, late_answer
from actions.courtesies import goes_on
from actions.fears import fears_being_told_on, nobody_watches_now
from actions.safe_action import SafeAction, Turn, lead_with
from actions.what_next import FORM, ask_what_next, leave_out, take_up, waiting
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
            return _answer_below_a_card(turn)
        if not turn.in_form and (answer := _answer_between_questions(turn)):
            return answer
        turn.respond(_words_for(turn))
        if intent == Label.ASK_HUMAN:
            people = by_text_or_chat(turn.answers) if turn.answers.by_text else PEOPLE_TO_TALK_TO
            utterance.show_lifelines(turn.dispatcher, people)
        if not turn.in_form:
            ask_what_next(turn)
        return [SlotSet("misunderstood", 0)]


def _words_for(turn: Turn) -> str:
    """The response to what was said: "I can go on" is no goodbye, and "I am not safe" is no mere no."""
    intent = turn.message.intent
    if goes_on(turn.message.typed):
        return "utter_affirm"
    if intent == Label.DENY and turn.message.risks:
        return "utter_frightened"
    if intent == Label.ASK_WHAT_HAPPENS and fears_being_told_on(turn.message.typed):
        return f"utter_{Label.ASK_FAMILY_TOLD}"
    return "utter_goodbye_in_danger" if intent == Label.GOODBYE and turn.slot("risks") else f"utter_{intent}"


def _answer_below_a_card(turn: Turn) -> list[EventType]:
    """The card again; and what a call is like, or what the police are told, where that was asked."""
    events = lead_with(turn, turn.acute)
    if turn.message.intent in (Label.ASK_WHAT_HAPPENS, Label.ASK_POLICE_TOLD):
        turn.respond(f"utter_{turn.message.intent}")
    return events


def _reopen_the_last_question(turn: Turn) -> list[EventType]:
    """Goes back from the services to the last question; the form takes its answer away."""
    if not turn.slot("answered"):
        return []
    return [*(SlotSet(name, value) for name, value in AGAIN.items()), FollowupAction(FORM)]


def _answer_between_questions(turn: Turn) -> list[EventType]:
    """What a short answer means while no question of the pathway is open; empty for nothing more."""
    intent = turn.message.intent
    if intent == Label.GOODBYE and nobody_watches_now(turn.message.typed):
        turn.respond("utter_affirm")
        return [FollowupAction(FORM)]
    if intent == Label.GO_BACK:
        return late_answer(turn) or _reopen_the_last_question(turn)
    if turn.slot("shown") and waiting(turn):
        if intent == Label.AFFIRM:
            return take_up(turn)
        if intent in (Label.DENY, Label.SKIP):
            return leave_out(turn)
    if not turn.slot("shown") and intent in (Label.AFFIRM, Label.THANK, Label.DENY):
        return acknowledge_shortly(turn)
    return []


class ActionStopAsking(SafeAction):
    """Someone may be watching: no more questions, a way out, and a plan for later."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_stop_asking"

    def act(self, turn: Turn) -> list[EventType]:
        """Leaves the form, and what stood on show; the person decides what follows."""
        turn.respond("utter_being_watched")
        closed = (SlotSet(name, None) for name in ("requested_slot", *AGAIN))
        return [{"event": "active_loop", "name": None, "timestamp": None}, *closed]
