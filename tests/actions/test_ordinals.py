"""Which of several on show a text points at."""

import pytest

from actions.ordinals import place_in, points_back


@pytest.mark.parametrize(
    ("text", "of", "place"),
    [("the third one", 3, 2), ("number 2 please", 3, 1), ("the third one", 2, None), ("that one", 3, None)],
)
def test_a_place_counts_only_among_those_on_show(text: str, of: int, place: int | None) -> None:
    assert place_in(text, of=of) == place


@pytest.mark.parametrize(
    "text", ["is that one open monday", "are they open late", "whats their number", "can i go there"]
)
def test_a_pronoun_points_back_to_the_one_spoken_of(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize("text", ["are they all open monday", "which of them is open", "open on sunday?"])
def test_words_for_several_or_for_none_do_not_point_back(text: str) -> None:
    assert not points_back(text)
