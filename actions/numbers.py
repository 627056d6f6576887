"""Numbers at once for whoever asks for them, whatever question is open."""

import re
from collections.abc import Callable, Collection, Sequence

from rasa_sdk.events import EventType, SlotSet
from sqlalchemy.orm import Session

from actions import utterance
from actions.acknowledging import say_outside
from actions.answers import OUTSIDE
from actions.aside_words import Aside
from actions.contact import show_asked
from actions.safe_action import Turn, lead_with
from actions.services import ANY_CRIME, AT_ONCE, context_of, find_fitting
from directory.referring import spoken_with_for_another, taken_without_referral
from directory.search import Match
from vocabulary.people import Person


Rule = Callable[[Session, Collection[str]], frozenset[str]]  # which of the services, by their ids
_POLICE = re.compile(r"\bpolice\b|\b101\b", re.IGNORECASE)
POLICE = ("police-101-west-mercia", "police-999")


def give_numbers(turn: Turn, aside: Aside) -> list[EventType]:
    """The card again below a card for danger now; otherwise the numbers that were asked for."""
    known = [SlotSet("misunderstood", 0)]
    if turn.after_card:
        return [*known, *(() if turn.message.risks else lead_with(turn, turn.acute))]
    if aside is Aside.NO_ANSWER:
        turn.say("text.number_wrong", ask="@wrong.ask")
    if aside is Aside.POLICE or (aside is Aside.NO_ANSWER and _POLICE.search(turn.message.typed)):
        _give_police(turn)
    elif aside is Aside.FOR_ANOTHER:
        _show_those(turn, spoken_with_for_another, words="services.for_another")
        known.append(SlotSet("person", Person.OTHER.value))
    elif aside is Aside.BY_MYSELF:
        _show_those(turn, taken_without_referral, words="services.first")
    else:
        known += show_asked(turn, words="services.contact")
    return known


def _give_police(turn: Turn) -> None:
    if turn.answers.area == OUTSIDE:
        say_outside(turn, turn.slot("force"))
    else:
        utterance.show_lifelines(turn.dispatcher, POLICE, words="services.contact")


def _show_those(turn: Turn, allowed: Rule, *, words: str) -> None:
    """The services that fit so far and that a rule of the directory allows."""
    fitting = find_fitting(turn, first=2 * AT_ONCE) if turn.answers.needs else []
    with turn.runtime.sessions() as session:
        open_to = allowed(session, [match.id for match in fitting])
    shown: Sequence[Match] = [match for match in fitting if match.id in open_to][:AT_ONCE]
    if shown:
        utterance.show(turn.dispatcher, words, shown, **context_of(turn))
    else:
        utterance.show_lifelines(turn.dispatcher, ANY_CRIME, words=words)
