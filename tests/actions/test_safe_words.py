"""Doubt about being safe is never heard as safe."""

import pytest

from actions.apostrophes import straight
from actions.safe_words import is_unsafe_outright, says_safe


@pytest.mark.parametrize(
    "text",
    ["im safe", "yes im safe at mums", "i am 30 and safe", "no i'm ok", "yeah fine", "no danger, i'm safe"],
)
def test_a_plain_statement_is_safe(text: str) -> None:
    assert says_safe(straight(text), yes=False, no=text.startswith("no ")) is True


@pytest.mark.parametrize(
    "text", ["what? no shes not in danger", "nobody is in danger", "we're not in any danger"]
)
def test_a_denial_of_danger_is_safe(text: str) -> None:
    assert says_safe(straight(text), yes=False, no=True) is True


@pytest.mark.parametrize(
    "text",
    [
        "I don't think I'm safe",
        "I don’t think I’m safe",
        "we aren’t safe",
        "I cant say i am safe",
        "im never gonna be safe",
        "nobody here is safe",
        "i doubt im safe",
        "I wish I was safe",
        "far from safe",
        "I am scared I wont be safe",
        "will i be safe tonight",
        "unsafe",
        "not ok",
    ],
)
def test_doubt_is_not_safe_even_when_the_message_was_taken_for_a_yes(text: str) -> None:
    assert says_safe(straight(text), yes=True, no=False) is False


@pytest.mark.parametrize(
    "text", ["am i safe?", "actually I need a safe place to live", "need somewhere safe"]
)
def test_a_question_or_a_wish_answers_nothing(text: str) -> None:
    assert says_safe(straight(text), yes=False, no=False) is None


@pytest.mark.parametrize(
    ("yes", "no", "safe"), [(True, False, True), (False, True, False), (False, False, None)]
)
def test_without_such_words_the_message_is_what_it_was_understood_as(
    yes: bool, no: bool, safe: bool | None
) -> None:
    assert says_safe("mhm", yes=yes, no=no) is safe


def test_only_i_am_not_safe_is_heard_where_nobody_asked() -> None:
    assert all(is_unsafe_outright(text) for text in ("No, I am not safe", "im not safe now", "I'm not safe."))
    assert not any(is_unsafe_outright(text) for text in ("im not safe at home since May", "not safe", "no"))
