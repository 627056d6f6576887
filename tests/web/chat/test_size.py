"""The size of the text: chosen on the page, carried by its forms, and kept nowhere."""

import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from vocabulary.text_sizes import TextSize


DANGER = "he has a knife and he is outside my door now"


def first(client: TestClient) -> Page:
    return Page(client.get("/chat").text)


def opened(client: TestClient, page: Page) -> Page:
    return Page(client.post("/chat", data=page.fields("/chat#latest")).text)


def resize(client: TestClient, page: Page, size: str) -> Page:
    """Presses a button of the form as a browser does: after the hidden fields, in the order of the page."""
    form = page.one("form", action="/chat/size#size")
    fields = [each for each in page.all("input") if each.within(form)]
    sent = [(each.attributes["name"], each.attributes["value"]) for each in fields] + [("size", size)]
    names = {name for name, _ in sent}
    return Page(
        client.post("/chat/size", data={name: [v for n, v in sent if n == name] for name in names}).text
    )


def say(client: TestClient, page: Page, text: str) -> Page:
    form = page.one("form", id="compose")
    fields = {e.attributes["name"]: e.attributes["value"] for e in page.all("input") if e.within(form)}
    return Page(client.post("/chat", data={**fields, "text": text}).text)


def size_of(page: Page) -> str:
    return page.one("html").attributes.get("data-size", "usual")


def test_the_size_is_offered_before_and_in_the_chat_and_one_is_pressed(client: TestClient) -> None:
    for page in (first(client), opened(client, first(client))):
        buttons = page.all("button", name="size")

        assert [each.text for each in buttons] == ["Usual", "Larger", "Largest"]
        assert [each.attributes["aria-pressed"] for each in buttons] == ["true", "false", "false"]
        assert size_of(page) == "usual"


@pytest.mark.parametrize("size", TextSize)
def test_a_size_that_was_chosen_first_is_that_of_the_whole_chat(client: TestClient, size: TextSize) -> None:
    page = resize(client, first(client), size)
    later = say(client, opened(client, page), "they want money")

    assert [size_of(each) for each in (page, later)] == [size, size]
    assert page.one("button", name="size", value=size).attributes["aria-pressed"] == "true"


def test_a_size_that_is_chosen_before_the_chat_opens_none(client: TestClient, place: Place) -> None:
    resize(client, first(client), "larger")

    assert place.engine.told == []


def test_a_size_that_is_chosen_in_the_chat_shows_the_same_exchange_and_counts_as_no_message(
    client: TestClient, place: Place
) -> None:
    page = say(client, opened(client, first(client)), "they want money")
    larger = resize(client, page, "larger")

    assert place.engine.messages == ["they want money"]
    assert size_of(larger) == "larger"
    answers = [[each.text for each in shown.all("article", class_="is-us")] for shown in (page, larger)]
    assert answers[0] == answers[1]


def test_danger_stays_on_the_page_in_every_size(client: TestClient) -> None:
    page = say(client, opened(client, first(client)), DANGER)

    assert resize(client, page, "largest").all("article", class_="is-crisis")


def test_every_form_of_every_page_carries_the_size(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [
        {"kind": "services", "words": "services.first", "services": [{"id": "release"}]},
        {"kind": "question", "words": "question.next", "choices": [{"words": "page.again", "payload": "/x"}]},
    ]
    start = resize(client, first(client), "largest")
    chat = say(client, opened(client, start), "which services")
    fields = chat.fields("/chat/sheet")
    sheet = Page(client.post("/chat/sheet", data=fields).text)
    cleared = Page(client.post("/chat/forget", data=chat.fields("/chat/forget")).text)

    assert len(chat.all("form")) >= 8
    for page in (start, chat, sheet, cleared):
        assert size_of(page) == "largest"
        for form in page.all("form"):
            carried = [each for each in page.all("input", name="size") if each.within(form)]
            assert [each.attributes["value"] for each in carried] == ["largest"], form.attributes


def test_a_part_of_the_page_carries_it_too(client: TestClient) -> None:
    page = opened(client, resize(client, first(client), "larger"))
    form = page.one("form", id="compose")
    fields = {e.attributes["name"]: e.attributes["value"] for e in page.all("input") if e.within(form)}
    part = client.post("/chat", data={**fields, "text": "hello"}, headers={"Accept": "text/html;fragment"})

    sizes = [each.attributes["value"] for each in Page(part.text).all("input", name="size")]
    assert sizes
    assert set(sizes) == {"larger"}


def test_a_size_in_a_frame_stays_in_the_frame(client: TestClient) -> None:
    page = Page(client.get("/chat/frame").text)

    assert page.one("form", id="size").attributes["action"] == "/chat/frame/size#size"


@pytest.mark.parametrize("size", ["12px", "huge; color: red", "<b>"])
def test_no_other_size_is_taken(client: TestClient, size: str) -> None:
    answer = client.post("/chat/size", data={"size": size})

    assert answer.status_code == 422
    assert size not in answer.text


def test_the_size_is_in_no_address_and_no_cookie(client: TestClient) -> None:
    answer = client.post("/chat/size", data={"size": "larger"})

    assert "set-cookie" not in answer.headers
    assert answer.status_code == 200  # no way on to an address that would carry it
