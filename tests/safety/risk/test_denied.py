"""A message that only says that nobody wants to die raises nothing; whatever stands beside a denial may."""

from pathlib import Path

import pytest

from bot.components.risk_messages import read
from safety.risk import denied, explain
from safety.risk.suicide import denied as denials
from tests.safety.messages import HALVES, risky
from tests.safety.risk.denials import MORE_THAN_DENIED, ONLY_DENIED
from tests.safety.risk.outright import BESIDE_THE_PAST, OUTRIGHT
from tests.safety.risk.steps import Steps
from vocabulary.risks import Risk


@pytest.mark.parametrize("text", ONLY_DENIED)
def test_a_message_that_only_denies_raises_nothing(text: str) -> None:
    assert denied(text) == (Risk.SUICIDE,)
    assert explain(text) == []


@pytest.mark.parametrize("text", MORE_THAN_DENIED + OUTRIGHT + BESIDE_THE_PAST)
def test_what_says_more_than_a_denial_is_open_to_what_is_found(text: str) -> None:
    assert denied(text) == ()


@pytest.mark.parametrize("text", ["", "?!", "not", "no", "hello", "i need help with a debt"])
def test_what_denies_nothing_is_no_denial(text: str) -> None:
    assert denied(text) == ()


def test_no_message_that_shows_a_wish_to_die_is_taken_for_a_denial() -> None:
    taught = [text for text, risks in read(Path("content/risk")) if Risk.SUICIDE in risks]
    ours = [text for half in HALVES for text in risky(Risk.SUICIDE, half)]

    assert len(taught) > 3000
    assert [text for text in (*taught, *ours) if denied(text)] == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", ["i am not really ", "no ", "it is ok ", "i have no thoughts of ", "i just want "]
)
def test_the_steps_grow_with_the_text_and_not_faster(words: str) -> None:
    short, long = (_steps(words * times) for times in (10, 20))

    assert long <= 2.6 * short + 2_000


def _steps(text: str) -> int:
    counter = Steps(denials.ONLY_DENIAL.pattern, 3_000_000)
    counter.search(text)
    return counter.taken
