"""The supervisor: whatever has started is stopped, whenever it is asked to."""

import os
import signal
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

import migrations
from directory.approval.deciding import Decision, approve
from directory.approval.proposing import Asking, propose
from directory.history import Editor
from directory.model import Phone
from signpost import processes
from signpost.commands import up
from signpost.daily import Daily
from signpost.database import make_engine
from signpost.processes import ProcessPlan, Running
from signpost.settings import Settings, read_settings
from signpost.steps import StepFailed
from signpost.stopping import stopping
from tests.directory.factories import TUESDAY_NOON, store_a_service


SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose three processes only sleep."""
    plans = tuple(ProcessPlan(name, SLEEPER, NOWHERE) for name in ("actions", "rasa", "web"))
    monkeypatch.setattr(up, "plan_processes", lambda settings: plans)
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
    monkeypatch.setattr(processes, "RESTART_PAUSE", 0)
    monkeypatch.setattr(up, "LOOK_EVERY", 0)
    one = Running(ProcessPlan("web", SLEEPER, NOWHERE), tmp_path / "web.log", {})
    one.start()
    first = one.process
    first.kill()
    first.wait()

    with stopping() as heard, pytest.raises(up.Stopped):
        up._watch([one], heard, up._daily(settings), up._publishing(settings))

    assert one.process is not first
    processes.stop_all([one])


def test_a_signal_while_the_processes_are_stopped_leaves_none_behind(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[Running] = []

    def stop_and_ask_again(running: list[Running]) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        processes.stop_all(running)
        stopped.extend(running)

    def fail(running: list[Running]) -> None:
        raise processes.ProcessFailed("not healthy")

    monkeypatch.setattr(up, "stop_all", stop_and_ask_again)
    monkeypatch.setattr(up, "wait_until_healthy", fail)

    with stopping() as heard, pytest.raises(processes.ProcessFailed):
        up._run(settings, [], heard)

    assert [one.has_ended() for one in stopped] == [True] * 3


def test_the_watch_looks_whether_a_new_day_has_begun(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(up, "LOOK_EVERY", 0)
    daily = Daily(lambda: os.kill(os.getpid(), signal.SIGTERM), done_on=date.min, tell=print)

    with stopping() as heard, pytest.raises(up.Stopped):
        up._watch([], heard, daily, up._publishing(settings))


def test_a_new_day_rolls_up_and_deletes_what_is_too_old(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("usage.roll_up.roll_up", lambda _, *, at: asked.append("rolled up"))
    monkeypatch.setattr("usage.roll_up.purge", lambda _, *, days, at: asked.append(days))
    daily = up._daily(settings)

    daily.look(date.max)
    assert daily._background._worker is not None
    daily._background.join(10)

    assert asked == ["rolled up", settings.usage_days]


def test_visits_that_cannot_be_rolled_up_say_what_to_do(settings: Settings) -> None:
    with pytest.raises(StepFailed, match="signpost usage roll-up"):
        up._keep_figures(settings)  # the database has no tables


def test_what_is_due_is_shown_while_it_runs(settings: Settings) -> None:
    migrations.upgrade(settings.database_url)
    sessions = sessionmaker(make_engine(settings.database_url))
    ana, ben = Editor("1", "Ana"), Editor("2", "Ben")
    with sessions() as session:
        contact = store_a_service(session).contacts[0]
        proposal = propose(session, contact, {"number": "0113 240 3040"}, Asking(ana, TUESDAY_NOON))
        approve(session, proposal.id, Decision(ben, TUESDAY_NOON), cool_off=timedelta(hours=24))
        session.commit()

    publishing = up._publishing(settings)
    publishing.look(datetime.now(UTC))
    assert publishing._background._worker is not None
    publishing._background.join(10)

    with sessions() as session:
        assert session.scalars(select(Phone.number)).all() == ["0113 240 3040"]


def test_a_database_that_cannot_be_reached_is_told_and_stops_nothing(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    publishing = up._publishing(settings)  # nothing was migrated
    publishing.look(datetime.now(UTC))
    assert publishing._background._worker is not None
    publishing._background.join(10)

    assert "Approved changes cannot be shown" in capsys.readouterr().out
