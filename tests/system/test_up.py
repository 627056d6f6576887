"""`signpost up`, as `make run` starts it: it prints where everything is, and Ctrl-C stops all of it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.running import ROOT, free_port


pytestmark = [pytest.mark.model, pytest.mark.slow]
SIGNPOST = Path(sys.executable).with_name("signpost")
STOPS_WITHIN = 60


def _environment(home: Path, **more: str) -> dict[str, str]:
    ports = {f"SIGNPOST_{name}": str(free_port()) for name in ("PORT", "RASA_PORT", "ACTIONS_PORT")}
    return {**os.environ, **ports, "SIGNPOST_HOME": str(home), "COLUMNS": "200", **more}


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def _said_until(process: subprocess.Popen[str], last: str) -> str:
    said = ""
    assert process.stdout is not None
    for line in process.stdout:
        said += line
        if last in line:
            return said
    raise AssertionError(f"ended without '{last}': {said}")


def test_up_tells_where_everything_is_signs_staff_in_and_stops_cleanly(tmp_path: Path) -> None:
    environment = _environment(tmp_path / "home")
    process = subprocess.Popen(
        [str(SIGNPOST), "up"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    said = _said_until(process, "Stop with Ctrl-C")
    address = f"http://localhost:{environment['SIGNPOST_PORT']}"
    children = _children(process.pid)
    ready = requests.get(f"{address}/health/ready", timeout=10).ok
    process.send_signal(signal.SIGINT)
    process.wait(timeout=STOPS_WITHIN)

    assert ready
    assert all(f"{address}/{door}" in said for door in ("chat", "admin", "insights"))
    assert re.search(r"manager\s+manager@signpost\.example\s+\S{12,}", said)
    assert len(children) == 3
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    assert process.returncode == 0


def test_live_use_does_not_start_while_a_lifeline_is_not_confirmed(tmp_path: Path) -> None:
    environment = _environment(tmp_path / "home", SIGNPOST_LIVE="yes")

    refused = subprocess.run(
        [str(SIGNPOST), "up"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )

    assert refused.returncode == 1
    assert "Telford and Wrekin: no confirmed team for children" in refused.stdout
    assert "Worcester: no confirmed team for adults" in refused.stdout
    assert "/admin" in refused.stdout


@pytest.mark.parametrize(
    "command",
    [
        "up",
        "train",
        "migrate",
        "understand",
        "chat",
        "directory",
        "directory import",
        "directory export",
        "directory check",
        "usage",
        "usage periods",
        "usage export",
        "usage roll-up",
        "usage purge",
        "usage roles",
        "usage demo",
        "users",
        "users add",
        "users list",
        "users disable",
    ],
)
def test_every_command_explains_itself(command: str) -> None:
    told = subprocess.run(
        [str(SIGNPOST), *command.split(), "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert told.returncode == 0
    assert "Usage: signpost" in told.stdout
    assert len(told.stdout.splitlines()) > 5
