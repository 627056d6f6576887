"""Asking what the person needs, and starting on another need."""

from rasa_sdk.events import EventType, SlotSet

from actions.answers import ON_SHOW
from actions.clarify import NOT_SURE, ask_which, offer_likely
from actions.hearing import GROUPS
from actions.safe_action import SafeAction, Turn
from vocabulary.labels import Label
from vocabulary.pathway import Step


FORGOTTEN_FOR_ANOTHER = ("needs", "group", *ON_SHOW, "answered", "offered")
FORGOTTEN_FOR_RESTART = (
    *FORGOTTEN_FOR_ANOTHER,
    *("danger", "area", "force", "area_candidates", "person", "age", "told", "settled", "by_text", "risks"),
    "substances",
)


class ActionAskNeeds(SafeAction):
    """Offers the menu, or the part of it that was opened."""

    def name(self) -> str:
        """The form's question for the slot `needs`."""
        return "action_ask_needs"

    leads = False  # the form's validation has led already
    yields = False

    def act(self, turn: Turn) -> list[EventType]:
        """Asks with buttons."""
        group = turn.slot("group")
        if turn.message.intent == NOT_SURE and turn.slot("misunderstood"):
            return offer_likely(turn)
        if turn.message.intent == Label.AFFIRM and turn.answers.offered:
            return ask_which(turn, turn.answers.offered)
        turn.respond(f"utter_ask_needs_{group}" if group in GROUPS else "utter_ask_needs")
        return [SlotSet("offered", None)]


class ActionAnotherNeed(SafeAction):
    """Clears what belonged to the last need, or everything when the person starts again."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_another_need"

    yields = False  # the form follows and hears the message too

    def act(self, turn: Turn) -> list[EventType]:
        """Forgets, so that the form asks afresh."""
        if turn.message.intent == Label.RESTART.intent:
            turn.respond("utter_restarted")
            turn.record(Step.ENDED)
            return [SlotSet(name, None) for name in FORGOTTEN_FOR_RESTART]
        return [SlotSet(name, None) for name in FORGOTTEN_FOR_ANOTHER]
