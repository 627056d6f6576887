"""The floors of needs on messages by other authors: right or asked, and seldom wrong and sure."""

from collections import defaultdict
from collections.abc import Sequence

import pytest

from bot.understanding import Understanding, Understood
from tests.nlu.held_out import held_out
from vocabulary.needs import Need


pytestmark = [pytest.mark.model, pytest.mark.slow]

RIGHT_OR_ASKED = 0.88  # averaged over needs; measured 0.92
WRONG_AND_SURE = 0.05  # measured 0.038 over needs, 0.030 over all labels
CAUGHT = 0.95
OUT_OF_SCOPE = "out_of_scope"
BUTTONS = 3
NEEDS = {need.value for need in Need}

Read = tuple[str, frozenset[str], Understood]  # the label, all labels that are right, what was understood


@pytest.fixture(scope="module", params=["held_out.jsonl", "held_out_second.jsonl", "held_out_third.jsonl"])
def everything(request: pytest.FixtureRequest, understanding: Understanding) -> Sequence[Read]:
    rows = held_out(request.param)
    found = understanding.understand(row["text"] for row in rows)
    return [
        (row["label"], frozenset((row["label"], *row["also"])), one)
        for row, one in zip(rows, found, strict=True)
    ]


@pytest.fixture(scope="module")
def read(everything: Sequence[Read]) -> Sequence[Read]:
    return [row for row in everything if row[0] in NEEDS]


def _offered(understood: Understood) -> set[str]:
    """The buttons of the question, or the one label that is assumed."""
    return {guess.label for guess in understood.guesses[: BUTTONS if understood.clarify else 1]}


def test_every_need_is_found_or_offered(read: Sequence[Read]) -> None:
    by_need = defaultdict(list)
    for label, right, understood in read:
        by_need[label].append(bool(_offered(understood) & right))

    assert len(by_need) == len(NEEDS)
    assert sum(sum(hits) / len(hits) for hits in by_need.values()) / len(by_need) >= RIGHT_OR_ASKED


def test_it_is_seldom_wrong_and_sure(read: Sequence[Read]) -> None:
    wrong = [not one.clarify and not _offered(one) & right for _, right, one in read]

    assert sum(wrong) / len(wrong) <= WRONG_AND_SURE


def test_what_is_out_of_scope_is_seldom_taken_for_a_need(everything: Sequence[Read]) -> None:
    read = [one for label, _, one in everything if label == OUT_OF_SCOPE]
    caught = [one.clarify or one.guesses[0].label == OUT_OF_SCOPE for one in read]

    assert sum(caught) / len(caught) >= CAUGHT
