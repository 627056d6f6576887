"""Numbers at once for whoever asks for them, whatever question is open."""

from collections.abc import Sequence

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.acknowledging import say_outside
from actions.answers import OUTSIDE
from actions.asides import Aside
from actions.contact import show_asked
from actions.safe_action import Turn, lead_with
from actions.services import ANY_CRIME, AT_ONCE, context_of, find_fitting
from directory.for_another import spoken_with_for_another
from directory.search import Match
from vocabulary.people import Person


POLICE = ("police-101-west-mercia", "police-999")


def give_numbers(turn: Turn, aside: Aside) -> list[EventType]:
    """The card again below a card for danger now; otherwise the numbers that were asked for."""
    known = [SlotSet("misunderstood", 0)]
    if turn.after_card:
        return [*known, *(() if turn.message.risks else lead_with(turn, turn.acute))]
    if aside is Aside.POLICE:
        _give_police(turn)
    elif aside is Aside.FOR_ANOTHER:
        _show_for_another(turn)
        known.append(SlotSet("person", Person.OTHER.value))
    else:
        show_asked(turn, words="services.contact")
    return known


def _give_police(turn: Turn) -> None:
    if turn.answers.area == OUTSIDE:
        say_outside(turn, turn.slot("force"))
    else:
        utterance.show_lifelines(turn.dispatcher, POLICE, words="services.contact")


def _show_for_another(turn: Turn) -> None:
    """The services that speak with whoever asks for somebody else."""
    fitting = find_fitting(turn, first=2 * AT_ONCE) if turn.answers.needs else []
    with turn.runtime.sessions() as session:
        open_to = spoken_with_for_another(session, [match.id for match in fitting])
    shown: Sequence[Match] = [match for match in fitting if match.id in open_to][:AT_ONCE]
    if shown:
        utterance.show(turn.dispatcher, "services.for_another", shown, **context_of(turn))
    else:
        utterance.show_lifelines(turn.dispatcher, ANY_CRIME, words="services.for_another")
