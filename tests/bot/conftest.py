"""A really trained small assistant, and the real engine serving it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from bot.training import train_if_changed
from tests.bot import action_server


ROOT = Path(__file__).parents[2]
TOKEN = "0123456789abcdef" * 4
READY_SECONDS = 90


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the real pipeline, endpoints and credentials, and a small domain."""
    project = tmp_path_factory.mktemp("assistant")
    for name in ("config.yml", "endpoints.yml", "credentials.yml"):
        shutil.copy(ROOT / name, project / name)
    for name in ("bot", "safety", "vocabulary", "signpost"):
        (project / name).symlink_to(ROOT / name)
    (project / "content/risk").mkdir(parents=True)
    shutil.copy(ROOT / "tests/bot/small_assistant/risk_messages.yml", project / "content/risk/first.yml")
    (project / "data").mkdir()
    shutil.copy(ROOT / "tests/bot/small_assistant/domain.yml", project)
    shutil.copy(ROOT / "tests/bot/small_assistant/data.yml", project / "data")
    return project


@pytest.fixture(scope="session")
def small_model(small_project: Path) -> Path:
    """The trained model's archive."""
    return train_if_changed(small_project, small_project / "models").path


@dataclass
class Engine:
    """The engine's process and what it wrote."""

    port: int
    pid: int
    log: Path
    actions: action_server.ActionServer
    senders: int = field(default=0)

    def new_sender(self) -> str:
        """A conversation that nobody had yet."""
        self.senders += 1
        return f"conversation-{self.senders}"

    def say(self, message: str, sender: str, **body: Any) -> requests.Response:
        """One message through the channel."""
        return requests.post(
            f"http://127.0.0.1:{self.port}/webhooks/signpost/webhook",
            json={"sender": sender, "message": message, **body},
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=20,
        )

    def words(self, message: str, sender: str) -> list[str]:
        """The ids of the words that answer a message."""
        answer = self.say(message, sender)
        assert answer.status_code == 200, answer.text
        return [utterance["custom"]["words"] for utterance in answer.json()]


@pytest.fixture(scope="session")
def engine(small_project: Path, small_model: Path) -> Iterator[Engine]:
    """The engine, started as in production, with a fake action server beside it."""
    log = small_project / "engine.log"
    with action_server.running() as actions, log.open("w") as out:
        port = _free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.serve"],
            cwd=small_project,
            env={
                **os.environ,
                "SIGNPOST_RASA_PORT": str(port),
                "SIGNPOST_ACTIONS_PORT": str(actions.port),
                "SIGNPOST_ENGINE_TOKEN": TOKEN,
                "SIGNPOST_HOME": str(small_project / "var"),
            },
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(lambda: _is_ready(port), process, log)
            yield Engine(port, process.pid, log, actions)
        finally:
            process.terminate()
            process.wait(20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _is_ready(port: int) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}/webhooks/signpost/", timeout=2).ok
    except requests.RequestException:
        return False


def _wait(is_ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        if is_ready():
            return
        assert process.poll() is None, log.read_text()[-2000:]
        time.sleep(0.2)
    raise AssertionError("The engine did not start:\n" + log.read_text()[-2000:])
