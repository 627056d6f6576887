"""The floors of places on messages by other authors: right or asks, and seldom wrong and sure."""

from collections.abc import Sequence
from typing import Any

import pytest

from directory.places import Place, find_place
from tests.nlu.held_out import held_out


RIGHT = 0.93  # measured 0.95
RIGHT_OR_ASKS = 0.97
SURE_AND_WRONG = 0.01
ASKS = {"ambiguous", "none"}

Answer = tuple[dict[str, Any], Place]


FILES = ("held_out_places.jsonl", "held_out_places_second.jsonl", "held_out_places_third.jsonl")


@pytest.fixture(scope="module", params=FILES)
def answers(request: pytest.FixtureRequest) -> Sequence[Answer]:
    rows = held_out(request.param)
    return [(row, find_place(row["text"], asked=row["asked"])) for row in rows]


def _is_right(row: dict[str, Any], place: Place) -> bool:
    """One of the statuses that are right, and for a place inside the right district."""
    if place.status not in row.get("any_of", [row["status"]]):
        return False
    return place.status != "inside" or place.gss == row["gss"]


def test_a_place_is_found(answers: Sequence[Answer]) -> None:
    assert sum(_is_right(*answer) for answer in answers) / len(answers) >= RIGHT


def test_a_place_that_is_not_found_is_asked_about(answers: Sequence[Answer]) -> None:
    kind = [_is_right(*answer) or answer[1].status in ASKS for answer in answers]

    assert sum(kind) / len(kind) >= RIGHT_OR_ASKS


def test_it_is_seldom_sure_of_a_wrong_place(answers: Sequence[Answer]) -> None:
    wrong = [not _is_right(*answer) and answer[1].status not in ASKS for answer in answers]

    assert sum(wrong) / len(wrong) <= SURE_AND_WRONG
