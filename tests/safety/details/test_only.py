"""A message that only says who somebody is, or how to reach them, brings nothing more; any other does."""

import pytest

from directory.places import is_place_name
from safety.details.only import is_only_details
from safety.scrub import scrub


@pytest.mark.parametrize(
    "text",
    [
        "hes called Dave Smith 07700900123",
        "my name is Dave Smith",
        "im called kelly",
        "they call me Taz",
        "hi im kelly",
        "my number is 07700 900123, please ring me",
        "her names sarah jones she lives at 12 high street",
        "my email is dave@example.com",
    ],
)
def test_an_introduction_is_only_details(text: str) -> None:
    assert is_only_details(scrub(text, is_place=is_place_name))


@pytest.mark.parametrize(
    "text",
    [
        "my name is Jo and i want to die",
        "his name is mark and hes outside",
        "my name is Kelly, I'm in Telford",
        "i'm 15 my name is Kelly",
        "call me on 07700900123 they're coming",
        "dealers have taken over my flat",
        "my name",
        "",
        "14 Mill Lane",  # an answer to where somebody lives
        "ring the police 07700900123",
        "he is in … …",
    ],
)
def test_what_says_more_is_not(text: str) -> None:
    assert not is_only_details(scrub(text, is_place=is_place_name))
