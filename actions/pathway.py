"""The pathway's questions: what an answer fills, and which question follows."""

from dataclasses import replace
from typing import Any

from rasa_sdk.events import EventType, SlotSet

from actions import hearing
from actions.answers import OUTSIDE, SKIPPED, Answers, read_answers
from actions.clarify import NOT_SURE
from actions.questions import in_answered_order, next_question
from actions.safe_action import SafeAction, Turn, lead_with
from directory import search
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.pathway import Step


NEW_TOPIC = ("person", "age", "group", "shown", "offset")


class ActionValidatePathwayForm(SafeAction):
    """Fills the form's slots from the message; returns no slot when it answers nothing.

    Rasa then rejects the form, and the rule for what the person asked replies before the form asks again.
    """

    def name(self) -> str:
        """The form's validation action."""
        return "validate_pathway_form"

    leads = False  # only with what it hears: what a rejected form says is never shown

    def act(self, turn: Turn) -> list[EventType]:
        """Hears, acknowledges, and names the next question."""
        asked = turn.slot("requested_slot")
        if turn.message.intent == Label.GO_BACK and turn.slot("answered"):
            return _go_back(turn)
        known, cleared = _known(turn, asked)
        heard = hearing.hear(turn.message, asked=asked, answers=known, after_card=turn.after_card)
        answers = read_answers({**turn.tracker.slots, **cleared, **heard})
        if asked and not heard:
            return [SlotSet("requested_slot", _next(turn, answers))]
        events = lead_with(turn, hearing.risks_of(turn.message, heard), answers=answers)
        _acknowledge(turn, heard, answers, led=bool(events))
        slots: dict[str, Any] = {**cleared, **heard}
        if heard:
            answered = [name for name, value in heard.items() if value is not None]
            slots["answered"] = in_answered_order(turn.slot("answered") or (), answered)
            # The likeliest needs are offered where only something else was heard in an unsure message.
            slots["misunderstood"] = int(turn.message.intent == NOT_SURE and not answers.needs)
        slots["requested_slot"] = _next(turn, answers)
        return [*events, *(SlotSet(name, value) for name, value in slots.items())]


def _known(turn: Turn, asked: str | None) -> tuple[Answers, dict[str, Any]]:
    """What still holds: a need brought after services were shown opens a new topic."""
    if asked or not set(turn.message.needs) - {Need.DANGER_NOW}:
        return turn.answers, {}
    cleared = dict.fromkeys(NEW_TOPIC)
    return replace(turn.answers, needs=(), person=None, age=None), cleared


def _go_back(turn: Turn) -> list[EventType]:
    *before, last = turn.slot("answered")
    return [SlotSet(last, None), SlotSet("answered", before), SlotSet("requested_slot", last)]


def _acknowledge(turn: Turn, heard: hearing.Slots, answers: Answers, *, led: bool) -> None:
    if turn.message.intent == Label.PROFESSIONAL_ENQUIRY and heard:
        turn.respond("utter_professional_enquiry")
    if "needs" in heard and answers.needs:
        if not led:  # the card for the danger has said enough
            turn.say("text.heard", need=f"@{answers.needs[0].words}")
        turn.record(Step.NEED_FOUND, answers=answers)
    if heard.get("area") == OUTSIDE:
        _say_outside(turn, heard.get("force"))
        turn.record(Step.OUT_OF_AREA, answers=answers)
    elif heard.get("area") == SKIPPED:
        turn.record(Step.AREA_SKIPPED, answers=answers)
    elif "area" in heard:
        turn.record(Step.AREA_GIVEN, answers=answers)
    _acknowledge_without_a_need(turn, heard, answers, led=led)


def _acknowledge_without_a_need(turn: Turn, heard: hearing.Slots, answers: Answers, *, led: bool) -> None:
    """What was said before the need is known: otherwise the next question shows that it was taken."""
    if answers.needs or led or turn.message.by_button:
        return
    if heard.get("area") in set(District):
        turn.say("text.noted", area=f"@{District(str(heard['area'])).words}")
    elif {"area_candidates", "person", "age"} & set(heard):
        turn.say("text.noted_first")


def _say_outside(turn: Turn, force: object) -> None:
    if force:
        turn.say("text.outside_force", force=str(force))
    else:
        turn.say("text.outside")


def _next(turn: Turn, answers: Answers) -> str | None:
    enquiry = answers.enquiry(turn.runtime.clock())
    with turn.runtime.sessions() as session:
        weigh = search.changes_answer(session, enquiry, live=turn.runtime.settings.live)
        return next_question(answers, changes_answer=weigh)
