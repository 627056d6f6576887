"""Whether a phrase stands whole in a text."""

import pytest

from safety.phrase import plain_phrase, stands_in


@pytest.mark.parametrize(
    "text",
    [
        "he's on county line graft again",
        "COUNTY-LINE   graft!",
        "county line grаft",
        "\u200bcounty line graft.",
    ],
)
def test_a_phrase_is_found_however_it_is_typed(text: str) -> None:
    assert stands_in(plain_phrase("County line graft"), plain_phrase(text))


@pytest.mark.parametrize("text", ["", "county line grafting", "my county line is graft", "a county line"])
def test_a_part_of_a_word_or_of_the_phrase_is_not_it(text: str) -> None:
    assert not stands_in(plain_phrase("county line graft"), plain_phrase(text))


def test_an_empty_phrase_stands_nowhere() -> None:
    assert not stands_in(plain_phrase("?! …"), plain_phrase("anything"))
