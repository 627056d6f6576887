import asyncio
import json
import threading
from dataclasses import replace
from itertools import pairwise
from time import monotonic
from typing import Any

import pytest
from fastapi.testclient import TestClient
from limits import parse
from sqlalchemy import select

from directory.model import Phone
from tests.web.chat.conftest import Place
from tests.web.chat.fake_engine import GIVE_AREA
from tests.web.conftest import HandClock
from usage.model import UsageRow
from vocabulary.pathway import Step
from web.chat.rates import Limiter, Rates


MESSAGES = "/api/chat/messages"
DANGER = "he has a knife and he is outside my door now"
MADE_UP = [
    "",
    "x",
    "a.b",
    "../../etc/passwd",
    "QeHg_kSCJIBlpkLutZ3tE9q9." + "F" * 43,
]


def opened(client: TestClient) -> dict[str, Any]:
    answer = client.post(MESSAGES, json={})
    assert answer.status_code == 200
    return answer.json()


def said(client: TestClient, conversation: str, text: str, **more: str) -> dict[str, Any]:
    answer = client.post(MESSAGES, json={"conversation": conversation, "text": text, **more})
    assert answer.status_code == 200
    return answer.json()


def kinds(answer: dict[str, Any]) -> list[str]:
    return [message["kind"] for message in answer["messages"]]


# --- opening and talking


def test_neither_text_nor_choice_opens_a_conversation_with_the_greeting(client: TestClient) -> None:
    answer = opened(client)

    assert kinds(answer) == ["text", "question"]
    assert len(answer["conversation"]) > 40
    assert answer["messages"][1]["choices"][0]["label"] == "Start again"


def test_text_without_a_conversation_opens_one_and_is_answered(client: TestClient, place: Place) -> None:
    answer = client.post(MESSAGES, json={"conversation": None, "text": "they want money"}).json()

    assert [told["message"] for told in place.engine.told] == ["/open", "they want money"]
    assert kinds(answer) == ["text", "text"]
    assert said(client, answer["conversation"], "more")["conversation"] == answer["conversation"]


def test_a_choice_says_its_payload_and_is_labelled_in_words(client: TestClient, place: Place) -> None:
    answer = opened(client)
    choice = answer["messages"][1]["choices"][0]["choice"]

    client.post(MESSAGES, json={"conversation": answer["conversation"], "choice": choice})

    assert place.engine.messages == [GIVE_AREA]


@pytest.mark.parametrize("choice", ["", "/restart", GIVE_AREA, "0" * 32])
def test_a_choice_that_was_not_offered_is_refused(client: TestClient, place: Place, choice: str) -> None:
    token = opened(client)["conversation"]

    answer = client.post(MESSAGES, json={"conversation": token, "choice": choice})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert place.engine.messages == []


def test_a_choice_of_another_conversation_is_refused(client: TestClient) -> None:
    choice = opened(client)["messages"][1]["choices"][0]["choice"]
    other = client.post(MESSAGES, json={"text": "hello"}).json()["conversation"]

    assert client.post(MESSAGES, json={"conversation": other, "choice": choice}).status_code == 422


@pytest.mark.parametrize("token", MADE_UP)
def test_a_made_up_conversation_is_not_found(client: TestClient, token: str) -> None:
    for answer in (
        client.post(MESSAGES, json={"conversation": token, "text": "hello"}),
        client.post("/api/chat/forget", json={"conversation": token}),
        client.post("/api/chat/events", json={"conversation": token, "event": "helped-yes"}),
    ):
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == 404
        assert not token or token not in answer.text


def test_a_retry_with_the_same_id_gets_the_same_answer_once_made(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]

    first = said(client, token, "hello", id="turn-1")
    again = said(client, token, "hello", id="turn-1")

    assert again == first
    assert place.engine.messages == ["hello"]


def test_a_retried_opening_gets_the_same_conversation(client: TestClient) -> None:
    body = {"id": "f3b0c442-98fc-1c14-9afb-f4c8996fb924"}

    assert client.post(MESSAGES, json=body).json() == client.post(MESSAGES, json=body).json()


@pytest.mark.parametrize("first", ["hello", DANGER])
def test_new_danger_under_an_old_id_brings_its_card(client: TestClient, place: Place, first: str) -> None:
    token = opened(client)["conversation"]
    said(client, token, first, id="turn-1")

    answer = said(client, token, "he has taken too many pills", id="turn-1")

    assert answer["messages"][0]["risk"] == "overdose"
    assert place.engine.messages == [first, "he has taken too many pills"]


def test_danger_under_the_id_of_the_opening_brings_its_card(client: TestClient) -> None:
    body = {"id": "f3b0c442-98fc-1c14-9afb-f4c8996fb924"}
    token = client.post(MESSAGES, json=body).json()["conversation"]

    in_it = said(client, token, DANGER, **body)
    anew = client.post(MESSAGES, json={"text": DANGER, **body}).json()

    assert kinds(in_it)[0] == kinds(anew)[0] == "crisis"


def test_a_button_under_the_id_of_a_message_is_a_turn_of_its_own(client: TestClient, place: Place) -> None:
    answer = opened(client)
    said(client, answer["conversation"], "hello", id="turn-1")

    choice = answer["messages"][1]["choices"][0]["choice"]
    body = {"conversation": answer["conversation"], "choice": choice, "id": "turn-1"}
    client.post(MESSAGES, json=body)

    assert place.engine.messages == ["hello", GIVE_AREA]


def test_a_retry_while_the_first_try_is_on_its_way_is_taken_once(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    place.engine.seconds = 0.05
    senders = [
        threading.Thread(target=said, args=(client, token, "hello"), kwargs={"id": "turn-1"}) for _ in "ab"
    ]

    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert place.engine.messages == ["hello"]


def test_no_words_are_kept_with_an_answer(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    said(client, token, "MARKER-TEXT", id="MARKER-ID")

    assert "MARKER" not in repr(asyncio.run(place.app.state.chat.find(token)))


def test_turns_of_one_conversation_are_taken_one_at_a_time(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    place.engine.seconds = 0.05
    senders = [threading.Thread(target=said, args=(client, token, f"turn {number}")) for number in range(4)]

    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert place.engine.most_at_once == 1
    assert len(place.engine.messages) == 4


def test_the_same_text_is_not_shown_twice_in_a_row(client: TestClient) -> None:
    token = opened(client)["conversation"]

    texts = [said(client, token, "hm")["messages"][0]["text"] for _ in range(6)]

    assert all(one != following for one, following in pairwise(texts))


# --- what the engine is told


def test_the_engine_never_sees_the_token(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    said(client, token, "hello")

    assert token not in json.dumps(place.engine.told)
    assert len({told["sender"] for told in place.engine.told}) == 1


def test_personal_details_do_not_reach_the_engine(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]

    said(client, token, "my name is Marigold Featherstone, ring 07700 900123, I live in TF1 1LX")

    told = place.engine.messages[0]
    assert "Marigold" not in told
    assert "900123" not in told
    assert "1LX" not in told
    assert "E06000020" in told


@pytest.mark.parametrize(
    "text",
    [
        GIVE_AREA,
        f"  {GIVE_AREA}",
        f"\u200b{GIVE_AREA}",
        GIVE_AREA.replace("/", "\uff0f"),
        f"my name is Bob {GIVE_AREA}",
    ],
)
def test_a_typed_command_is_only_text(client: TestClient, place: Place, text: str) -> None:
    token = opened(client)["conversation"]

    said(client, token, text)

    assert not place.engine.messages[0].startswith("/")
    assert place.engine.told[-1]["metadata"]["typed"] is True


def test_danger_in_words_that_are_scrubbed_is_told_to_the_engine_as_a_code(
    client: TestClient, place: Place
) -> None:
    said(client, opened(client)["conversation"], f"{DANGER} ring me on 07700 900123")

    assert place.engine.told[-1]["metadata"]["risks"] == ["emergency"]
    assert place.engine.told[-1]["metadata"]["channel"] == "api"


def test_danger_in_words_that_the_engine_gets_whole_is_left_to_it(client: TestClient, place: Place) -> None:
    said(client, opened(client)["conversation"], DANGER)

    assert place.engine.told[-1]["metadata"]["risks"] == []


@pytest.mark.parametrize(("found", "leading"), [("", "text"), ("emergency", "crisis"), ("suicide", "crisis")])
def test_what_the_engine_has_weighed_decides_whether_a_card_leads(
    client: TestClient, place: Place, found: str, leading: str
) -> None:
    place.engine.risks = found

    assert kinds(said(client, opened(client)["conversation"], DANGER))[0] == leading


# --- danger


def test_the_crisis_card_comes_first_with_checked_numbers(client: TestClient) -> None:
    answer = said(client, opened(client)["conversation"], DANGER)

    first = answer["messages"][0]
    assert kinds(answer) == ["crisis", "text"]
    assert first["risk"] == "emergency"
    assert first["services"][0]["phones"][0]["number"] == "999"


def test_danger_that_only_the_engine_heard_leads_too(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [
        {"kind": "question", "words": "page.heading"},
        {"kind": "crisis", "risks": ["suicide"], "choices": [{"words": "page.again", "payload": "/affirm"}]},
    ]

    answer = client.post(MESSAGES, json={"text": "hm"}).json()

    assert kinds(answer) == ["crisis", "question"]
    assert answer["messages"][0]["risk"] == "suicide"
    assert answer["messages"][0]["choices"][0]["label"] == "Start again"


def test_the_leading_danger_leads_and_all_are_named(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [{"kind": "crisis", "risks": ["child", "overdose"]}]

    answer = client.post(MESSAGES, json={"text": "hm"}).json()

    assert answer["messages"][0]["risk"] == "overdose"
    assert answer["messages"][0]["risks"] == ["overdose", "child"]
    assert any(service["name"].startswith("Childline") for service in answer["messages"][0]["services"])


@pytest.mark.parametrize(
    "disguise", ["h e  h a s  a  k n i f e outside my door now", "he has a kn\u200bife outside my door now"]
)
def test_disguised_danger_is_heard(client: TestClient, disguise: str) -> None:
    assert kinds(said(client, opened(client)["conversation"], disguise))[0] == "crisis"


# --- when parts fail


def test_without_the_engine_the_fixed_card_answers_and_the_chat_goes_on_later(
    client: TestClient, place: Place
) -> None:
    token = opened(client)["conversation"]
    place.stop_engine()
    without = said(client, token, "hello")
    place.start_engine()
    later = said(client, token, "hello again")

    assert kinds(without) == ["fallback"]
    numbers = [phone["number"] for card in without["messages"][0]["services"] for phone in card["phones"]]
    assert {"999", "101", "08 08 16 89 111", "116 123", "0800 1111"} <= set(numbers)
    assert without["messages"][0]["choices"]  # the last buttons: never a dead end
    assert kinds(later) == ["text"]


def test_without_the_engine_danger_still_leads(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    place.stop_engine()

    answer = said(client, token, DANGER)

    assert kinds(answer) == ["crisis", "fallback"]
    ids = [card["id"] for message in answer["messages"] for card in message["services"]]
    assert len(ids) == len(set(ids))


def test_a_conversation_opens_without_the_engine(client: TestClient, place: Place) -> None:
    place.stop_engine()

    assert kinds(opened(client)) == ["fallback"]


@pytest.mark.slow
def test_a_hanging_engine_is_answered_for_within_three_seconds(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    place.engine.until = threading.Event()
    began = monotonic()
    senders = [threading.Thread(target=said, args=(client, token, f"turn {number}")) for number in range(2)]
    for sender in senders:
        sender.start()

    answer = said(client, token, DANGER)
    took = monotonic() - began

    for sender in senders:
        sender.join()
    everything = monotonic() - began
    place.engine.until.set()
    assert kinds(answer)[0] == "crisis"
    assert took < 3
    assert everything < 3.2


@pytest.mark.parametrize(
    "utterances",
    [
        [],
        [{"kind": "text", "words": "no.such.words"}],
        [{"kind": "text", "words": "open.until"}],  # its value is missing
        [{"kind": "song", "words": "page.heading"}],
        [{"kind": "services", "services": [{"id": "00000000-0000-0000-0000-000000000000", "why": []}]}],
        [{"kind": "fallback", "words": "fallback.card"}],
        [{"kind": "crisis", "risks": []}],
    ],
)
def test_an_answer_without_anything_to_say_becomes_the_fixed_card(
    client: TestClient, place: Place, utterances: list[dict[str, Any]]
) -> None:
    token = opened(client)["conversation"]
    place.engine.answer = lambda _: utterances

    assert kinds(said(client, token, "hello")) == ["fallback"]


def test_without_the_database_the_last_good_numbers_are_shown(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    (place.resources.settings.home / "signpost.sqlite").write_bytes(b"not a database" * 4096)
    place.database.dispose()

    answer = said(client, token, DANGER)

    assert kinds(answer)[0] == "crisis"
    assert answer["messages"][0]["services"][0]["phones"][0]["number"] == "999"


def test_services_that_cannot_be_read_bring_the_fixed_card(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    place.engine.answer = lambda _: [
        {"kind": "services", "words": "page.heading", "services": [{"id": "frank"}]}
    ]
    (place.resources.settings.home / "signpost.sqlite").write_bytes(b"not a database" * 4096)
    place.database.dispose()

    assert "fallback" in kinds(said(client, token, "hello"))


# --- services


def test_a_service_card_carries_all_the_contract_names(client: TestClient, place: Place) -> None:
    place.engine.answer = lambda _: [
        {
            "kind": "services",
            "words": "page.heading",
            "services": [{"id": "samaritans", "why": ["need", "always_open"]}],
        }
    ]

    card = said(client, opened(client)["conversation"], "hm")["messages"][0]["services"][0]

    assert set(card) == {
        "id", "name", "description", "phones", "text", "webchat", "url", "email", "open", "cost",
        "coverage", "languages", "checked", "why", "what_happens",
    }  # fmt: skip
    assert card["phones"][0] | {"label": "", "id": ""} == {
        "id": "", "label": "", "number": "116 123", "tel": "116123", "hours": "Open day and night",
    }  # fmt: skip
    assert card["open"] == {"state": "open", "words": "Open day and night"}
    assert card["checked"] == {"date": "2026-11-23", "confirmed": False}
    assert card["why"] == "It helps with this. Someone answers day and night."


def test_an_edited_number_shows_in_the_next_turn(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    said(client, token, DANGER)
    with place.resources.sessions() as session:
        phone = session.query(Phone).filter(Phone.number == "08 08 16 89 111").first()
        assert phone is not None
        phone.number = "01632 960 123"
        session.commit()

    assert "01632 960 123" in json.dumps(said(client, token, DANGER))


# --- bad input


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\x00", "a\x00b", "😭😭😭", "x" * 2001, "x" * 20_000, "é" * 20_000,
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", GIVE_AREA,
        "/", "{}", "%s %n", "{need}", "@need.cuckooing",
        "\u202e\u2066", "a" * 1999 + "\U0001f9d1", "Ω≈ç√∫", "سلام",
    ],
)  # fmt: skip
def test_odd_input_gets_a_kind_answer(client: TestClient, text: str) -> None:
    token = opened(client)["conversation"]

    answer = said(client, token, text)

    assert all(message["text"] for message in answer["messages"])
    assert "script" not in json.dumps(answer)


def test_lone_surrogates_get_a_kind_answer(client: TestClient, place: Place) -> None:
    body = b'{"text": "\\ud800 help \\udfff"}'

    answer = client.post(MESSAGES, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == 200
    assert place.engine.messages == ["help"]


def test_danger_in_a_message_that_is_too_long_is_heard(client: TestClient) -> None:
    answer = said(client, opened(client)["conversation"], "please help me. " * 400 + DANGER)

    assert kinds(answer) == ["crisis", "text"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"choice": "\\ud800", "conversation": "x"}', 422),
        (b'{"conversation": "\\ud800", "text": "x"}', 422),
        (b"{", 422),
        (b"\xff\xfe", 422),
        (b"[]", 422),
        (b'{"text": 7}', 422),
        (b'{"text": "a", "choice": "b"}', 422),
        (b'{"choice": "b"}', 422),
        (b'{"slots": {"area": "x"}}', 422),
        (b'{"id": ""}', 422),
        (b'{"text": "' + b"x" * 70_000 + b'"}', 413),
    ],
)
def test_what_is_not_the_contract_is_refused_unechoed(client: TestClient, body: bytes, status: int) -> None:
    answer = client.post(MESSAGES, content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) <= {"type", "title", "status", "detail", "errors"}
    assert "slots" not in answer.text
    assert opened(client)["conversation"]  # the process is alive


# --- limits


@pytest.fixture
def busy(client: TestClient) -> str:
    token = opened(client)["conversation"]
    for _ in range(40):
        client.post(MESSAGES, json={"conversation": token, "text": "hello"})
    return token


def test_beyond_the_limit_a_machine_is_told_to_wait(client: TestClient, busy: str) -> None:
    answer = client.post(MESSAGES, json={"conversation": busy, "text": "hello"})

    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "60"
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_limit_never_holds_back_a_crisis_card(client: TestClient, place: Place, busy: str) -> None:
    before = len(place.engine.told)

    answer = said(client, busy, DANGER)

    assert kinds(answer) == ["crisis"]
    assert len(place.engine.told) == before


def test_a_danger_button_of_an_ended_conversation_is_answered_in_a_new_one(
    client: TestClient, place: Place, clock: HandClock
) -> None:
    choices = [{"words": "need.danger-now", "payload": "/danger_now"}]
    place.engine.answer = lambda _: [{"kind": "question", "words": "question.needs", "choices": choices}]
    before = opened(client)
    pressed = {
        "conversation": before["conversation"],
        "choice": before["messages"][0]["choices"][0]["choice"],
    }
    clock.move(minutes=31)

    answer = client.post(MESSAGES, json=pressed).json()

    assert answer["messages"][0]["risk"] == "emergency"
    assert answer["conversation"] not in {"", before["conversation"]}
    assert said(client, answer["conversation"], "hello")["conversation"] == answer["conversation"]


@pytest.fixture
def few(place: Place, client: TestClient) -> None:
    """An installation whose networks may send three messages a minute."""
    limiter = Limiter(Rates(conversation=parse("40/minute"), network=parse("3/minute")))
    place.app.state.chat = replace(place.app.state.chat, limiter=limiter)


def test_danger_beyond_a_networks_limit_gets_the_card_and_takes_nobodys_room(
    client: TestClient, place: Place, few: None
) -> None:
    for _ in range(3):
        opened(client)
    answers = [client.post(MESSAGES, json={"text": DANGER}).json() for _ in range(5)]

    assert [kinds(answer) for answer in answers] == [["crisis"]] * 5
    assert {answer["conversation"] for answer in answers} == {""}
    assert len(place.app.state.chat.registry) == 3
    assert len(place.engine.told) == 3


def test_the_page_beyond_a_networks_limit_shows_the_card_and_starts_afresh_with_the_next_message(
    client: TestClient, place: Place, few: None
) -> None:
    for _ in range(3):
        opened(client)
    page = client.post("/chat", data={"text": DANGER})

    assert page.status_code == 200
    assert 'href="tel:999"' in page.text
    assert 'name="conversation" value=""' in page.text
    assert len(place.app.state.chat.registry) == 3


def test_events_count_like_messages(client: TestClient, few: None) -> None:
    answer = said(client, opened(client)["conversation"], DANGER)
    card = answer["messages"][0]["services"][0]["id"]
    event = {"conversation": answer["conversation"], "event": "contact-opened", "service": card}
    statuses = [client.post("/api/chat/events", json=event).status_code for _ in range(2)]

    assert statuses == [204, 429]
    assert client.post("/api/chat/events", json=event).headers["retry-after"] == "60"


# --- forgetting


@pytest.mark.parametrize("way", ["forget", "delete"])
def test_a_forgotten_conversation_is_gone_here_and_in_the_engine(
    client: TestClient, place: Place, way: str
) -> None:
    token = opened(client)["conversation"]

    if way == "forget":
        answer = client.post("/api/chat/forget", json={"conversation": token})
    else:
        answer = client.delete(f"/api/chat/conversations/{token}")

    assert answer.status_code == 204
    assert answer.content == b""
    assert client.post(MESSAGES, json={"conversation": token, "text": "hello"}).status_code == 404
    assert place.engine.forgotten == [place.engine.told[0]["sender"]]


def test_a_made_up_token_cannot_be_deleted(client: TestClient) -> None:
    assert client.delete("/api/chat/conversations/made.up").status_code == 404


def test_forgetting_works_while_the_engine_is_away(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    place.stop_engine()

    assert client.post("/api/chat/forget", json={"conversation": token}).status_code == 204
    assert client.post(MESSAGES, json={"conversation": token, "text": "hello"}).status_code == 404


@pytest.mark.parametrize("way", ["api", "page"])
def test_forgetting_again_reaches_an_engine_that_was_away(client: TestClient, place: Place, way: str) -> None:
    token = opened(client)["conversation"]
    sender = place.engine.told[0]["sender"]
    place.stop_engine()
    client.post("/api/chat/forget", json={"conversation": token})
    place.start_engine()

    if way == "api":
        answer = client.post("/api/chat/forget", json={"conversation": token})
    else:
        answer = client.post("/chat/forget", data={"conversation": token})

    assert answer.is_success
    assert place.engine.forgotten == [sender]


def test_forget_as_an_answer_forgets_what_the_page_kept(client: TestClient, place: Place) -> None:
    token = opened(client)["conversation"]
    card = said(client, token, DANGER)["messages"][0]["services"][0]["id"]
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    said(client, token, "forget all of it")

    event = {"conversation": token, "event": "contact-opened", "service": card}

    assert client.post("/api/chat/events", json=event).status_code == 422


def test_an_idle_conversation_is_gone_after_half_an_hour(client: TestClient, clock: HandClock) -> None:
    token = opened(client)["conversation"]
    clock.move(minutes=31)

    assert client.post(MESSAGES, json={"conversation": token, "text": "hello"}).status_code == 404


# --- events


@pytest.fixture
def shown(client: TestClient) -> dict[str, str]:
    token = opened(client)["conversation"]
    card = said(client, token, DANGER)["messages"][0]["services"][0]
    return {"conversation": token, "service": card["id"]}


def recorded(place: Place) -> list[UsageRow]:
    with place.resources.sessions() as session:
        return list(session.scalars(select(UsageRow)))


def test_an_opened_contact_is_noted_once_a_visit(place: Place) -> None:
    with TestClient(place.app, base_url="http://localhost:8000") as client:
        token = opened(client)["conversation"]
        card = said(client, token, DANGER)["messages"][0]["services"][0]["id"]
        event = {"conversation": token, "event": "contact-opened", "service": card}
        for _ in range(2):
            assert client.post("/api/chat/events", json=event).status_code == 204

    (row,) = recorded(place)  # the log is flushed when the application stops
    assert row.step == Step.CONTACT_OPENED
    assert row.service == card
    assert row.visit not in token


@pytest.mark.parametrize(
    "change",
    [
        {"event": "left-the-page"},
        {"event": "contact-opened", "service": None},
        {"event": "contact-opened", "service": "00000000-0000-0000-0000-000000000000"},
        {"event": "helped-yes"},
        {"event": "contact-opened", "note": "words"},
    ],
)
def test_only_the_closed_list_is_noted(
    client: TestClient, shown: dict[str, str], change: dict[str, Any]
) -> None:
    answer = client.post("/api/chat/events", json={**shown, **change})

    assert answer.status_code == 422
    assert "words" not in answer.text


def test_whether_it_helped_is_told_once_a_visit(place: Place) -> None:
    with TestClient(place.app, base_url="http://localhost:8000") as client:
        token = opened(client)["conversation"]
        said(client, token, DANGER)
        statuses = [
            client.post("/api/chat/events", json={"conversation": token, "event": event}).status_code
            for event in ("helped-yes", "helped-no", "helped-yes")
        ]

    assert statuses == [204, 409, 204]
    assert [row.step for row in recorded(place)] == [Step.HELPED_YES]


@pytest.mark.parametrize("event", ["helped-yes", "helped-no"])
def test_whether_it_helped_is_taken_only_after_services_were_shown(client: TestClient, event: str) -> None:
    told = {"conversation": opened(client)["conversation"], "event": event}

    assert client.post("/api/chat/events", json=told).status_code == 422


def test_a_visit_after_forgetting_may_say_whether_it_helped_anew(
    client: TestClient, place: Place, shown: dict[str, str]
) -> None:
    token, answer = shown["conversation"], place.engine.answer
    told = {"conversation": token, "event": "helped-yes"}
    before = client.post("/api/chat/events", json=told).status_code
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    said(client, token, "forget all of it")
    place.engine.answer = answer
    said(client, token, DANGER)

    after = client.post("/api/chat/events", json=told | {"event": "helped-no"}).status_code

    assert (before, after) == (204, 204)


def test_an_opening_that_the_engine_could_not_give_is_no_dead_end(client: TestClient, place: Place) -> None:
    working, place.engine.answer = place.engine.answer, lambda _: []
    first = opened(client)
    choices = [choice for message in first["messages"] for choice in message["choices"]]
    place.engine.answer = working

    body = {"conversation": first["conversation"], "choice": choices[0]["choice"]}
    again = client.post(MESSAGES, json=body).json()

    assert first["messages"][0]["kind"] == "fallback"
    assert [choice["label"] for choice in choices] == ["Start again"]
    assert again["messages"][0]["kind"] != "fallback"


def test_the_fixed_card_offers_no_buttons_where_the_question_below_it_does(
    client: TestClient, place: Place
) -> None:
    choice = {"words": "page.again", "values": {}, "payload": "/open"}
    question = {"kind": "question", "words": "page.heading", "choices": [choice]}
    place.engine.answer = lambda _: [{"kind": "fallback", "words": "fallback.card"}, question]

    answer = said(client, opened(client)["conversation"], "hello")

    offered = {message["kind"]: len(message["choices"]) for message in answer["messages"]}
    assert offered == {"fallback": 0, "question": 1}
