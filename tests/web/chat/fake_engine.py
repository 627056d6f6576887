"""A small real HTTP server that speaks the engine channel's JSON."""

import json
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


Utterances = list[dict[str, Any]]
GIVE_AREA = '/give_area{"area": "E06000020"}'
PATH = "/webhooks/signpost/webhook"
FORGET = "/webhooks/signpost/conversations/"


def echo_nothing(message: str) -> Utterances:
    """A greeting for the opening, and the same plain text for everything else."""
    if message == "/open":
        return [
            {"kind": "text", "words": "page.privacy"},
            {
                "kind": "question",
                "words": "page.heading",
                "choices": [
                    {"words": "page.again", "values": {}, "payload": '/give_area{"area": "E06000020"}'}
                ],
            },
        ]
    return [
        {"kind": "text", "words": "page.screen", "values": {}, "choices": [], "services": [], "risks": []}
    ]


@dataclass
class FakeEngine:
    """What it was told, and what it answers; the answer can be changed during a test."""

    token: str
    answer: Callable[[str], Utterances] = echo_nothing
    status: int = 200
    body: bytes | None = None  # sent instead of JSON
    risks: str | None = None  # the header in which the engine tells what it weighed; None where it did not
    until: threading.Event | None = None  # answers only when it is set
    told: list[dict[str, Any]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    seconds: float = 0.0

    @property
    def messages(self) -> list[str]:
        """The messages that arrived, the openings left out."""
        return [each["message"] for each in self.told if each["message"] != "/open"]

    def take(self, body: dict[str, Any]) -> bytes:
        """Answers one message in the channel's form."""
        self.told.append(body)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if self.until is not None:
                self.until.wait(10)
            time.sleep(self.seconds)
            said = self.answer(body["message"])
        finally:
            self.at_once -= 1
        parts = [{"recipient_id": body["sender"], "custom": each} for each in said]
        return self.body if self.body is not None else json.dumps(parts).encode()


class Server(ThreadingHTTPServer):
    """A server that knows its connections, to cut them as the end of a process would."""

    daemon_threads = True
    request_queue_size = 256  # crowds connect at once
    connections: set[socket.socket]


def serve(engine: FakeEngine, port: int = 0) -> Server:
    """A running server of this engine; shut it down with stop()."""
    connections: set[socket.socket] = set()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def setup(self) -> None:
            super().setup()
            connections.add(self.connection)

        def finish(self) -> None:
            connections.discard(self.connection)
            super().finish()

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.headers["Authorization"] != f"Bearer {engine.token}" or self.path != PATH:
                self._answer(401, b"{}")
                return
            self._answer(engine.status, engine.take(body))

        def do_DELETE(self) -> None:
            engine.forgotten.append(self.path.removeprefix(FORGET))
            self._answer(204, b"")

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if engine.risks is not None:
                self.send_header("signpost-risks", engine.risks)
            self.end_headers()
            with suppress(OSError):  # the asker gave up, as it should
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = Server(("127.0.0.1", port), Handler)
    server.connections = connections
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server


def stop(server: Server) -> None:
    """Ends a server, cuts its connections and frees its port."""
    server.shutdown()
    server.server_close()
    for connection in list(server.connections):
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)
