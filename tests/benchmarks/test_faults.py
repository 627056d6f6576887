"""What the benchmark of faults calls lost and doubled."""

import pytest

from benchmarks.faults import Figures, tell
from tests.faults.people import Outcome, Told


def _figures(**changes: int) -> Figures:
    counted = {"finished": 5, "visits": 5, "acknowledged": 4, "sent": 5, "opened": 4}
    return Figures(**(counted | changes))


@pytest.mark.parametrize(
    ("changes", "lost", "doubled"),
    [
        ({}, 0, 0),
        ({"visits": 4}, 1, 0),
        ({"opened": 3}, 1, 0),
        ({"opened": 5}, 0, 0),  # noted, and the process was killed before it said so
        ({"opened": 6}, 0, 1),
        ({"visits": 6}, 0, 1),
        ({"visits": 6, "anew": 1}, 0, 0),  # the conversation that went had been shown services
        ({"visits": 6, "unfinished": 1}, 0, 0),
    ],
)
def test_what_was_acknowledged_has_to_be_there_and_nothing_more_than_was_sent(
    changes: dict[str, int], lost: int, doubled: int
) -> None:
    figures = _figures(**changes)

    assert (figures.lost, figures.doubled) == (lost, doubled)


def test_answers_after_more_than_three_seconds_are_told_apart() -> None:
    figures = Figures(turns=[Told(Outcome.FIXED_CARD, 2.9), Told(Outcome.FIXED_CARD, 3.1)])
    figures.healing["web"].append(4.0)

    told = tell(figures)

    assert "the slowest answer after 3.1 s" in told
    assert any("fixed card" in line and line.endswith("after more than 3 s 1") for line in told.splitlines())
    assert "web      killed 1 times; healed after 4.0 s (median)" in told
