"""Whom a message is about and how old they are, beside what was told before; pure."""

import re

from actions.answers import SKIPPED, Answers, Slots
from actions.message import Message
from actions.people import (
    OF_ANOTHER,
    hear_age,
    hear_person,
    is_about_an_elder,
    is_only_an_age,
    mentions_someone,
    says_adult_age,
    speaks_of_me,
)
from actions.placing import is_a_question
from actions.years import is_only_a_number
from vocabulary.labels import Label
from vocabulary.people import AgeBand, Person
from vocabulary.risks import Risk


_SHE_IS = re.compile(r"\W*(?:she|he|they|shes|hes|theyre)\b", re.IGNORECASE)  # the age of somebody else
_GROWN_UP = re.compile(
    r"\b(?:adult|grown[ -]?up|(?:over|above) 18|not (?:a )?(?:child|kid|minor|under 18))\b", re.IGNORECASE
)


def hear_person_and_age(message: Message, asked: str | None, answers: Answers) -> Slots:
    """The slots of the person and the age that a message fills; `asked` is the open question."""
    heard: Slots = {}
    if _is_of_a_third_person(message, answers):
        return heard
    person = _person(message, asked)
    if person in set(Person):
        heard["person"] = Person(str(person)).value
    if _is_the_callers_age(message, asked, answers):
        return {"person": Person.OTHER.value}
    age = message.entities.get("age") or _age_in_words(message, asked, answers, person=person)
    if age is None and _is_a_childs(message, answers):
        age = AgeBand.UNDER_18
    if age in set(AgeBand):
        heard["age"] = AgeBand(age).value
    elif is_grown_up(message, asked):
        heard["age"] = SKIPPED
    return heard


def is_grown_up(message: Message, asked: str | None) -> bool:
    """Whether "how old" is answered with no more than that it is no child."""
    return asked == "age" and _GROWN_UP.search(message.typed) is not None


def _person(message: Message, asked: str | None) -> object:
    is_of_someone = asked == "age" or is_only_an_age(message.typed)
    if message.intent == Label.PROFESSIONAL_ENQUIRY or (is_of_someone and _SHE_IS.match(message.typed)):
        return Person.OTHER
    is_open = not is_a_question(message)  # "will they tell my mum" is no answer
    return message.entities.get("person") or hear_person(message.typed, asked=asked == "person" and is_open)


def _is_for_another(message: Message, answers: Answers) -> bool:
    """Whether what was told, or the need that a message brings, is known to be about somebody else."""
    needs = message.needs or answers.needs
    return answers.person == Person.OTHER or bool(OF_ANOTHER.intersection(needs[:1]))


def _is_of_a_third_person(message: Message, answers: Answers) -> bool:
    """Whether somebody of one's own is spoken of once one's own age is told: "my kids are 4 and 7"."""
    is_told = answers.age in set(AgeBand) and not message.needs
    return is_told and mentions_someone(message.typed) and not _is_for_another(message, answers)


def _is_the_callers_age(message: Message, asked: str | None, answers: Answers) -> bool:
    """Whether an adult says their own age below a card for a child: it is the child who needs the help."""
    is_settled = asked == "age" or answers.person == Person.SELF or answers.age != AgeBand.UNDER_18
    return answers.of_child and not is_settled and says_adult_age(message.typed)


def _age_in_words(message: Message, asked: str | None, answers: Answers, *, person: object) -> AgeBand | None:
    is_told = asked != "danger" or Risk.CHILD in message.risks  # "are you safe" is answered by no number
    is_bare = is_told and answers.age not in set(AgeBand) and is_only_a_number(message.typed)
    other = Person.OTHER in (person, answers.person)
    theirs = _is_for_another(message, answers)
    return hear_age(message.typed, asked=asked == "age" or is_bare, other=other, theirs=theirs)


def _is_a_childs(message: Message, answers: Answers) -> bool:
    """Whether danger to a child says how old the person helped is: never of the one who writes, nor beside
    a need that adults have, for which the age is asked."""
    if Risk.CHILD not in message.risks or Risk.SUICIDE in message.risks or is_a_question(message):
        return False
    is_about_a_child = OF_ANOTHER.issuperset((message.needs or answers.needs)[:1])
    is_of_another = not (speaks_of_me(message.typed) or is_about_an_elder(message.typed))
    return is_about_a_child and is_of_another and not answers.age
