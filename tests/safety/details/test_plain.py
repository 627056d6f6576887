"""A message is read in the characters it was meant in; what holds emoji and scripts together stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from safety.details.plain import drop_stray_joiners, plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("０７７００", "07700"),
        ("٠٧٧٠٠", "07700"),
        ("07700–900−123", "07700-900-123"),
        ("07700\u200d900\u200b123\u00ad", "07700900123"),
        ("ｓａｍ＠ｅｘａｍｐｌｅ．ｃｏｍ", "sam@example.com"),
        ("TF1\u00a01AA", "TF1 1AA"),
    ],
)
def test_digits_dashes_and_letters_are_those_of_a_keyboard(typed: str, meant: str) -> None:
    assert plain(typed) == meant


@pytest.mark.parametrize("text", ["👩‍👧", "👁️‍🗨️", "🧑🏽‍🤝‍🧑🏻", "می‌خواهم", "क्‍ष", "pomóżcie", "…", "½ gram"])
def test_emoji_and_the_scripts_of_the_world_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    "text", ["07700\u200d900123", "TF1\u200d 1AA", "Zebe\u200cdee", "\u200dSam", "Sam\u200d"]
)
def test_a_joiner_that_joins_nothing_is_dropped(text: str) -> None:
    assert drop_stray_joiners(text) == text.replace("\u200d", "").replace("\u200c", "")


@settings(deadline=None)  # the first example loads what the others need
@given(some.text(max_size=100))
def test_what_is_plain_stays_so_and_never_grows(text: str) -> None:
    once = plain(text)

    assert plain(once) == once
    assert len(once) <= len(text)
