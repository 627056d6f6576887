"""Which tries are one turn."""

from typing import Any

import pytest

from web.chat.schema import MessageRequest
from web.chat.tries import with_own_id


SECRET = b"s" * 32
FIRST = {"conversation": "c", "id": "turn", "text": "MARKER-TEXT"}


def own_id(secret: bytes = SECRET, **asked: Any) -> str | None:
    return with_own_id(MessageRequest(**asked), secret=secret).id


def test_the_same_words_under_the_same_id_are_one_turn() -> None:
    assert own_id(**FIRST) == own_id(**FIRST)


@pytest.mark.parametrize(
    "other",
    [
        {"text": "something else"},
        {"text": ""},
        {"text": None},
        {"text": None, "choice": "MARKER-TEXT"},
        {"id": "another"},
        {"id": "turn\x0011:MARKER-TEXT", "text": ""},
        {"text": "\ud800"},
    ],
)
def test_anything_else_is_another_turn(other: dict[str, Any]) -> None:
    assert own_id(**{**FIRST, **other}) != own_id(**FIRST)


def test_the_id_can_only_be_made_with_the_secret_and_holds_no_words() -> None:
    made = own_id(**FIRST)

    assert made is not None
    assert made != own_id(b"t" * 32, **FIRST)
    assert "MARKER" not in made


def test_a_request_without_an_id_stays_without() -> None:
    assert own_id(text="hello") is None


def test_what_is_said_is_left_as_it_is() -> None:
    request = MessageRequest(**FIRST)

    assert with_own_id(request, secret=SECRET).model_copy(update={"id": "turn"}) == request
