"""Personal details go; the sense, the danger, ages, places, short numbers and postcodes stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from directory.places import is_place_name
from directory.places.gazetteer import gazetteer
from safety import scrub as scrubbing
from safety.risk import screen
from tests.safety.messages import everything


PEOPLE_BEFORE_PLACES = {"ross", "clive", "clifford"}


def scrub(text: str) -> str:
    """The message as web.chat scrubs it."""
    return scrubbing.scrub(text, is_place=is_place_name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("my name is sam and they took my flat", "my name is … and they took my flat"),
        ("My name is Sam Oduya-Price", "My name is …"),
        ("im kez and im 14", "im … and im 14"),
        ("Hi, I'm Sam.", "Hi, I'm …."),
        ("he is called Big T", "he is called …"),
        ("write to a.b@example.org please", "write to … please"),
        ("ring 07700 900123 now", "ring … now"),
        ("ring +44 7700 900123", "ring …"),
        ("(01632) 960 001", "…"),
        ("I live at 14 Example Street, Telford TF3 4AA", "I live at …, Telford TF3 4AA"),
        ("flat 3, 22 Old Oak Close", "…"),
        ("born 12/03/2009", "born …"),
        ("dob 1 March 2009", "dob …"),
        ("his car is AB65 XYZ", "his car is …"),
        ("my snap is made_up9", "my snap is …"),
        ("@made.up told me", "… told me"),
    ],
)
def test_a_detail_is_taken_out_and_the_sense_stays(typed: str, kept: str) -> None:
    assert scrub(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "i'm scared and alone",
        "I'm dying",
        "im 14",
        "I'm Telford",
        "this is killing me",
        "I rang 999 and 101 and 111",
        "116 000 and 116 123",
        "press 55",
        "text 85258",
        "0800 1111",
        "they said be here at 9",
        "he took 20 pills",
        "3 lads down my road",
        "i owe £2000",
        "on the 7.15 tomorrow",
        "TF3 4AA",
        "this is Telford",
        "im bewdley and i need help",
        "I'm Hereford and scared",
        "my son is 14 hanging round park with dealers",
        "I took 40 zopiclone way too many",
    ],
)
def test_what_is_no_detail_is_left_alone(text: str) -> None:
    assert scrub(text) == text


@pytest.mark.parametrize("text", everything())
def test_danger_is_never_scrubbed_away(text: str) -> None:
    assert set(screen(scrub(text))) >= set(screen(text))


@pytest.mark.parametrize("text", everything()[::3])
def test_danger_survives_beside_a_name_and_a_number(text: str) -> None:
    beside = f"my name is Sam Price. {text}. ring me on 07700 900123"

    assert set(screen(scrub(beside))) >= set(screen(text))


@pytest.mark.parametrize("frame", ["I'm {} and scared", "this is {}", "hi its {}", "im {} and i need help"])
def test_no_place_of_the_gazetteer_is_taken_for_a_name(frame: str) -> None:
    named = [frame.format(name.title()) for name in gazetteer().names if name not in PEOPLE_BEFORE_PLACES]

    assert [scrub(text) for text in named] == named


@given(some.text(max_size=200))
def test_scrubbing_twice_changes_nothing_and_nothing_grows(text: str) -> None:
    once = scrub(text)

    assert scrub(once) == once
    assert len(once) <= len(text)


@given(
    some.lists(
        some.sampled_from(
            [
                "my name is ",
                "I'm ",
                "Sam ",
                "and ",
                "07700 900123 ",
                "14 Oak Road ",
                "@a_b1 ",
                "born 1/2/2009 ",
                "a@b.co ",
                "…",
                ", ",
                ". ",
                "call me ",
                "flat 2 ",
            ]
        ),
        max_size=12,
    )
)
def test_details_in_any_order_are_scrubbed_once_and_for_all(parts: list[str]) -> None:
    once = scrub("".join(parts))

    assert scrub(once) == once
    assert "07700" not in once
