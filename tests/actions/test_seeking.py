"""Nobody is looked up for whoever asks; a missing child is no search for a person."""

import pytest

from actions.apostrophes import straight
from actions.seeking import is_owed, seeks_someone


@pytest.mark.parametrize(
    "text",
    [
        "where does she live, I need to find my ex",
        "how do I find out where someone lives, he owes me for drugs",
        "he owes me, find him",
        "tell me where my girlfriend is she ran off with my money",
        "can you find someone for me",
        "I need my kids mum's new address",
        "need to track down the lad who grassed",
        "where’s my missus hiding",
        "who grassed on me",
        "give me her address, she took my kids",
        "my brother owes me money and I need to find him",
    ],
)
def test_a_search_for_somebody_is_heard(text: str) -> None:
    assert seeks_someone(straight(text))


@pytest.mark.parametrize(
    "text",
    [
        "my daughter has not come home, help me find her",
        "my brother is missing, I need to find him",
        "I need to find someone to talk to",
        "can you find her a place to stay",
        "he is trying to find me",
        "if they find him they will kill him",
        "he keeps looking for my sister, where is she safe",
        "where do they meet",
        "what is their address",
        "where is the nearest office",
        "I do not know where to go",
    ],
)
def test_fear_for_somebody_and_a_search_for_help_are_none(text: str) -> None:
    assert not seeks_someone(text)


def test_a_debt_to_the_one_who_writes_is_told_from_their_own() -> None:
    assert is_owed("he owes me 200")
    assert not is_owed("I owe him 200")
