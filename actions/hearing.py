"""What a message answers: pure, from the understood message and the question that was open."""

import re
from collections.abc import Mapping

from actions.answers import OUTSIDE, SAFE, SKIPPED, UNSAFE, Answers
from actions.message import Message
from actions.people import hear_age, hear_person
from directory.places import find_place
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person
from vocabulary.risks import Risk


Slots = dict[str, object]

GROUPS = frozenset({"used", "harm", "young", "drugs", "feelings", "home", "police"})
OWN_QUESTIONS = frozenset({Label.WHAT_YOU_KNOW, Label.BEING_WATCHED, Label.PROFESSIONAL_ENQUIRY})
_SAFE = re.compile(r"\b(?:safe|i'?m ok|im okay|i'?m fine|we'?re ok|no danger)\b", re.IGNORECASE)
_NOT_SAFE = re.compile(
    r"\b(?:not|isn'?t|ain'?t|aren'?t|don'?t feel|never|hardly|nowhere)\s+(?:\w+\s+)?safe\b|\bunsafe\b",
    re.IGNORECASE,
)
SHORT_ANSWER = 6  # words; a longer message to a question may bring a need as well
NEED_OF_RISK = {
    Risk.OVERDOSE: Need.OVERDOSE,
    Risk.EMERGENCY: Need.DANGER_NOW,
    Risk.SUICIDE: Need.FEELINGS_SUICIDE,
}
RISK_OF_BUTTON = {Need.DANGER_NOW: Risk.EMERGENCY, Need.OVERDOSE: Risk.OVERDOSE}


def hear(message: Message, *, asked: str | None, answers: Answers) -> Slots:
    """The slots a message fills; empty when it answers nothing, which lets another rule reply.

    `asked` is the open question of the pathway, or None before the first.
    """
    if message.intent == Label.SKIP and asked and asked != "needs":
        return {asked: SKIPPED}
    heard: Slots = {}
    heard |= _danger(message, asked)
    heard |= _area(message, asked)
    heard |= _person_and_age(message, asked)
    heard |= _group(message)
    if asked not in heard or asked == "needs" or len(message.typed.split()) > SHORT_ANSWER:
        heard |= _needs(message, answers)
    return heard


def risks_of(message: Message, heard: Mapping[str, object]) -> tuple[Risk, ...]:
    """The dangers to lead the reply with: found in the words, chosen by button, or answered."""
    if message.risks:
        return message.risks
    if message.by_button and message.needs and message.needs[0] in RISK_OF_BUTTON:
        return (RISK_OF_BUTTON[message.needs[0]],)
    if heard.get("danger") == UNSAFE:
        return (Risk.EMERGENCY,)
    return ()


def _danger(message: Message, asked: str | None) -> Slots:
    if set(message.risks) - {Risk.CHILD} or message.needs[:1] == (Need.DANGER_NOW,):
        return {"danger": UNSAFE}
    if asked != "danger":
        return {}
    if message.intent == Label.DENY or _NOT_SAFE.search(message.typed):
        return {"danger": UNSAFE}
    if message.intent == Label.AFFIRM or _SAFE.search(message.typed):
        return {"danger": SAFE}
    return {}


def _area(message: Message, asked: str | None) -> Slots:
    chosen = message.entities.get("area")
    if chosen == OUTSIDE:
        return {"area": OUTSIDE, "force": None, "area_candidates": None}
    if chosen in set(District):
        return {"area": chosen, "area_candidates": None}
    place = find_place(message.typed, asked=_may_be_a_bare_place(message, asked))
    if place.status == "inside":
        return {"area": place.gss, "area_candidates": None}
    if place.status == "outside":
        return {"area": OUTSIDE, "force": place.force, "area_candidates": None}
    if place.status == "ambiguous":
        return {"area_candidates": [candidate.gss for candidate in place.candidates]}
    return {}


def _may_be_a_bare_place(message: Message, asked: str | None) -> bool:
    """Whether one word may be a town: not in a question of the person's own ("are you a real person")."""
    if message.intent == Label.GIVE_AREA:
        return True
    return asked == "area" and not message.intent.startswith("ask_") and message.intent not in OWN_QUESTIONS


def _person_and_age(message: Message, asked: str | None) -> Slots:
    heard: Slots = {}
    person = message.entities.get("person") or hear_person(message.typed, asked=asked == "person")
    if message.intent == Label.PROFESSIONAL_ENQUIRY:
        person = Person.OTHER
    if person in set(Person):
        heard["person"] = Person(person).value
    age = message.entities.get("age") or hear_age(message.typed, asked=asked == "age")
    if Risk.CHILD in message.risks:
        age = AgeBand.UNDER_18
    if age in set(AgeBand):
        heard["age"] = AgeBand(age).value
    return heard


def _group(message: Message) -> Slots:
    group = message.entities.get("group")
    return {"group": group} if group in GROUPS else {}


def _needs(message: Message, answers: Answers) -> Slots:
    found = message.needs
    if not found and message.risks and not answers.needs:
        found = tuple(NEED_OF_RISK[risk] for risk in message.risks if risk in NEED_OF_RISK)
    if not found:
        return {}
    if message.by_button:
        found = found[:1]
    heard: Slots = {"needs": [need.value for need in dict.fromkeys((*found, *answers.needs))]}
    if found[0] is Need.CRIMINAL_EXPLOITATION_CHILD:
        heard["age"] = AgeBand.UNDER_18.value
    if found[0] is Need.WORRIED_ABOUT_YOUNG_PERSON:
        heard["person"] = Person.OTHER.value
    return heard
