"""Whoever asks for a number, for one on show or for somebody else is heard; whoever tells of one is not."""

import pytest

from actions.wanting import (
    asks_for_another,
    asks_for_the_police,
    asks_to_come_unreferred,
    asks_whom_to_ring,
    points_at_one,
    tells_of_a_wrong_number,
)


@pytest.mark.parametrize(
    "text",
    ["who do i call", "who should I ring first", "what number can i ring", "show me the services again"],
)
def test_a_wish_for_somebody_to_ring_is_heard(text: str) -> None:
    assert asks_whom_to_ring(text)


@pytest.mark.parametrize(
    "text", ["he keeps calling me", "I rang who I could", "they are at the door again", "they hit me again"]
)
def test_what_is_no_such_wish_is_not(text: str) -> None:
    assert not asks_whom_to_ring(text)


@pytest.mark.parametrize(
    "text", ["which police do i call", "what number is the police", "whats the police number"]
)
def test_the_police_are_asked_for(text: str) -> None:
    assert asks_for_the_police(text)


@pytest.mark.parametrize("text", ["the police number doesnt work", "he took the number off the police van"])
def test_the_police_are_only_spoken_of(text: str) -> None:
    assert not asks_for_the_police(text)


@pytest.mark.parametrize(
    "text",
    [
        "the third one",
        "that second one?",
        "which one is best",
        "what about the last one",
        "and the number of the third one",
    ],
)
def test_one_on_show_is_pointed_at(text: str) -> None:
    assert points_at_one(text)


@pytest.mark.parametrize("text", ["the first time he hit me", "I was the last one there", "best wishes"])
def test_nothing_is_pointed_at(text: str) -> None:
    assert not points_at_one(text)


@pytest.mark.parametrize("text", ["how do i refer him", "can i ring on his behalf", "can I call for my mum"])
def test_somebody_else_is_asked_for(text: str) -> None:
    assert asks_for_another(text)


@pytest.mark.parametrize("text", ["I was referred to STaRS", "can i ring for free", "he sells for them"])
def test_nobody_else_is_asked_for(text: str) -> None:
    assert not asks_for_another(text)


def test_coming_without_a_referral_is_asked_for() -> None:
    assert asks_to_come_unreferred("do i have to see my gp")
    assert not asks_to_come_unreferred("I have to see my gp on monday")


def test_a_wrong_number_is_told_of() -> None:
    assert tells_of_a_wrong_number("the police number doesnt work")
    assert not tells_of_a_wrong_number("he has my number and won't stop")
