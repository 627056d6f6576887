"""A Signpost larger than one of each, for tests: two web processes, two engines, Redis, PostgreSQL."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests
from sqlalchemy.orm import sessionmaker

from bot.training import train_if_changed
from directory import starter
from migrations import upgrade
from signpost.database import make_engine
from signpost.processes import ProcessPlan, Running, process_environment, stop_all, wait_until_healthy
from signpost.secrets import read_or_make_secret
from signpost.settings import read_settings
from tests.redis_server import RedisServer
from tests.running import NO_METRICS, ROOT, WITHIN, free_port
from web.chat.engines import in_order
from web.chat.tokens import Tokens


SECRETS = ("web", "engine")


@dataclass(frozen=True)
class Door:
    """One or several web processes as a person reaches them: each request goes to the next one."""

    ports: Sequence[int]
    asked: list[int] = field(default_factory=list)
    conversations: list[str] = field(default_factory=list)  # tokens, as they were answered

    def post(self, path: str, body: object) -> requests.Response:
        """Posts JSON to the next web process."""
        port = self.ports[len(self.asked) % len(self.ports)]
        self.asked.append(port)
        answer = requests.post(f"http://localhost:{port}{path}", json=body, timeout=WITHIN)
        if answer.ok and answer.content:
            self.conversations.append(answer.json()["conversation"])
        return answer


@dataclass(frozen=True)
class ScaledOut:
    """What runs, by name: actions, engine-0, engine-1, web-0, web-1; and Redis beside it."""

    processes: dict[str, Running]
    redis: RedisServer
    web_ports: tuple[int, ...]
    engine_urls: tuple[str, ...]
    secret: bytes
    homes: tuple[Path, ...]

    def one_door(self) -> Door:
        """The first web process alone."""
        return Door(self.web_ports[:1])

    def both_doors(self) -> Door:
        """Both web processes by turns, as behind a proxy that knows nobody."""
        return Door(self.web_ports)

    def sender_of(self, token: str) -> str:
        """What the engines know a conversation by."""
        return Tokens(self.secret).sender_of(token)

    def engine_of(self, token: str) -> Running:
        """The engine that a conversation is asked of first."""
        first = in_order(self.engine_urls, self.sender_of(token))[0]
        return self.processes[f"engine-{self.engine_urls.index(first)}"]


@contextmanager
def scaled_out(folder: Path, redis: RedisServer, database_url: str) -> Iterator[ScaledOut]:
    """Migrates, fills, trains when needed, starts everything, and stops it at the end."""
    homes = tuple(_home(folder / f"web-{number}") for number in range(2))
    for name in SECRETS:
        read_or_make_secret(homes[0], name)
    shutil.copytree(homes[0] / "secrets", homes[1] / "secrets")
    upgrade(database_url)
    with sessionmaker(make_engine(database_url)).begin() as session:
        starter.fill(session)
    train_if_changed(ROOT, ROOT / "models")
    system = _planned(folder, homes, redis, database_url)
    try:
        for wave in (("actions", "engine-0", "web-0"), ("engine-1", "web-1")):
            for name in wave:
                system.processes[name].start()
            wait_until_healthy([system.processes[name] for name in wave])
        yield system
    finally:
        stop_all([each for each in system.processes.values() if hasattr(each, "process")])


def _planned(folder: Path, homes: tuple[Path, ...], redis: RedisServer, database_url: str) -> ScaledOut:
    actions, *engines = (free_port() for _ in range(3))
    webs = tuple(free_port() for _ in homes)
    urls = tuple(f"http://127.0.0.1:{port}" for port in engines)
    shared = {
        **NO_METRICS,
        "SIGNPOST_DATABASE_URL": database_url,
        "SIGNPOST_REDIS_URL": redis.url,
        "SIGNPOST_ENGINE_URLS": ",".join(urls),
        "SIGNPOST_ACTIONS_URL": f"http://127.0.0.1:{actions}",
        "SIGNPOST_TRAFFIC": "test",
        "PYTHONPATH": str(ROOT),
    }
    processes = {
        "actions": _running(folder, "actions", "actions.serve", "/health", homes[0], shared, actions)
    }
    for number, port in enumerate(engines):
        name = f"engine-{number}"
        processes[name] = _running(folder, name, "bot.serve", "/webhooks/signpost/", homes[0], shared, port)
    for number, port in enumerate(webs):
        name = f"web-{number}"
        processes[name] = _running(folder, name, "web.serve", "/health/live", homes[number], shared, port)
    return ScaledOut(processes, redis, webs, urls, read_or_make_secret(homes[0], "web"), homes)


def _running(
    folder: Path, name: str, module: str, health: str, home: Path, shared: dict[str, str], port: int
) -> Running:
    ports = dict.fromkeys(("SIGNPOST_PORT", "SIGNPOST_RASA_PORT", "SIGNPOST_ACTIONS_PORT"), str(port))
    own = {**shared, **ports, "SIGNPOST_HOME": str(home)}
    token = read_or_make_secret(home, "engine").hex()
    environment = {**process_environment(read_settings(own), token), **own}
    plan = ProcessPlan(name, [sys.executable, "-m", module], f"http://127.0.0.1:{port}{health}")
    return Running(plan, folder / "log" / f"{name}.log", environment)


def _home(path: Path) -> Path:
    path.mkdir(parents=True, mode=0o700)
    return path
