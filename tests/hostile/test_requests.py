"""Whole hostile requests over a real connection: refused or answered, and the process lives on."""

import pytest

from tests.hostile.attacks import MARK, HostileRequest, requests
from tests.hostile.conftest import Door, status_of
from tests.hostile.judging import attackers_markup, told_secrets


EVERY = requests()
ALLOWED_HEADERS_OF_OTHERS = (b"set-cookie", b"access-control-allow-credentials")


def test_there_are_enough_of_them() -> None:
    assert len(EVERY) >= 80
    assert len({request.kind for request in EVERY.values()}) >= 10


@pytest.mark.parametrize("request_", EVERY.values(), ids=EVERY)
def test_it_is_answered_or_refused_and_nothing_comes_of_it(
    door: Door, way_out: list[str], request_: HostileRequest
) -> None:
    answer = door.send_raw(request_.raw(door.open()))
    status = status_of(answer)
    head, _, body = answer.partition(b"\r\n\r\n")

    assert status is None or status < 500
    assert not request_.refused or status is None or status >= 300
    assert answer.count(b"HTTP/1.1 ") <= 1
    assert MARK.encode() not in head
    assert not any(name in head.lower() for name in ALLOWED_HEADERS_OF_OTHERS)
    text = body.decode("utf-8", "replace")
    assert told_secrets(text, door.secrets) == []
    if b"text/html" in head and b"</html>" in body and b"chunked" not in head.lower():
        assert attackers_markup(text) == []
    assert door.is_alive()
    assert way_out == []
