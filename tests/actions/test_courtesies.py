"""A short "ok" or "thanks" is told from a message that says something."""

import pytest

from actions.courtesies import is_acknowledgement, thanks


@pytest.mark.parametrize(
    "text", ["ok", "k", "kk", "Okay.", "thanks", "ok thanks", "right then", "ta", "thank you so much"]
)
def test_a_courtesy_is_heard(text: str) -> None:
    assert is_acknowledgement(text)


@pytest.mark.parametrize(
    "text", ["ok I live in Telford", "not ok", "thanks but I owe money", "knife", "", "help"]
)
def test_anything_more_is_none(text: str) -> None:
    assert not is_acknowledgement(text)


def test_thanks_are_told_from_ok() -> None:
    assert thanks("ok ta")
    assert not thanks("ok")
