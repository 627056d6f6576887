"""A demonstration says that it is one on every page; the live service never does."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place, environ, place, starter  # noqa: F401 - fixtures


SAID = "This is a demonstration"
PAGES = [
    ("GET", "/chat", {}),
    ("POST", "/chat", {}),
    ("POST", "/chat/forget", {}),
    ("GET", "/chat/frame", {}),
    ("GET", "/services", {}),
    ("GET", "/services/a-to-z", {}),
    ("GET", "/services/childline", {}),
    ("GET", "/privacy", {}),
    ("GET", "/no-such-page", {}),
    ("GET", "/staff/sign-in", {}),
]
LIVE = {"SIGNPOST_LIVE": "yes", "SIGNPOST_ALLOWED_HOSTS": "signpost.example"}


@pytest.fixture
def client(place: Place) -> Iterator[TestClient]:  # noqa: F811
    """A browser that asks for pages."""
    with TestClient(place.app, base_url="http://localhost:8000") as client:
        yield client


@pytest.mark.parametrize(("method", "path", "fields"), PAGES)
def test_a_page_of_a_demonstration_says_so(
    client: TestClient, method: str, path: str, fields: dict[str, str]
) -> None:
    assert SAID in client.request(method, path, data=fields or None).text


@pytest.mark.parametrize("environ", [LIVE])
@pytest.mark.parametrize(("method", "path", "fields"), PAGES)
def test_a_page_of_the_live_service_does_not(
    client: TestClient, method: str, path: str, fields: dict[str, str]
) -> None:
    assert SAID not in client.request(method, path, data=fields or None).text


def test_it_is_said_in_the_language_of_the_page(client: TestClient) -> None:
    assert "wersja pokazowa" in client.post("/chat/language", data={"language": "pl"}).text
