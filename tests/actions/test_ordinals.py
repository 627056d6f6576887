"""Which of several on show a text points at."""

import pytest

from actions.ordinals import place_in


@pytest.mark.parametrize(
    ("text", "of", "place"),
    [("the third one", 3, 2), ("number 2 please", 3, 1), ("the third one", 2, None), ("that one", 3, None)],
)
def test_a_place_counts_only_among_those_on_show(text: str, of: int, place: int | None) -> None:
    assert place_in(text, of=of) == place
