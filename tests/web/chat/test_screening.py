"""Danger is heard in messages of any length, and no message takes long to screen."""

import re

import pytest

from safety import risk
from vocabulary.risks import Risk
from web.chat.screening import MOST_CHARACTERS, MOST_SENTENCES, risks_in


DANGER = "he has a knife and he is outside my door now"
LONG = 60_000


@pytest.fixture
def screened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is handed to the risk screen."""
    found: list[str] = []
    monkeypatch.setattr(risk, "screen", lambda text: found.append(text) or ())
    return found


@pytest.mark.parametrize("repeated", ["he ", "he. ", "he is 13! ", "?", "é", "he;"])
def test_a_huge_message_is_screened_in_two_small_parts(screened: list[str], repeated: str) -> None:
    risks_in((repeated * LONG)[:LONG])

    assert len(screened) == 2
    for part in screened:
        assert len(part) <= MOST_CHARACTERS
        assert len(re.findall(r"[.!?;]+", part)) <= MOST_SENTENCES


@pytest.mark.parametrize("text", ["", DANGER, "help me. " * MOST_SENTENCES, "x" * MOST_CHARACTERS])
def test_a_message_as_people_write_is_screened_as_it_is(screened: list[str], text: str) -> None:
    risks_in(text)

    assert screened == [text]


@pytest.mark.parametrize("filler", ["please help me ", "please. ", "so "])
@pytest.mark.parametrize("place", ["beginning", "end", "beginning of the end"])
def test_danger_at_either_end_of_a_long_message_is_heard(filler: str, place: str) -> None:
    much = filler * 2000
    text = {
        "beginning": f"{DANGER}. {much}",
        "end": f"{much}. {DANGER}",
        "beginning of the end": f"{much}. {DANGER}. {filler * 20}",
    }[place]

    assert risks_in(text) == (Risk.EMERGENCY,)


def test_dangers_of_both_ends_are_heard_in_the_order_in_which_they_lead() -> None:
    text = f"I want to kill myself tonight. {'please ' * 1000}. {DANGER}"

    assert risks_in(text) == (Risk.EMERGENCY, Risk.SUICIDE)
