"""Tests of telephone numbers: what is refused, how they are grouped and dialled."""

import pytest

from directory.phones import (
    CostlyNumber,
    ForeignNumber,
    NotANumber,
    PhoneError,
    checked_number,
    dial_digits,
)
from directory.starter.loading import starter_services
from directory.terms import NUMBERED


@pytest.mark.parametrize(
    "published", ["08 08 16 89 111", "0300 003 3601", "01952 385385", "116 123", "0800 1111"]
)
def test_the_groups_that_a_manager_gives_are_kept(published: str) -> None:
    assert checked_number(published) == published


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("01952385385", "01952 385385"),
        ("08081689111", "0808 168 9111"),
        ("02073242989", "020 7324 2989"),
        ("+441952385385", "01952 385385"),
        ("+44 (0)1952 385385", "01952 385385"),
        ("  01952-385385 ", "01952 385385"),
        ("1800101952385385", "18001 01952 385385"),
        ("999", "999"),
        ("85258", "85258"),
    ],
)
def test_a_run_of_digits_is_grouped_as_people_say_it(typed: str, shown: str) -> None:
    assert checked_number(typed) == shown


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
        checked_number(number)


@pytest.mark.parametrize("number", ["+1 212 555 0100", "+33 1 23 45 67 89", "0033 1 23 45 67 89"])
def test_a_foreign_number_is_refused(number: str) -> None:
    with pytest.raises(ForeignNumber):
        checked_number(number)


@pytest.mark.parametrize("number", ["0906 123 4567", "0870 123 4567", "070 1234 5678"])
def test_a_number_that_costs_more_is_refused(number: str) -> None:
    with pytest.raises(CostlyNumber):
        checked_number(number)


def test_an_error_does_not_repeat_the_number() -> None:
    with pytest.raises(PhoneError) as caught:
        checked_number("0906 123 4567")
    assert "0906" not in str(caught.value)


def test_every_number_of_the_starter_directory_passes_and_keeps_its_groups() -> None:
    numbers = [
        contact["value"]
        for entry in starter_services()
        for contact in entry.get("contacts", [])
        if contact["channel"] in NUMBERED
    ]
    assert [checked_number(number) for number in numbers] == numbers
