"""Tests of the enquiry: when a child is concerned."""

import pytest

from tests.directory.factories import an_enquiry
from vocabulary.needs import Need
from vocabulary.people import AgeBand


@pytest.mark.parametrize(
    ("need", "age", "concerned"),
    [
        (Need.HOUSING, AgeBand.UNDER_18, True),
        (Need.HOUSING, None, False),
        (Need.HOUSING, AgeBand.FROM_18_TO_25, False),
        (Need.CRIMINAL_EXPLOITATION_CHILD, None, True),
        (Need.WORRIED_ABOUT_YOUNG_PERSON, None, True),
    ],
)
def test_a_child_is_concerned_by_age_or_by_the_need(need: Need, age: AgeBand | None, concerned: bool) -> None:
    assert an_enquiry(need, age=age).child_concerned is concerned


def test_a_second_need_about_a_child_counts_too() -> None:
    assert an_enquiry(Need.DRUG_DEBT, Need.WORRIED_ABOUT_YOUNG_PERSON).child_concerned
