"""Tests of the list of lifelines."""

from directory.lifelines import ADULT_TEAMS, CHILDREN_TEAMS, EMERGENCY, LIFELINES, is_lifeline


def test_the_list_names_21_services_once_each() -> None:
    assert len(LIFELINES) == len(set(LIFELINES)) == 21


def test_all_eight_teams_are_lifelines() -> None:
    assert all(is_lifeline(slug) for slug in (*CHILDREN_TEAMS, *ADULT_TEAMS, EMERGENCY))
    assert not is_lifeline("cica")
