"""Who comes when, planned before any answer."""

import statistics
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from benchmarks.load.visits import (
    MIX,
    Recording,
    Turn,
    arrivals,
    by_people,
    by_rate,
    recordings,
    seconds_a_visit,
    turns_a_visit,
    weights,
)
from tests.talking import FOLDER


TYPED = Turn("I live in Telford", is_typed=True)
PRESSED = Turn("Yes", is_typed=False)
SHORT = Recording("short", "happy_path", (TYPED, PRESSED))
BUTTON = Recording("button", "happy_path", (PRESSED,))
LONG = Recording("long", "crisis", (TYPED,) * 6)


def test_the_arrivals_are_as_many_as_asked_and_spread_like_a_poisson_process() -> None:
    moments = list(arrivals(every=0.5, until=5000, random=Random(1)))

    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(moments) == pytest.approx(10_000, rel=0.03)
    # An exponential distribution has its mean as standard deviation; even steps would have none.
    assert statistics.stdev(gaps) == pytest.approx(statistics.mean(gaps), rel=0.03)


def test_a_rate_is_of_turns_not_of_conversations() -> None:
    planned = by_rate([SHORT, LONG], turns_a_second=20, until=500, hurry=10, random=Random(1))

    settled = [moment for visit in planned for moment in visit.moments if moment >= 50]
    assert len(settled) / 450 == pytest.approx(20, rel=0.05)


def test_nothing_is_planned_for_after_the_end() -> None:
    planned = by_rate([LONG], turns_a_second=20, until=10, hurry=1, random=Random(1))

    assert all(moment < 10 for visit in planned for moment in (visit.opens, *visit.moments))
    assert all(len(visit.moments) == len(visit.turns) for visit in planned)


def test_hurry_shortens_the_thinking_and_nothing_else() -> None:
    slow, quick = (
        by_people([LONG], people=1, until=1e5, hurry=hurry, random=Random(1))[0] for hurry in (1.0, 10.0)
    )

    assert [moment - quick.opens for moment in quick.moments] == pytest.approx(
        [(moment - slow.opens) / 10 for moment in slow.moments]
    )
    assert quick.turns == slow.turns


def test_people_come_back_as_soon_as_they_have_ended() -> None:
    planned = by_people([LONG], people=50, until=4000, hurry=1, random=Random(1))

    settled = [moment for visit in planned for moment in visit.moments if moment >= 400]
    pause = seconds_a_visit([BUTTON])  # as long as it takes to read one answer
    assert len(settled) / 3600 == pytest.approx(50 * 6 / (seconds_a_visit([LONG]) + pause), rel=0.03)


def test_typing_takes_its_time_and_pressing_none() -> None:
    letters = Recording("letters", "happy_path", (Turn("x" * 300, is_typed=True),))

    typing = seconds_a_visit([letters]) - seconds_a_visit([BUTTON])

    assert typing == pytest.approx(60 * 300 / 5 / 36.2)  # 36.2 words of five letters a minute


def test_a_folder_is_played_as_often_as_the_mix_says_however_many_it_holds() -> None:
    many = [Recording(str(number), "crisis", (PRESSED,)) for number in range(4)]

    played, *each = weights([SHORT, *many])

    assert played + sum(each) == pytest.approx(1)
    assert sum(each) / played == pytest.approx(MIX["crisis"] / MIX["happy_path"])
    assert each == pytest.approx([each[0]] * 4)


def test_every_folder_of_recordings_has_its_part_of_the_mix() -> None:
    folders = {path.parent.name for path in FOLDER.rglob("*.yml")}

    assert set(MIX) == folders
    assert sum(MIX.values()) == pytest.approx(1)


def test_the_recordings_are_read_with_their_typed_and_pressed_turns(tmp_path: Path) -> None:
    (tmp_path / "crisis").mkdir()
    (tmp_path / "crisis" / "one.yml").write_text(
        "turns:\n  - say: help\n    expect: {kinds: [fallback]}\n  - choose: 'Yes'\n"
    )

    assert recordings(tmp_path) == [
        Recording(
            "one", "crisis", (Turn("help", is_typed=True, falls_back=True), Turn("Yes", is_typed=False))
        )
    ]
    assert turns_a_visit(recordings()) > 3
