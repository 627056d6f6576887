"""Words that take back what was heard, or say that a danger is over, are all of a message or nothing."""

import pytest

from actions.taking_back import denies, says_it_is_over, takes_back, was_not_meant
from vocabulary.risks import Risk


@pytest.mark.parametrize(
    "text",
    [
        "no thats wrong",
        "no not that",
        "that's not what I meant",
        "i never said that",
        "you got that wrong",
        "no its not about that",
    ],
)
def test_what_only_says_that_it_was_taken_wrongly_takes_back(text: str) -> None:
    assert takes_back(text)
    assert not was_not_meant(text)


@pytest.mark.parametrize("text", ["sorry i dont mean that", "no i didnt mean it like that"])
def test_a_meaning_that_was_taken_wrongly_takes_back_no_answer(text: str) -> None:
    assert takes_back(text)
    assert was_not_meant(text)


@pytest.mark.parametrize(
    "text", ["no", "no im not safe", "no thats wrong he is here", "not that i know of", "it is not safe"]
)
def test_what_says_no_or_more_takes_nothing_back(text: str) -> None:
    assert not takes_back(text)


def test_only_a_denial_of_wanting_to_die_denies() -> None:
    assert denies("im not suicidal")
    assert not denies("im not suicidal but i have written the letters")


@pytest.mark.parametrize(
    "text",
    [
        "theyve gone now",
        "im in hospital",
        "he woke up hes ok now",
        "the police are here",
        "theyve gone im ok",
        "he's driven off",
        "they walked off",
    ],
)
def test_a_danger_that_only_is_said_to_be_past_is_over(text: str) -> None:
    assert says_it_is_over(text, marked=(Risk.EMERGENCY,), standing=(Risk.EMERGENCY,))


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "im hiding",
        "theyve gone but theyre coming back",
        "hes stopped breathing",
        "hes not ok",
        "hes in the next room",
        "im at my dealers",
        "yes im safe",
        "i'm ok now",
    ],
)
def test_what_says_more_or_leaves_doubt_is_not_over(text: str) -> None:
    assert not says_it_is_over(text, marked=(), standing=(Risk.EMERGENCY,))


def test_who_is_gone_after_taking_too_much_may_be_dead() -> None:
    assert not says_it_is_over("hes gone", marked=(), standing=(Risk.OVERDOSE,))
    assert says_it_is_over("hes awake now", marked=(Risk.OVERDOSE,), standing=(Risk.OVERDOSE,))


def test_another_danger_beside_it_is_not_over() -> None:
    assert not says_it_is_over("theyve gone now", marked=(Risk.CHILD,), standing=(Risk.EMERGENCY,))
