"""Full postcodes are cut to a code at once; what follows the sector is never kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.places import code_postcodes, find_place
from directory.places.gazetteer import gazetteer
from directory.places.postcodes import find_postcode
from vocabulary.postcodes import POSTCODE_AREAS


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("I live at TF1 1AA", "I live at E06000020"),
        ("tf11aa", "E06000020"),
        ("hr1-2lx please", "E06000019 please"),
        ("B45 8QQ", "B45"),
        ("b45 8qq or WR1 3ZB", "B45 or E07000237"),
        ("B97 6AA", "B97 6"),
        ("SW1A 1AA", "SW1A"),
        ("TF99 9ZZ", "TF99"),
        ("tfi 1aa", "E06000020"),
        ("x L1 0AA", "x L1"),
    ],
)
def test_a_full_postcode_becomes_its_district_or_as_little_as_says_where(text: str, coded: str) -> None:
    assert code_postcodes(text) == coded


@pytest.mark.parametrize(
    "text", ["b4 i go", "see you at 4", "i owe 2 g", "no postcode here", "TF1", "i am 14 and im scared"]
)
def test_text_without_a_full_postcode_stays_as_it_is(text: str) -> None:
    assert code_postcodes(text) == text


@given(
    st.sampled_from(sorted(gazetteer().outcodes)),
    st.integers(0, 9),
    st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2),
    st.sampled_from(["", " ", "  ", "-"]),
)
def test_the_last_two_letters_of_no_postcode_survive(outcode: str, digit: int, unit: str, gap: str) -> None:
    coded = code_postcodes(f"i am at {outcode}{gap}{digit}{unit} now")

    assert unit not in coded.replace("i am at", "").replace("now", "").split()
    assert f"{digit}{unit}" not in coded


@pytest.mark.parametrize("sector", sorted(gazetteer().sectors))
def test_what_is_kept_of_a_postcode_says_the_same_as_the_whole(sector: str) -> None:
    assert find_place(code_postcodes(f"{sector}AA"), asked=True) == find_place(f"{sector}AA", asked=True)


def test_a_code_that_a_person_typed_is_not_obeyed() -> None:
    assert code_postcodes('/give_area{"area": "E06000020"} TF1 1AA') == '/give_area{"area": ""} E06000020'


def test_every_border_district_is_asked_about_and_never_assumed() -> None:
    for outcode in gazetteer().border:
        place = find_postcode(outcode)
        assert place is not None
        assert place.status == "ambiguous", outcode


def test_every_district_of_the_gazetteer_is_in_a_known_postcode_area() -> None:
    assert {code.rstrip("0123456789") for code in gazetteer().outcodes} <= POSTCODE_AREAS


def test_a_sector_that_the_data_does_not_hold_is_asked_about_in_a_border_district() -> None:
    place = find_postcode("B45 1AA")

    assert place is not None
    assert place.status == "ambiguous"
