"""Ages and persons are heard only where the words say them plainly."""

import pytest

from actions.people import hear_age, hear_person
from vocabulary.people import AgeBand, Person


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("im 14 and they make me carry", AgeBand.UNDER_18),
        ("my son is 16", AgeBand.UNDER_18),
        ("shes only 12", AgeBand.UNDER_18),
        ("i'm 17", AgeBand.UNDER_18),
        ("i am 18", AgeBand.FROM_18_TO_25),
        ("he's 25 next week", AgeBand.FROM_18_TO_25),
        ("i am 26", AgeBand.FROM_26_TO_59),
        ("59 years old", AgeBand.FROM_26_TO_59),
        ("my nan is 81", AgeBand.FROM_60),
        ("a 15 year old lad", AgeBand.UNDER_18),
        ("hes in year 9", AgeBand.UNDER_18),
        ("im y10 and they make me sell", AgeBand.UNDER_18),
        ("my lad 16 owes them", AgeBand.UNDER_18),
        ("I have a client, 19, being used", AgeBand.FROM_18_TO_25),
        ("i am 15 my mum doesnt know", AgeBand.UNDER_18),
    ],
)
def test_an_age_in_a_sentence_is_its_band(text: str, band: AgeBand) -> None:
    assert hear_age(text, asked=False) is band


@pytest.mark.parametrize(
    "text",
    [
        "i owe them 40 quid",
        "it is 15 minutes away",
        "im 2 months clean",
        "they are 3 of them",
        "he is 5 miles off",
        "its 11pm",
        "ring 101",
        "I'm 45 and my son keeps taking ketamine",
        "im 52, my daughter owes a dealer money",
        "they say its just 50 but they want 200",
        "just 16 left",
        "the debt is 40 now",
        "since year 2019",
        "500",
        "",
    ],
)
def test_a_number_that_is_no_age_is_not_taken_for_one(text: str) -> None:
    assert hear_age(text, asked=False) is None


def test_a_bare_number_is_an_age_only_when_the_age_was_asked() -> None:
    assert hear_age("34", asked=True) is AgeBand.FROM_26_TO_59
    assert hear_age("hes 34 i think", asked=True) is AgeBand.FROM_26_TO_59
    assert hear_age("34", asked=False) is None
    assert hear_age("400", asked=True) is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("it's for my son", Person.OTHER),
        ("im asking for someone else", Person.OTHER),
        ("about my neighbour", Person.OTHER),
        ("they took my flat", None),
        ("my son", None),
    ],
)
def test_a_sentence_says_plainly_whom_it_is_about(text: str, person: Person | None) -> None:
    assert hear_person(text, asked=False) is person


@pytest.mark.parametrize(
    ("answer", "person"),
    [
        ("me", Person.SELF),
        ("for myself", Person.SELF),
        ("my mum", Person.OTHER),
        ("him", Person.OTHER),
        ("a friend", Person.OTHER),
        ("dunno", None),
    ],
)
def test_one_word_is_enough_when_it_was_asked(answer: str, person: Person | None) -> None:
    assert hear_person(answer, asked=True) is person


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("26-59", AgeBand.FROM_26_TO_59),
        ("26 to 59", AgeBand.FROM_26_TO_59),
        ("18\u201325", AgeBand.FROM_18_TO_25),
        ("under 18", AgeBand.UNDER_18),
        ("over 60", AgeBand.FROM_60),
        ("60 or over", AgeBand.FROM_60),
        ("60+", AgeBand.FROM_60),
    ],
)
def test_a_band_that_is_typed_as_its_button_says_it_is_that_band_once_asked(text: str, band: AgeBand) -> None:
    assert hear_age(text, asked=True) is band
    assert hear_age(text, asked=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "my neighbour is 81 and drug dealers have moved into his flat",
        "I'm a support worker, my client's home has been taken over",
        "as a nurse I have a patient who is scared",
        "my nephew has been beaten for a drug debt",
        "the lady next door has people in and out",
        "one of our residents, 34, is being cuckooed",
    ],
)
def test_somebody_else_is_heard_without_being_asked(text: str) -> None:
    assert hear_person(text, asked=False) is Person.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "my boyfriend is 34 and he hits me",
        "I'm a nurse and they have taken over my flat",
        "my neighbour deals drugs",
        "I owe my mate money, he is 19",
    ],
)
def test_whoever_speaks_of_what_is_done_to_them_is_not_asking_for_another(text: str) -> None:
    assert hear_person(text, asked=False) is not Person.OTHER


def test_a_childs_own_age_goes_before_that_of_the_one_who_uses_them() -> None:
    assert hear_age("i'm 16 and my boyfriend 24 makes me keep his drugs", asked=False) is AgeBand.UNDER_18
    assert hear_age("my boyfriend is 34 and he hits me", asked=False) is None


@pytest.mark.parametrize(
    "text", ["sorry HR8", "no TF1", "DY12", "no tf 9", "my kids are 4 and 7", "the dealer is 17"]
)
def test_neither_a_postcode_nor_anothers_age_answers_how_old(text: str) -> None:
    assert hear_age(text, asked=True) is None


def test_the_age_of_another_beside_what_is_done_to_the_writer_is_not_theirs() -> None:
    assert hear_age("my brother is 16, i owe a dealer money", asked=False) is None


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("forty two", AgeBand.FROM_26_TO_59),
        ("seventeen", AgeBand.UNDER_18),
        ("im in my thirties", AgeBand.FROM_26_TO_59),
        ("50 and i owe him 1200 now", AgeBand.FROM_26_TO_59),
        ("she's sixty-one", AgeBand.FROM_60),
    ],
)
def test_an_age_is_heard_in_words_and_before_more(text: str, band: AgeBand) -> None:
    assert hear_age(text, asked=True) is band


def test_plain_twenties_lie_in_two_bands_and_are_left_to_be_asked() -> None:
    assert hear_age("in my twenties", asked=True) is None
