"""A house and its street go; an age, a count, a sum and what happens there stay."""

import pytest

from safety.details.addresses import cut_addresses


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("I live at 14 Example Street, Telford", "I live at …, Telford"),
        ("14 example street", "…"),
        ("its 14 oak road", "its …"),
        ("my address is 14 example street", "my address is …"),
        ("he's at 3 park road telford", "he's at … telford"),
        ("hes at 22a Chapel Lane", "hes at …"),
        ("10 downing street", "…"),
        ("14 St Johns Road", "…"),
        ("14-16 high street", "…"),
        ("at 12 willow court please", "at … please"),
        ("14 Green Park", "…"),
        ("flat 3, 22 Old Oak Close", "…"),
        ("MY ADDRESS IS 14 OAK ROAD", "MY ADDRESS IS …"),
        ("i live at 14", "i live at …"),
    ],
)
def test_a_house_goes_with_its_street(typed: str, kept: str) -> None:
    assert cut_addresses(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "my son is 14 hanging round park with dealers",
        "My Son Is 14 Hanging Round Park With Dealers",
        "he is 12 living near school house",
        "there are 3 big blokes outside house",
        "I took 40 zopiclone way too many",
        "40 zopiclone way too many",
        "she's 15 dealing down meadow lane",
        "aged 14 high school park",
        "took 20 pills by the green",
        "3 lads down my road",
        "10 minutes drive",
        "I owe £14 high street dealer",
        "im at 14 weeks pregnant",
        "3 new house keys",
        "2 dealers close by",
    ],
)
def test_an_age_a_count_and_what_happens_stay(text: str) -> None:
    assert cut_addresses(text) == text
