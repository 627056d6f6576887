"""How a planned turn reaches a running chat: Signpost by its public contract, a Rasa bot by its REST channel.

Raw sockets that stay open, as behind a proxy: a full HTTP client would take more of the machine than is
measured of some turns.
"""

import asyncio
import json
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol

from benchmarks.load.visits import Turn


PATIENCE = 10.0  # seconds after which nobody waits for an answer
IDLE = 2.0  # seconds a connection may rest: both servers close theirs after five


class Failed(Exception):
    """A turn without a right answer; its words say why, and count it."""


@dataclass
class Connection:
    """One connection of the pool."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    used: float = 0.0

    @property
    def is_usable(self) -> bool:
        """Whether the other side will still take a request on it."""
        return time.monotonic() - self.used < IDLE and not self.reader.at_eof()


@dataclass
class Http:
    """Posts JSON to one port of this machine."""

    port: int
    _resting: list[Connection] = field(default_factory=list)

    async def post(self, path: str, body: object) -> Any:
        """The JSON that answers. Raises Failed."""
        try:
            async with asyncio.timeout(PATIENCE):
                status, answer = await self._exchange(path, json.dumps(body).encode())
        except (TimeoutError, OSError, EOFError):
            raise Failed("no answer") from None
        if status != 200:
            raise Failed(f"status {status}")
        return json.loads(answer)

    async def _exchange(self, path: str, body: bytes) -> tuple[int, bytes]:
        connection = await self._connection()
        try:
            connection.writer.write(self._head(path, len(body)) + body)
            status, answer = await _answer(connection.reader)
        except BaseException:
            connection.writer.close()
            raise
        connection.used = time.monotonic()
        self._resting.append(connection)
        return status, answer

    async def _connection(self) -> Connection:
        while self._resting:
            resting = self._resting.pop()
            if resting.is_usable:
                return resting
            resting.writer.close()
        return Connection(*await asyncio.open_connection("127.0.0.1", self.port))

    def _head(self, path: str, length: int) -> bytes:
        lines = (
            f"POST {path} HTTP/1.1",
            f"Host: localhost:{self.port}",
            "Content-Type: application/json",
            f"Content-Length: {length}",
        )
        return "\r\n".join((*lines, "", "")).encode()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and body of an answer that tells its length, as both servers' do."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
    length = next(int(line.split(":")[1]) for line in head if line.startswith("content-length:"))
    return int(head[0].split()[1]), await reader.readexactly(length)


class Chat(Protocol):
    """A conversation's two steps; what `open` and `say` return is given back with the next turn."""

    async def open(self) -> Any:
        """A new conversation. Raises Failed."""

    async def say(self, before: Any, turn: Turn) -> Any:
        """The answer to one turn, with the answer before it. Raises Failed."""


class SignpostChat:
    """The public contract of a running Signpost, by its web process."""

    def __init__(self, port: int) -> None:
        self._http = Http(port)

    async def open(self) -> Any:
        """Opens a conversation; the answer greets."""
        return await self._http.post("/api/chat/messages", {"conversation": None})

    async def say(self, before: Any, turn: Turn) -> Any:
        """Types, or presses the button of that label. The card for when the engine is away is a failure."""
        said = {"text": turn.words} if turn.is_typed else {"choice": _offered(before, turn.words)}
        answer = await self._http.post("/api/chat/messages", {"conversation": before["conversation"], **said})
        if not turn.falls_back and _stands_for_the_engine(answer):
            raise Failed("fixed card")
        return answer


def _stands_for_the_engine(answer: Any) -> bool:
    """Whether nothing but fixed cards answered; where the engine itself shows one, it asks something too."""
    kinds = {each["kind"] for each in answer["messages"]}
    return "fallback" in kinds and kinds <= {"crisis", "fallback"}


class RasaChat:
    """The REST channel of a Rasa bot. It has no buttons: their labels are typed."""

    def __init__(self, port: int) -> None:
        self._http = Http(port)
        self._people = count()

    async def open(self) -> Any:
        """Nothing is sent: a sender that was not seen before is a new conversation."""
        return f"person-{id(self)}-{next(self._people)}"

    async def say(self, before: Any, turn: Turn) -> Any:
        """Types, whatever is answered."""
        await self._http.post("/webhooks/rest/webhook", {"sender": before, "message": turn.words})
        return before


def _offered(answer: dict[str, Any], label: str) -> str:
    for message in answer["messages"]:
        for choice in message.get("choices") or ():
            if choice["label"] == label:
                return str(choice["choice"])
    raise Failed("button not offered")
