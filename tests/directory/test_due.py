"""What is due for a check, the most urgent first."""

from datetime import timedelta

import pytest

from directory.due import Urgency, checks_of
from directory.terms import ServiceStatus, Verification
from tests.directory.factories import READ_ON, a_contact, a_service


def _urgency(days: int, slug: str = "a-service", **given: object) -> Urgency:
    service = a_service(slug, **given)
    return checks_of([service], today=READ_ON + timedelta(days=days))[0].urgency


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(89, Urgency.NEVER), (90, Urgency.OVERDUE), (179, Urgency.OVERDUE), (180, Urgency.HIDDEN)],
)
def test_a_contact_is_due_after_90_days_and_hidden_after_180(days: int, urgency: Urgency) -> None:
    assert _urgency(days) is urgency


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(179, Urgency.NEVER), (180, Urgency.OVERDUE), (359, Urgency.OVERDUE), (360, Urgency.HIDDEN)],
)
def test_an_entry_is_due_after_180_days_and_hidden_after_360(days: int, urgency: Urgency) -> None:
    assert _urgency(days, contacts=()) is urgency


def test_a_lifeline_is_not_hidden_but_an_alarm() -> None:
    assert _urgency(180, "samaritans") is Urgency.LIFELINE_OVERDUE
    assert _urgency(90, "samaritans") is Urgency.OVERDUE


def test_what_a_person_confirmed_in_time_is_in_time() -> None:
    phone = a_contact(confirmed=True)

    assert _urgency(10, confirmed_on=READ_ON, contacts=(phone,)) is Urgency.IN_TIME


@pytest.mark.parametrize("contact", [a_contact(withdrawn=True), a_contact(verified=Verification.CODE_ONLY)])
def test_the_age_of_a_contact_that_nobody_sees_says_nothing(contact: object) -> None:
    assert _urgency(100, contacts=(contact,)) is Urgency.NEVER


def test_lifelines_come_first_then_what_is_hidden_soonest() -> None:
    old, older = READ_ON - timedelta(days=95), READ_ON - timedelta(days=100)
    services = [
        a_service("in-time"),
        a_service("overdue", contacts=(a_contact(checked_on=old),)),
        a_service("overdue-longer", contacts=(a_contact(checked_on=older),)),
        a_service("samaritans", contacts=(a_contact(checked_on=old),)),
        a_service("shout", contacts=(a_contact(checked_on=READ_ON - timedelta(days=400)),)),
        a_service("gone", contacts=(a_contact(checked_on=READ_ON - timedelta(days=180)),)),
    ]

    found = [check.slug for check in checks_of(services, today=READ_ON)]

    assert found == ["shout", "gone", "samaritans", "overdue-longer", "overdue", "in-time"]


def test_what_is_closed_or_not_public_needs_no_check() -> None:
    closed = a_service(status=ServiceStatus.TEMPORARILY_CLOSED)

    assert checks_of([closed, a_service(public=False)], today=READ_ON + timedelta(days=900)) == []
