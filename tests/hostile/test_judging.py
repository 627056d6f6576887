"""The judge and the wall themselves: they find what they are there to find."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.judging import attackers_markup, told_secrets
from tests.hostile.wall.outbound import Outbound, is_local


WALL = Path(__file__).parent / "wall"


@pytest.mark.parametrize(
    "inner",
    [
        '<script>alert("pwned")</script>',
        '<script src="https://pwned.example/x.js"></script>',
        '<p onclick="x()">help</p>',
        '<a href="javascript:alert(1)">tap</a>',
        '<form action="https://pwned.example"></form>',
        "<iframe></iframe>",
        '<p id="pwned">help</p>',
        '<meta http-equiv="refresh" content="0;url=https://pwned.example">',
    ],
)
def test_markup_of_an_attacker_is_found(inner: str) -> None:
    assert len(attackers_markup(f"<html><body>{inner}</body></html>")) == 1


def test_text_of_an_attacker_is_no_markup() -> None:
    page = '<html><body><p>&lt;script&gt;pwned</p><script src="/static/chat/leave.js"></script></body></html>'

    assert attackers_markup(page) == []


def test_a_secret_is_found_unless_it_was_sent() -> None:
    assert told_secrets("the key is abc", ["abc"]) == ["abc"]
    assert told_secrets("you wrote abc", ["abc"], sent="abc") == []
    assert told_secrets("File x: Traceback (most recent call last)", []) != []


@pytest.mark.parametrize(
    ("event", "place", "local"),
    [
        ("socket.connect", ("127.0.0.1", 80), True),
        ("socket.connect", ("::1", 80, 0, 0), True),
        ("socket.connect", "/run/postgres.sock", True),
        ("socket.connect", ("192.0.2.1", 80), False),
        ("socket.connect", ("169.254.169.254", 80), False),
        ("socket.sendto", ("8.8.8.8", 53), False),
        ("socket.getaddrinfo", "localhost", True),
        ("socket.getaddrinfo", "pwned.example", False),
        ("socket.getaddrinfo", b"127.0.0.1.pwned.example", False),
        ("socket.getaddrinfo", None, True),
    ],
)
def test_what_stays_on_this_machine_is_told_apart(event: str, place: object, local: bool) -> None:
    arguments = (place, 80) if event == "socket.getaddrinfo" else (None, place)

    assert is_local(event, arguments) is local


def test_the_way_out_is_shut_and_a_try_is_noted(way_out: list[str]) -> None:
    with socket.socket() as tried, pytest.raises(Outbound):
        tried.connect(("192.0.2.1", 9))
    with pytest.raises(Outbound):
        socket.getaddrinfo("pwned.example", 80)

    assert len(way_out) == 2
    way_out.clear()


def test_a_process_with_the_wall_on_its_path_cannot_get_out_either(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    code = "import asyncio; asyncio.run(asyncio.open_connection('pwned.example', 80))"
    environ = {"PYTHONPATH": str(WALL), "SIGNPOST_TEST_OUTBOUND": str(notes)}

    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, check=False)

    assert done.returncode != 0
    assert "pwned.example" in notes.read_text()
