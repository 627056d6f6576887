"""Numbers that lead to a person go; ages, sums, times, counts and helplines stay."""

import pytest

from safety.details.numbers import cut_numbers


@pytest.mark.parametrize(
    "number",
    [
        "07700 900123",
        "447700900123",
        "7700900123",
        "07700-900-123",
        "07700/900/123",
        "07700.900.123",
        "07700, 900123",
        "0 7 7 0 0 9 0 0 1 2 3",
        "+44 (0) 7700 900123",
        "00447700900123",
        "+33 1 42 68 53 00",
        "(01632) 960 001",
        "QQ123456C",
        "qq 12 34 56 c",
        "4111 1111 1111 1111",
        "6304-0000-0000-0000-000",
        "3700 000000 00002",
        "4111111111111111",
        "12345678",
        "943 476 5919",
        "AB65 XYZ",
    ],
)
def test_a_number_of_a_person_goes_whole(number: str) -> None:
    assert cut_numbers(f"it is {number}, ok") == "it is …, ok"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("im 14 07700 900123 ok", "im 14 … ok"),
        ("sort code 12-34-56", "sort code …"),
        ("account number: 123456", "account number: …"),
        ("NHS 943 476 5919", "NHS …"),
    ],
)
def test_what_stands_beside_a_number_stays(typed: str, kept: str) -> None:
    assert cut_numbers(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "999, 101, 111, 116 123, 0800 1111 and 08001111",
        "text 85258 or 61016",
        "i owe £2000 and he wants £3,500 by 9.30",
        "on 12/03/2024 2 men came",
        "im 14, my brother is 12 and she is 9",
        "he took 20 pills of 10mg",
        "from 22:00 to 06:00",
        "my number is 12 of 50",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert cut_numbers(text) == text
