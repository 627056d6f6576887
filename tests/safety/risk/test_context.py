"""What takes the danger out of a danger word."""

import pytest

from safety.risk import screen
from vocabulary.risks import Risk


@pytest.mark.parametrize(
    "text",
    [
        "he overdosed two years ago",
        "she was stabbed last summer",
        "I saw on the news that a lad was stabbed",
        "we watched a film where he takes an overdose",
        "what are the signs of an overdose",
        "I'm worried he might overdose one day",
        "in the 80s he was shot",
    ],
)
def test_past_told_made_up_asked_and_feared_danger_is_none(text: str) -> None:
    assert screen(text) == ()


@pytest.mark.parametrize(
    ("text", "risk"),
    [
        ("he overdosed last year and he's overdosing again right now", Risk.OVERDOSE),
        ("it was on the news but please help, he is outside my door with a knife", Risk.EMERGENCY),
    ],
)
def test_here_and_now_wins_over_the_past_and_the_told(text: str, risk: Risk) -> None:
    assert risk in screen(text)


def test_a_fear_that_someone_will_end_their_life_is_kept() -> None:
    assert Risk.SUICIDE in screen("I'm scared my husband is going to kill himself")
