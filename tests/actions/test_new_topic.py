"""Another need keeps the person and the age, unless it is another person's."""

import pytest

from actions.answers import Answers
from actions.new_topic import known_for
from tests.actions.test_hearing import a_message
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


SELF = Answers(needs=(Need.CUCKOOING,), area=District.SHROPSHIRE, age=AgeBand.FROM_26_TO_59)
OTHER = Answers(needs=(Need.CUCKOOING,), person=Person.OTHER, age=AgeBand.FROM_60)


@pytest.mark.parametrize(
    ("answers", "text", "need"),
    [
        (SELF, "I also owe a dealer money", Need.DRUG_DEBT),
        (SELF, "my boyfriend hits me", Need.DOMESTIC_ABUSE),
        (OTHER, "she also owes them money", Need.DRUG_DEBT),
    ],
)
def test_another_need_of_the_same_person_keeps_the_age(answers: Answers, text: str, need: Need) -> None:
    known, cleared = known_for(a_message(text, needs=(need,)), answers, asked=None)

    assert known.age == answers.age
    assert known.needs == ()
    assert "age" not in cleared


@pytest.mark.parametrize(
    ("answers", "text", "need"),
    [
        (SELF, "my daughter owes a dealer money", Need.DRUG_DEBT),
        (SELF, "they make the kids carry it", Need.CRIMINAL_EXPLOITATION_CHILD),
        (OTHER, "what about my own safety, they threatened me", Need.THREATS_VIOLENCE),
        (OTHER, "I want to stop using crack", Need.OWN_DRUG_USE),
    ],
)
def test_another_persons_need_leaves_the_age_to_be_asked(answers: Answers, text: str, need: Need) -> None:
    known, cleared = known_for(a_message(text, needs=(need,)), answers, asked=None)

    assert known.age is None
    assert known.area == answers.area
    assert {"person", "age"} <= set(cleared)


def test_while_a_question_is_open_nothing_is_cleared() -> None:
    assert known_for(a_message("I owe money", needs=(Need.DRUG_DEBT,)), SELF, asked="age") == (SELF, {})
