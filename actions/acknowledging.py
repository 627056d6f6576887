"""Saying that something was heard, in words that fit the need and whom it is about."""

from collections.abc import Sequence

from actions.answers import OUTSIDE, SKIPPED, Answers, Slots
from actions.fears import fears_being_told_on
from actions.safe_action import Turn
from actions.seeking import is_owed
from actions.waiting import by_urgency, is_one_matter
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.pathway import Step
from vocabulary.people import Person


SHORT_ANSWER = 6  # words; who wrote more has said what it is about, and is asked which it is
# Nobody thinks of blame here, or it is not ours to weigh.
WITHOUT_BLAME = frozenset(
    {
        Need.ARRESTED_LEGAL,
        Need.REPORT_CRIME,
        Need.RIGHTS_COURT_COMPENSATION,
        Need.DEALING_NEAR_HOME,
        Need.MISSING,
        Need.DANGER_NOW,
    }
)


def acknowledge(turn: Turn, heard: Slots, answers: Answers, *, led: bool) -> None:
    """Says what was heard and notes it; `led` says that a card for danger stands above."""
    if turn.message.intent == Label.PROFESSIONAL_ENQUIRY and heard:
        turn.respond("utter_professional_enquiry")
    if "needs" in heard and answers.needs:
        _say_needs(turn, answers, led=led)
        if fears_being_told_on(turn.message.typed):
            turn.respond("utter_ask_family_told")
    if heard.get("by_text"):
        turn.say("text.by_text_first")
    _say_area(turn, heard, answers)
    if not (answers.needs or led or turn.message.by_button):
        _acknowledge_without_a_need(turn, heard)


def _say_needs(turn: Turn, answers: Answers, *, led: bool) -> None:
    first, *_ = answers.needs
    new = [need for need in answers.needs if need not in turn.answers.needs]
    if turn.message.by_button and first in turn.answers.told:
        turn.say("text.turning_to", need=f"@{first.words}")
    elif not led and turn.answers.needs[:1] != (first,):  # otherwise the card, or the chat, has said it
        turn.say(words_for(turn, answers), need=f"@{first.words}")
    if not turn.message.by_button:
        _say_others(turn, [need for need in by_urgency(new) if not is_one_matter(need, (first,))])
    turn.record(Step.NEED_FOUND, answers=answers)


def _say_others(turn: Turn, needs: Sequence[Need]) -> None:
    """Says which other needs are remembered: one or two of them, the rest only stands in what is known."""
    named = {f"need{number}": f"@{need.words}" for number, need in enumerate(needs[:2], start=1)}
    if named:
        turn.say("text.heard_too" if len(named) == 1 else "text.heard_two_more", **named)


def words_for(turn: Turn, answers: Answers) -> str:
    """The id of the words that say what a message is taken to be about."""
    need = answers.needs[0]
    if turn.message.intent == Label.PROFESSIONAL_ENQUIRY:
        return "text.heard_of_client"
    if need is Need.BEREAVEMENT:
        return "text.heard_of_loss"
    if answers.person == Person.OTHER:
        return "text.heard_of_other"
    return "text.heard_plainly" if need in WITHOUT_BLAME or is_owed(turn.message.typed) else "text.heard"


def _say_area(turn: Turn, heard: Slots, answers: Answers) -> None:
    if heard.get("area") == OUTSIDE:
        say_outside(turn, heard.get("force"))
        turn.record(Step.OUT_OF_AREA, answers=answers)
    elif heard.get("area") == SKIPPED:
        if turn.slot("requested_slot") != "area":  # said before it was asked
            turn.respond("utter_skip")
        turn.record(Step.AREA_SKIPPED, answers=answers)
    elif heard.get("area"):
        turn.record(Step.AREA_GIVEN, answers=answers)
        if answers.needs and turn.answers.area not in (None, SKIPPED, answers.area):
            _say_place(turn, heard["area"])


def _say_place(turn: Turn, area: object) -> None:
    turn.say("text.noted", area=f"@{District(str(area)).words}")


def say_outside(turn: Turn, force: object) -> None:
    """Says kindly that a place is outside, and which police are there."""
    if force:
        turn.say("text.outside_force", force=str(force))
    else:
        turn.say("text.outside")


def _acknowledge_without_a_need(turn: Turn, heard: Slots) -> None:
    """What was said before the need is known: otherwise the next question shows that it was taken."""
    if heard.get("area") in set(District):
        _say_place(turn, heard["area"])
    elif {"area_candidates", "person", "age"} & set(heard) and len(
        turn.message.typed.split()
    ) <= SHORT_ANSWER:
        turn.say("text.noted_first")
