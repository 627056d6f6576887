"""An installation of our engine for measuring: freshly trained, with a directory of its own."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import sessionmaker

from bot.training import train_if_changed
from directory import starter
from migrations import upgrade
from signpost.database import make_engine
from signpost.processes import Running, plan_processes, process_environment, stop_all, wait_until_healthy
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings
from vocabulary.pathway import Traffic


ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class OurEngine:
    """The engine while it runs."""

    url: str
    token: str
    pid: int
    training_s: float
    cold_start_s: float


@contextmanager
def running_engine(home: Path) -> Iterator[OurEngine]:
    """Train, fill a directory, start the action server, then the engine against the clock."""
    settings = _settings(home)
    started = time.perf_counter()
    train_if_changed(ROOT, ROOT / "models")
    training = time.perf_counter() - started
    _fill(settings)
    token = read_or_make_secret(home, "engine").hex()
    actions, engine = (_process(settings, token, name) for name in ("actions", "rasa"))
    try:
        actions.start()
        wait_until_healthy([actions])
        started = time.perf_counter()
        engine.start()
        wait_until_healthy([engine])
        cold_start = time.perf_counter() - started
        url = f"{settings.rasa_url}/webhooks/signpost/webhook"
        yield OurEngine(url, token, engine.process.pid, training, cold_start)
    finally:
        stop_all([one for one in (actions, engine) if hasattr(one, "process")])


def _settings(home: Path) -> Settings:
    ports = {"SIGNPOST_RASA_PORT": str(_free_port()), "SIGNPOST_ACTIONS_PORT": str(_free_port())}
    return replace(read_settings({"SIGNPOST_HOME": str(home), **ports}), traffic=Traffic.TEST)


def _fill(settings: Settings) -> None:
    settings.home.mkdir(parents=True)
    upgrade(settings.database_url)
    with sessionmaker(make_engine(settings.database_url)).begin() as session:
        starter.fill(session)


def _process(settings: Settings, token: str, name: str) -> Running:
    environment = {
        **os.environ,
        **process_environment(settings, token),
        "SIGNPOST_TRAFFIC": settings.traffic.value,
        "PYTHONPATH": str(ROOT),
    }
    plan = next(plan for plan in plan_processes(settings) if plan.name == name)
    return Running(plan, settings.home / "log" / f"{name}.log", environment)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
