"""What is sent packed, what never is, and that packing holds back nothing."""

import asyncio
import threading
import zlib
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from tests.web.embed.conftest import client, environ, place, starter  # noqa: F401 - fixtures


PACKED = [
    "/",
    "/chat",
    "/services",
    "/services/a-to-z",
    "/static/chat/chat.css",
    "/embed.js",
    "/directory/v3/services",
]
STAFF = ["/staff/sign-in", "/staff/forgotten-password"]


@pytest.mark.parametrize("path", PACKED)
def test_what_the_public_reads_is_packed(client: TestClient, path: str) -> None:  # noqa: F811
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert int(answer.headers.get("content-length", 0)) < len(answer.content)


@pytest.mark.parametrize("path", PACKED)
def test_whoever_cannot_unpack_gets_it_as_it_is(client: TestClient, path: str) -> None:  # noqa: F811
    plain = client.get(path, headers={"Accept-Encoding": "identity"})

    assert "content-encoding" not in plain.headers
    assert plain.status_code == 200


@pytest.mark.parametrize("path", STAFF)
def test_a_page_with_a_form_of_the_staff_is_not_packed(client: TestClient, path: str) -> None:  # noqa: F811
    answer = client.get(path)

    assert "form_token" in answer.text
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize("path", ["/admin", "/insights", "/staff"])
def test_no_answer_of_a_staff_door_is_packed(client: TestClient, path: str) -> None:  # noqa: F811
    assert "content-encoding" not in client.get(path).headers


ASKED: dict[str, Any] = {
    "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "scheme": "http", "method": "POST",
    "path": "/chat", "raw_path": b"/chat", "query_string": b"", "root_path": "",
    "client": ("127.0.0.1", 1), "server": ("localhost", 8000),
    "headers": [
        (b"host", b"localhost"),
        (b"accept-encoding", b"gzip"),
        (b"content-type", b"application/x-www-form-urlencoded"),
    ],
}  # fmt: skip


def parts_before(event: threading.Event, client: TestClient, app: FastAPI) -> list[bytes]:  # noqa: F811
    """The parts of an answer that come before the event, which the first of them brings about."""
    parts: list[bytes] = []

    async def receive() -> dict[str, Any]:
        if parts:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": b"turn=0123456789abcdef", "more_body": False}

    async def send(message: Any) -> None:
        if message.get("body") and not event.is_set():
            parts.append(message["body"])
            event.set()

    async def ask() -> None:
        await app(ASKED, receive, send)

    assert client.portal is not None
    client.portal.call(ask)
    return parts


def test_the_emergency_line_is_out_while_the_engine_still_thinks(client: TestClient, place: Place) -> None:  # noqa: F811
    place.engine.until = threading.Event()

    first = parts_before(place.engine.until, client, place.app)[0]

    assert "tel:999" in zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(first).decode()
