"""Text speak and common slips."""

import pytest

from safety.risk.spelling import spelt


@pytest.mark.parametrize(("typed", "meant"), [("tonite", "tonight"), ("kil", "kill"), ("gonna", "going to")])
def test_a_slip_is_read_as_the_word_meant(typed: str, meant: str) -> None:
    assert spelt(typed) == meant


def test_other_words_stay() -> None:
    assert spelt("telford") == "telford"
