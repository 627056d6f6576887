"""The watch: real child processes that end and that hang, seen by a clock that the test turns."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.loaded_model import NOT_LOADED
from signpost import processes
from signpost.processes import HEALTHY_WITHIN, ProcessPlan, Running, wait_until_healthy
from signpost.watching import LOOK_AT_HEALTH_EVERY, MOST_MISSES, PAUSES, SETTLED_AFTER, Watch
from tests.running import free_port


NOWHERE = "http://127.0.0.1:9/"


@dataclass
class Clock:
    """Seconds, as the test says."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """A small web server, started and healthy."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    plan = ProcessPlan("server", command, f"http://127.0.0.1:{port}/")
    running = Running(plan, tmp_path / "server.log", {"PATH": "/usr/bin:/bin"})
    running.start()
    wait_until_healthy([running])
    yield running
    processes.stop_all([running])


def _ending(tmp_path: Path, code: int) -> Running:
    plan = ProcessPlan("rasa", [sys.executable, "-S", "-c", f"raise SystemExit({code})"], NOWHERE)
    running = Running(plan, tmp_path / "rasa.log", {})
    running.start()
    return running


def _starts_in(seconds: float, running: Running, watch: Watch, clock: Clock) -> tuple[int, list[str]]:
    """How often it is started while the watch looks once a second, and what is told meanwhile."""
    started, told = 0, []
    for _ in range(int(seconds)):
        running.process.wait(timeout=30)
        before = running.process
        told += watch.look()
        started += running.process is not before
        clock.now += 1
    return started, told


def test_a_process_that_ended_is_started_again_at_the_next_look(server: Running, clock: Clock) -> None:
    watch = Watch([server], clock=clock)
    server.process.kill()
    server.process.wait()

    told = watch.look()
    wait_until_healthy([server])

    assert told == ["The server process had stopped. It is started again."]
    assert watch.look() == []


def test_a_process_that_no_longer_answers_is_killed_and_started_again(
    server: Running, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signpost.watching.ANSWERS_WITHIN", 0.1)
    watch = Watch([server], clock=clock)
    watch.look()
    hanging = server.process
    os.kill(hanging.pid, signal.SIGSTOP)

    told: list[str] = []
    for _ in range(MOST_MISSES):
        assert hanging.poll() is None
        clock.now += LOOK_AT_HEALTH_EVERY
        told += watch.look()
    wait_until_healthy([server])

    assert told == ["The server process no longer answered. It is started again."]
    assert hanging.returncode == -signal.SIGKILL


def test_one_answer_in_between_forgives_a_process_that_was_slow(
    server: Running, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signpost.watching.ANSWERS_WITHIN", 0.1)
    watch = Watch([server], clock=clock)
    watch.look()
    first = server.process

    for misses in (MOST_MISSES - 1, 0) * 2:
        os.kill(first.pid, signal.SIGSTOP)
        for _ in range(misses):
            clock.now += LOOK_AT_HEALTH_EVERY
            watch.look()
        os.kill(first.pid, signal.SIGCONT)
        wait_until_healthy([server])
        monkeypatch.setattr("signpost.watching.ANSWERS_WITHIN", 5)
        clock.now += LOOK_AT_HEALTH_EVERY
        watch.look()
        monkeypatch.setattr("signpost.watching.ANSWERS_WITHIN", 0.1)

    assert server.process is first


def test_a_process_that_is_still_starting_has_its_time(tmp_path: Path, clock: Clock) -> None:
    plan = ProcessPlan("slow", [sys.executable, "-c", "import time; time.sleep(600)"], NOWHERE)
    slow = Running(plan, tmp_path / "slow.log", {})
    slow.start()
    watch, first = Watch([slow], clock=clock), slow.process

    clock.now += HEALTHY_WITHIN - 1
    early = watch.look()
    clock.now += LOOK_AT_HEALTH_EVERY
    late = watch.look()
    processes.stop_all([slow])

    assert early == []
    assert late == ["The slow process no longer answered. It is started again."]
    assert first.returncode == -signal.SIGKILL


def test_a_process_that_keeps_ending_is_started_ever_more_rarely_and_told_once(
    tmp_path: Path, clock: Clock
) -> None:
    running = _ending(tmp_path, 3)
    watch = Watch([running], clock=clock)

    early, told = _starts_in(sum(PAUSES) + 1, running, watch, clock)
    later, _ = _starts_in(2 * PAUSES[-1] + 2, running, watch, clock)

    assert early <= len(PAUSES)
    assert 1 <= later <= 2
    assert told == ["The rasa process had stopped. It is started again."]


def test_a_model_that_cannot_be_loaded_is_told_with_what_to_do(tmp_path: Path, clock: Clock) -> None:
    running = _ending(tmp_path, NOT_LOADED)

    _, told = _starts_in(4, running, Watch([running], clock=clock), clock)

    assert len(told) == 1
    assert "signpost train --force" in told[0]


@pytest.mark.parametrize(("lived", "at_once"), [(SETTLED_AFTER - 1, False), (SETTLED_AFTER, True)])
def test_only_after_a_quiet_time_a_fault_is_a_first_one_again(
    server: Running, clock: Clock, lived: float, at_once: bool
) -> None:
    watch = Watch([server], clock=clock)
    _kill(server)
    watch.look()
    second = server.process
    wait_until_healthy([server])
    watch.look()
    clock.now += lived
    _kill(server)

    told = watch.look()

    assert (server.process is not second) == at_once
    assert len(told) == at_once


def _kill(server: Running) -> None:
    server.process.kill()
    server.process.wait()


def test_all_are_started_afresh_one_after_the_other(server: Running, tmp_path: Path, clock: Clock) -> None:
    port = free_port()
    answers = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    last = Running(ProcessPlan("last", command, answers), tmp_path / "last.log", {"PATH": "/usr/bin:/bin"})
    last.start()
    wait_until_healthy([last])
    watch, before = Watch([server, last], clock=clock), [server.process, last.process]
    watch.look()

    watch.start_afresh()

    assert [each.returncode for each in before] == [-signal.SIGTERM] * 2
    assert server.is_healthy()
    assert last.is_healthy()
    assert watch.look() == []
    processes.stop_all([last])


def test_what_does_not_come_back_is_left_to_the_next_looks(tmp_path: Path, clock: Clock) -> None:
    ending = _ending(tmp_path, 1)
    ending.process.wait()
    watch = Watch([ending], clock=clock)

    watch.start_afresh()

    assert watch.look() == ["The rasa process had stopped. It is started again."]
    processes.stop_all([ending])
