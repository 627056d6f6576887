"""A name that is introduced goes whole; places, words of danger and whatever follows stay."""

import pytest

from safety.details.names import cut_names


PLACES = {"telford", "bewdley", "hereford", "church stretton", "ross", "ross on wye"}


def cut(text: str) -> str:
    """The message without names, where six places are known."""
    return cut_names(text, is_place=lambda words: words.lower() in PLACES)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("my name is: Zebedee", "my name is: …"),
        ("my name is, Zebedee", "my name is, …"),
        ("my name is - Zebedee", "my name is - …"),
        ("my surname is Quixotl", "my surname is …"),
        ("name is zebedee", "name is …"),
        ("Name: Zebedee Quixotl", "Name: …"),
        ("my name zebedee", "my name …"),
        ("my name is 李雷", "my name is …"),
        ("my name is zebedee quixotl", "my name is …"),
        ("my name is zebedee quixotl and they took my flat", "my name is … and they took my flat"),
        ("MY NAME IS ZEBEDEE QUIXOTL AND IM 14", "MY NAME IS … AND IM 14"),
        ("My name is Sam Oduya-Price", "My name is …"),
        ("my name is sam smith", "my name is …"),
        ("my name is Telford", "my name is …"),
        ("my name is my name is Sam", "my name is my name is …"),
        ("i am called mark", "i am called …"),
        ("she is called Ghost", "she is called …"),
        ("It's Zebedee here", "It's … here"),
        ("hi its sam", "hi its …"),
        ("this is Ross", "this is …"),
        ("I'm Zebedee from Telford", "I'm … from Telford"),
        ("im lucy and im 14", "im … and im 14"),
    ],
)
def test_a_name_goes_whole(typed: str, kept: str) -> None:
    assert cut(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "this is Telford",
        "it's Telford",
        "im bewdley and i need help",
        "I'm Hereford and scared",
        "I'm Church Stretton and scared",
        "this is Ross on Wye",
        "the village name is Bewdley",
        "this is Blackmail",
        "im hostage and",
        "im cuckoo and scared",
        "I'm Polish and scared",
        "THIS IS URGANT",
        "my name is on the lease",
        "my name is registered there",
        "she's called Childline",
        "call me back on 101",
        "they call me stupid",
    ],
)
def test_a_place_and_what_happens_stay(text: str) -> None:
    assert cut(text) == text
