"""The supervisor: whatever has started is stopped, whenever it is asked to."""

import os
import signal
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from migrations import upgrade
from signpost import processes
from signpost.commands import running, up
from signpost.commands.upkeep import Upkeep
from signpost.daily import Daily
from signpost.processes import ProcessPlan, Running
from signpost.renewing import Renewal
from signpost.settings import Settings, read_settings
from signpost.steps import StepFailed
from signpost.stopping import stopping


SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose three processes only sleep."""
    plans = tuple(ProcessPlan(name, SLEEPER, NOWHERE) for name in ("actions", "rasa", "web"))
    monkeypatch.setattr(running, "plan_processes", lambda settings: plans)
    return read_settings({"SIGNPOST_HOME": str(tmp_path)})


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Running]:
    """Every process that starts; a signal comes just after the second one's start."""
    found: list[Running] = []
    start = Running.start

    def start_and_ask_to_stop(one: Running) -> None:
        start(one)
        found.append(one)
        if len(found) == 2:
            os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(Running, "start", start_and_ask_to_stop)
    return found


def test_a_signal_that_comes_as_a_process_starts_leaves_none_behind(
    settings: Settings, started: list[Running]
) -> None:
    with stopping() as heard:
        up._run(settings, [], heard)

    assert len(started) == 3
    assert all(one.has_ended() for one in started)


def test_a_signal_that_comes_as_a_process_starts_again_leaves_none_behind(
    settings: Settings, started: list[Running], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(running, "LOOK_EVERY", 0)
    one = Running(ProcessPlan("web", SLEEPER, NOWHERE), tmp_path / "web.log", {})
    one.start()
    first = one.process
    first.kill()
    first.wait()

    with stopping() as heard, pytest.raises(up.Stopped):
        running.watch([one], heard, Upkeep(), Renewal(lambda: False), tell=print)

    assert one.process is not first
    processes.stop_all([one])


def test_a_signal_while_the_processes_are_stopped_leaves_none_behind(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[Running] = []

    def stop_and_ask_again(started: list[Running]) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        processes.stop_all(started)
        stopped.extend(started)

    def fail(started: list[Running]) -> None:
        raise processes.ProcessFailed("not healthy")

    monkeypatch.setattr(up, "stop_all", stop_and_ask_again)
    monkeypatch.setattr(up, "wait_until_healthy", fail)

    with stopping() as heard, pytest.raises(processes.ProcessFailed):
        up._run(settings, [], heard)

    assert [one.has_ended() for one in stopped] == [True] * 3


def test_the_watch_looks_whether_a_new_day_has_begun(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "LOOK_EVERY", 0)
    daily = Daily(lambda: os.kill(os.getpid(), signal.SIGTERM), done_on=date.min, tell=print)

    with stopping() as heard, pytest.raises(up.Stopped):
        running.watch([], heard, Upkeep(daily=(daily,)), Renewal(lambda: False), tell=print)


def test_live_use_does_not_start_with_the_demonstrations_sign_ins(tmp_path: Path) -> None:
    demo = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    live = replace(demo, live=True)
    upgrade(demo.database_url)
    up._refuse_demo_sign_ins(live)
    made = up._demo_sign_ins(demo)

    with pytest.raises(StepFailed, match=f"signpost users disable {made[0][0]}"):
        up._refuse_demo_sign_ins(live)
    up._refuse_demo_sign_ins(demo)
