"""Tests of telephone numbers: what is refused, how they are grouped and dialled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.phones import (
    TEXT_CODES,
    VOICE_CODES,
    CostlyNumber,
    ForeignNumber,
    NotANumber,
    PhoneError,
    checked_number,
    dial_digits,
)
from directory.starter.loading import starter_services
from directory.terms import NUMBERED, ContactChannel


PHONE, SMS, TEXTPHONE = ContactChannel.PHONE, ContactChannel.SMS, ContactChannel.TEXTPHONE


@pytest.mark.parametrize(
    "published", ["08 08 16 89 111", "0300 003 3601", "01952 385385", "116 123", "0800 1111"]
)
def test_the_groups_that_a_manager_gives_are_kept(published: str) -> None:
    assert checked_number(published, PHONE) == published


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("01952385385", "01952 385385"),
        ("08081689111", "0808 168 9111"),
        ("02073242989", "020 7324 2989"),
        ("+441952385385", "01952 385385"),
        ("+44 (0)1952 385385", "01952 385385"),
        ("  01952-385385 ", "01952 385385"),
        ("999", "999"),
        ("116123", "116 123"),
        ("1 1 6 1 2 3", "116 123"),
        ("(01952) 385385", "(01952) 385385"),
        ("(0)1952 385385", "01952 385385"),
        ("+44 1952 385385", "01952 385385"),
        ("0044 1952 385385", "01952 385385"),
    ],
)
def test_a_run_of_digits_is_grouped_as_people_say_it(typed: str, shown: str) -> None:
    assert checked_number(typed, PHONE) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1800101952385385", "18001 01952 385385"),
        ("18001 01952 385 385", "18001 01952 385 385"),
        ("18001101", "18001 101"),
        ("18000", "18000"),
        ("01952385385", "01952 385385"),
    ],
)
def test_a_textphone_rings_the_relay_and_a_whole_number(typed: str, shown: str) -> None:
    assert checked_number(typed, TEXTPHONE) == shown


@pytest.mark.parametrize("code", ["999", "116 000", "61016", "82111", "85258", "88247"])
def test_a_known_code_can_be_texted(code: str) -> None:
    assert checked_number(" ".join(code.replace(" ", "")), SMS) == code


@pytest.mark.parametrize(
    ("number", "channel"),
    [
        ("85258", PHONE),
        ("85258", TEXTPHONE),
        ("79999", PHONE),
        ("79999", SMS),
        ("8 8 8 8 8", PHONE),
        ("8 8 8 8 8", SMS),
        ("111", SMS),
        ("116 123", SMS),
        ("18000", PHONE),
        ("18001 101", PHONE),
        ("18001", TEXTPHONE),
        ("18001 1952 385385", TEXTPHONE),
        ("18001 18001 101", TEXTPHONE),
    ],
)
def test_a_short_number_belongs_to_its_channel_only(number: str, channel: ContactChannel) -> None:
    with pytest.raises(NotANumber):
        checked_number(number, channel)


@pytest.mark.parametrize("number", ["116999", "116 006", "116 117", "123", "100"])
def test_a_short_number_that_nobody_answers_is_refused(number: str) -> None:
    with pytest.raises(NotANumber):
        checked_number(number, PHONE)


@pytest.mark.parametrize("number", ["1952 381925", "441952 381925", "44 1952 381925", "7700 900123"])
def test_a_number_without_its_first_0_cannot_be_dialled(number: str) -> None:
    with pytest.raises(NotANumber, match="begins with 0"):
        checked_number(number, PHONE)


@pytest.mark.parametrize(
    "number",
    [
        ")(01952 ((((381925)))",
        "(01952 381925",
        "01952) 381925",
        "((01952)) 381925",
        "() 01952 381925",
        "(01952) (381925)",
        "01952 381925 " + "(" * 40,
        "01952 381925" + " (0)" * 6,
        "0 1+952 381925",
    ],
)
def test_brackets_and_signs_stand_as_in_a_number_or_it_is_refused(number: str) -> None:
    with pytest.raises(NotANumber):
        checked_number(number, PHONE)


@settings(deadline=None)  # the first example loads what the others need
@given(st.text("0123456789+() -", max_size=60), st.sampled_from(sorted(NUMBERED)))
def test_whatever_passes_fits_a_card_and_can_be_dialled(text: str, channel: ContactChannel) -> None:
    try:
        number = checked_number(text, channel)
    except PhoneError:
        return
    known = {"18000", "999", "112"} | {code.replace(" ", "") for code in (*VOICE_CODES, *TEXT_CODES)}
    dialled = dial_digits(number).removeprefix("18001")

    assert len(number) <= 32
    assert dialled in known or dialled.startswith("0")
    assert checked_number(number, channel) == number


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("08 08 16 89 111", "08081689111"),
        ("116 123", "116123"),
        ("18001 101", "18001101"),
        ("+44 1952 385385", "01952385385"),
        ("+44 (0)1952 385385", "01952385385"),
    ],
)
def test_a_link_dials_the_digits_as_inside_the_country(number: str, dialled: str) -> None:
    assert dial_digits(number) == dialled


@pytest.mark.parametrize("number", ["", "abc", "12", "0800 111", "01952 38538", "1" * 40, "0١952 385385"])
def test_what_cannot_be_rung_is_refused(number: str) -> None:
    with pytest.raises(NotANumber):
        checked_number(number, PHONE)


@pytest.mark.parametrize("number", ["+1 212 555 0100", "+33 1 23 45 67 89", "0033 1 23 45 67 89"])
def test_a_foreign_number_is_refused(number: str) -> None:
    with pytest.raises(ForeignNumber):
        checked_number(number, PHONE)


@pytest.mark.parametrize(
    "number", ["0906 123 4567", "0870 123 4567", "0844 123 4567", "070 1234 5678", "118 118", "118500"]
)
def test_a_number_that_costs_more_is_refused(number: str) -> None:
    with pytest.raises(CostlyNumber):
        checked_number(number, PHONE)


def test_an_error_does_not_repeat_the_number() -> None:
    with pytest.raises(PhoneError) as caught:
        checked_number("0906 123 4567", PHONE)
    assert "0906" not in str(caught.value)


def test_every_number_of_the_starter_directory_passes_and_keeps_its_groups() -> None:
    numbers = [
        (contact["value"], ContactChannel(contact["channel"]))
        for entry in starter_services()
        for contact in entry.get("contacts", [])
        if contact["channel"] in NUMBERED
    ]
    assert [checked_number(*each) for each in numbers] == [value for value, _ in numbers]
