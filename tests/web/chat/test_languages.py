"""A conversation in another language: words, numbers, and what no native reader has read."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.vocabulary import catalogues
from tests.web.chat.conftest import Place
from tests.web.chat.fake_engine import Utterances
from vocabulary.languages import Language


MESSAGES = "/api/chat/messages"
DANGER = "he has a knife and he is outside my door now"
CARD_999 = "If you are in danger now, ring 999"
PL_999 = "999 po polsku"
NOT_ENGLISH = "text.other_language"


@pytest.fixture(autouse=True)
def locale(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Polish drafts of a few words, and a Welsh catalogue that was read."""
    folder = catalogues.use_catalogues(monkeypatch, tmp_path / "locale")
    chat = {"text.thank": "Prosze", "choice.skip_area": "Pomin", NOT_ENGLISH: "Rozumiem tylko po angielsku"}
    catalogues.write(folder, "pl", "chat", chat)
    catalogues.write(folder, "pl", "crisis", {"crisis.emergency.heading": PL_999})
    catalogues.write(folder, "pl", "page", {"open.always": "Zawsze"})
    catalogues.write(folder, "en@easy", "chat", {"text.thank": "OK"})
    for domain in ("chat", "crisis", "facts", "page"):
        catalogues.write(folder, "cy", domain, {"text.thank": "Croeso"}, read_by="A. Reader, 2027-01-05")
    return folder


def thanks(_: str) -> Utterances:
    buttons = [{"words": "choice.skip_area", "payload": "/skip"}]
    return [{"kind": "question", "words": "text.thank", "choices": buttons}]


def ask(client: TestClient, **body: Any) -> dict[str, Any]:
    answer = client.post(MESSAGES, json=body)
    assert answer.status_code == 200
    return answer.json()


@pytest.fixture
def token(client: TestClient, place: Place) -> str:
    place.engine.answer = thanks
    return ask(client)["conversation"]


def test_the_language_of_a_request_is_that_of_the_answer(client: TestClient, token: str) -> None:
    answer = ask(client, conversation=token, text="hello", locale="pl-PL")

    assert answer["messages"][0]["text"] == "Prosze"
    assert answer["messages"][0]["choices"][0]["label"] == "Pomin"


def test_it_stays_until_another_is_sent(client: TestClient, token: str) -> None:
    ask(client, conversation=token, text="hello", locale="pl")
    assert ask(client, conversation=token, text="and now")["messages"][0]["text"].endswith("Prosze")
    ended = ask(client, conversation=token, text="in english", locale="en")
    assert ended["messages"][0]["text"].count("You are welcome.")


def test_one_conversation_does_not_speak_for_another(client: TestClient, token: str, place: Place) -> None:
    ask(client, conversation=token, text="hello", locale="pl")
    other = ask(client)["conversation"]

    assert ask(client, conversation=other, text="hello")["messages"][0]["text"].count("You are welcome.")


def test_nothing_new_said_is_the_last_said_again_in_the_language(
    client: TestClient, token: str, place: Place
) -> None:
    ask(client, conversation=token, text="hello")
    told = len(place.engine.told)
    answer = ask(client, conversation=token, locale="pl")

    assert answer["messages"][0]["text"] == "Prosze"
    assert answer["messages"][0]["choices"][0]["label"] == "Pomin"
    assert len(place.engine.told) == told


def test_an_old_button_works_in_the_new_language(client: TestClient, token: str, place: Place) -> None:
    button = ask(client, conversation=token, text="hello")["messages"][0]["choices"][0]["choice"]
    assert ask(client, conversation=token, choice=button, locale="pl")["messages"][0]["text"] == "Prosze"
    assert place.engine.messages[-1] == "/skip"


def test_words_that_are_not_english_bring_the_languages(client: TestClient, token: str, place: Place) -> None:
    place.engine.answer = lambda _: [
        {"kind": "fallback", "words": "fallback.card"},
        {"kind": "text", "words": NOT_ENGLISH},
    ]
    answer = ask(client, conversation=token, text="nie rozumiem")
    fixed, plain = answer["messages"]
    labels = [each["label"] for each in plain["choices"]]
    assert fixed["kind"] == "fallback"
    assert fixed["services"]
    assert labels == [language.own_name for language in Language if language is not Language.ENGLISH]

    polish = plain["choices"][labels.index("Polski")]["choice"]
    again = ask(client, conversation=token, choice=polish)
    assert again["messages"][-1]["text"] == "Rozumiem tylko po angielsku"
    assert "English" in [each["label"] for each in again["messages"][-1]["choices"]]


def test_unread_cards_for_danger_stay_english(client: TestClient, token: str) -> None:
    card = ask(client, conversation=token, text=DANGER, locale="pl")["messages"][0]

    assert card["text"].startswith(CARD_999)
    hours = {each["open"]["words"] for each in card["services"]}
    assert "Zawsze" not in hours


def test_cards_for_danger_that_were_read_are_said_in_the_language(
    client: TestClient, token: str, locale: Path
) -> None:
    words = {"crisis.emergency.heading": PL_999}
    catalogues.write(locale, "pl", "crisis", words, read_by="A. Reader, 2027-01-05")
    catalogues.write(locale, "pl", "page", {"open.always": "Zawsze"}, read_by="A. Reader, 2027-01-05")
    card = ask(client, conversation=token, text=DANGER, locale="pl")["messages"][0]

    assert card["text"].startswith(PL_999)
    assert "Zawsze" in {each["open"]["words"] for each in card["services"]}


def test_shorter_words_where_they_are_wanted(client: TestClient, token: str) -> None:
    assert ask(client, conversation=token, text="hello", easy_read=True)["messages"][0]["text"] == "OK"
    assert ask(client, conversation=token, text="again")["messages"][0]["text"].endswith("OK")
    plain = ask(client, conversation=token, text="more", easy_read=False)
    assert plain["messages"][0]["text"].count("You are welcome.")


class TestWithoutDrafts:
    """A setting hides what no native reader has read."""

    @pytest.fixture
    def environ(self) -> dict[str, str]:
        return {"SIGNPOST_UNREAD_LANGUAGES": "no"}

    def test_a_draft_is_not_shown(self, client: TestClient, token: str) -> None:
        answer = ask(client, conversation=token, text="hello", locale="pl")
        assert answer["messages"][0]["text"].count("You are welcome.")

    def test_a_read_language_is(self, client: TestClient, token: str, place: Place) -> None:
        assert ask(client, conversation=token, text="hi", locale="cy")["messages"][0]["text"].endswith(
            "Croeso"
        )
        place.engine.answer = lambda _: [{"kind": "text", "words": NOT_ENGLISH}]
        answer = ask(client, conversation=token, text="nie", locale="en")
        assert [each["label"] for each in answer["messages"][0]["choices"]] == ["Cymraeg"]
