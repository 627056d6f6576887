"""Every night, when nobody talks, the processes are started afresh."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from signpost.renewing import ASK_EVERY, HERE, HOUR, Renewal, nobody_talks


NOWHERE = "http://127.0.0.1:9/"


class Day:
    """A clock that the test turns, and whether somebody talks."""

    def __init__(self, hour: int = 12) -> None:
        self.now, self.quiet, self.asked = datetime(2026, 3, 27, hour, tzinfo=HERE), True, 0

    def is_quiet(self) -> bool:
        self.asked += 1
        return self.quiet

    def renewal(self) -> Renewal:
        return Renewal(self.is_quiet, clock=lambda: self.now)


def test_it_is_due_every_night_also_where_the_clocks_change() -> None:
    day = Day()
    renewal, due = day.renewal(), []
    for _ in range(4 * 24):
        day.now = (day.now.astimezone(UTC) + timedelta(hours=1)).astimezone(HERE)
        if renewal.is_due():
            due.append((day.now.day, day.now.hour))

    assert due == [(28, HOUR), (29, HOUR), (30, HOUR), (31, HOUR)]
    assert day.asked == 4


def test_whoever_starts_it_in_the_small_hours_has_it_at_four() -> None:
    day = Day(hour=3)
    renewal = day.renewal()
    day.now += timedelta(minutes=59)
    assert not renewal.is_due()
    day.now += timedelta(minutes=1)
    assert renewal.is_due()


def test_it_waits_for_the_end_of_the_last_conversation() -> None:
    day = Day(hour=3)
    renewal, day.quiet = day.renewal(), False
    day.now += timedelta(hours=1)
    assert not renewal.is_due()

    day.now, day.quiet = day.now + ASK_EVERY / 2, True
    assert not renewal.is_due()  # asked a moment ago
    day.now += ASK_EVERY / 2

    assert renewal.is_due()
    assert not renewal.is_overdue()


def test_where_somebody_always_talks_it_is_told_once_each_time() -> None:
    day = Day(hour=3)
    renewal, day.quiet = day.renewal(), False
    told = []
    for _ in range(30):
        day.now += timedelta(hours=1)
        told.append(renewal.is_overdue())
        assert not renewal.is_due()

    assert [hour for hour, is_told in enumerate(told, start=1) if is_told] == [1 + 20]
    day.quiet = True
    day.now += timedelta(hours=1)
    assert renewal.is_due()
    assert not renewal.is_overdue()


@pytest.fixture
def engine() -> Iterator[tuple[str, dict[str, Any]]]:
    """An engine's health address, and what it tells."""
    told: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(told).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: a test's output stays readable."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/", told
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("said", "is_quiet"),
    [
        ({"ready": True, "conversations": 0}, True),
        ({"ready": True, "conversations": 2}, False),
        ({"ready": False, "conversations": 0}, False),
        ({"ready": True}, False),
    ],
)
def test_nobody_talks_where_the_engine_holds_no_conversation(
    engine: tuple[str, dict[str, Any]], said: dict[str, Any], *, is_quiet: bool
) -> None:
    address, told = engine
    told.update(said)

    assert nobody_talks(address) == is_quiet


def test_an_engine_that_does_not_answer_is_not_quiet() -> None:
    assert not nobody_talks(NOWHERE)
