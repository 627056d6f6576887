"""The whole of Signpost, running for tests: three real processes, a trained model, an own database."""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import requests
from sqlalchemy.orm import Session, sessionmaker

from bot.training import train_if_changed
from directory import starter
from migrations import upgrade
from signpost.database import make_engine
from signpost.processes import Running, plan_processes, process_environment, stop_all, wait_until_healthy
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings
from vocabulary.pathway import Traffic


ROOT = Path(__file__).parents[1]
NO_METRICS = {"SIGNPOST_METRICS_PORT": "0"}  # several installations run side by side in tests
WITHIN = 15  # seconds for one answer; a test that asserts a shorter one says so itself


@dataclass(frozen=True)
class RunningSystem:
    """Where the running system answers, and what it is made of."""

    settings: Settings
    processes: tuple[Running, ...]
    sessions: sessionmaker[Session]

    @property
    def address(self) -> str:
        """The address of the web process."""
        return f"http://localhost:{self.settings.port}"

    def process(self, name: str) -> Running:
        """One of the three processes by its name."""
        return next(one for one in self.processes if one.plan.name == name)

    def post(self, path: str, body: object) -> requests.Response:
        """Posts JSON to the web process."""
        return requests.post(self.address + path, json=body, timeout=WITHIN)

    def written_files(self) -> Iterator[Path]:
        """Every file the system wrote: database, spool, logs, secrets."""
        return (path for path in self.settings.home.rglob("*") if path.is_file())


def free_port() -> int:
    """A port of this machine that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def three_free_ports() -> int:
    """The first of three ports in a row that nothing uses now."""
    for first in range(21000, 30000, 7):
        with socket.socket() as a, socket.socket() as b, socket.socket() as c:
            try:
                for number, each in enumerate((a, b, c)):
                    each.bind(("127.0.0.1", first + number))
            except OSError:
                continue
            return first
    raise AssertionError("no three free ports in a row")


def settings_in(
    home: Path,
    *,
    traffic: Traffic = Traffic.TEST,
    monitoring: Mapping[str, str] = NO_METRICS,
    database_url: str | None = None,
) -> Settings:
    """Settings of an installation in a folder of its own, on free ports, its traffic marked as a test."""
    database = {"SIGNPOST_DATABASE_URL": database_url} if database_url else {}
    environment = {
        **database,
        "SIGNPOST_HOME": str(home),
        "SIGNPOST_PORT": str(free_port()),
        "SIGNPOST_RASA_PORT": str(free_port()),
        "SIGNPOST_ACTIONS_PORT": str(free_port()),
        **monitoring,
    }
    return replace(read_settings(environment), traffic=traffic)


@contextmanager
def running_system(
    home: Path,
    *,
    traffic: Traffic = Traffic.TEST,
    first_on_path: Path | None = None,
    monitoring: Mapping[str, str] = NO_METRICS,
    database_url: str | None = None,
) -> Iterator[RunningSystem]:
    """Migrates, fills, trains when needed, starts the processes, and stops them at the end.

    Its database is an SQLite file in `home` unless one is named.
    What stands in `first_on_path` the processes import before anything of ours.
    """
    settings = settings_in(home, traffic=traffic, monitoring=monitoring, database_url=database_url)
    home.mkdir(parents=True, exist_ok=True)
    upgrade(settings.database_url)
    sessions = sessionmaker(make_engine(settings.database_url))
    with sessions.begin() as session:
        starter.fill(session)
    train_if_changed(ROOT, ROOT / "models")
    token = read_or_make_secret(home, "engine").hex()
    path = os.pathsep.join(str(folder) for folder in (first_on_path, ROOT) if folder)
    environment = {**process_environment(settings, token), **_ports(settings), "PYTHONPATH": path}
    processes = tuple(
        Running(plan, home / "log" / f"{plan.name}.log", environment) for plan in plan_processes(settings)
    )
    for process in processes:
        process.start()
    try:
        wait_until_healthy(processes)
        yield RunningSystem(settings, processes, sessions)
    finally:
        stop_all(processes)


def _ports(settings: Settings) -> dict[str, str]:
    return {
        **os.environ,
        "SIGNPOST_HOME": str(settings.home),
        "SIGNPOST_DATABASE_URL": settings.database_url,
        "SIGNPOST_PORT": str(settings.port),
        "SIGNPOST_TRAFFIC": settings.traffic.value,
        "SIGNPOST_METRICS_PORT": str(settings.monitoring.metrics_port),
        "SIGNPOST_TRACES_URL": settings.monitoring.traces_url,
    }
