"""The floors of danger on messages by an author who saw neither the patterns nor the training rows."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.understanding import Understanding
from vocabulary.risks import Risk


pytestmark = [pytest.mark.model, pytest.mark.slow]

FILE = Path(__file__).parent / "held_out_risk.jsonl"
# A little under what was measured: docs/decisions/0004. Raise them when it gets better; never lower them.
RECALL = {Risk.OVERDOSE: 0.95, Risk.EMERGENCY: 0.91, Risk.SUICIDE: 0.84, Risk.CHILD: 0.95}
SOMETHING = 0.95  # some card, be it another risk's
ALARMS = 0.09

Heard = tuple[frozenset[Risk], frozenset[Risk]]  # the risks a message shows, and those that were marked


@pytest.fixture(scope="module")
def heard(understanding: Understanding) -> Sequence[Heard]:
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
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
