"""The day a question is about, from a Friday."""

from datetime import date

import pytest

from actions.days import hear_day, name_of
from vocabulary.words import words


FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("is it open on sunday", 29),
        ("are they there sat morning", 28),
        ("open fridays?", 27),
        ("what about weds", 2),
        ("tomoz?", 28),
        ("can i ring tonight", 27),
        ("open at the weekend", 28),
        ("Monday", 30),
    ],
)
def test_the_next_day_of_that_name(text: str, day: int) -> None:
    heard = hear_day(text, today=FRIDAY)

    assert heard is not None
    assert heard.day == day
    assert 0 <= (heard - FRIDAY).days < 7


@pytest.mark.parametrize(
    "text", ["is it open", "what are the hours", "sunny", "satnav", "the second one", "friend"]
)
def test_no_day_is_no_day(text: str) -> None:
    assert hear_day(text, today=FRIDAY) is None


def test_each_day_has_its_word() -> None:
    assert words(name_of(FRIDAY)) == "Friday"
