"""The shared lists fill in wherever a pattern names them."""

import re

from safety.risk.phrases import filled


def test_a_named_list_is_filled_in_to_the_bottom() -> None:
    assert "<" not in filled("<drug>").replace("(?<", "")
    assert re.fullmatch(filled("<self>"), "myself")


def test_a_gap_is_bounded() -> None:
    assert re.fullmatch(f"a{filled('<gap>')} b", "a b")
    assert not re.fullmatch(f"a{filled('<gap>')} b", "a" + " x" * 9 + " b")
