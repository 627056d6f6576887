"""A wish to die that is said outright is certain: what was learnt of other messages cannot take it back."""

import pytest

from safety.risk import explain
from tests.safety.risk.outright import BESIDE_OTHER_WORDS, BESIDE_THE_PAST, NOT_SO, OUTRIGHT
from vocabulary.risks import Risk


def _certain(text: str) -> bool:
    return any(each.certain for each in explain(text) if each.risk is Risk.SUICIDE)


@pytest.mark.parametrize("text", OUTRIGHT + BESIDE_THE_PAST + BESIDE_OTHER_WORDS)
def test_a_wish_that_is_said_outright_is_certain(text: str) -> None:
    assert _certain(text)


@pytest.mark.parametrize("text", NOT_SO)
def test_the_same_words_about_something_else_are_not(text: str) -> None:
    assert not _certain(text)
