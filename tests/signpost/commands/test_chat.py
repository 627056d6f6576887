"""`signpost chat` in a terminal, against answers as docs/contract publishes them."""

import json
from pathlib import Path
from typing import Any

import pytest
import requests
import typer
from typer.testing import CliRunner, Result

from signpost.commands import chat


EXAMPLES = Path(__file__).parents[3] / "docs" / "contract" / "examples"
MESSAGES = "/api/chat/messages"
FORGET = "/api/chat/forget"
Answer = requests.Response | BaseException


def example(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def answered(body: object, status: int = 200) -> requests.Response:
    answer = requests.Response()
    answer.status_code = status
    answer._content = json.dumps(body).encode()
    return answer


class Door:
    """The service's public door: gives the answers it was told to, then the same text for ever."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.forgetting: Answer = answered("", 204)
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def post(self, address: str, *, json: dict[str, Any], timeout: float) -> requests.Response:
        path = address.removeprefix("http://localhost:8000")
        self.heard.append((path, json))
        answer = self.forgetting if path == FORGET else self._next()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def _next(self) -> Answer:
        return self.answers.pop(0) if self.answers else answered(example("text"))

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.heard]


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    found = Door()
    monkeypatch.delenv("SIGNPOST_PORT", raising=False)
    monkeypatch.setattr(chat.requests, "post", found.post)
    return found


def run(typed: str = "\n") -> Result:
    app = typer.Typer()
    app.command()(chat.chat)
    return CliRunner().invoke(app, input=typed)


def test_an_empty_line_ends_and_forgets(door: Door) -> None:
    answer = run("hello\n\n")

    assert door.paths == [MESSAGES, MESSAGES, FORGET]
    assert door.heard[1][1] == {"conversation": "made-by-the-server", "text": "hello"}
    assert answer.exit_code == 0
    assert answer.output.endswith("Forgotten.\n")


def test_the_end_of_the_input_ends_and_forgets(door: Door) -> None:
    answer = run("hello\n")

    assert door.paths == [MESSAGES, MESSAGES, FORGET]
    assert (answer.exit_code, answer.exception) == (0, None)


def test_ctrl_c_ends_and_forgets(door: Door) -> None:
    door.answers = [answered(example("text")), KeyboardInterrupt()]

    answer = run("hello\n")

    assert door.paths[-1] == FORGET
    assert answer.output.endswith("Forgotten.\n")


@pytest.mark.parametrize(
    "failure", [requests.ConnectionError(), requests.Timeout(), requests.exceptions.ChunkedEncodingError()]
)
def test_a_service_that_goes_away_is_said_in_a_sentence_and_asked_to_forget(
    door: Door, failure: Exception
) -> None:
    door.answers = [answered(example("text")), failure]

    answer = run("hello\n")

    assert door.paths[-1] == FORGET
    assert answer.exit_code == 1
    assert "Signpost does not answer at http://localhost:8000" in answer.output
    assert "make run" in answer.output


def test_what_is_not_signpost_is_said_in_a_sentence(door: Door) -> None:
    answer = requests.Response()
    answer.status_code, answer._content = 502, b"<html>"
    door.answers = [answer]

    told = run()

    assert told.exit_code == 1
    assert "Signpost does not answer" in told.output


def test_a_refusal_is_shown_in_the_services_own_words(door: Door) -> None:
    door.answers = [answered(example("text")), answered({"detail": "Too many messages at once."}, 429)]

    answer = run("hello\n")

    assert answer.exit_code == 1
    assert "Too many messages at once." in answer.output
    assert door.paths[-1] == FORGET


@pytest.mark.parametrize("failure", [requests.Timeout(), answered({}, 503)])
def test_a_chat_that_could_not_be_forgotten_says_so(door: Door, failure: Answer) -> None:
    door.forgetting = failure

    answer = run()

    assert "could not be told to forget" in answer.output
    assert answer.exit_code == 0


def test_a_number_picks_a_choice(door: Door) -> None:
    question = example("question")
    door.answers = [answered(question)]

    run("2\n")

    assert door.heard[1][1]["choice"] == question["messages"][0]["choices"][1]["choice"]


def _service(**changed: object) -> dict[str, Any]:
    reply = example("services")
    reply["messages"][0]["services"][0] |= changed
    return reply


def test_a_service_shows_every_way_to_reach_it(door: Door) -> None:
    line = {"label": None, "number": "116 123", "tel": "116123", "hours": None}
    door.answers = [
        answered(
            _service(
                phones=[line, {**line, "label": "Night line", "number": "111"}],
                text=[{**line, "number": "85258"}],
                webchat="https://chat.example.org",
                url="https://example.org",
                email="help@example.org",
            )
        )
    ]

    told = run().output

    for way in (
        "Ring 116 123\n",
        "Ring 111 (Night line)\n",
        "Text 85258\n",
        "Chat online: https://chat.example.org\n",
        "Website: https://example.org\n",
        "Email: help@example.org\n",
    ):
        assert way in told


@pytest.mark.parametrize("kind", ["services", "crisis", "fallback", "facts", "question", "text"])
def test_what_is_missing_is_left_out(door: Door, kind: str) -> None:
    door.answers = [answered(example(kind)), answered(_service(why=None, url=None, webchat=None))]

    assert "None" not in run("hello\n").output
