"""What can be done next when no question is open: the next need that was told, or the usual choices."""

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions import utterance
from actions.area import AGAIN
from actions.safe_action import Turn
from actions.utterance import Choice
from actions.waiting import waiting_needs
from vocabulary.needs import Need


FORM = "pathway_form"
AFTER_AN_OFFER = (
    Choice("choice.more_services", "/more_services"),
    Choice("choice.what_happens", "/ask_what_happens"),
    Choice("choice.another_need", "/another_need"),
    Choice("choice.change_area", "/change_area"),
    Choice("choice.stop", "/stop_and_forget"),
)


def waiting(turn: Turn, *, settled: tuple[Need, ...] = ()) -> tuple[Need, ...]:
    """The needs that were told and not answered yet; `settled` are those answered in this turn."""
    return waiting_needs(turn.answers.told, (*turn.answers.settled, *settled))


def ask_what_next(turn: Turn, *, shown: bool | None = None, settled: tuple[Need, ...] = ()) -> None:
    """Asks one question: about the next need, what to do now, or what it is about.

    `shown` says whether services stand on show, where this turn has changed that.
    """
    is_shown = bool(turn.slot("shown")) if shown is None else shown
    left = waiting(turn, settled=settled)
    if is_shown and left:
        _offer(turn, left[0])
    elif is_shown:
        turn.respond("utter_next")
    elif turn.answers.needs:
        turn.respond("utter_go_on")
    else:
        turn.respond("utter_ask_needs")


def take_up(turn: Turn) -> list[EventType]:
    """Goes on with the next need that was told; the questions that are still open follow."""
    need = waiting(turn)[0]
    turn.say("text.turning_to", need=f"@{need.words}")
    fresh = {"needs": [need.value], "misunderstood": 0, **AGAIN}
    return [*(SlotSet(name, value) for name, value in fresh.items()), FollowupAction(FORM)]


def leave_out(turn: Turn) -> list[EventType]:
    """Asks no more about the next need that was told."""
    need = waiting(turn)[0]
    turn.respond("utter_skip")
    ask_what_next(turn, settled=(need,))
    return [SlotSet("settled", [each.value for each in (*turn.answers.settled, need)])]


def _offer(turn: Turn, need: Need) -> None:
    yes, no = Choice("choice.take_up", f"/{need.intent}"), Choice("choice.not_now", "/deny")
    utterance.ask(turn.dispatcher, "question.next_need", (yes, no, *AFTER_AN_OFFER), need=f"@{need.words}")
