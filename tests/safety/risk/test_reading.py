"""One spelling for what is typed in many, sentence by sentence."""

import pytest

from safety.risk.reading import sentences


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I can't breath", "i cant breathe"),
        ("hes od'ing", "he is overdosing"),
        ("im 14yo", "i am 14 years old"),
        ("he will not wake", "he wont wake"),
        ("mum's gone", "mum is gone"),
        ("mum's boyfriend", "mums boyfriend"),
        ("I'll do it", "i will do it"),
        ("on the 7.15", "on the 7.15"),
    ],
)
def test_many_spellings_are_read_as_one(typed: str, read: str) -> None:
    assert sentences(typed) == (read,)


def test_a_message_is_cut_at_full_stops_and_marks() -> None:
    assert sentences("Help me. He is here! Why?") == ("help me", "he is here", "why")


def test_nothing_has_no_sentences() -> None:
    assert sentences(" . ! ") == ()
