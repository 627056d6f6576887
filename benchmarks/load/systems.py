"""What is measured, running: the whole of Signpost with some engines, and a fresh `rasa init` bot."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import sessionmaker

from benchmarks.engine import resident_mb, running_peer
from benchmarks.load.chats import Chat, RasaChat, SignpostChat
from bot.training import train_if_changed
from directory import starter
from migrations import upgrade
from signpost.database import make_engine
from signpost.processes import ProcessPlan, Running, process_environment, stop_all, wait_until_healthy
from signpost.secrets import read_or_make_secret
from signpost.settings import read_settings
from tests.redis_server import NO_SERVER, RedisServer, find_binary
from tests.running import NO_METRICS, ROOT, free_port


HEALTH = {
    "actions": ("actions.serve", "/health"),
    "engine": ("bot.serve", "/webhooks/signpost/"),
    "web": ("web.serve", "/health/live"),
}
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class System:
    """What answers, its processes by name, and the seconds from nothing to the first answer."""

    name: str
    chat: Callable[[], Chat]  # a new one for each load, as its connections belong to one event loop
    pids: Mapping[str, int]
    cold_start: float

    def cpu_seconds(self) -> dict[str, float]:
        """The processor time that each process and what it started has used."""
        return {name: sum(map(_cpu, _with_children(pid))) for name, pid in self.pids.items()}

    def memory_mb(self) -> dict[str, float]:
        """The memory that each process and what it started holds now."""
        return {name: sum(map(resident_mb, _with_children(pid))) for name, pid in self.pids.items()}


@contextmanager
def signpost(folder: Path, *, engines: int) -> Iterator[System]:
    """One web process, one action server, so many engines; several share conversations in Redis."""
    with ExitStack() as stack:
        shared, pids = {}, {}
        if engines > 1:
            redis = stack.enter_context(_redis(folder))
            shared["SIGNPOST_REDIS_URL"] = redis.url
            pids["redis"] = redis.process.pid
        processes, web_port = _processes(folder, engines, shared)
        started = time.perf_counter()
        stack.callback(stop_all, processes)
        for each in processes:
            each.start()
        wait_until_healthy(processes)
        cold_start = time.perf_counter() - started
        pids |= {each.plan.name: each.process.pid for each in processes}
        name = f"Signpost, {engines} engine{'s' if engines > 1 else ''}"
        yield System(name, lambda: SignpostChat(web_port), pids, cold_start)


@contextmanager
def rasa_init(folder: Path) -> Iterator[System]:
    """The bot that `rasa init` makes, freshly trained: no action server, no directory, no web process."""
    port = free_port()
    with running_peer(folder, port) as peer:
        yield System("`rasa init`", lambda: RasaChat(port), {"rasa": peer.pid}, peer.cold_start_s)


def _processes(folder: Path, engines: int, shared: Mapping[str, str]) -> tuple[list[Running], int]:
    """What to start, in order, on an installation that is filled and trained; and the port of the web."""
    home = folder / "home"
    home.mkdir(parents=True, mode=0o700)
    names = ["actions", *(f"engine-{number}" for number in range(engines)), "web"]
    ports = {name: free_port() for name in names}
    urls = [f"http://127.0.0.1:{port}" for name, port in ports.items() if name.startswith("engine")]
    common = {
        **NO_METRICS,
        **shared,
        "SIGNPOST_HOME": str(home),
        "SIGNPOST_ENGINE_URLS": ",".join(urls),
        "SIGNPOST_ACTIONS_URL": f"http://127.0.0.1:{ports['actions']}",
        "SIGNPOST_TRAFFIC": "test",  # has the limits of machines, not those of one person
        "PYTHONPATH": str(ROOT),
    }
    _fill(read_settings(common).database_url)
    token = read_or_make_secret(home, "engine").hex()
    return [_running(name, port, folder / "log", common, token) for name, port in ports.items()], ports["web"]


def _running(name: str, port: int, logs: Path, common: Mapping[str, str], token: str) -> Running:
    module, health = HEALTH[name.partition("-")[0]]
    ports = dict.fromkeys(("SIGNPOST_PORT", "SIGNPOST_RASA_PORT", "SIGNPOST_ACTIONS_PORT"), str(port))
    own = {**common, **ports}
    environment = {**process_environment(read_settings(own), token), **own}
    plan = ProcessPlan(name, [sys.executable, "-m", module], f"http://127.0.0.1:{port}{health}")
    return Running(plan, logs / f"{name}.log", environment)


def _fill(database_url: str) -> None:
    upgrade(database_url)
    with sessionmaker(make_engine(database_url)).begin() as session:
        starter.fill(session)
    train_if_changed(ROOT, ROOT / "models")


@contextmanager
def _redis(folder: Path) -> Iterator[RedisServer]:
    binary = find_binary()
    if binary is None:
        raise SystemExit(NO_SERVER)
    folder.mkdir(parents=True, exist_ok=True)
    server = RedisServer(binary, free_port(), folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def _with_children(pid: int) -> list[int]:
    """A process and all that it started, as far as they still run."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found.extend(int(child) for child in task.read_text().split())
    return found


def _cpu(pid: int) -> float:
    """Seconds in user and system mode (proc_pid_stat(5), fields 14, 15); the name before may hold blanks."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
