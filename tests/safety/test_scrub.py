"""Personal details go; the sense, the danger, ages, places, short numbers and postcodes stay."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from directory.places import code_postcodes, is_place_name
from directory.places.gazetteer import gazetteer
from safety import scrub as scrubbing
from safety.risk import screen
from tests.safety.messages import everything
from vocabulary.postcodes import POSTCODE_AREAS
from web.chat.typed import read


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
        ("my name is: Zebedee, dob 03031999, TF1 1AA", "my name is: …, dob …, TF1 1AA"),
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


@settings(deadline=None)  # the first example loads what the others need
@given(some.text(max_size=200))
def test_scrubbing_twice_changes_nothing_and_nothing_grows(text: str) -> None:
    once = scrub(text)

    assert scrub(once) == once
    assert len(once) <= len(text)


@settings(deadline=None)  # the first example loads what the others need
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


AROUND = some.sampled_from(
    ["", " ", "ring ", "me: ", "(", ") ", "'", '"', ", ", "🙂", "x ", ". ", "…", "im 14 ", "/"]
)
GAPS = ["", " ", "-", "–", ".", "/", " / ", ", ", "_", "\u00a0", "\u200d", "\u200b", " - ", "(", ") "]
NATIONAL = some.from_regex(r"(?:7[1-9]|1[2-9]|2[0-9]|3[03]|8[07])[0-9]{8}", fullmatch=True)


@some.composite
def numbers(draw: some.DrawFn) -> tuple[str, str]:
    """The digits of a telephone number of the United Kingdom, and a way of writing them."""
    national = draw(NATIONAL)
    prefix = draw(some.sampled_from(["0", "", "+44", "44", "0044", "+44 (0)", "(+44)"]))
    gaps = draw(some.lists(some.sampled_from(GAPS), min_size=9, max_size=9) | some.just([""] * 9))
    if prefix == "":  # without its 0 a number is told from others by its length, and a comma parts it
        gaps = [gap for gap in gaps if "," not in gap] + [""] * 9
    spread = "".join(digit + gap for digit, gap in zip(national, [*gaps[:9], ""], strict=True))
    written = prefix + spread
    return national, draw(some.sampled_from([written, written.translate(WIDE), written.translate(ARABIC)]))


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@settings(deadline=None)  # the first example loads what the others need
@given(numbers(), AROUND, AROUND)
def test_no_telephone_number_is_left_whole(number: tuple[str, str], before: str, after: str) -> None:
    digits, written = number

    left = scrub(read(before + written + after).text)

    assert digits not in re.sub(r"[^0-9]", "", left)


@settings(deadline=None)  # the first example loads what the others need
@given(some.emails(), AROUND, AROUND, some.sampled_from(["@", "＠", "\u200d@", "@\u200b"]))
def test_no_e_mail_address_is_left_whole(email: str, before: str, after: str, sign: str) -> None:
    left = scrub(read(before + email.replace("@", sign) + after).text)

    assert email.rsplit("@", 1)[1] not in left


@settings(deadline=None)  # the first example loads what the others need
@given(some.emails(), AROUND, AROUND, some.sampled_from([" @ ", "(at)", " [at] ", "@ ", " ( at ) "]))
def test_no_e_mail_address_is_left_whole_however_its_sign_is_written(
    email: str, before: str, after: str, sign: str
) -> None:
    local = email.rsplit("@", 1)[0]

    left = scrub(read(f"{before}{local}{sign}example.co.uk{after}").text)

    assert "example.co.uk" not in left


UNITS = some.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2)
DISTRICTS = some.from_regex(r"[1-9][0-9]?", fullmatch=True)
OUTWARDS = some.builds(str.__add__, some.sampled_from(sorted(POSTCODE_AREAS)), DISTRICTS) | some.builds(
    str.__add__, some.sampled_from("E1 N1 W1 EC1 EC4 NW1 SE1 SW1 WC2".split()), some.sampled_from("AHNPWXY")
)
SHAPES = [
    "{}{}",
    "{} {}",
    "{}  {}",
    "{}-{}",
    "{}.{}",
    "{} - {}",
    "{}/{}",
    "{},{}",
    "{}_{}",
    "{}\u200d {}",
    "{}\u00a0{}",
]


@some.composite
def postcodes(draw: some.DrawFn) -> tuple[str, str]:
    """A full postcode of the United Kingdom without its space, and a way of writing it."""
    outward, inward = draw(OUTWARDS), f"{draw(some.integers(0, 9))}{draw(UNITS)}"
    spelt = [gap.join(outward + inward) for gap in (" ", ".", "-", ", ", "\u200d", "\u200b")]
    written = draw(some.sampled_from([*(shape.format(outward, inward) for shape in SHAPES), *spelt]))
    return outward + inward, draw(some.sampled_from([written, written.lower()]))


@settings(deadline=None)  # the first example loads what the others need
@given(postcodes(), AROUND, AROUND)
def test_no_full_postcode_is_left_whole(postcode: tuple[str, str], before: str, after: str) -> None:
    compact, written = postcode

    left = code_postcodes(scrub(read(f"{before} {written} {after}").text))

    assert compact not in re.sub(r"[^A-Z0-9]", "", left.upper())
    assert compact[-2:] not in left.upper().split()
