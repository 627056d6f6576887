"""Tests of telling whether words hold a number or an address."""

import json
from pathlib import Path

import pytest

from directory.told_ways import tells_a_way


STARTER = Path(__file__).parents[2] / "directory" / "starter" / "services.json"


@pytest.mark.parametrize(
    "text",
    [
        "Ring 07700 900123 instead",
        "07700-900-123",
        "0 7 7 0 0 9 0 0 1 2 3",
        "(0113) 240.3040",
        "０７７００ ９００１２３",
        "0770\u200b0 900\u200b123",
        "+44 7700 900123",
        "Text HELP to 87070",
        "See bit.ly/abc",
        "https://example.org",
        "help@example.org",
    ],
)
def test_a_number_or_an_address_in_words_is_found(text: str) -> None:
    assert tells_a_way(text)


@pytest.mark.parametrize(
    "text",
    [None, "", "Open 24/7, for 11 to 18", "Since 2026-11-24", "A wait of 6 weeks, e.g. in 2026", "Ring 999"],
)
def test_other_words_are_not(text: str | None) -> None:
    assert not tells_a_way(text)


def test_few_of_our_own_words_would_wait() -> None:
    told = [each["description"] for each in json.loads(STARTER.read_text())]

    assert len([each for each in told if tells_a_way(each)]) <= 3
