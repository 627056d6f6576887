"""Which aside stands in a message: what is answered by itself, beside any need; pure."""

from enum import StrEnum

from actions.asked_facts import facts_that_answer
from actions.message import Message
from actions.seeking import seeks_someone
from actions.speaking import cannot_hear, cannot_speak, wants_us_to_ring
from actions.wanting import (
    asks_for_a_language,
    asks_for_another,
    asks_for_the_police,
    asks_to_come_unreferred,
    asks_whether_they_visit,
    asks_whom_to_ring,
    points_at_one,
    tells_of_a_wrong_number,
)
from safety.details.only import is_only_details
from safety.english import words_without_english
from safety.risk.languages import told_in
from vocabulary.labels import Label


class Aside(StrEnum):
    """What a message asks for aside from any need."""

    SEEKS_SOMEONE = "seeks-someone"
    BY_TEXT = "by-text"
    RING_FOR_ME = "ring-for-me"
    OTHER_LANGUAGE = "other-language"
    DETAILS = "details"  # a name or a number alone, which is not needed and not kept
    LANGUAGE = "language"  # somebody who speaks another one
    VISIT = "visit"  # whether anybody would come to the door
    FACT = "fact"  # a question that a fact answers, which may bring a need too
    POLICE = "police"
    FOR_ANOTHER = "for-another"
    BY_MYSELF = "by-myself"
    NO_ANSWER = "no-answer"
    ON_SHOW = "on-show"
    WHOM_TO_RING = "whom-to-ring"


_HEARD_LAST = (
    (tells_of_a_wrong_number, Aside.NO_ANSWER),
    (asks_for_the_police, Aside.POLICE),
    (asks_for_another, Aside.FOR_ANOTHER),
    (asks_to_come_unreferred, Aside.BY_MYSELF),
    (asks_for_a_language, Aside.LANGUAGE),
    (asks_whether_they_visit, Aside.VISIT),
    (facts_that_answer, Aside.FACT),
    (points_at_one, Aside.ON_SHOW),
    (asks_whom_to_ring, Aside.WHOM_TO_RING),
)
SHOWN = frozenset(aside for _, aside in _HEARD_LAST) - {Aside.LANGUAGE, Aside.VISIT, Aside.FACT}


def aside_in(message: Message) -> Aside | None:
    """The aside in a typed message; whoever is watched is answered as that.

    Danger in another language is heard by fixed phrases, where its few words may have looked like English.
    Beside a need that was told in English it only leads.
    """
    if told_in(message.typed) and not _needs_in_english(message):
        return Aside.OTHER_LANGUAGE
    if is_only_details(message.typed):
        return Aside.DETAILS
    if message.intent == Label.BEING_WATCHED and not cannot_hear(message.typed):
        return None
    if seeks_someone(message.typed):
        return Aside.SEEKS_SOMEONE
    if cannot_speak(message.typed):
        return Aside.BY_TEXT
    if wants_us_to_ring(message.typed):
        return Aside.RING_FOR_ME
    found = next((aside for asks, aside in _HEARD_LAST if asks(message.typed)), None)
    if found is Aside.VISIT and (message.needs or message.risks):
        return None  # those who threaten may come too
    # What the police would do has an answer of its own.
    return None if found is Aside.FACT and message.intent == Label.ASK_POLICE_TOLD else found


def _needs_in_english(message: Message) -> bool:
    return bool(message.needs) and not words_without_english(message.typed)
