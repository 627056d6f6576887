"""A small action server that answers, fails as rasa-sdk fails, or never answers."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


FORGOTTEN = {
    "events": [{"event": "active_loop", "name": None}, {"event": "reset_slots"}],
    "responses": [{"custom": {"kind": "text", "words": "text.forgotten"}}],
}
ANSWER = {"events": [], "responses": [{"custom": {"kind": "services", "words": "text.services"}}]}


class ActionServer(ThreadingHTTPServer):
    """Keeps what it was asked; `broken` makes it answer as rasa-sdk does when an action raises."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, Any]] = []
        self.connections = 0
        self.let_go = threading.Event()

    @property
    def port(self) -> int:
        """The port that was free."""
        return int(self.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ActionServer

    def setup(self) -> None:
        self.server.connections += 1
        super().setup()

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(asked)
        if asked["next_action"] == "action_hang":
            self.server.let_go.wait(30)
        if asked["next_action"] == "action_break":
            # What rasa-sdk does with an exception: the whole tracker goes back.
            return self._answer(500, {"error": "boom", "action_name": "action_break", "request_body": asked})
        if asked["next_action"] == "action_reject":
            return self._answer(400, {"error": "no", "action_name": "action_reject", "request_body": asked})
        return self._answer(200, FORGOTTEN if asked["next_action"] == "action_forget" else ANSWER)

    def _answer(self, status: int, content: dict[str, Any]) -> None:
        body = json.dumps(content).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # nobody waited for it

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[ActionServer]:
    """The server while a test runs."""
    server = ActionServer()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.let_go.set()
        server.shutdown()
        server.server_close()
