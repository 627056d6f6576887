"""The notices as pages: who runs it, what is kept, and the same way out as every public page has."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from web.chat.view import AWAY


NOTICES = ("/privacy", "/accessibility")
SET = {
    "SIGNPOST_BODY_NAME": "Office of R&D",
    "SIGNPOST_BODY_CONTACT": "help@west.example",
    "SIGNPOST_BODY_DPO": "dpo@west.example",
    "SIGNPOST_BODY_LAWFUL_BASIS": "legitimate-interests",
    "SIGNPOST_USAGE_DAYS": "41",
}


@pytest.mark.parametrize("path", NOTICES)
def test_a_notice_has_danger_and_the_exit_first_a_dull_title_and_no_inline_code(
    client: TestClient, path: str
) -> None:
    answer = client.get(path)
    page = Page(answer.text)
    body = answer.text[answer.text.index("<body>") :]

    assert answer.status_code == 200
    assert body.index(AWAY) < body.index("tel:999") < body.index("<main") < body.index("press 55")
    assert page.title == "Local information"
    assert answer.headers["cache-control"] == "no-store"
    assert len(page.all("h1")) == 1
    assert page.all("style") == []
    assert all(each.attributes.get("src") for each in page.all("script"))
    assert page.one("main").attributes["lang"] == "en-GB"


@pytest.mark.parametrize("path", NOTICES)
def test_what_nobody_has_set_is_said_to_be_not_set(client: TestClient, path: str) -> None:
    assert "not set yet" in Page(client.get(path).text).text


@pytest.mark.parametrize("environ", [SET])
@pytest.mark.parametrize("path", NOTICES)
def test_what_is_set_is_said_and_never_as_markup(client: TestClient, path: str, environ: object) -> None:
    answer = client.get(path)
    page = Page(answer.text)

    assert "not set yet" not in page.text
    assert "Office of R&amp;D" in answer.text
    assert page.links["help@west.example"] == "mailto:help@west.example"


@pytest.mark.parametrize("environ", [SET])
def test_the_privacy_notice_tells_this_installations_days_and_basis(
    client: TestClient, environ: object
) -> None:
    text = Page(client.get("/privacy").text).text

    assert "41 days" in text
    assert "legitimate interest" in text
    assert "dpo@west.example" in text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/chat"),
        ("POST", "/chat"),
        ("GET", "/services"),
        ("GET", "/services/childline"),
        *(("GET", n) for n in NOTICES),
    ],
)
def test_every_public_page_leads_to_both_notices(client: TestClient, method: str, path: str) -> None:
    links = Page(client.request(method, path).text).links

    assert links["Privacy notice"] == "/privacy"
    assert links["Accessibility statement"] == "/accessibility"


def test_from_a_frame_the_notices_open_in_a_tab_of_their_own(client: TestClient) -> None:
    page = Page(client.get("/chat/frame").text)
    links = [each for each in page.all("a") if each.attributes["href"] in NOTICES]

    assert [each.attributes["target"] for each in links] == ["_blank", "_blank"]


def test_they_need_neither_the_engine_nor_the_database(client: TestClient, place: Place) -> None:
    place.stop_engine()
    place.database.dispose()
    Path(place.database.url.database or "").unlink()

    assert [client.get(path).status_code for path in NOTICES] == [200, 200]
