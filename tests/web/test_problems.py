"""Failures: problem+json for machines, a page for people, never what was sent."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import pytest
from fastapi import FastAPI, Form, HTTPException
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from tests.web.page_reader import Page
from web.body_limit import MOST_BYTES
from web.resources import Resources


MARKER = "MARKER-TEXT"
PROBLEM = "application/problem+json"


class Colour(StrEnum):
    """A closed list."""

    RED = "red"


class Sent(BaseModel):
    """A body with one of each kind of rule."""

    model_config = ConfigDict(extra="forbid")
    text: Annotated[str, Field(max_length=20)]
    colour: Colour = Colour.RED


@pytest.fixture
def trying(app: FastAPI) -> TestClient:
    """The application with routes that fail in each way."""

    @app.post("/api/echo")
    def take(sent: Sent) -> str:
        return sent.text

    @app.get("/api/number/{number}")
    def number(number: int) -> int:
        return number

    @app.get("/api/break")
    def break_for_machines() -> None:
        raise ValueError(MARKER)

    @app.get("/admin/break")
    def break_for_staff() -> None:
        raise ValueError(MARKER)

    @app.post("/admin/same")
    def same_for_staff() -> None:
        raise IntegrityError("insert", {"text": MARKER}, Exception(MARKER))

    @app.post("/api/same")
    def stale_for_machines() -> None:
        raise StaleDataError(MARKER)

    @app.get("/api/half")
    def half() -> StreamingResponse:
        return StreamingResponse(_breaks_after_the_first_piece())

    @app.get("/api/busy")
    def busy() -> None:
        raise HTTPException(429, "Wait a little.", headers={"Retry-After": "30"})

    @app.post("/form")
    def form(text: Annotated[str, Form()]) -> str:
        return text

    return TestClient(app, base_url="http://localhost:8000")


def test_two_who_save_the_same_at_the_same_moment_are_told_and_not_shown_a_failure(
    trying: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    page, problem = trying.post("/admin/same"), trying.post("/api/same", json={})

    assert (page.status_code, problem.status_code) == (409, 409)
    assert "Somebody else saved the same at the same moment." in Page(page.text).text
    assert "Go back and try again." in problem.json()["detail"]
    assert MARKER not in page.text + problem.text + capsys.readouterr().out


def _breaks_after_the_first_piece() -> Iterator[bytes]:
    yield b"one"
    raise ValueError(MARKER)


def test_an_unknown_address_is_a_problem_for_machines(trying: TestClient) -> None:
    answer = trying.get("/api/nowhere")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == PROBLEM
    assert answer.json()["status"] == 404
    assert answer.json()["title"] == "Not Found"
    assert answer.json()["type"] == "about:blank"


@pytest.mark.parametrize("path", ["/directory/nowhere", "/directory/v3/nowhere", "/api", "/health/nowhere"])
def test_each_machine_door_answers_with_problems(trying: TestClient, path: str) -> None:
    assert trying.get(path).headers["content-type"] == PROBLEM


@pytest.mark.parametrize("path", ["/nowhere", "/staff/nowhere", "/admin/nowhere", "/directory-of-nothing"])
def test_an_unknown_address_is_a_page_for_people(trying: TestClient, path: str) -> None:
    answer = trying.get(path)

    page = Page(answer.text)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert page.one("h1").text == "Page not found"
    assert "page not found" in page.title.lower()


def test_an_error_page_never_repeats_the_address(trying: TestClient) -> None:
    assert MARKER not in trying.get(f"/{MARKER}?q={MARKER}").text


def test_the_public_error_page_always_carries_the_emergency_number(trying: TestClient) -> None:
    assert Page(trying.get("/nowhere").text).links["Ring 999"] == "tel:999"


def test_the_public_error_page_can_be_left_at_once(trying: TestClient) -> None:
    away = Page(trying.get("/nowhere").text).one("a", class_="leave").attributes

    assert away["href"].startswith("https://")
    assert "noreferrer" in away["rel"]


def test_a_wrong_method_names_the_right_ones(trying: TestClient) -> None:
    answer = trying.delete("/api/echo")

    assert answer.status_code == 405
    assert answer.headers["content-type"] == PROBLEM
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize(
    "body",
    [
        {"text": MARKER * 9},
        {"text": {"inner": MARKER}},
        {"text": "x", "colour": MARKER},
        {"text": "x", MARKER: 1},
        {"colour": MARKER},
        [MARKER],
        MARKER,
    ],
)
def test_a_bad_body_is_explained_without_being_repeated(trying: TestClient, body: object) -> None:
    answer = trying.post("/api/echo", json=body)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == PROBLEM
    assert answer.json()["errors"]
    assert "MARKER" not in answer.text


def test_a_mistake_says_where_and_what(trying: TestClient) -> None:
    answer = trying.post("/api/echo", json={"text": "x" * 21, "colour": "blue"})

    assert answer.json()["errors"] == [
        {"where": "body/text", "detail": "Too long."},
        {"where": "body/colour", "detail": "Not one of the allowed values."},
    ]


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b'{"text": "\xed\xa0\x80"}', b"", b"\x00"])
def test_a_body_that_is_no_json_is_a_client_error(trying: TestClient, body: bytes) -> None:
    answer = trying.post("/api/echo", content=body, headers={"content-type": "application/json"})

    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == PROBLEM


def test_a_value_in_an_address_is_not_repeated(trying: TestClient) -> None:
    answer = trying.get(f"/api/number/{MARKER}")

    assert answer.status_code == 422
    assert MARKER not in answer.text


def test_a_bad_form_of_people_gets_a_page(trying: TestClient) -> None:
    answer = trying.post("/form", data={"other": MARKER})

    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("text/html")
    assert MARKER not in answer.text


def test_a_body_that_announces_too_much_is_refused_unread(trying: TestClient) -> None:
    answer = trying.post("/api/echo", content=b"x" * (MOST_BYTES + 1))

    assert answer.status_code == 413
    assert answer.headers["content-type"] == PROBLEM
    assert "content-security-policy" in answer.headers


def test_a_body_that_hides_its_size_is_stopped_on_the_way(trying: TestClient) -> None:
    answer = trying.post("/api/echo", content=iter([b"x" * 1024] * 65))

    assert answer.status_code == 413
    assert answer.headers["content-type"] == PROBLEM


def test_a_body_at_the_limit_is_read(trying: TestClient) -> None:
    body = b'{"text": "x"}'.ljust(MOST_BYTES)

    answer = trying.post("/api/echo", content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 200


def test_a_refusal_with_words_of_its_own_keeps_them_and_its_headers(trying: TestClient) -> None:
    answer = trying.get("/api/busy")

    assert answer.json()["detail"] == "Wait a little."
    assert answer.headers["retry-after"] == "30"


def test_an_unexpected_error_is_a_problem_without_its_text(
    trying: TestClient, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    answer = trying.get("/api/break")

    written = capfd.readouterr()
    assert answer.status_code == 500
    assert answer.headers["content-type"] == PROBLEM
    assert "content-security-policy" in answer.headers
    assert "web.unexpected_error" in written.out + written.err + caplog.text
    assert MARKER not in answer.text + written.out + written.err + caplog.text


def test_an_unexpected_error_is_a_page_for_staff(trying: TestClient) -> None:
    answer = trying.get("/admin/break")

    assert answer.status_code == 500
    assert Page(answer.text).one("h1").text == "Sorry, something went wrong"


def test_an_error_in_the_middle_of_an_answer_reaches_no_log(
    trying: TestClient, capfd: pytest.CaptureFixture[str], held: Resources
) -> None:
    answer = trying.get("/api/half")

    written = capfd.readouterr()
    assert answer.content == b"one"
    assert MARKER not in written.out + written.err
