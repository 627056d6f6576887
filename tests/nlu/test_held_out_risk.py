"""The floors of danger on messages by an author who saw neither the patterns nor the training rows."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.understanding import Understanding
from vocabulary.risks import Risk


pytestmark = [pytest.mark.model, pytest.mark.slow]

FOLDER = Path(__file__).parent
FILES = (
    "held_out_risk.jsonl",
    "held_out_risk_second.jsonl",
    "held_out_risk_third.jsonl",
    "held_out_risk_fourth.jsonl",
)
# A little under what was measured: docs/decisions/0006. Raise them when it gets better; never lower them.
RECALL = {Risk.OVERDOSE: 0.96, Risk.EMERGENCY: 0.94, Risk.SUICIDE: 0.89, Risk.CHILD: 0.94}
SOMETHING = 0.95  # some card, be it another risk's
ALARMS = 0.06

Heard = tuple[frozenset[Risk], frozenset[Risk]]  # the risks a message shows, and those that were marked


@pytest.fixture(scope="module", params=FILES)
def heard(request: pytest.FixtureRequest, understanding: Understanding) -> Sequence[Heard]:
    lines = (FOLDER / request.param).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found = understanding.understand(row["text"] for row in rows)
    return [
        (frozenset(map(Risk, row["risks"])), frozenset(one.risks))
        for row, one in zip(rows, found, strict=True)
    ]


@pytest.mark.parametrize("risk", Risk)
def test_a_danger_is_heard(heard: Sequence[Heard], risk: Risk) -> None:
    marked = [risk in found for shown, found in heard if risk in shown]

    assert sum(marked) / len(marked) >= RECALL[risk]


def test_a_message_with_danger_gets_some_card(heard: Sequence[Heard]) -> None:
    marked = [bool(found) for shown, found in heard if shown]

    assert sum(marked) / len(marked) >= SOMETHING


def test_false_alarms_stay_rare(heard: Sequence[Heard]) -> None:
    alarms = [bool(found) for shown, found in heard if not shown]

    assert sum(alarms) / len(alarms) <= ALARMS
