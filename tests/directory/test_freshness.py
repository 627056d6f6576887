"""Tests of freshness: due after 90 or 180 days, hidden at twice, lifelines excepted."""

from datetime import timedelta

import pytest

from directory.freshness import (
    CONTACT_DAYS,
    ENTRY_DAYS,
    Freshness,
    entry_freshness,
    freshness_of,
    overdue_lifelines,
)
from tests.directory.factories import READ_ON, a_contact, a_service


@pytest.mark.parametrize("days", [CONTACT_DAYS, ENTRY_DAYS])
def test_a_check_is_due_after_its_days_and_too_old_at_twice(days: int) -> None:
    ages = [days - 1, days, 2 * days - 1, 2 * days]
    found = [freshness_of(READ_ON, today=READ_ON + timedelta(days=age), days=days) for age in ages]
    assert found == [Freshness.FRESH, Freshness.DUE, Freshness.DUE, Freshness.HIDDEN]


def test_contacts_are_due_after_90_days_and_entries_after_180() -> None:
    assert (CONTACT_DAYS, ENTRY_DAYS) == (90, 180)


def test_a_confirmation_starts_the_days_again() -> None:
    service = a_service(confirmed_on=READ_ON + timedelta(days=300))
    assert entry_freshness(service, today=READ_ON + timedelta(days=365)) is Freshness.FRESH


def test_a_lifeline_is_due_but_never_hidden_and_staff_are_told() -> None:
    long_after = READ_ON + timedelta(days=400)
    lifeline, other = a_service("samaritans"), a_service("cruse")
    assert entry_freshness(lifeline, today=long_after) is Freshness.DUE
    assert entry_freshness(other, today=long_after) is Freshness.HIDDEN
    assert overdue_lifelines([lifeline, other], today=long_after) == ["samaritans"]


def test_an_old_contact_of_a_lifeline_is_told_to_staff_before_the_entry_is_old() -> None:
    today = READ_ON + timedelta(days=2 * CONTACT_DAYS)
    service = a_service("samaritans", contacts=(a_contact(),), confirmed_on=today)
    assert overdue_lifelines([service], today=today) == ["samaritans"]
    assert overdue_lifelines([a_service("samaritans", confirmed_on=READ_ON)], today=READ_ON) == []


def test_an_old_contact_that_was_withdrawn_raises_no_alarm() -> None:
    today = READ_ON + timedelta(days=2 * CONTACT_DAYS)
    lines = (a_contact("old", withdrawn=True), a_contact("new", confirmed=True, checked_on=today))
    assert overdue_lifelines([a_service("samaritans", contacts=lines, confirmed_on=today)], today=today) == []
