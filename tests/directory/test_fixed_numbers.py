"""Numbers that nobody may replace."""

import pytest

from directory.fixed_numbers import is_fixed


@pytest.mark.parametrize("number", ["999", "112", "101", "111", "18000", "18001 101", "18001 111"])
def test_the_numbers_of_the_law_are_fixed(number: str) -> None:
    assert is_fixed(number)


@pytest.mark.parametrize(
    "number", ["01952 385385", "0808 168 9111", "116 123", "85258", "18001 01952 385385", "0101", ""]
)
def test_any_other_number_may_change(number: str) -> None:
    assert not is_fixed(number)
