"""Whatever page the public gets, a history, a tab and another site learn nothing of what it is about."""

import asyncio
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place, environ, place, starter  # noqa: F401 - fixtures
from tests.web.page_reader import Page
from web.chat import page as chat_page
from web.chat.display import Display
from web.chat.schema import MessageRequest


OPENED = {"text": "i want to die"}
PAGES: list[tuple[str, str, dict[str, str]]] = [
    ("GET", "/chat", {}),
    ("POST", "/chat", {}),
    ("POST", "/chat", OPENED),
    ("POST", "/chat/forget", {}),
    ("POST", "/chat/sheet", {}),
    ("POST", "/chat/language", {"language": "pl"}),
    ("GET", "/chat/frame", {}),
    ("GET", "/services", {}),
    ("GET", "/services/a-to-z", {}),
    ("GET", "/services/childline", {}),
    ("GET", "/services/childline/wrong", {}),
    ("GET", "/privacy", {}),
    ("GET", "/accessibility", {}),
]
FAILURES: list[tuple[str, str, dict[str, str], int]] = [
    ("GET", "/no-such-page", {}, 404),
    ("GET", "/services/no-such-service", {}, 404),
    ("GET", "/chat/sheet", {}, 405),
    ("POST", "/chat/sheet", {"names": "some"}, 422),
    ("POST", "/chat/wrong", {}, 422),
    ("POST", "/chat", {"text": "x" * 70_000}, 413),
]
TELLING = re.compile(r"drug|victim|crime|abuse|police|danger|signpost|support|help|chat", re.IGNORECASE)


@pytest.fixture
def client(place: Place) -> Any:  # noqa: F811
    """A browser that asks for pages."""
    with TestClient(place.app, base_url="http://localhost:8000", raise_server_exceptions=False) as client:
        yield client


def check(answer: Any) -> None:
    page = Page(answer.text)
    head = answer.text[: answer.text.index("</head>")]

    assert not TELLING.search(page.title), page.title
    assert 'rel="icon" href="data:,"' in head  # none is asked for, and none is shown
    assert '<meta name="referrer" content="no-referrer">' in head
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert not re.search(r"<(title|link|meta|script)[^>]*https?:", head)


@pytest.mark.parametrize(("method", "path", "fields"), PAGES)
def test_a_page_tells_nothing_of_itself(
    client: TestClient, method: str, path: str, fields: dict[str, str]
) -> None:
    answer = client.request(method, path, data=fields or None)

    assert answer.status_code == 200
    check(answer)


@pytest.mark.parametrize(("method", "path", "fields", "status"), FAILURES)
def test_a_page_about_a_failure_tells_nothing_either(
    client: TestClient, method: str, path: str, fields: dict[str, str], status: int
) -> None:
    answer = client.request(method, path, data=fields or None)

    assert answer.status_code == status
    check(answer)
    assert "Leave this page" in Page(answer.text).links


def test_an_error_of_ours_tells_nothing(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("web.chat.view.cleared")
    answer = client.post("/chat/forget")

    assert answer.status_code == 500
    check(answer)


def test_the_title_is_in_the_first_bytes_of_a_page_that_comes_in_parts(place: Place) -> None:  # noqa: F811
    chat: Any = None  # nothing is asked before the first part
    for parts in (
        chat_page._first(chat, Display()),
        chat_page._opening(chat, Display(), MessageRequest(), chat),
    ):
        begun = asyncio.run(anext(parts)).decode()  # type: ignore[arg-type]

        assert "<title>Local information</title>" in begun
        assert 'rel="icon" href="data:,"' in begun


def test_a_search_engine_lists_no_page_of_the_chat(client: TestClient) -> None:
    for method, path, fields in PAGES[:7]:
        assert '<meta name="robots" content="noindex">' in client.request(method, path, data=fields).text
