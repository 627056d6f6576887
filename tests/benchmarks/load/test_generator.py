"""Plans are kept whatever the answers take: with chats made up here, then with the whole of Signpost."""

import asyncio
import math
import os
import time
from collections import Counter
from random import Random
from typing import Any

import pytest

from benchmarks.load import generator
from benchmarks.load.chats import Failed, RasaChat, SignpostChat
from benchmarks.load.figures import LOST, GeneratorWasLate, failures, percentile
from benchmarks.load.generator import Played, ahead_of_others, missed_ticks, play
from benchmarks.load.loads import Load, Terms, find_rate, judge, one_load
from benchmarks.load.memory import leave_open
from benchmarks.load.systems import System
from benchmarks.load.visits import Recording, Turn, Visit, by_rate, recordings
from tests.running import RunningSystem


TURN = Turn("hello", is_typed=True)
BUSY = {"fixed card", "button not offered", "no answer", LOST}  # how turns fail where an engine takes long


class SlowChat:
    """Answers each turn after so many seconds; fails at the turn of that number, counted over all."""

    def __init__(self, seconds: float, *, fails_at: int | None = None) -> None:
        self.seconds = seconds
        self.fails_at = fails_at
        self.said = 0

    async def open(self) -> Any:
        """At once."""

    async def say(self, before: Any, turn: Turn) -> Any:
        """After its time."""
        self.said += 1
        await asyncio.sleep(self.seconds)
        if self.said == self.fails_at:
            raise Failed("status 500")


def a_visit(*moments: float) -> Visit:
    return Visit(0.0, moments, (TURN,) * len(moments))


def turns_of(played: Played) -> list[float]:
    return [each.took for each in sorted(played.within(0, math.inf), key=lambda each: each.intended)]


def test_a_slow_answer_keeps_nobody_else_from_coming() -> None:
    visits = [Visit(number / 100, (number / 100,), (TURN,)) for number in range(20)]

    played = play(visits, SlowChat(0.5))

    sent = [each.sent - each.intended for each in played.within(0, 1)]
    assert len(sent) == 20
    assert max(sent) < 0.4  # one after the other, the last would be sent after nine seconds


def test_a_slow_answer_is_counted_for_the_turns_that_had_to_wait_for_it() -> None:
    took = turns_of(play([a_visit(0.0, 0.1, 0.2)], SlowChat(0.3)))

    assert took == [pytest.approx(0.3, abs=0.1), pytest.approx(0.5, abs=0.1), pytest.approx(0.7, abs=0.1)]


def test_turns_that_a_failure_keeps_from_being_said_have_failed_too() -> None:
    played = play([a_visit(0.0, 0.01, 0.02)], SlowChat(0.0, fails_at=2))

    assert failures(played.samples) == {"status 500": 1, LOST: 1}
    assert turns_of(played)[1:] == [math.inf, math.inf]


def test_a_generator_that_is_held_up_refuses_its_figures() -> None:
    class Holding(SlowChat):
        async def say(self, before: Any, turn: Turn) -> Any:
            time.sleep(0.3)  # the event loop itself stands still

    played = play([a_visit(0.0, 0.1, 0.2)], Holding(0.0))

    with pytest.raises(GeneratorWasLate):
        judge(played, start=0, end=1, took=1, used={})


def test_a_long_halt_weighs_as_many_ticks_as_it_lasted() -> None:
    assert list(missed_ticks(0.05)) == pytest.approx([0.05, 0.03, 0.01])
    assert list(missed_ticks(0.001)) == [0.001]


def test_the_generator_runs_ahead_only_while_it_plays() -> None:
    before = os.nice(0)

    with ahead_of_others():
        within = os.nice(0)

    assert within in {generator.AHEAD, before}
    assert os.nice(0) == before


def test_a_load_with_more_than_one_failure_in_a_thousand_misses_its_limit() -> None:
    assert a_load(turns=1000, failed=1).meets(0.3)
    assert not a_load(turns=999, failed=1).meets(0.3)
    assert not a_load(turns=1000, failed=0, p95=0.301).meets(0.3)


def test_a_rate_that_does_not_hold_for_longer_is_lowered(monkeypatch: pytest.MonkeyPatch) -> None:
    def at_rate(_system: Any, _terms: Any, rate: float, seconds: float) -> Load:
        return a_load(
            turns=int(rate * seconds), seconds=seconds, p95=rate / (40 if seconds == 20 else 34) * 0.3
        )

    monkeypatch.setattr("benchmarks.load.loads.at_rate", at_rate)

    found = find_rate(System("", lambda: SlowChat(0), {}, 0), Terms([], Random(1)))

    assert found is not None
    assert 34 / 1.1 <= found.rate <= 34
    assert found.seconds == 60


def a_load(*, turns: int, failed: int = 0, p95: float = 0.1, seconds: float = 10) -> Load:
    return Load(seconds, turns, 0.05, p95, Counter({"no answer": failed}), 0.001, 0.1, {"web": 0.5}, 0.02)


@pytest.fixture(scope="module")
def whole(system: RunningSystem) -> System:
    """The running Signpost of the test session, as it is measured."""
    pids = {each.plan.name: each.process.pid for each in system.processes}
    measured = System("Signpost", lambda: SignpostChat(system.settings.port), pids, 0.0)
    asyncio.run(leave_open(measured, Terms(recordings(), Random(1)), 3))  # a first turn takes longer
    return measured


@pytest.mark.model
@pytest.mark.slow
def test_a_few_seconds_against_the_whole_of_signpost(whole: System, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is shown is that it works: how busy the machine of the tests is, is not their matter.
    monkeypatch.setattr("benchmarks.load.figures.LATE", 5.0)
    planned = by_rate(recordings(), turns_a_second=4, until=8, hurry=40, random=Random(1))

    load = one_load(whole, planned, start=2, end=8)

    assert set(load.failed) <= BUSY
    assert load.turns == sum(2 <= moment < 8 for visit in planned for moment in visit.moments) > 8
    assert 0 < load.p50 <= load.p95
    assert load.p50 < 10
    assert set(load.cores) == {"actions", "rasa", "web"}
    assert all(cores > 0 for cores in load.cores.values())
    assert 0 < load.cpu_a_turn < 5
    assert all(20 < memory < 4000 for memory in whole.memory_mb().values())


def one_of_each_kind() -> list[Recording]:
    """A recording of each folder, and those that expect what is otherwise a failure."""
    first = {each.kind: each for each in reversed(recordings())}
    falling = [each for each in recordings() if any(turn.falls_back for turn in each.turns)]
    return [*first.values(), *falling]


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("one", one_of_each_kind(), ids=lambda one: one.name)
def test_a_recording_can_be_played_as_a_load(whole: System, one: Recording) -> None:
    played = play([Visit(0.0, (0.0,) * len(one.turns), one.turns)], whole.chat())

    assert failures(played.samples) == {}
    assert [each.kind == "typed" for each in played.within(0, 1)] == [turn.is_typed for turn in one.turns]


@pytest.mark.model
@pytest.mark.slow
def test_a_button_that_is_not_offered_and_an_address_that_is_not_there_are_failures(whole: System) -> None:
    pressing = Visit(0.0, (0.0,), (Turn("No such button", is_typed=False),))
    played = play([pressing], whole.chat())
    assert failures(played.samples) == {"button not offered": 1}

    port = whole.chat()._http.port  # type: ignore[attr-defined]
    nowhere = play([a_visit(0.0)], RasaChat(port))
    assert failures(nowhere.samples) == {"status 404": 1}
    assert percentile([each.took for each in nowhere.within(0, 1)], 0.95) == math.inf
