"""Which needs a message brings, beside or before those that are known; pure."""

from actions.answers import Answers, Slots
from actions.message import Message
from actions.ordinals import place_in
from actions.people import OF_ANOTHER, is_about_an_elder, is_only_an_age
from actions.placing import is_a_question
from actions.waiting import is_one_matter
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person
from vocabulary.risks import Risk


A_FEW = 4  # words
LIKELY = 4  # guesses of an unsure message that plain words may settle
NEED_OF_RISK = {
    Risk.OVERDOSE: Need.OVERDOSE,
    Risk.EMERGENCY: Need.DANGER_NOW,
    Risk.SUICIDE: Need.FEELINGS_SUICIDE,
}
# What danger to a child is about where the words alone leave it unsure: the likeliest of these.
OF_A_CHILD = (
    Need.CRIMINAL_EXPLOITATION_CHILD,
    Need.WORRIED_ABOUT_YOUNG_PERSON,
    Need.MISSING,
    Need.SEXUAL_VIOLENCE,
    Need.DOMESTIC_ABUSE,
    Need.DRUG_DEBT,
    Need.THREATS_VIOLENCE,
    Need.FAMILY_DRUG_USE,
)
EXPLOITED_CHILD, EXPLOITED_ADULT = EXPLOITED = (
    Need.CRIMINAL_EXPLOITATION_CHILD.value,
    Need.CRIMINAL_EXPLOITATION_ADULT.value,
)
OF_A_WORRY = Need.WORRIED_ABOUT_YOUNG_PERSON.value


def hear_needs(message: Message, answers: Answers, *, leads: bool) -> Slots:
    """The needs that a message brings; `leads` says whether they come before those that are known."""
    found = _said_needs(message, answers) or _pointed_at(message, answers)
    if not found and message.risks and not answers.needs and not is_a_question(message):
        found = _needs_of_danger(message)
    if not found:
        return {}
    if message.by_button:
        found = found[:1]
    leads = (leads and bool(message.needs)) or not answers.needs
    ordered = (*found, *answers.needs) if leads else (*answers.needs, *found)
    needs = list(dict.fromkeys(ordered))
    if len(needs) > 1 and not message.by_button:
        needs = [need for need in needs if need is not Need.DANGER_NOW]  # its card has said what it can
    heard: Slots = {"needs": [need.value for need in needs]}
    if found[0] is Need.WORRIED_ABOUT_YOUNG_PERSON:
        heard["person"] = Person.OTHER.value
    return heard


def _pointed_at(message: Message, answers: Answers) -> tuple[Need, ...]:
    """The need of several on offer that a few words point at ("the third one"); a yes points at none."""
    if answers.needs or len(message.typed.split()) > A_FEW:
        return ()
    place = place_in(message.typed, of=len(answers.offered))
    return () if place is None else (answers.offered[place],)


def _needs_of_danger(message: Message) -> tuple[Need, ...]:
    """What a danger is about where the words leave it unsure; help for a child goes beyond the card's."""
    no_child = OF_ANOTHER if is_about_an_elder(message.typed) else frozenset()
    of_child = tuple(need for need in message.likely_needs if need in OF_A_CHILD and need not in no_child)[:1]
    of_risks = tuple(NEED_OF_RISK[risk] for risk in message.risks if risk in NEED_OF_RISK)
    if of_child and Risk.CHILD in message.risks and of_risks == (Need.DANGER_NOW,):
        return of_child
    return of_risks or of_child


def _said_needs(message: Message, answers: Answers) -> tuple[Need, ...]:
    """What a message is about, then what plain words bring beside it; those alone never lead."""
    if is_only_an_age(message.typed):
        return ()
    further = () if is_a_question(message) else message.further_needs
    heard = _without_a_child(message) if is_about_an_elder(message.typed) else message.needs
    if heard or answers.needs:
        return (*heard, *further)
    # The classifier is unsure; plain words settle which of its guesses it is, and what stands beside it.
    settled = tuple(need for need in message.likely_needs[:LIKELY] if need in further)[:1]
    return (*settled, *(need for need in further if not is_one_matter(need, settled))) if settled else ()


def _without_a_child(message: Message) -> tuple[Need, ...]:
    """The needs of a message about a parent: instead of a worry about a child, the likeliest other need."""
    if message.needs[:1] != (Need.WORRIED_ABOUT_YOUNG_PERSON,):
        return message.needs
    others = (*message.needs[1:], *(need for need in message.likely_needs if need not in OF_ANOTHER))
    return others[:1]


def of_one_age(heard: Slots, answers: Answers, *, grown_up: bool = False) -> Slots:
    """The needs as they are at the age that was told: being made to do crime is one for a child and another
    for an adult, and nobody grown up is a worry about a child. No age is made up."""
    age = heard.get("age", answers.age)
    needs = heard.get("needs", [need.value for need in answers.needs])
    if not isinstance(needs, list) or not (grown_up or age in set(AgeBand)):
        return heard
    of_child = age == AgeBand.UNDER_18
    fitting = EXPLOITED_CHILD if of_child else EXPLOITED_ADULT
    fitted = [fitting if need in EXPLOITED else need for need in needs if of_child or need != OF_A_WORRY]
    return heard if fitted == needs else heard | {"needs": list(dict.fromkeys(fitted)) or None}
