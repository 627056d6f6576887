"""A postcode that is oddly spaced is put right; a sentence with its letters and digits is none."""

import pytest

from safety.details.postcodes import space_postcodes


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("T F 1 1 A A", "TF1 1AA"),
        ("t f 1 2 3 a a", "tf12 3aa"),
        ("at T.F.1.1.A.A ok", "at TF1 1AA ok"),
        ("S W 1 A 1 A A", "SW1A 1AA"),
        ("a b 1 1 a a", "ab1 1aa"),
        ("x B 1 1 A A", "x B1 1AA"),
        ("at T F1 1A A ok", "at TF1 1AA ok"),
        ("TF1/1AA", "TF1 1AA"),
        ("ec 1a 1bb", "ec1a 1bb"),
        ("IM1 1AA", "IM1"),
    ],
)
def test_a_postcode_is_put_in_its_usual_shape(typed: str, usual: str) -> None:
    assert space_postcodes(typed) == usual


@pytest.mark.parametrize(
    "text",
    [
        "he's 15, he went",
        "im 15, he says",
        "I'm 14. At the station",
        "my lad's 19, he's gone",
        "IM 15 HE HIT ME",
        "im14 5th of may",
        "I M 1 4 M E",
        "b4 i go",
        "TF1 1AA",
        "tf11aa",
        "B45",
    ],
)
def test_an_age_in_a_sentence_is_no_postcode(text: str) -> None:
    assert space_postcodes(text) == text
