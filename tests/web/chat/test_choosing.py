"""The page in another language or in shorter words, with and without an open conversation."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.vocabulary import catalogues
from tests.web.chat.conftest import Place
from tests.web.page_reader import Page


DANGER = "he has a knife and he is outside my door now"
CARD_999 = "If you are in danger now, ring 999"
SERVICES = [{"id": "release"}, {"id": "frank"}, {"id": "samaritans"}]


@pytest.fixture(autouse=True)
def locale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = catalogues.use_catalogues(monkeypatch, tmp_path / "locale")
    page = {
        "page.start": "Dalej",
        "page.send": "Wyslij",
        "page.draft": "Szkic",
        "page.emergency.call": "Dzwon",
    }
    catalogues.write(folder, "pl", "page", page)
    catalogues.write(folder, "pl", "chat", {"text.thank": "Prosze"})
    catalogues.write(folder, "ur", "page", {"page.start": "aage"})
    catalogues.write(folder, "en@easy", "chat", {"text.thank": "OK"})
    return folder


def press(client: TestClient, page: Page, **fields: str) -> Page:
    return Page(client.post("/chat/language", data={**page.fields("/chat/language"), **fields}).text)


def opened(client: TestClient, page: Page) -> Page:
    return Page(client.post("/chat", data=page.fields("/chat#latest")).text)


def say(client: TestClient, page: Page, text: str) -> Page:
    fields = {name: page.one("form", id="compose") and value for name, value in hidden(page).items()}
    return Page(client.post("/chat", data={**fields, "text": text}).text)


def hidden(page: Page) -> dict[str, str]:
    form = page.one("form", id="compose")
    inside = [each for each in page.all("input") if each.within(form)]
    return {each.attributes["name"]: each.attributes["value"] for each in inside}


def test_the_languages_stand_on_the_first_page_in_their_own_names(client: TestClient) -> None:
    names = [each.text for each in Page(client.get("/chat").text).all("button", name="language")]

    assert {"Polski", "Cymraeg", "اردو"} <= set(names)
    assert "English" not in names


def test_a_language_that_was_chosen_first_is_that_of_the_whole_chat(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.thank"}]
    first = press(client, Page(client.get("/chat").text), language="pl")
    assert "Dalej" in first.text
    assert first.one("html").attributes["lang"] == "pl"

    chat = opened(client, first)
    assert "Prosze" in chat.text
    assert "Prosze" in say(client, chat, "hello").text


def test_the_engine_is_told_the_language_that_the_page_speaks(client: TestClient, place: Place) -> None:
    chat = opened(client, press(client, Page(client.get("/chat").text), language="ro"))
    say(client, chat, "hello")
    chat = opened(client, Page(client.get("/chat").text))
    say(client, chat, "hello")

    told = [each["metadata"]["language"] for each in place.engine.told]
    assert told == ["ro", "ro", "en", "en"]


def test_it_says_that_nobody_has_checked_a_draft_in_both_languages(client: TestClient) -> None:
    drafts = press(client, Page(client.get("/chat").text), language="pl").all("p", class_="draft")

    assert drafts[0].text == "Szkic"
    assert "No native speaker has checked" in drafts[1].text
    assert Page(client.get("/chat").text).all("p", class_="draft") == []


def test_a_language_chosen_in_the_chat_says_the_newest_exchange_again(
    client: TestClient, place: Place
) -> None:
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.thank"}]
    chat = opened(client, Page(client.get("/chat").text))
    told = len(place.engine.told)
    again = press(client, chat, language="pl")

    assert "Prosze" in again.text
    assert hidden(again)["language"] == "pl"
    assert hidden(again)["conversation"] == hidden(chat)["conversation"]
    assert len(place.engine.told) == told


def test_what_leads_in_danger_is_english_until_it_was_read(client: TestClient) -> None:
    first = press(client, Page(client.get("/chat").text), language="ur")
    assert first.one("html").attributes == {"lang": "ur", "dir": "rtl"}
    assert first.one("a", class_="call-now").text == "Ring 999"
    quiet = next(each for each in first.all("p", class_="quiet") if "press 55" in each.text)
    bar = (first.one("a", class_="call-now"), first.one("span", class_="ask"), quiet)
    assert {(each.attributes.get("lang"), each.attributes.get("dir")) for each in bar} == {("en", "ltr")}

    card = say(client, opened(client, first), DANGER)
    english = [each for each in card.all("div", class_="danger-words") if CARD_999 in each.text]
    assert english[0].attributes["lang"] == "en"
    assert english[0].attributes["dir"] == "ltr"
    later = say(client, card, "hello")
    pinned = later.one("aside", class_="pinned")
    assert any(pinned.within(each) for each in later.all("div", class_="danger-words"))


def test_the_words_of_the_directory_are_marked_as_english(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [{"kind": "services", "words": "services.first", "services": SERVICES}]
    chat = opened(client, press(client, Page(client.get("/chat").text), language="pl"))

    english = chat.all("div", class_="danger-words")
    names = [each for each in chat.all("h3") if not any(each.within(outer) for outer in english)]
    assert len(names) == len(SERVICES)
    assert {each.attributes.get("lang") for each in names} == {"en"}
    heard = [each.text.lstrip(": ") for each in chat.all("span", class_="unseen", lang="en")]
    assert {each.text for each in names} <= set(heard)


def test_what_a_number_is_for_is_marked_as_english(client: TestClient, place: Place) -> None:
    several = [{"id": "west-mercia-womens-aid"}]
    place.engine.answer = lambda _: [{"kind": "services", "words": "services.first", "services": several}]
    chat = opened(client, press(client, Page(client.get("/chat").text), language="ur"))
    english = chat.all("div", class_="danger-words")
    purposes = [each for each in chat.all("b") if not any(each.within(outer) for outer in english)]

    assert len(purposes) > 1
    assert {(each.attributes.get("lang"), each.attributes.get("dir")) for each in purposes} == {("en", "ltr")}


def test_the_names_on_the_sheet_of_numbers_are_marked_as_english(client: TestClient, place: Place) -> None:
    shown = [*SERVICES, {"id": "west-mercia-womens-aid"}]
    place.engine.answer = lambda _: [{"kind": "services", "words": "services.first", "services": shown}]
    chat = opened(client, press(client, Page(client.get("/chat").text), language="ur"))
    sheet = Page(client.post("/chat/sheet", data=hidden(chat)).text)
    named = [*sheet.all("h2"), *sheet.all("span", class_="about")]

    assert {each.tag for each in named} == {"h2", "span"}
    assert {(each.attributes.get("lang"), each.attributes.get("dir")) for each in named} == {("en", "ltr")}


def test_an_english_page_marks_nothing_as_english(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [{"kind": "services", "words": "services.first", "services": SERVICES}]
    chat = opened(client, Page(client.get("/chat").text))

    assert [each.tag for each in chat.elements if each.attributes.get("lang") == "en"] == []


def test_it_says_to_type_in_english(client: TestClient) -> None:
    chat = opened(client, press(client, Page(client.get("/chat").text), language="pl"))

    assert chat.one("p", id="hint").text == "Type in English, or use the buttons."
    assert chat.one("textarea").attributes["aria-describedby"] == "hint"
    assert opened(client, Page(client.get("/chat").text)).all("p", id="hint") == []


def test_shorter_words_show_one_service_and_the_others_by_name(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [{"kind": "services", "words": "text.thank", "services": SERVICES}]
    chat = opened(client, press(client, Page(client.get("/chat").text), easy="yes"))

    assert "OK" in chat.text
    folded = [each.text for each in chat.all("summary") if each.text.startswith("Another one: ")]
    assert len(folded) == len(SERVICES) - 1
    whole = press(client, chat, easy="no")
    assert "OK" not in whole.one("div", role="log").text
    assert [each for each in whole.all("summary") if each.text.startswith("Another one: ")] == []


def test_a_language_that_nobody_knows_is_english(client: TestClient) -> None:
    assert "Go on to the chat" in client.post("/chat/language", data={"language": "xx"}).text


def test_a_conversation_that_ended_goes_on_in_its_language(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.thank"}]
    chat = opened(client, press(client, Page(client.get("/chat").text), language="pl"))
    client.post("/chat/forget", data={"conversation": hidden(chat)["conversation"]})

    assert "Prosze" in say(client, chat, "hello").text


class TestWithoutDrafts:
    """Where drafts may not be shown and none was read, there is nothing to choose."""

    @pytest.fixture
    def environ(self) -> dict[str, str]:
        return {"SIGNPOST_UNREAD_LANGUAGES": "no"}

    def test_there_is_nothing_to_choose(self, client: TestClient) -> None:
        assert Page(client.get("/chat").text).all("button", name="language") == []
        assert "Go on to the chat" in client.post("/chat/language", data={"language": "pl"}).text
