"""The button "What you told me", which every page of the chat has."""

import asyncio

from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from tests.web.conftest import HandClock
from tests.web.page_reader import Page


def ask(client: TestClient, page: Page, accept: str = "text/html") -> Page:
    fields = page.fields("/chat") | {"choice": "told"}
    answer = client.post("/chat", data=fields, headers={"Accept": accept}).text
    return Page(answer if "<body" in answer else f"<body>{answer}</body>")


def test_it_asks_the_engine_what_is_known_and_is_said_back(client: TestClient, place: Place) -> None:
    for accept in ("text/html", "text/html;fragment"):
        answer = ask(client, Page(client.post("/chat").text), accept)

        assert place.engine.messages[-1] == "/what_you_know"
        assert answer.one("article", class_="is-you").text == "You What you told me"


def test_it_is_on_every_page_of_a_chat(client: TestClient, place: Place) -> None:
    place.stop_engine()
    page = Page(client.post("/chat").text)
    danger = Page(client.post("/chat", data=page.fields("/chat") | {"text": "i want to die"}).text)

    for each in (page, danger):
        assert each.one("button", value="told").text == "What you told me"


def test_it_works_however_many_buttons_were_offered_since(client: TestClient, place: Place) -> None:
    page = Page(client.post("/chat").text)
    ask(client, page)
    conversation = asyncio.run(place.app.state.chat.find(page.fields("/chat")["conversation"]))
    conversation.offered.clear()

    assert "no longer works" not in ask(client, page).text


def test_in_a_chat_that_has_ended_it_says_so(client: TestClient, clock: HandClock, place: Place) -> None:
    page = Page(client.post("/chat").text)
    clock.move(minutes=31)

    assert "Your last chat had ended" in ask(client, page).text
    assert place.engine.messages == []
