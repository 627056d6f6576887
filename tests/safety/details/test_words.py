"""Ordinary words are known in every form; names are not among them."""

import pytest

from safety.details.words import is_listed, is_ordinary


@pytest.mark.parametrize(
    "word",
    "hostage cuckoo Blackmail KETAMINE polish scared terrifed ex-army can't he'd they'd zopiclone".split(),
)
def test_words_of_the_language_and_of_this_service_are_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize(
    "word",
    "zebedee quixotl mark rose will jack jade frank kieran Sam's Ned ahmed mohammed jean-paul".split(),
)
def test_names_are_not_ordinary(word: str) -> None:
    assert not is_ordinary(word)


def test_a_slip_is_ordinary_by_its_ending_but_not_in_the_list() -> None:
    assert not is_listed("terrifed")
