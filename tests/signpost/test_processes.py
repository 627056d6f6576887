"""Processes are started, watched, started again and stopped: with real child processes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from signpost import processes
from signpost.processes import ProcessFailed, ProcessPlan, Running, plan_processes, process_environment
from signpost.settings import read_settings
from tests.running import free_port


SERVER = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1"]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    """A small web server as a supervised process, not started yet."""
    port = free_port()
    plan = ProcessPlan("server", [*SERVER, str(port)], f"http://127.0.0.1:{port}/")
    running = Running(plan, tmp_path / "log" / "server.log", {"PATH": "/usr/bin:/bin"})
    yield running
    if hasattr(running, "process"):
        processes.stop_all([running])


def test_a_process_is_waited_for_until_it_answers(server: Running) -> None:
    server.start()

    processes.wait_until_healthy([server])

    assert requests.get(server.plan.health, timeout=5).ok


def test_a_process_that_ends_at_once_is_named_with_its_log(tmp_path: Path) -> None:
    plan = ProcessPlan("broken", [sys.executable, "-c", "raise SystemExit(3)"], "http://127.0.0.1:9/")
    broken = Running(plan, tmp_path / "broken.log", {})
    broken.start()

    with pytest.raises(ProcessFailed, match=r"(?s)broken process stopped.*broken\.log"):
        processes.wait_until_healthy([broken])


def test_a_process_that_ends_for_a_known_reason_is_told_with_what_to_do(tmp_path: Path) -> None:
    from bot.loaded_model import NOT_LOADED

    plan = ProcessPlan(
        "rasa", [sys.executable, "-c", f"raise SystemExit({NOT_LOADED})"], "http://127.0.0.1:9/"
    )
    broken = Running(plan, tmp_path / "rasa.log", {})
    broken.start()

    with pytest.raises(ProcessFailed, match="signpost train --force"):
        processes.wait_until_healthy([broken])


def test_stopping_ends_every_process_also_one_that_does_not_listen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Running
) -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True)\n"
    plan = ProcessPlan("deaf", [sys.executable, "-c", f"{deaf}time.sleep(600)"], "http://127.0.0.1:9/")
    stubborn = Running(plan, tmp_path / "deaf.log", {})
    stubborn.start()
    server.start()
    processes.wait_until_healthy([server])
    monkeypatch.setattr(processes, "STOPPED_WITHIN", 0.5)

    processes.stop_all([stubborn, server])

    assert stubborn.has_ended()
    assert server.has_ended()


def test_the_engine_and_the_actions_are_reached_on_loopback_only_and_tell_nobody() -> None:
    settings = read_settings({"SIGNPOST_PORT": "8123"})

    environment = process_environment(settings, "t" * 64)

    assert environment["SANIC_HOST"] == "127.0.0.1"
    assert environment["RASA_TELEMETRY_ENABLED"] == "false"
    assert environment["SIGNPOST_ENGINE_TOKEN"] == "t" * 64
    assert [plan.name for plan in plan_processes(settings)] == ["actions", "rasa", "web"]
    assert all("127.0.0.1" in plan.health for plan in plan_processes(settings))


def test_the_token_of_the_engine_is_on_no_command_line() -> None:
    settings = read_settings({})

    assert not any("token" in word.lower() for plan in plan_processes(settings) for word in plan.command)
