"""The saved journeys: 200, all different, and of every kind."""

from collections import Counter
from datetime import time, timedelta

from directory.journeys import saved_journeys
from tests.directory.factories import TUESDAY_NOON
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand


def test_there_are_200_and_no_two_are_alike() -> None:
    assert len(set(saved_journeys())) == len(saved_journeys()) == 200


def test_every_need_is_asked_at_least_eight_times() -> None:
    counted = Counter(each.need for each in saved_journeys())

    assert set(counted) == set(Need)
    assert min(counted.values()) >= 8


def test_every_place_age_and_part_of_the_week_is_among_them() -> None:
    journeys = saved_journeys()

    assert {each.area for each in journeys} == {*District, None, "outside"}
    assert {each.age for each in journeys} == {*AgeBand, None}
    assert {each.weekday for each in journeys} == set(range(7))
    assert {each.time < time(8) for each in journeys} == {True, False}


def test_a_journey_is_asked_within_the_week_after_a_moment() -> None:
    for each in saved_journeys():
        at = each.enquiry(after=TUESDAY_NOON).at

        assert at.weekday() == each.weekday
        assert TUESDAY_NOON.date() <= at.date() < TUESDAY_NOON.date() + timedelta(days=7)
