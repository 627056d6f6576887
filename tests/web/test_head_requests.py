"""HEAD on every door: the head of what GET answers, and no body."""

import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place, environ, place, starter  # noqa: F401 - fixtures


PAGES = [
    "/",
    "/chat",
    "/services",
    "/services/childline",
    "/privacy",
    "/embed.js",
    "/staff/sign-in",
    "/static/staff.css",
    "/health/live",
    "/openapi.json",
    "/no-such-page",
]
SAME = ("content-type", "cache-control", "content-security-policy", "location")


@pytest.fixture
def client(place: Place) -> TestClient:  # noqa: F811
    """A browser that follows no redirect."""
    return TestClient(place.app, base_url="http://localhost:8000", follow_redirects=False)


@pytest.mark.parametrize("path", PAGES)
def test_head_is_answered_as_get_is_without_the_body(client: TestClient, path: str) -> None:
    asked, head = client.get(path), client.head(path)

    assert head.status_code == asked.status_code != 405
    assert head.content == b""
    assert [head.headers.get(name) for name in SAME] == [asked.headers.get(name) for name in SAME]


def test_head_of_what_only_takes_forms_is_refused_as_get_is(client: TestClient) -> None:
    refused = client.head("/chat/forget")

    assert refused.status_code == client.get("/chat/forget").status_code == 405
    assert refused.content == b""
