"""A message that was taught is what it was taught to be, however it is typed; any other is not known."""

import numpy as np
import pytest

from bot.components.risk_scores import ORDER
from bot.components.taught_risks import TaughtRisks
from vocabulary.risks import Risk


TAUGHT = TaughtRisks.of(
    [("For me", ()), ("he's here", (Risk.EMERGENCY,)), ("took them all", (Risk.OVERDOSE, Risk.SUICIDE))]
)


def _shown(text: str) -> set[Risk] | None:
    marks = TAUGHT.find(text)
    return None if marks is None else {risk for risk, shown in zip(ORDER, marks, strict=True) if shown}


@pytest.mark.parametrize("text", ["For me", "for me", " FOR  ME. ", "for me?", "for\u200b me"])
def test_however_it_is_typed_it_is_known(text: str) -> None:
    assert _shown(text) == set()


def test_every_danger_that_was_taught_is_shown() -> None:
    assert _shown("he's here!") == {Risk.EMERGENCY}
    assert _shown("took them all") == {Risk.OVERDOSE, Risk.SUICIDE}


@pytest.mark.parametrize("text", ["", "?", "for me now", "me", "me for"])
def test_another_message_is_not_known(text: str) -> None:
    assert _shown(text) is None


def test_of_a_message_taught_twice_every_danger_counts() -> None:
    taught = TaughtRisks.of([("gone cold", ()), ("Gone cold.", (Risk.OVERDOSE,))])

    assert taught.find("gone cold")[ORDER.index(Risk.OVERDOSE)]
    assert len(taught.keys) == 1


def test_nothing_taught_knows_nothing() -> None:
    assert TaughtRisks.of(()).find("for me") is None


def test_it_is_kept_as_numbers_alone() -> None:
    assert TAUGHT.keys.dtype == np.uint64
    assert TAUGHT.marks.dtype == bool
