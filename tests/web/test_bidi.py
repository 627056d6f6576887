import pytest
from markupsafe import Markup

from web.bidi import numbers_in_order


@pytest.mark.parametrize("number", ["116 123", "08 08 16 89 111", "+44 1632 960 001", "18001 101"])
def test_a_number_of_several_groups_stays_in_one_piece(number: str) -> None:
    said = numbers_in_order(f"Ring {number}. It is free.")

    assert said == f'Ring <bdi dir="ltr">{number}</bdi>. It is free.'


@pytest.mark.parametrize("text", ["Ring 999.", "open until 5pm", "no number", "7, 8 and 9"])
def test_other_text_is_as_it_was(text: str) -> None:
    assert numbers_in_order(text) == text


def test_every_number_of_a_text_is_found() -> None:
    assert numbers_in_order("0800 11 11 or 116 123").count("<bdi") == 2


def test_text_is_never_markup() -> None:
    said = numbers_in_order("<b>12 34</b> & '5 6'")

    assert "<b>" not in said
    assert "&#39;" in said
    assert '<bdi dir="ltr">12 34</bdi>' in said
    assert isinstance(said, Markup)
