"""The sheet of numbers: dull, complete, and with nothing of what was said."""

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page


SHOWN = [
    {
        "kind": "services",
        "words": "services.first",
        "services": [{"id": "release"}, {"id": "west-mercia-womens-aid"}, {"id": "frank"}],
    }
]
SHEET = "/chat/sheet"


@pytest.fixture
def token(client: TestClient, place: Place) -> str:
    """A conversation that was shown three services, one of which has no number to ring yet."""
    opened = Page(client.post("/chat").text).fields("/chat")
    place.engine.answer = lambda _: SHOWN
    client.post("/chat", data=opened | {"text": "MARKER-TEXT"})
    return opened["conversation"]


def sheet(client: TestClient, token: str, **fields: str) -> Page:
    return Page(client.post(SHEET, data={"conversation": token, **fields}).text)


def numbers(page: Page) -> list[str]:
    return [each.text for each in page.all("strong")]


def test_it_has_the_numbers_of_the_services_that_were_shown(client: TestClient, token: str) -> None:
    page = sheet(client, token)

    assert [each.text for each in page.all("h2")] == ["Release", "West Mercia Women's Aid"]
    assert numbers(page) == ["020 7324 2989", "0800 783 1359", "0800 980 3331", "0800 840 3747"]
    assert "Worcestershire" in page.text


def test_without_names_nobody_reads_whose_numbers_they_are(client: TestClient, token: str) -> None:
    page = sheet(client, token, names="left-out")

    assert page.all("h2") == []
    assert numbers(page) == numbers(sheet(client, token))
    for name in ("Release", "Women", "Worcestershire"):
        assert name not in page.text


def test_names_are_a_choice_both_ways(client: TestClient, token: str) -> None:
    for names, button in (("shown", "Without names"), ("left-out", "With names")):
        page = sheet(client, token, names=names)
        form = page.one("form", action=SHEET)
        assert [each.text for each in page.all("button") if each.within(form)] == [button]


def test_its_title_is_as_dull_as_every_pages(client: TestClient, token: str) -> None:
    page = sheet(client, token)

    assert page.title == "Local information"
    assert page.one("h1").text == "Numbers"


def test_nothing_that_was_said_is_on_it(client: TestClient, token: str) -> None:
    assert "MARKER-TEXT" not in client.post(SHEET, data={"conversation": token}).text


@pytest.mark.parametrize("made_up", ["", "made up"])
def test_without_services_it_has_the_national_numbers(client: TestClient, made_up: str) -> None:
    assert "116 123" in numbers(sheet(client, made_up))


def test_it_has_the_national_numbers_while_the_database_is_away(
    client: TestClient, place: Place, token: str
) -> None:
    with place.resources.sessions.begin() as session:
        session.execute(text("DROP TABLE service"))

    assert "116 123" in numbers(sheet(client, token))


def test_it_leads_back_to_the_newest_answer(client: TestClient, place: Place, token: str) -> None:
    asked = len(place.engine.told)
    page = Page(client.post("/chat", data=sheet(client, token).fields("/chat")).text)

    assert "Release" in page.one("div", role="log").text
    assert page.fields("/chat/forget")["conversation"] == token
    assert len(place.engine.told) == asked


def test_it_is_asked_for_by_a_form_so_that_no_address_says_anything(client: TestClient, token: str) -> None:
    assert client.get(SHEET).status_code == 405
    assert all("?" not in each.attributes.get("action", "") for each in sheet(client, token).all("form"))


def test_an_odd_form_is_refused(client: TestClient, token: str) -> None:
    assert client.post(SHEET, data={"conversation": token, "names": "some"}).status_code == 422
