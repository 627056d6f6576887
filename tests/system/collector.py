"""A small collector for OTLP over HTTP: keeps every span that the processes send, as they sent it."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


@dataclass(frozen=True)
class Received:
    """One span."""

    service: str
    name: str
    trace: str
    attributes: dict[str, str]


@dataclass
class Collector:
    """Where it listens, and what it was sent."""

    port: int
    bodies: list[bytes] = field(default_factory=list)  # unpacked
    headers: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """What SIGNPOST_TRACES_URL names."""
        return f"http://127.0.0.1:{self.port}/v1/traces"

    @property
    def spans(self) -> list[Received]:
        """Every span so far."""
        return [span for body in self.bodies for span in _spans(body)]


def _spans(body: bytes) -> Iterator[Received]:
    for of_process in ExportTraceServiceRequest.FromString(body).resource_spans:
        resource = {each.key: each.value.string_value for each in of_process.resource.attributes}
        for of_scope in of_process.scope_spans:
            for span in of_scope.spans:
                told = {each.key: each.value.string_value for each in span.attributes}
                assert not span.events
                yield Received(resource["service.name"], span.name, span.trace_id.hex(), told)


@contextmanager
def collecting() -> Iterator[Collector]:
    """A collector on a free port of loopback."""
    held = Collector(0)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            held.bodies.append(gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body)
            held.headers.append(str(self.headers))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test's output stays readable."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
