"""Asking for the area, and changing it."""

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.answers import ON_SHOW, OUTSIDE, Slots
from actions.asides import say_not_english
from actions.hearing import hear
from actions.safe_action import SafeAction, Turn
from actions.utterance import Choice
from safety.english import words_without_english
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.people import Person


FEWEST_FOREIGN = 3  # words; fewer may be a place that we do not know
AGAIN = dict.fromkeys(ON_SHOW)  # the services are looked up again


class ActionAskArea(SafeAction):
    """Asks for a town or postcode, or which of the places with one name is meant."""

    def name(self) -> str:
        """The form's question for the slot `area`."""
        return "action_ask_area"

    leads = False  # the form's validation has led already
    yields = False

    def act(self, turn: Turn) -> list[EventType]:
        """Asks with buttons."""
        candidates = [District(gss) for gss in turn.slot("area_candidates") or () if gss in set(District)]
        if not candidates:
            is_other = turn.answers.person == Person.OTHER
            turn.respond("utter_ask_area_of_other" if is_other else "utter_ask_area")
            return []
        choices = [Choice(place.words, "/give_area", {"area": place.value}) for place in candidates]
        choices += [
            Choice("choice.elsewhere", "/give_area", {"area": OUTSIDE}),
            Choice("choice.skip", "/skip"),
        ]
        utterance.ask(turn.dispatcher, "question.which_area", choices)
        return []


class ActionChangeArea(SafeAction):
    """Takes a new area, or clears the old one so that the form asks for it."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_change_area"

    yields = False  # the form follows and hears the message too

    def act(self, turn: Turn) -> list[EventType]:
        """Sets or clears the slots of the area."""
        heard = hear(turn.message, asked="area", answers=turn.answers)
        names_a_place = bool({"area", "area_candidates"} & set(heard))
        if turn.message.intent == Label.GIVE_AREA and not names_a_place:
            return _not_a_place(turn, heard)
        cleared = {"area": None, "force": None, "area_candidates": None, **AGAIN}
        kept = {name: value for name, value in heard.items() if name in cleared}
        return [SlotSet(name, value) for name, value in {**cleared, **kept}.items()]


def _not_a_place(turn: Turn, heard: Slots) -> list[EventType]:
    """What was taken for a place and is none keeps the area that is known; a bare number may be an age."""
    if "age" not in heard:
        if len(words_without_english(turn.message.typed)) >= FEWEST_FOREIGN:
            return say_not_english(turn)  # the words of another language are often taken for a place
        turn.respond("utter_area_unknown")
        return []
    return [SlotSet(name, value) for name, value in {"age": heard["age"], **AGAIN}.items()]
