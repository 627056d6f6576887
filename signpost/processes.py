"""The three processes: how each is started, when it is healthy, and how all are stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import requests

from signpost.settings import Settings


HEALTHY_WITHIN = 120.0  # seconds; the engine's first start compiles its bytecode
STOPPED_WITHIN = 10.0  # seconds before a process that does not stop is killed
BETWEEN_LOOKS = 0.25


# What to tell of a process that ended so by itself; the numbers are those it ends with (bot/loaded_model.py).
ENDED_FOR = {
    78: "The conversation model cannot be loaded. Find out who changed it, then run: signpost train --force"
}


class ProcessFailed(RuntimeError):
    """A process ended or stayed unhealthy; the message says which, and where its log is."""


@dataclass(frozen=True)
class ProcessPlan:
    """What to start, and the address that answers once it is healthy."""

    name: str
    command: Sequence[str]
    health: str


@dataclass
class Running:
    """One started process and its log file."""

    plan: ProcessPlan
    log: Path
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] = field(init=False)

    def start(self) -> None:
        """Starts it in a session of its own, so that Ctrl-C reaches only the supervisor."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.plan.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=dict(self.environment),
                start_new_session=True,
            )

    def is_healthy(self, *, within: float = 1.0) -> bool:
        """Whether its health address answers now, within so many seconds."""
        try:
            return requests.get(self.plan.health, timeout=within).ok
        except requests.RequestException:
            return False

    def has_ended(self) -> bool:
        """Whether it is no longer running."""
        return self.process.poll() is not None


def plan_processes(settings: Settings) -> tuple[ProcessPlan, ...]:
    """The action server, the conversation engine and the web process, in the order they start."""
    python = sys.executable
    actions, rasa, web = settings.actions_port, settings.rasa_port, settings.port
    return (
        ProcessPlan(
            "actions",
            [python, "-m", "actions.serve"],
            f"http://127.0.0.1:{actions}/health",
        ),
        ProcessPlan(
            "rasa",
            [python, "-m", "bot.serve"],
            f"http://127.0.0.1:{rasa}/webhooks/signpost/",
        ),
        ProcessPlan("web", [python, "-m", "web.serve"], f"http://127.0.0.1:{web}/health/live"),
    )


def process_environment(settings: Settings, engine_token: str) -> dict[str, str]:
    """The environment of every process: loopback only, no telemetry, quiet logs."""
    return {
        **os.environ,
        "SIGNPOST_HOME": str(settings.home),
        "SIGNPOST_ENGINE_TOKEN": engine_token,
        "SIGNPOST_ACTIONS_PORT": str(settings.actions_port),
        "SIGNPOST_RASA_PORT": str(settings.rasa_port),
        "SANIC_HOST": "127.0.0.1",
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONUNBUFFERED": "1",
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }


def wait_until_healthy(running: Sequence[Running]) -> None:
    """Returns when every process answers. Raises ProcessFailed, naming the log to read."""
    deadline = time.monotonic() + HEALTHY_WITHIN
    waiting = list(running)
    while waiting:
        for one in waiting:
            if one.has_ended():
                raise ProcessFailed(_last_words(one))
        waiting = [one for one in waiting if not one.is_healthy()]
        if waiting and time.monotonic() > deadline:
            names = ", ".join(one.plan.name for one in waiting)
            raise ProcessFailed(
                f"Not healthy in {HEALTHY_WITHIN:.0f} s: {names}. Logs: {waiting[0].log.parent}."
            )
        if waiting:
            time.sleep(BETWEEN_LOOKS)


def _last_words(ended: Running) -> str:
    """Which process ended, why if that is known, and where its log is."""
    why = ENDED_FOR.get(ended.process.returncode, "")
    return f"The {ended.plan.name} process stopped. {why}\nIts last words are in {ended.log}."


def stop_all(running: Sequence[Running]) -> None:
    """Asks every process to stop, last started first, and kills what has not in time."""
    for one in reversed(running):
        if not one.has_ended():
            os.killpg(one.process.pid, signal.SIGTERM)
    deadline = time.monotonic() + STOPPED_WITHIN
    for one in running:
        try:
            one.process.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(one.process.pid, signal.SIGKILL)
            one.process.wait()
