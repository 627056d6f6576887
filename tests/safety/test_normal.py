"""Disguised danger words are read as what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from safety.normal import normalise


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("s u i c i d e", "suicide"),
        ("s.u.i.c.i.d.e", "suicide"),
        ("k i l l  m y s e l f", "kill myself"),
        ("k i l l m y s e l f", "kill myself"),
        ("su\u200bici\u200dde", "suicide"),
        ("\u202esuicide\u202c", "suicide"),
        ("suіcіdе", "suicide"),
        ("ｋｉｌｌ ｍｙｓｅｌｆ", "kill myself"),
        ("𝐤𝐢𝐥𝐥", "kill"),
        ("kńífé", "knife"),
        ("heeeeelp", "help"),
        ("can’t", "cant"),
        ("a\n\tb", "a b"),
        ("\x00kill\ud800", "kill"),
    ],
)
def test_a_disguise_is_folded_away(typed: str, read: str) -> None:
    assert normalise(typed) == read


@pytest.mark.parametrize("text", ["14yo", "b45 8aa", "7.15 tomorrow", "m5 3xx", "999", "116 000"])
def test_numbers_and_postcodes_stay(text: str) -> None:
    assert normalise(text) == text


@given(some.text(max_size=200))
def test_any_text_can_be_normalised(text: str) -> None:
    once = normalise(text)

    assert once == once.strip()
    assert "  " not in once
