"""A web server on this machine, and the one way to let a test reach it."""

import gzip
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from directory.outbound import Reach


HERE = "127.0.0.1"


@dataclass
class Site:
    """A server; `asked` lists the Host header and the path of every request."""

    server: ThreadingHTTPServer
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    robots: str | None = None

    @property
    def port(self) -> int:
        """The port it listens on."""
        return self.server.server_address[1]

    def at(self, path: str, host: str = "charity.example.org") -> str:
        """The address of a path under a public name."""
        return f"http://{host}:{self.port}{path}"

    def reach(self, **names: str) -> Reach:
        """Names lead here, and here is allowed; nothing else is."""
        return Reach(
            resolve=lambda host, _port: [names.get(host.split(".")[0], HERE)],
            is_allowed=lambda address: address == HERE,
            ports=frozenset({80, 443, self.port}),
        )


class Handler(BaseHTTPRequestHandler):
    """Answers by the path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """One answer."""
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.headers["host"], self.path))
        site.headers.append({name.lower(): value for name, value in self.headers.items()})
        getattr(self, "_" + re.sub("[-.]", "_", self.path.strip("/").partition("?")[0]))()

    do_HEAD = do_GET  # noqa: N815 - named by the standard library

    def _hello(self) -> None:
        self._answer(b"hello")

    def _robots_txt(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        self._answer((site.robots or "").encode(), status=404 if site.robots is None else 200)

    def _gone(self) -> None:
        self._answer(b"no", status=404)

    def _moved(self) -> None:
        self._answer(b"", status=302, location="/hello")

    def _inside(self) -> None:
        self._answer(b"", status=302, location="http://169.254.169.254/latest/meta-data/")

    def _to_file(self) -> None:
        self._answer(b"", status=302, location="file:///etc/passwd")

    def _round(self) -> None:
        self._answer(b"", status=302, location="/round")

    def _large(self) -> None:
        self._answer(b"x" * 200_000)

    def _bomb(self) -> None:
        self._answer(gzip.compress(b"\0" * 20_000_000), **{"content-encoding": "gzip"})

    def _packed(self) -> None:
        self._answer(gzip.compress(b"hello"), **{"content-encoding": "gzip"})

    def _half_packed(self) -> None:
        self._answer(gzip.compress(b"hello" * 99)[:-12], **{"content-encoding": "gzip"})

    def _brotli(self) -> None:
        self._answer(b"hello", **{"content-encoding": "br"})

    def _broken(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "100")
        self.end_headers()
        self.wfile.write(b"half")
        self.close_connection = True

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("content-length", "1000")
        self.end_headers()
        self._drip_on()

    def _drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nx: ")
        self._drip_on()

    def _drip_on(self) -> None:
        for _ in range(1000):
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            if self.server.stopping.wait(0.02):  # type: ignore[attr-defined]
                return

    def _answer(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the test reads `asked`."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A server of this test alone."""
    server = ThreadingHTTPServer((HERE, 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a cut connection is meant
    server.stopping = threading.Event()  # type: ignore[attr-defined]
    server.site = made = Site(server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield made
    server.stopping.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port at which nobody answers."""
    with socket.socket() as held:
        held.bind((HERE, 0))
        yield held.getsockname()[1]
