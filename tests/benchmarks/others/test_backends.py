"""The local backends speak what each chat expects, and all answer alike."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from benchmarks.others import backends


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The backends, answering at once."""
    monkeypatch.setattr(backends, "PAUSE", 0)
    return TestClient(Starlette(routes=backends.backend_routes()))


def test_direct_line_repeats_what_was_said_and_then_answers(client: TestClient) -> None:
    with client:
        begun = client.post("/direct-line/conversations").json()
        with client.websocket_connect(begun["streamUrl"].removeprefix("ws://testserver")) as stream:
            said = {"type": "message", "text": "hello", "channelData": {"clientActivityID": "1"}}
            sent = client.post(
                f"/direct-line/conversations/{begun['conversationId']}/activities", json=said
            ).json()
            (repeated,) = stream.receive_json()["activities"]
            (answered,) = stream.receive_json()["activities"]

    assert repeated == {**said, "id": sent["id"]}
    assert (answered["text"], answered["replyToId"]) == (backends.ANSWER, sent["id"])


def test_what_is_no_message_gets_no_answer(client: TestClient) -> None:
    with client:
        begun = client.post("/direct-line/conversations").json()
        activities = f"/direct-line/conversations/{begun['conversationId']}/activities"
        with client.websocket_connect(begun["streamUrl"].removeprefix("ws://testserver")) as stream:
            client.post(activities, json={"type": "event"})
            client.post(activities, json={"type": "message"})
            kinds = [stream.receive_json()["activities"][0]["type"] for _ in range(3)]

    assert kinds == ["event", "message", "message"]


def test_deep_chat_gets_the_same_answer(client: TestClient) -> None:
    assert client.post("/deep-chat", json={"messages": []}).json() == {"text": backends.ANSWER}
