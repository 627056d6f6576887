"""A real web process in a thread, the way out of this machine shut, and a person whose words must stay."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest
import requests
import uvicorn

from signpost.secrets import read_or_make_secret
from tests.hostile.wall import outbound
from tests.web.chat.conftest import Place, installation, starter  # noqa: F401  # a fixture
from tests.web.conftest import HandClock


VICTIM = "marigold of number 7731"  # what somebody else has said
STARTED_WITHIN = 10.0  # seconds
ANSWERED_WITHIN = 10.0
_noted: list[str] = []
_is_up, _watching = threading.Event(), threading.Event()


@dataclass(frozen=True)
class Door:
    """The public door at a port of this machine, and what must never come out of it."""

    port: int
    place: Place
    victim: str  # the token of the other conversation

    @property
    def address(self) -> str:
        """How a browser reaches it."""
        return f"http://localhost:{self.port}"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Keys, tokens and words that no answer may hold."""
        home = self.place.resources.settings.home
        keys = [read_or_make_secret(home, name).hex() for name in ("engine", "web")]
        return (*keys, self.place.resources.secret.hex(), str(home), self.victim, VICTIM, "marigold")

    def open(self) -> str:
        """The token of a new conversation."""
        token: str = requests.post(f"{self.address}/api/chat/messages", json={}, timeout=10).json()[
            "conversation"
        ]
        return token

    def send_raw(self, raw: bytes) -> bytes:
        """Everything that is answered to these bytes until the connection ends."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=ANSWERED_WITHIN) as connection:
            try:
                connection.sendall(raw)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # refused before all of it was read
            return _read_all(connection)

    def is_alive(self) -> bool:
        """Whether an ordinary request is answered."""
        return requests.get(f"{self.address}/health/live", timeout=ANSWERED_WITHIN).ok


@pytest.fixture(scope="module")
def door(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:  # noqa: F811
    """The public door, with a conversation of somebody else open in it."""
    environ = {"SIGNPOST_TRAFFIC": "test"}  # hundreds of messages come from one address
    with installation(tmp_path_factory.mktemp("door"), starter, HandClock(), environ) as place:
        config = uvicorn.Config(
            place.app, host="127.0.0.1", port=0, log_level="critical", server_header=False, loop="asyncio"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        port = _port_of(server)
        body = {"text": f"my name is {VICTIM}"}
        other = requests.post(f"http://localhost:{port}/api/chat/messages", json=body, timeout=10).json()
        yield Door(port, place, other["conversation"])
        server.should_exit = True
        thread.join(ANSWERED_WITHIN)


@pytest.fixture
def way_out() -> Iterator[list[str]]:
    """What tried to leave this machine during the test: shut, noted, and to be asserted empty."""
    if not _is_up.is_set():
        outbound.put_up(_note)
        _is_up.set()
    _noted.clear()
    _watching.set()
    yield _noted
    _watching.clear()


def _note(told: str) -> bool:
    if _watching.is_set():
        _noted.append(told)
    return _watching.is_set()  # other tests may go where they like


def _port_of(server: uvicorn.Server) -> int:
    until = monotonic() + STARTED_WITHIN
    while not server.started:
        assert monotonic() < until, "the web process did not start"
        sleep(0.02)
    port: int = server.servers[0].sockets[0].getsockname()[1]
    return port


def _read_all(connection: socket.socket) -> bytes:
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except (ConnectionResetError, TimeoutError):
        pass
    return b"".join(parts)


def status_of(answer: bytes) -> int | None:
    """The status of a raw answer; None where the connection was cut without one."""
    if not answer:
        return None
    return int(answer.split(b" ", 2)[1])
