"""Where a home stands is heard in the first message too, also when it lies outside."""

import pytest

from actions.answers import OUTSIDE, Answers
from actions.placing import hear_area
from tests.actions.test_hearing import a_message
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.people import Person


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("dealers are using my flat in Birmingham", "needs"),
        ("they sell drugs from our street in Wolverhampton", "needs"),
        ("we've moved to Wolverhampton", None),
        ("we have now moved to Cardiff", "age"),
    ],
)
def test_a_home_outside_is_heard_without_being_asked_for(text: str, asked: str | None) -> None:
    assert hear_area(a_message(text), asked, Answers())["area"] == OUTSIDE


def test_a_change_of_area_may_name_just_the_town() -> None:
    message = a_message("change it to Wolverhampton", intent=Label.CHANGE_AREA)

    assert hear_area(message, None, Answers())["area"] == OUTSIDE


@pytest.mark.parametrize(
    "text", ["I was robbed in Birmingham", "I used to live in Birmingham", "I don't live in Cardiff"]
)
def test_where_something_happened_is_no_home(text: str) -> None:
    assert hear_area(a_message(text), None, Answers()) == {}


def test_going_back_to_a_town_is_living_there() -> None:
    assert hear_area(a_message("take me back to Shrewsbury"), None, Answers())["area"] == District.SHROPSHIRE


@pytest.mark.parametrize(
    ("text", "answers", "area"),
    [
        ("my ex keeps threatening me, she lives in Hereford", Answers(), None),
        ("he's from Birmingham and he is threatening me", Answers(), None),
        ("my dad lives in Worcester", Answers(person=Person.SELF), None),
        (
            "she lives in Hereford but they threaten me, i live in Telford",
            Answers(),
            District.TELFORD_AND_WREKIN,
        ),
        ("they live in my flat in Telford with me", Answers(), District.TELFORD_AND_WREKIN),
        ("she lives in Hereford", Answers(person=Person.OTHER), District.HEREFORDSHIRE),
        ("its for my sister, she lives in Hereford", Answers(), District.HEREFORDSHIRE),
        ("my neighbour is 81 and he lives in Ludlow", Answers(), District.SHROPSHIRE),
        ("he lives in Ludlow", Answers(needs=(Need.MISSING,)), District.SHROPSHIRE),
    ],
)
def test_where_somebody_else_lives_counts_only_where_the_help_is_for_them(
    text: str, answers: Answers, area: District | None
) -> None:
    assert hear_area(a_message(text), None, answers).get("area") == area
