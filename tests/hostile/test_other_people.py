"""What belongs to somebody else stays theirs: tokens, turns, choices, visits, and the right to forget."""

from typing import Any

import requests

from tests.hostile.conftest import VICTIM, Door


def post(door: Door, path: str, body: dict[str, Any]) -> requests.Response:
    return requests.post(f"{door.address}{path}", json=body, timeout=10)


def test_a_replayed_turn_of_another_conversation_brings_none_of_its_words(door: Door) -> None:
    turn = "a-turn-id-that-leaked-1234"
    theirs, mine = door.open(), door.open()
    post(door, "/api/chat/messages", {"conversation": theirs, "id": turn, "text": VICTIM})
    before = len(door.place.engine.told)

    answer = post(door, "/api/chat/messages", {"conversation": mine, "id": turn, "text": "hello"})

    assert answer.json()["conversation"] == mine
    assert [told["message"] for told in door.place.engine.told[before:]] == ["hello"]
    assert VICTIM not in answer.text


def test_a_replayed_opening_from_the_same_network_opens_another_conversation_for_other_words(
    door: Door,
) -> None:
    turn = "an-opening-that-leaked-1234"
    first = post(door, "/api/chat/messages", {"id": turn, "text": VICTIM}).json()

    second = post(door, "/api/chat/messages", {"id": turn, "text": "hello"}).json()

    assert second["conversation"] != first["conversation"]


def test_a_turn_sent_ten_times_is_taken_once(door: Door) -> None:
    body = {"conversation": door.open(), "id": "one-turn-sent-often-1234", "text": "they want money"}
    before = len(door.place.engine.told)

    answers = {post(door, "/api/chat/messages", body).text for _ in range(10)}

    assert len(answers) == 1
    assert len(door.place.engine.told) == before + 1


def test_a_choice_that_was_offered_to_somebody_else_is_refused_and_reaches_no_engine(door: Door) -> None:
    opened = post(door, "/api/chat/messages", {}).json()
    stolen = next(choice["choice"] for message in opened["messages"] for choice in message["choices"])
    other = post(door, "/api/chat/messages", {"text": "hello"}).json()["conversation"]
    before = len(door.place.engine.told)

    answer = post(door, "/api/chat/messages", {"conversation": other, "choice": stolen})

    assert answer.status_code == 422
    assert door.place.engine.told[before:] == []


def test_half_of_two_tokens_is_no_token(door: Door) -> None:
    one, two = door.open(), door.open()
    mixed = one.partition(".")[0] + "." + two.partition(".")[2]

    for path, more in (("messages", {"text": "a"}), ("forget", {}), ("events", {"event": "helped-yes"})):
        assert post(door, f"/api/chat/{path}", {"conversation": mixed, **more}).status_code == 404


def test_a_key_to_leave_that_was_guessed_forgets_nobody(door: Door) -> None:
    theirs = door.open()
    requests.post(f"{door.address}/chat/left/{theirs[:24]}", data="PING", timeout=10)

    answer = post(door, "/api/chat/messages", {"conversation": theirs, "text": "still here"})

    assert answer.status_code == 200
