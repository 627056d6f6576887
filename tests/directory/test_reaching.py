"""Tests of reaching: how a whole service stands from the contacts that are shown."""

from datetime import datetime, time

import pytest

from directory.opening_hours import LONDON, WEEKDAYS, Hours, Opening, OpenState, Period, outside_office_hours
from directory.reaching import answers_day_and_night, is_reachable_now, service_opening, service_state
from directory.record import ContactRecord, ServiceRecord
from directory.terms import ContactChannel, OnBankHolidays
from tests.directory.factories import TUESDAY_NIGHT, TUESDAY_NOON, a_contact, a_service, office_hours


DAY = a_contact("day", hours=office_hours())
NIGHT = a_contact("night", hours=outside_office_hours(office_hours()))
UNKNOWN = a_contact("unknown", hours=None)
ALWAYS = a_contact("always")
TEXT = a_contact("text", channel=ContactChannel.SMS)
WEBSITE = a_contact("website", channel=ContactChannel.WEBSITE)
CHAT = a_contact("chat", channel=ContactChannel.WEBCHAT, hours=None)
EVENING = a_contact("evening", hours=Hours((Period(WEEKDAYS, time(17), time(22), OnBankHolidays.CLOSED),)))


def state(*contacts: ContactRecord, at: datetime = TUESDAY_NIGHT, **given: object) -> OpenState:
    service: ServiceRecord = a_service(contacts=contacts, **given)
    return service_state(service, contacts, at)


def test_a_service_is_open_while_any_line_is() -> None:
    assert state(DAY, NIGHT) is OpenState.OPEN
    assert state(DAY, UNKNOWN, at=TUESDAY_NOON) is OpenState.OPEN


def test_a_number_known_to_be_closed_closes_the_service_whatever_the_chat_does() -> None:
    assert state(DAY, CHAT) is OpenState.CLOSED


def test_a_service_without_known_hours_is_unknown() -> None:
    assert state(UNKNOWN) is OpenState.UNKNOWN
    assert state(WEBSITE) is OpenState.UNKNOWN


def test_a_website_that_is_always_there_does_not_open_a_closed_line() -> None:
    assert state(DAY, WEBSITE) is OpenState.CLOSED


def test_where_only_a_website_is_shown_the_service_s_own_hours_decide() -> None:
    assert state(WEBSITE, hours=office_hours()) is OpenState.CLOSED


def test_a_number_is_reachable_unless_it_is_closed() -> None:
    assert is_reachable_now([UNKNOWN], TUESDAY_NIGHT)
    assert not is_reachable_now([DAY], TUESDAY_NIGHT)
    assert not is_reachable_now([WEBSITE, CHAT], TUESDAY_NOON)


@pytest.mark.parametrize("lines", [[ALWAYS], [ALWAYS, TEXT], [ALWAYS, CHAT], [ALWAYS, WEBSITE]])
def test_a_service_is_open_day_and_night_when_each_of_its_numbers_is(lines: list[ContactRecord]) -> None:
    assert service_opening(a_service(), lines, TUESDAY_NIGHT) == Opening(OpenState.OPEN, always=True)


@pytest.mark.parametrize("lines", [[DAY, NIGHT], [ALWAYS, DAY], [UNKNOWN, TEXT]])
@pytest.mark.parametrize("at", [TUESDAY_NOON, TUESDAY_NIGHT])
def test_a_service_with_a_line_of_other_hours_is_open_without_an_end(
    lines: list[ContactRecord], at: datetime
) -> None:
    assert service_opening(a_service(), lines, at) == Opening(OpenState.OPEN)


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        ([DAY, NIGHT], True),
        ([DAY, ALWAYS], True),
        ([UNKNOWN, TEXT], True),
        ([DAY, EVENING], False),
        ([EVENING, NIGHT], False),
        ([DAY, WEBSITE], False),
    ],
)
def test_somebody_answers_day_and_night_on_one_line_or_on_two_that_take_turns(
    lines: list[ContactRecord], answers: bool
) -> None:
    assert answers_day_and_night(lines) is answers


def test_a_second_line_makes_a_service_open_until_that_line_closes() -> None:
    opening = service_opening(a_service(), [DAY, EVENING], TUESDAY_NOON)
    assert opening.until == datetime(2026, 11, 24, 22, tzinfo=LONDON)


def test_a_closed_service_opens_with_its_first_line() -> None:
    opening = service_opening(a_service(), [EVENING, DAY], TUESDAY_NIGHT)
    assert opening.opens == datetime(2026, 11, 24, 9, tzinfo=LONDON)


def test_the_opening_of_a_service_agrees_with_its_state() -> None:
    for contacts in ([DAY], [UNKNOWN], [WEBSITE], [CHAT], [DAY, CHAT], [NIGHT], [DAY, NIGHT, UNKNOWN]):
        for at in (TUESDAY_NIGHT, TUESDAY_NOON):
            assert service_opening(a_service(), contacts, at).state is service_state(
                a_service(), contacts, at
            )
