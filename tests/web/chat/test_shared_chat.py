"""The public door of two web processes over one real Redis: the page, its buttons and its ways out."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from fastapi.testclient import TestClient

from tests.redis_server import RedisServer
from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from web.app import create_app


DANGER = "he is outside my door with a knife"
PROMISED = 3.0  # seconds


@pytest.fixture
def environ(redis: RedisServer) -> dict[str, str]:
    return {"SIGNPOST_REDIS_URL": redis.url}


@pytest.fixture
def doors(place: Place) -> Iterator[tuple[TestClient, TestClient]]:
    """Two web processes of one installation."""
    with ExitStack() as held:
        apps = (place.app, create_app(place.resources))
        clients = [TestClient(app, base_url="http://localhost:8000", follow_redirects=False) for app in apps]
        one, other = (held.enter_context(client) for client in clients)
        yield one, other


def opened(client: TestClient) -> str:
    token: str = client.post("/api/chat/messages", json={}).json()["conversation"]
    return token


def test_a_button_that_one_process_offered_is_pressed_at_the_other(
    doors: tuple[TestClient, TestClient], place: Place
) -> None:
    one, other = doors
    answer = one.post("/api/chat/messages", json={}).json()
    choice = answer["messages"][-1]["choices"][0]["choice"]

    pressed = other.post(
        "/api/chat/messages", json={"conversation": answer["conversation"], "choice": choice}
    )
    made_up = other.post("/api/chat/messages", json={"conversation": answer["conversation"], "choice": "0"})

    assert pressed.status_code == 200
    assert place.engine.messages == ['/give_area{"area": "E06000020"}']
    assert made_up.status_code == 422


def test_the_page_goes_on_at_the_other_process_and_its_own_button_is_known_there(
    doors: tuple[TestClient, TestClient], place: Place
) -> None:
    one, other = doors
    token = opened(one)
    page = Page(one.post("/chat", data={"conversation": token, "text": "hm", "turn": "t" * 20}).text)
    again = Page(other.post("/chat", data={"conversation": token, "text": "hm", "turn": "t" * 20}).text)
    told = other.post("/chat", data={"conversation": token, "choice": "told"})

    assert again.one("div", role="log").text == page.one("div", role="log").text
    assert told.status_code == 200
    assert place.engine.messages == ["hm", "/what_you_know"]


def test_a_danger_card_stays_in_sight_and_the_language_stays_chosen_at_the_other_process(
    doors: tuple[TestClient, TestClient],
) -> None:
    one, other = doors
    token = opened(one)
    body = {"conversation": token, "text": DANGER, "locale": "pl"}
    one.post("/api/chat/messages", json=body)

    page = Page(other.post("/chat", data={"conversation": token}).text)

    assert "tel:999" in page.links.values()
    assert page.one("html").attributes["lang"] == "pl"


def test_the_way_out_at_the_other_process_forgets_everything(
    doors: tuple[TestClient, TestClient], place: Place, redis: RedisServer
) -> None:
    one, other = doors
    token = opened(one)
    page = Page(one.post("/chat", data={"conversation": token, "text": "hm"}).text)
    (ping,) = {each.attributes["ping"] for each in page.all("a") if "data-leave" in each.attributes}

    assert other.post(ping, content="PING").status_code == 204

    assert redis.everything() == b""
    assert len(place.engine.forgotten) == 1
    assert one.post("/api/chat/messages", json={"conversation": token, "text": "hm"}).status_code == 404


def test_whether_it_helped_is_told_once_a_visit_whichever_process_hears_it(
    doors: tuple[TestClient, TestClient],
) -> None:
    one, other = doors
    token = opened(one)
    one.post("/api/chat/messages", json={"conversation": token, "text": DANGER})  # its card has services

    told = [
        client.post("/api/chat/events", json={"conversation": token, "event": event}).status_code
        for client, event in ((one, "helped-yes"), (other, "helped-no"), (other, "helped-yes"))
    ]

    assert told == [204, 409, 204]


@pytest.mark.parametrize("how", ["kill", "pause"])
def test_without_redis_an_open_conversation_gets_the_fixed_card_and_nothing_is_an_error(
    doors: tuple[TestClient, TestClient], place: Place, redis: RedisServer, how: str
) -> None:
    one, _ = doors
    token = opened(one)
    asked = len(place.engine.told)
    getattr(redis, how)()
    started = time.monotonic()
    try:
        typed = one.post("/api/chat/messages", json={"conversation": token, "text": "hm"}).json()
        danger = one.post("/api/chat/messages", json={"conversation": token, "text": DANGER}).json()
        page = one.post("/chat", data={"conversation": token, "text": "hm"})
        event = one.post("/api/chat/events", json={"conversation": token, "event": "helped-yes"})
        pressed = one.post("/api/chat/messages", json={"conversation": token, "choice": "0" * 32})
        left = one.post("/api/chat/forget", json={"conversation": token})
        took = time.monotonic() - started
        not_asked = len(place.engine.told) == asked
        anew = one.post("/api/chat/messages", json={"text": "hm"}).json()
    finally:
        redis.start() if how == "kill" else redis.go_on()

    assert [each["kind"] for each in typed["messages"]] == ["fallback"]
    assert danger["messages"][0]["risk"] == "emergency"
    assert (page.status_code, event.status_code, pressed.status_code, left.status_code) == (
        200,
        503,
        200,
        204,
    )
    assert not_asked  # it would answer as if nothing had been said
    assert took < PROMISED
    assert "fallback" not in [each["kind"] for each in anew["messages"]]
    assert place.engine.told[-1]["is_new"] is True


def test_what_was_forgotten_while_redis_was_silent_is_gone_when_it_is_back(
    doors: tuple[TestClient, TestClient], redis: RedisServer
) -> None:
    one, other = doors
    token = opened(one)
    redis.pause()
    one.post("/api/chat/forget", json={"conversation": token})
    redis.go_on()
    until = time.monotonic() + 6
    while redis.everything() and time.monotonic() < until:
        time.sleep(0.1)

    assert redis.everything() == b""
    assert other.post("/api/chat/messages", json={"conversation": token, "text": "hm"}).status_code == 404


def test_when_redis_is_back_with_nothing_the_page_says_that_the_chat_had_ended_and_opens_a_new_one(
    doors: tuple[TestClient, TestClient], place: Place, redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.chat.chat.MOST_SECONDS", 30.0)  # a machine that stands still is no matter here
    one, _ = doors
    token = opened(one)
    redis.kill()
    redis.start()
    asked = {"conversation": token, "text": "they want money", "turn": "t" * 20}

    fragment = one.post("/chat", data=asked, headers={"Accept": "text/html;fragment"}).text

    assert "Your last chat had ended" in fragment
    assert place.engine.messages == ["they want money"]
