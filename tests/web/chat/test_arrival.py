"""Every visit is noted under the door it came through, in the engine's events and in the page's own."""

import asyncio

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from usage.model import UsageRow
from vocabulary.pathway import Channel


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SCRIPT = {"Accept": "text/html"}
SCRIPT_AGAIN = {"Accept": "text/html;fragment"}
DANGER = "he has a knife and he is outside my door now"
DOORS = [
    ("/chat", SCRIPT, SCRIPT_AGAIN, Channel.WEB),
    ("/chat", BROWSER, BROWSER, Channel.WEB_NO_SCRIPT),
    ("/chat", {}, {}, Channel.WEB_NO_SCRIPT),
    ("/chat/frame", SCRIPT, SCRIPT_AGAIN, Channel.WIDGET),
    ("/chat/frame", BROWSER, BROWSER, Channel.WIDGET),
]


@pytest.fixture
def client(place: Place) -> TestClient:
    """Opened by each test, as the events are stored when it closes."""
    return TestClient(place.app, base_url="http://localhost:8000")


def opened(client: TestClient, address: str, headers: dict[str, str]) -> dict[str, str]:
    """Opens a conversation; what its form holds."""
    page = Page(client.post(address, data={"turn": "t" * 22}, headers=headers).text)
    form = page.one("form", id="compose")
    inside = [each for each in page.all("input") if each.within(form)]
    return {each.attributes["name"]: each.attributes["value"] for each in inside}


def told(place: Place) -> list[str]:
    """The channels that the engine was told."""
    return [each["metadata"]["channel"] for each in place.engine.told]


def noted(place: Place) -> set[str]:
    with place.resources.sessions() as session:
        return set(session.scalars(select(UsageRow.channel)))


@pytest.mark.parametrize(("address", "opening", "then", "channel"), DOORS)
def test_the_page_says_its_door_by_how_it_was_asked_for(
    client: TestClient,
    place: Place,
    address: str,
    opening: dict[str, str],
    then: dict[str, str],
    channel: Channel,
) -> None:
    with client:
        fields = opened(client, address, opening)
        client.post(address, data={**fields, "text": DANGER}, headers=then)
        card = next(iter(asyncio.run(place.app.state.chat.find(fields["conversation"])).shown))
        about = {"conversation": fields["conversation"], "service": card}
        assert client.post(f"{address}/opened", data=about).status_code == 204

    assert set(told(place)) == {channel}
    assert len(told(place)) == 2
    assert noted(place) == {channel}


def test_a_program_comes_by_the_api(client: TestClient, place: Place) -> None:
    with client:
        token = client.post("/api/chat/messages", json={}).json()["conversation"]
        client.post("/api/chat/messages", json={"conversation": token, "text": "hello"})

    assert told(place) == ["api", "api"]


def test_the_door_stays_that_of_the_opening(client: TestClient, place: Place) -> None:
    """A script that fails on the way, or is switched off, makes no second visit."""
    with client:
        client.post("/chat", data={**opened(client, "/chat", SCRIPT), "text": "hello"}, headers=BROWSER)

    assert told(place) == ["web", "web"]


def test_no_field_of_the_form_can_say_another_door(client: TestClient, place: Place) -> None:
    with client:
        client.post("/chat", data={"turn": "t" * 22, "channel": "api"}, headers=BROWSER)

    assert told(place) == ["web-no-script"]


def test_words_that_open_a_new_conversation_come_by_the_same_door(client: TestClient, place: Place) -> None:
    with client:
        gone = {"conversation": "made-up", "turn": "t" * 22, "text": "hello"}
        client.post("/chat/frame", data=gone, headers=SCRIPT_AGAIN)

    assert set(told(place)) == {"widget"}


def test_every_door_has_a_test() -> None:
    assert {channel for *_, channel in DOORS} | {Channel.API} == set(Channel)
