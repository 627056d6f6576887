"""What the encoder is given to read."""

import pytest

from bot.components.readable import readable


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("it’s ｍｅ", "it's me"),
        ("zero\u200bwidth", "zerowidth"),
        ("see https://evil.example/x?y=1 now", "see a link now"),
        ("www.some-page.co.uk/evil", "a link"),
        ("<b>my neighbour</b> sells", " my neighbour  sells"),
        ("i <3 him, 2 < 3", "i <3 him, 2 < 3"),
    ],
)
def test_invisible_letters_addresses_and_tags_are_not_words(typed: str, read: str) -> None:
    assert readable(typed) == read
