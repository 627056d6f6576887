"""What follows a message that was not understood: one kind question, then the fixed card."""

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import hearing, utterance
from actions.acknowledging import words_for
from actions.area import AGAIN
from actions.courtesies import is_acknowledgement, thanks
from actions.danger import eases
from actions.heard_needs import of_one_age
from actions.safe_action import SafeAction, Turn, lead_with
from actions.utterance import Choice
from actions.waiting import with_told
from actions.what_next import FORM, ask_what_next
from vocabulary.needs import Need
from vocabulary.pathway import Step


LIKELY = 3
FEWEST = 2
GIVE_UP_AFTER = 2
NOT_SURE = "nlu_fallback"
ANSWERS = ("area", "area_candidates", "force", "person", "age")


class ActionClarify(SafeAction):
    """Offers the likeliest needs; after the second time in a row, the numbers and the menu.

    Below a card for danger now the card comes again: it is the answer to whatever was said.
    """

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_clarify"

    def act(self, turn: Turn) -> list[EventType]:
        """Asks, or gives the fixed card."""
        if is_acknowledgement(turn.message.typed):
            return acknowledge_shortly(turn)
        if eases(turn):
            return [FollowupAction(FORM)]
        if turn.after_card and not turn.message.risks:
            return lead_with(turn, turn.acute)
        if not turn.in_form and (answer := late_answer(turn)):
            return answer
        if not turn.in_form and turn.answers.needs and turn.message.further_needs:
            return _told_plainly(turn)
        times = int(turn.slot("misunderstood") or 0) + 1
        if times >= GIVE_UP_AFTER:
            return _give_card(turn)
        return [*_ask_again(turn), SlotSet("misunderstood", times)]


def acknowledge_shortly(turn: Turn) -> list[EventType]:
    """What follows "ok" or "thanks" to something of ours: a few words, and no menu."""
    if turn.in_form:  # its question follows
        turn.respond("utter_thank" if thanks(turn.message.typed) else "utter_affirm")
    elif turn.slot("shown"):
        turn.respond("utter_thank" if thanks(turn.message.typed) else "utter_affirm")
        ask_what_next(turn)
    else:
        turn.respond("utter_thanked" if thanks(turn.message.typed) else "utter_acknowledged")
    return [SlotSet("misunderstood", 0)]


def late_answer(turn: Turn) -> list[EventType]:
    """An age, a place or a person said after the services were shown: they are looked up again."""
    if not turn.answers.needs:
        return []
    heard = hearing.hear(turn.message, asked=None, answers=turn.answers)
    answers = {name: value for name, value in heard.items() if name in ANSWERS}
    if not answers:
        return []
    fresh = {**of_one_age(answers, turn.answers), **AGAIN, "misunderstood": 0}
    return [*(SlotSet(name, value) for name, value in fresh.items()), FollowupAction(FORM)]


def _told_plainly(turn: Turn) -> list[EventType]:
    """A need that plain words bring though the classifier is unsure: it is taken up next."""
    return take_up(turn, turn.message.further_needs[0])


def take_up(turn: Turn, need: Need) -> list[EventType]:
    """Says which need was heard, and goes on to its questions."""
    turn.say(words_for(turn, replace(turn.answers, needs=(need,))), need=f"@{need.words}")
    told = [each.value for each in with_told(turn.answers.told, (need,))]
    fresh = {"needs": [need.value], "told": told, "misunderstood": 0, **AGAIN}
    return [*(SlotSet(name, value) for name, value in fresh.items()), FollowupAction(FORM)]


def _ask_again(turn: Turn) -> list[EventType]:
    if turn.in_form and turn.answers.needs:
        turn.respond("utter_frightened" if turn.slot("risks") else "utter_not_understood")
        turn.record(Step.NOT_UNDERSTOOD)
        return []
    turn.record(Step.CLARIFIED)
    # In the form its own question follows, which then offers the likeliest needs.
    return [] if turn.in_form else offer_likely(turn)


def offer_likely(turn: Turn) -> list[EventType]:
    """Asks whether it is one of the likeliest needs; never beside another question."""
    likely = turn.message.likely_needs[:LIKELY]
    if len(likely) < FEWEST:  # one guess is no choice
        turn.respond("utter_not_understood")
        ask_what_next(turn)
        return [SlotSet("offered", None)]
    return ask_which(turn, likely)


def ask_which(turn: Turn, needs: Sequence[Need]) -> list[EventType]:
    """Asks which of these needs it is; a yes or an "ok" to it is asked again, for it names none."""
    choices = [Choice(need.words, f"/{need.intent}") for need in needs]
    choices.append(Choice("choice.something_else", "/something_else"))
    if turn.answers.needs and not turn.slot("shown"):
        choices.append(Choice("choice.continue", "/go_on"))
    utterance.ask(turn.dispatcher, "question.clarify", choices)
    return [SlotSet("offered", [need.value for need in needs])]


def _give_card(turn: Turn) -> list[EventType]:
    turn.respond("utter_fallback")
    turn.record(Step.NOT_UNDERSTOOD)
    if not turn.in_form:
        ask_what_next(turn)
    return [SlotSet("misunderstood", 0), SlotSet("group", None)]
