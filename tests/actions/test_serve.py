"""The action server answers and logs a request that fails without a word of it: a real process."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from tests.running import ROOT, free_port


pytestmark = pytest.mark.slow
MARKER = "MARKER-TEXT"
READY_WITHIN = 60


@dataclass(frozen=True)
class Server:
    """The running action server and its log."""

    address: str
    log: Path

    def post(self, body: str) -> requests.Response:
        """Posts a body to the webhook."""
        return requests.post(f"{self.address}/webhook", data=body, timeout=10)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The action server with no database, as its processes are started."""
    home, port = tmp_path_factory.mktemp("actions"), free_port()
    environment = {**os.environ, "SIGNPOST_HOME": str(home), "SIGNPOST_ACTIONS_PORT": str(port)}
    log = home / "actions.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "actions.serve"],
            cwd=ROOT,
            env={**environment, "SIGNPOST_METRICS_PORT": "0"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    served = Server(f"http://127.0.0.1:{port}", log)
    try:
        _wait(served, process)
        yield served
    finally:
        process.terminate()
        process.wait(20)


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            requests.get(f"{server.address}/health", timeout=1).raise_for_status()
        except requests.RequestException:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(server.log.read_text())


def test_the_actions_of_the_domain_are_there(server: Server) -> None:
    names = {each["name"] for each in requests.get(f"{server.address}/actions", timeout=5).json()}

    assert "action_show_services" in names


@pytest.mark.parametrize(
    "body",
    [
        f"{MARKER}{{",
        json.dumps({"next_action": "action_show_services", "tracker": {MARKER: MARKER}}),
        json.dumps({"next_action": "action_show_services", "tracker": {"sender_id": MARKER, "slots": 3}}),
        json.dumps({"next_action": MARKER, "tracker": {"sender_id": MARKER}}),
    ],
    ids=["not JSON", "no tracker", "an odd tracker", "no such action"],
)
def test_a_request_that_fails_is_logged_without_its_words(server: Server, body: str) -> None:
    before = len(server.log.read_text().splitlines())

    server.post(body)

    written = server.log.read_text()
    assert len(written.splitlines()) > before
    assert MARKER not in written


def test_a_failed_request_is_answered_without_its_tracker(server: Server) -> None:
    answer = server.post(json.dumps({"next_action": "action_show_services", "tracker": {MARKER: MARKER}}))

    assert (answer.status_code, answer.json()) == (500, {"error": "failed"})


def test_every_line_of_the_log_is_json(server: Server) -> None:
    lines = [json.loads(line) for line in server.log.read_text().splitlines()]

    assert "ready" in [line["event"] for line in lines]
