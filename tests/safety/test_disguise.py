"""Starred, digit-filled, joined-up and misspelt danger words."""

import pytest

from safety.disguise import reveal


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("su*cide", "suicide"),
        ("k*ll", "kill"),
        ("kn1fe", "knife"),
        ("r@pe", "rape"),
        ("0verdose", "overdose"),
        ("killmyself", "kill myself"),
        ("wanttodie", "want to die"),
        ("suicde", "suicide"),
        ("unconcious", "unconscious"),
        ("breahting", "breathing"),
        ("bleding", "bleeding"),
    ],
)
def test_a_disguised_danger_word_is_written_out(typed: str, read: str) -> None:
    assert reveal(typed) == read


@pytest.mark.parametrize(
    "word", ["breeding", "overdone", "stranger", "changing", "f**k", "s**t", "hello", "b45"]
)
def test_other_words_stay_as_they_are(word: str) -> None:
    assert reveal(word) == word
