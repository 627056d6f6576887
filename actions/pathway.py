"""The pathway's questions: what an answer fills, and which question follows."""

from rasa_sdk.events import EventType, SlotSet

from actions import hearing
from actions.acknowledging import acknowledge
from actions.answers import Answers, Slots, read_answers
from actions.aside_words import Aside
from actions.asides import answer_aside, aside_of, is_all_of, say_facts_asked
from actions.clarify import NOT_SURE
from actions.danger import eases
from actions.hearing import ANSWERS
from actions.new_topic import known_for
from actions.questions import in_answered_order, next_question
from actions.safe_action import SafeAction, Turn, lead_with
from actions.substances import hear_substances
from actions.taking_back import denies, takes_back, was_not_meant
from actions.waiting import with_told
from directory import search
from vocabulary.labels import Label
from vocabulary.needs import Need
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
        aside = aside_of(turn)
        if aside in (Aside.SEEKS_SOMEONE, Aside.OTHER_LANGUAGE, Aside.DETAILS):
            return _set_aside(turn, aside)
        if taken_back := _take_back(turn, asked):
            return taken_back
        known, cleared = known_for(turn.message, turn.answers, asked=asked)
        heard = hearing.hear(turn.message, asked=asked, answers=known, after_card=turn.after_card)
        if turn.message.intent == Label.GO_BACK and turn.slot("answered") and not ANSWERS.intersection(heard):
            return _reopen(turn, turn.slot("answered")[-1])  # "sorry, she is 16" takes no answer away
        if aside and (not heard or (aside is not Aside.FACT and is_all_of(turn.message))):
            return _set_aside(turn, aside)
        if aside is Aside.BY_TEXT:
            heard["by_text"] = True
        answers = read_answers({**turn.tracker.slots, **cleared, **heard})
        if asked and not heard:
            return [SlotSet("requested_slot", _next(turn, answers))]
        events = lead_with(turn, hearing.risks_of(turn.message, heard), answers=answers)
        acknowledge(turn, heard, answers, led=bool(events))
        if aside is Aside.FACT:
            say_facts_asked(turn)
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
    asks_again: Slots = {"danger": None} if ACUTE.intersection(turn.message.risks) else {}
    answers = read_answers({**turn.tracker.slots, **asks_again})
    return [*led, *answer_aside(turn, aside), SlotSet("requested_slot", _next(turn, answers))]


def _take_back(turn: Turn, asked: str | None) -> list[EventType]:
    """What follows words that only take back, deny or end what was heard; empty for any other."""
    if eases(turn):
        return [SlotSet("misunderstood", 0), SlotSet("requested_slot", "danger")]
    text, needs = turn.message.typed, turn.answers.needs
    if turn.message.risks or not needs:
        return []
    is_denial = denies(text)
    if not (is_denial or (asked is not None and takes_back(text))):
        return []
    is_despair = is_denial or Need.FEELINGS_SUICIDE in needs
    if is_despair or (was_not_meant(text) and asked != "danger"):
        return _go_on_as_before(turn, is_denial=is_denial)
    # Beside the question about safety stands what was just heard; later, the last answer was taken wrongly.
    last = (turn.slot("answered") or ["needs"])[-1]
    return _reopen(turn, "needs" if asked == "danger" else last)


def _go_on_as_before(turn: Turn, *, is_denial: bool) -> list[EventType]:
    """Back to what was open before words that were taken for a wish to die; their card stays in sight."""
    turn.respond("utter_affirm")
    others = [need.value for need in turn.answers.needs if need is not Need.FEELINGS_SUICIDE]
    if others and (is_denial or len(others) < len(turn.answers.needs)):
        turn.say("text.turning_to", need=f"@{Need(others[0]).words}")
    needs = others or [need.value for need in turn.answers.needs]
    answers = read_answers({**turn.tracker.slots, "needs": needs})
    slots: Slots = {"needs": needs, "misunderstood": 0, "requested_slot": _next(turn, answers)}
    return [SlotSet(name, value) for name, value in slots.items()]


def _reopen(turn: Turn, question: str) -> list[EventType]:
    """Takes an answer away, and asks for it again."""
    before = [each for each in turn.slot("answered") or () if each != question]
    events = [SlotSet(question, None), SlotSet("answered", before), SlotSet("requested_slot", question)]
    if question == "needs":
        told = [need.value for need in turn.answers.told if need not in turn.answers.needs]
        events.append(SlotSet("told", told))
    return events


def _next(turn: Turn, answers: Answers) -> str | None:
    enquiry = answers.enquiry(turn.runtime.clock())
    with turn.runtime.sessions() as session:
        weigh = search.changes_answer(session, enquiry, live=turn.runtime.settings.live)
        return next_question(answers, changes_answer=weigh)
