"""Where nobody answers: need by district by hour of a week."""

from datetime import date, time

import pytest
from sqlalchemy.orm import Session

from directory.coverage import Asked, Coverage, coverage_of, ordinary_week
from directory.opening_hours import WEEKDAYS, Hours, Period
from directory.record import ServiceRecord
from directory.snapshot import Snapshot, take_snapshot
from directory.terms import ContactChannel, OnBankHolidays
from tests.directory.factories import READ_ON, TELFORD, a_contact, a_service, office_hours
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand


TODAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 30)
OFFICE = {day * 24 + hour for day in range(5) for hour in range(9, 17)}
WEEK = set(range(168))


def _coverage(*services: ServiceRecord, asked: Asked = Asked()) -> Coverage:
    return coverage_of(Snapshot(services, live=False), monday=MONDAY, today=TODAY, asked=asked)


def _holes(*services: ServiceRecord, asked: Asked = Asked()) -> set[int]:
    cells = _coverage(*services, asked=asked).cells
    return set(cells[Need.CUCKOOING][District.TELFORD_AND_WREKIN].holes)


def test_a_line_that_always_answers_leaves_no_hole() -> None:
    assert _holes(a_service()) == set()


def test_without_a_service_every_hour_is_a_hole() -> None:
    assert _holes() == WEEK


def test_office_hours_leave_the_nights_and_the_weekend() -> None:
    assert _holes(a_service(line=office_hours())) == WEEK - OFFICE


def test_an_hour_that_is_answered_in_part_is_a_hole() -> None:
    half = Hours((Period(WEEKDAYS, time(9, 30), time(17, 15), OnBankHolidays.CLOSED),))

    assert _holes(a_service(line=half)) == WEEK - {hour for hour in OFFICE if hour % 24 != 9}


def test_two_lines_that_take_turns_fill_an_hour_together() -> None:
    morning, later = (
        Hours((Period(frozenset({0}), first, last, OnBankHolidays.CLOSED),))
        for first, last in ((time(9), time(9, 30)), (time(9, 30), time(10)))
    )

    assert _holes(a_service("one", line=morning), a_service("two", line=later)) == WEEK - {9}


def test_a_line_past_sundays_midnight_answers_on_monday() -> None:
    sunday = Hours((Period(frozenset({6}), time(22), time(2), OnBankHolidays.CLOSED),))

    assert _holes(a_service(line=sunday)) == WEEK - {166, 167, 0, 1}


def test_unknown_hours_are_holes_that_may_be_none() -> None:
    cell = _coverage(a_service(line=None)).cells[Need.CUCKOOING][District.TELFORD_AND_WREKIN]

    assert set(cell.holes) == set(cell.unsure) == WEEK


@pytest.mark.parametrize("channel", [ContactChannel.WEBSITE, ContactChannel.EMAIL, ContactChannel.WEBCHAT])
def test_what_can_neither_be_rung_nor_texted_fills_nothing(channel: ContactChannel) -> None:
    assert _holes(a_service(contacts=(a_contact(channel=channel),))) == WEEK


def test_a_text_line_counts() -> None:
    assert _holes(a_service(contacts=(a_contact(channel=ContactChannel.SMS),))) == set()


def test_a_withdrawn_line_fills_nothing() -> None:
    assert _holes(a_service(contacts=(a_contact(withdrawn=True),))) == WEEK


def test_a_service_elsewhere_fills_nothing_here() -> None:
    cells = _coverage(a_service(areas=frozenset({TELFORD}))).cells[Need.CUCKOOING]

    assert [district for district, cell in cells.items() if not cell.holes] == [District.TELFORD_AND_WREKIN]


def test_national_services_can_be_left_out() -> None:
    near = Asked(only_near=True)

    assert _holes(a_service(), asked=near) == WEEK
    assert _holes(a_service(areas=frozenset({TELFORD})), asked=near) == set()
    assert _holes(a_service(areas=frozenset({"west-mercia"})), asked=near) == set()


def test_a_line_for_another_age_does_not_count_for_this_one() -> None:
    contact = a_contact(ages=a_service().ages.__class__(None, 17))

    assert _holes(a_service(contacts=(contact,)), asked=Asked(age=AgeBand.FROM_60)) == WEEK
    assert _holes(a_service(contacts=(contact,)), asked=Asked(age=AgeBand.UNDER_18)) == set()


def test_what_is_hidden_as_too_old_does_not_count() -> None:
    old = a_service(read_on=date(2025, 11, 1))

    assert _holes(old) == WEEK


def test_the_worst_cell_is_found() -> None:
    coverage = _coverage(
        a_service(areas=frozenset({"west-mercia"}), needs={each.value: None for each in Need})
    )
    assert coverage.worst is None

    assert _coverage(a_service()).worst == (Need.DANGER_NOW, District.HEREFORDSHIRE)


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2026, 11, 30), date(2026, 11, 30)),  # a Monday itself
        (date(2026, 12, 1), date(2026, 12, 7)),
        (date(2026, 12, 21), date(2027, 1, 4)),  # past Christmas and New Year
        (date(2027, 3, 22), date(2027, 4, 5)),  # past Easter and the change of the clocks
    ],
)
def test_an_ordinary_week_has_no_bank_holiday_and_168_hours(today: date, monday: date) -> None:
    assert ordinary_week(today) == monday


def test_the_starter_directory_has_cells_for_all_needs_and_districts(starter: Session) -> None:
    coverage = coverage_of(take_snapshot(starter, live=False), monday=MONDAY, today=READ_ON)

    assert {len(row) for row in coverage.cells.values()} == {len(District)}
    assert set(coverage.cells) == set(Need)
    assert not coverage.cells[Need.DANGER_NOW][District.WORCESTER].holes
