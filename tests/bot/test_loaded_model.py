"""An engine without a model ends, soon and with a status that the supervisor knows."""

import json
import os
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
import requests

from bot.loaded_model import NOT_LOADED, ModelNotLoaded, ModelWatch
from bot.model_file import model_in, write_hash
from signpost.processes import ENDED_FOR
from tests.bot.conftest import ROOT, TOKEN
from tests.running import free_port


pytestmark = pytest.mark.slow
WITHIN = 60  # seconds, the imports of Rasa included; it used to stay unhealthy for ever


def _start_with(tmp_path, held):
    """The engine in a project of its own whose model's file holds this, and is as its hash says."""
    project = tmp_path / "project"
    (project / "models").mkdir(parents=True)
    for name in ("endpoints.yml", "credentials.yml"):
        (project / name).symlink_to(ROOT / name)
    if held is not None:
        model_in(project / "models").write_bytes(held)
        write_hash(project / "models")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        "SIGNPOST_HOME": str(tmp_path / "home"),
        "SIGNPOST_RASA_PORT": str(free_port()),
        "SIGNPOST_METRICS_PORT": "0",
        "SIGNPOST_ENGINE_TOKEN": TOKEN,
    }
    return subprocess.run(
        [sys.executable, "-m", "bot.serve"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        timeout=WITHIN,
        check=False,
    )


@pytest.mark.parametrize("held", [None, b"", b"not an archive"], ids=["gone", "empty", "not an archive"])
def test_the_engine_ends_when_its_model_cannot_be_loaded(tmp_path, held):
    ended = _start_with(tmp_path, held)

    events = [json.loads(line)["event"] for line in ended.stderr.splitlines()]
    assert ended.returncode == NOT_LOADED
    assert events[-1] == "stopped_without_a_model"


def test_the_supervisor_knows_what_to_tell_of_it():
    assert "signpost train" in ENDED_FOR[NOT_LOADED]


def _app(agent, stopped):
    return SimpleNamespace(ctx=SimpleNamespace(agent=agent), stop=lambda: stopped.append(True))


@pytest.mark.parametrize("agent", [None, SimpleNamespace(is_ready=lambda: False)])
def test_a_server_without_a_model_is_stopped(tmp_path, agent):
    import asyncio

    watch, stopped = ModelWatch(tmp_path / "signpost.tar.gz"), []

    asyncio.run(watch.listener()(_app(agent, stopped)))

    assert stopped == [True]
    with pytest.raises(ModelNotLoaded, match="signpost train --force"):
        watch.check_was_loaded()


@pytest.mark.model
def test_the_engine_tells_which_model_it_runs(engine, small_model):
    from hashlib import sha256

    told = requests.get(f"http://127.0.0.1:{engine.port}/webhooks/signpost/", timeout=5).json()

    assert told["ready"] is True
    assert told["model"]["sha256"] == sha256(small_model.read_bytes()).hexdigest()
    assert told["model"]["trained_at"] < time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(time.time() + 1))


@pytest.mark.model
def test_the_engine_tells_how_many_conversations_it_holds(engine):
    address = f"http://127.0.0.1:{engine.port}/webhooks/signpost/"
    before = requests.get(address, timeout=5).json()["conversations"]

    engine.say("/open", engine.new_sender())

    assert requests.get(address, timeout=5).json()["conversations"] == before + 1
