"""A phone's curly apostrophes are read as straight ones, by everything that reads a message."""

import pytest

from actions.answers import Answers
from actions.apostrophes import straight
from actions.hearing import hear
from tests.actions.test_hearing import a_message
from vocabulary.people import AgeBand


@pytest.mark.parametrize("text", ["I\u2019m 15", "I\u2018m 15", "I'm 15"])
def test_a_curly_apostrophe_is_a_straight_one(text: str) -> None:
    assert straight(text) == "I'm 15"


def test_an_age_written_on_a_phone_is_heard() -> None:
    heard = hear(a_message("I\u2019m 15 and I\u2019m scared of them"), asked="needs", answers=Answers())

    assert heard["age"] == AgeBand.UNDER_18
