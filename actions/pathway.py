"""The pathway's questions: what an answer fills, and which question follows."""

from rasa_sdk.events import EventType, SlotSet

from actions import hearing
from actions.acknowledging import acknowledge
from actions.answers import Answers, Slots, read_answers
from actions.asides import Aside, answer_aside, aside_in, is_all_of
from actions.clarify import NOT_SURE
from actions.hearing import ANSWERS
from actions.new_topic import known_for
from actions.questions import in_answered_order, next_question
from actions.safe_action import SafeAction, Turn, lead_with
from actions.substances import hear_substances
from actions.waiting import with_told
from directory import search
from vocabulary.labels import Label
from vocabulary.risks import ACUTE


class ActionValidatePathwayForm(SafeAction):
    """Fills the form's slots from the message; returns no slot when it answers nothing.

    Rasa then rejects the form, and the rule for what the person asked replies before the form asks again.
    """

    def name(self) -> str:
        """The form's validation action."""
        return "validate_pathway_form"

    leads = False  # only with what it hears: what a rejected form says is never shown
    yields = False

    def act(self, turn: Turn) -> list[EventType]:
        """Hears, acknowledges, and names the next question."""
        asked = turn.slot("requested_slot")
        aside = aside_in(turn.message)
        if aside in (Aside.SEEKS_SOMEONE, Aside.OTHER_LANGUAGE):
            return _set_aside(turn, aside)
        known, cleared = known_for(turn.message, turn.answers, asked=asked)
        heard = hearing.hear(turn.message, asked=asked, answers=known, after_card=turn.after_card)
        if turn.message.intent == Label.GO_BACK and turn.slot("answered") and not ANSWERS.intersection(heard):
            return _go_back(turn)  # "sorry, she is 16" corrects an answer, and takes none away
        if aside and (not heard or is_all_of(turn.message)):
            return _set_aside(turn, aside)
        if aside is Aside.BY_TEXT:
            heard["by_text"] = True
        answers = read_answers({**turn.tracker.slots, **cleared, **heard})
        if asked and not heard:
            return [SlotSet("requested_slot", _next(turn, answers))]
        events = lead_with(turn, hearing.risks_of(turn.message, heard), answers=answers)
        acknowledge(turn, heard, answers, led=bool(events))
        slots: Slots = {**cleared, **heard, **(_noted(turn, heard, answers) if heard else {})}
        if taken := hear_substances(turn.message, known):
            slots["substances"] = [substance.value for substance in taken]
        slots["requested_slot"] = _next(turn, answers)
        return [*events, *(SlotSet(name, value) for name, value in slots.items())]


def _noted(turn: Turn, heard: Slots, answers: Answers) -> Slots:
    """What follows from the answers of a message, beside the answers themselves."""
    answered = [name for name, value in heard.items() if value is not None]
    dropped = set(turn.answers.needs).difference(answers.needs) if "age" in heard else set()
    kept = [need for need in turn.answers.told if need not in dropped]  # an adult is no worry about a child
    return {
        "answered": in_answered_order(turn.slot("answered") or (), answered),
        "told": [need.value for need in with_told(kept, answers.needs)],
        # The likeliest needs are offered where only something else was heard in an unsure message.
        "misunderstood": int(turn.message.intent == NOT_SURE and not answers.needs),
    }


def _set_aside(turn: Turn, aside: Aside) -> list[EventType]:
    """What is answered by itself; the open question follows, or the one below a card for danger now."""
    led = lead_with(turn, turn.message.risks)
    is_acute = aside is Aside.OTHER_LANGUAGE and ACUTE.intersection(turn.message.risks)
    asks_again: Slots = {"danger": None} if is_acute else {}
    answers = read_answers({**turn.tracker.slots, **asks_again})
    events = [*led, *answer_aside(turn, aside), SlotSet("requested_slot", _next(turn, answers))]
    return [*events, *(SlotSet(name, value) for name, value in asks_again.items())]


def _go_back(turn: Turn) -> list[EventType]:
    *before, last = turn.slot("answered")
    events = [SlotSet(last, None), SlotSet("answered", before), SlotSet("requested_slot", last)]
    if last == "needs":
        told = [need.value for need in turn.answers.told if need not in turn.answers.needs]
        events.append(SlotSet("told", told))
    return events


def _next(turn: Turn, answers: Answers) -> str | None:
    enquiry = answers.enquiry(turn.runtime.clock())
    with turn.runtime.sessions() as session:
        weigh = search.changes_answer(session, enquiry, live=turn.runtime.settings.live)
        return next_question(answers, changes_answer=weigh)
