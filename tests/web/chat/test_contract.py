"""The published contract is the one that is spoken. SIGNPOST_WRITE_EXAMPLES=yes writes the examples anew."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from web.chat.contract import FOLDER, as_text, schema
from web.chat.schema import ChatAnswer, Kind


EXAMPLES = FOLDER / "examples"
MASK = "made-by-the-server"
SAID: dict[Kind, list[dict[str, Any]]] = {
    Kind.TEXT: [{"kind": "text", "words": "text.thank"}],
    Kind.QUESTION: [
        {
            "kind": "question",
            "words": "question.danger",
            "choices": [
                {"words": "choice.safe", "payload": "/affirm"},
                {"words": "choice.not_safe", "payload": "/deny"},
            ],
        }
    ],
    Kind.FACTS: [{"kind": "facts", "words": "text.ask_police_told"}],
    Kind.SERVICES: [
        {
            "kind": "services",
            "words": "services.first",
            "services": [{"id": "victim-support-national", "why": ["need", "national", "always_open"]}],
        }
    ],
    Kind.CRISIS: [{"kind": "crisis", "risks": ["overdose"]}],
    Kind.FALLBACK: [{"kind": "fallback", "words": "fallback.card"}],
}


def answer_of(kind: Kind, client: TestClient, place: Place) -> dict[str, Any]:
    token = client.post("/api/chat/messages", json={}).json()["conversation"]
    place.engine.answer = lambda _: SAID[kind]
    answer = client.post("/api/chat/messages", json={"conversation": token, "text": "hm"}).json()
    answer["conversation"] = MASK
    for choice in (choice for message in answer["messages"] for choice in message["choices"]):
        choice["choice"] = MASK
    return answer


def validator(name: str) -> jsonschema.Draft202012Validator:
    document = schema()
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": document["$defs"]})


def test_the_published_schema_is_the_one_in_use() -> None:
    published = (FOLDER / "chat.schema.json").read_text(encoding="utf-8")

    assert published == as_text(schema()), "Run: python -m web.chat.contract"


@pytest.mark.parametrize("kind", list(Kind))
def test_an_answer_of_each_kind_fits_the_schema(kind: Kind, client: TestClient, place: Place) -> None:
    answer = answer_of(kind, client, place)

    if os.environ.get("SIGNPOST_WRITE_EXAMPLES") == "yes":
        (EXAMPLES / f"{kind}.json").write_text(as_text(answer), encoding="utf-8")
    validator("ChatAnswer").validate(answer)
    assert kind in [message["kind"] for message in answer["messages"]]


@pytest.mark.parametrize("kind", list(Kind))
def test_the_published_example_of_each_kind_fits_the_schema(kind: Kind) -> None:
    example = json.loads((EXAMPLES / f"{kind}.json").read_text(encoding="utf-8"))

    validator("ChatAnswer").validate(example)
    assert ChatAnswer.model_validate(example).messages[0].kind is kind


def test_every_published_example_is_of_a_kind() -> None:
    assert {path.stem for path in EXAMPLES.iterdir()} == set(Kind)


def test_the_application_publishes_the_same_contract(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    assert paths["/api/chat/messages"]["post"]["responses"]["200"]
    assert {path for path in paths if path.startswith("/api/chat")} == {
        "/api/chat/messages",
        "/api/chat/forget",
        "/api/chat/conversations/{token}",
        "/api/chat/events",
    }
    assert "/chat" not in paths


def test_no_example_carries_a_token(tmp_path: Path) -> None:
    for path in EXAMPLES.iterdir():
        assert f'"conversation": "{MASK}"' in path.read_text(encoding="utf-8")
