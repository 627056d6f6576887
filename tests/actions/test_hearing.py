"""What one message answers, with the question that was open and without."""

from typing import Any

import pytest

from actions.answers import SAFE, SKIPPED, UNSAFE, Answers
from actions.hearing import hear, risks_of
from actions.message import Message
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person
from vocabulary.risks import Risk


def a_message(text: str = "", *, by_button: bool = False, **parts: Any) -> Message:
    """A message with full defaults."""
    whole: dict[str, Any] = {"intent": "", "needs": (), "risks": (), "entities": {}}
    return Message(text=text, by_button=by_button, **(whole | parts))


def test_one_sentence_can_answer_several_questions_at_once() -> None:
    message = a_message(
        "its about my son hes 15 and we live in Ludlow",
        intent=Need.WORRIED_ABOUT_YOUNG_PERSON.intent,
        needs=(Need.WORRIED_ABOUT_YOUNG_PERSON,),
    )

    heard = hear(message, asked="needs", answers=Answers())

    assert heard["needs"] == [Need.WORRIED_ABOUT_YOUNG_PERSON.value]
    assert heard["area"] == District.SHROPSHIRE
    assert heard["person"] == Person.OTHER
    assert heard["age"] == AgeBand.UNDER_18


@pytest.mark.parametrize(
    ("intent", "danger"), [(Label.AFFIRM, SAFE), (Label.DENY, UNSAFE), (Label.SKIP, SKIPPED)]
)
def test_yes_and_no_answer_the_question_about_safety_only_when_it_was_asked(
    intent: Label, danger: str
) -> None:
    message = a_message("…", intent=intent)

    assert hear(message, asked="danger", answers=Answers())["danger"] == danger
    assert "danger" not in hear(message, asked="needs", answers=Answers())


@pytest.mark.parametrize("risk", [Risk.OVERDOSE, Risk.EMERGENCY, Risk.SUICIDE])
def test_danger_in_the_words_answers_the_question_about_safety(risk: Risk) -> None:
    assert hear(a_message("…", risks=(risk,)), asked="area", answers=Answers())["danger"] == UNSAFE


def test_a_child_at_risk_is_never_treated_as_an_adult() -> None:
    message = a_message("they make me hold it, im 34", risks=(Risk.CHILD,))

    assert hear(message, asked="age", answers=Answers())["age"] == AgeBand.UNDER_18


def test_a_danger_without_a_need_brings_the_need_that_goes_with_it() -> None:
    message = a_message("hes gone blue", risks=(Risk.OVERDOSE,), intent="nlu_fallback")

    assert hear(message, asked="needs", answers=Answers())["needs"] == [Need.OVERDOSE.value]


def test_a_short_answer_to_a_question_does_not_bring_a_need_of_its_own() -> None:
    message = a_message("my mum", needs=(Need.FAMILY_DRUG_USE,), intent=Need.FAMILY_DRUG_USE.intent)

    heard = hear(message, asked="person", answers=Answers(needs=(Need.CUCKOOING,)))

    assert heard == {"person": Person.OTHER.value}


def test_a_further_need_leads_and_the_first_is_kept() -> None:
    message = a_message("also he hits me when i say no to them", needs=(Need.DOMESTIC_ABUSE,))

    heard = hear(message, asked="area", answers=Answers(needs=(Need.CUCKOOING,)))

    assert heard["needs"] == [Need.DOMESTIC_ABUSE.value, Need.CUCKOOING.value]


def test_a_need_cannot_be_skipped_but_every_other_question_can() -> None:
    message = a_message("rather not say", intent=Label.SKIP)

    assert hear(message, asked="needs", answers=Answers()) == {}
    for question in ("danger", "area", "person", "age"):
        assert hear(message, asked=question, answers=Answers()) == {question: SKIPPED}


def test_a_button_with_a_value_outside_the_lists_fills_nothing() -> None:
    entities = {"area": "E99999999", "person": "everyone", "age": "200", "group": "secrets"}

    assert hear(a_message("/x", by_button=True, entities=entities), asked="area", answers=Answers()) == {}


@pytest.mark.parametrize(
    ("need", "risk"), [(Need.DANGER_NOW, Risk.EMERGENCY), (Need.OVERDOSE, Risk.OVERDOSE)]
)
def test_the_buttons_for_danger_lead_with_its_card(need: Need, risk: Risk) -> None:
    message = a_message(f"/{need.intent}", by_button=True, needs=(need,), intent=need.intent)

    assert risks_of(message, {}) == (risk,)


def test_asking_about_naloxone_in_words_is_no_danger() -> None:
    message = a_message("how do i get naloxone", needs=(Need.OVERDOSE,), intent=Need.OVERDOSE.intent)

    assert risks_of(message, {}) == ()


def test_not_safe_is_danger() -> None:
    assert risks_of(a_message("no"), {"danger": UNSAFE}) == (Risk.EMERGENCY,)
