"""A date of birth goes however it is written; an age, a year and other dates stay."""

import pytest

from safety.details.births import cut_births


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("dob 03031999", "dob …"),
        ("dob: 030399", "dob: …"),
        ("D.O.B. is 3/3/1999", "D.O.B. is …"),
        ("born 12 march 2012", "born …"),
        ("born on the 12th of March, 2012", "born on the …"),
        ("date of birth - March 12 2012", "date of birth - …"),
        ("my birthday is 2012-03-12 ok", "my birthday is … ok"),
        ("she is 12/03/2009", "she is …"),
    ],
)
def test_a_date_of_birth_goes(typed: str, kept: str) -> None:
    assert cut_births(typed) == kept


@pytest.mark.parametrize(
    "text", ["born in 2012", "im 14", "they came on 12 march", "on 12/03/2024", "i was born in Telford"]
)
def test_an_age_a_year_and_another_date_stay(text: str) -> None:
    assert cut_births(text) == text
