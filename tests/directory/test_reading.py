"""Tests of reading: rows become records, and contacts inherit what they do not say themselves."""

from datetime import time

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Contact, Schedule, Service, ServiceArea
from directory.opening_hours import OpenState, state_at
from directory.reading import read_services, services_where
from directory.record import Ages, ServiceRecord
from directory.terms import HoursBasis, OnBankHolidays
from tests.directory.factories import TELFORD, TUESDAY_NIGHT, TUESDAY_NOON, store_a_service


EVERYTHING = services_where(Service.slug.is_not(None))


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Session:
    with sessions() as opened:
        store_a_service(opened)
        yield opened


def read(session: Session) -> ServiceRecord:
    session.commit()
    [record] = read_services(session, EVERYTHING)
    return record


def nine_to_five(**given: object) -> Schedule:
    values = {"byday": "MO,TU,WE,TH,FR", "opens_at": time(9), "closes_at": time(17)}
    return Schedule(**(values | {"bank_holidays": OnBankHolidays.CLOSED} | given))


def stored(session: Session) -> tuple[Service, Contact]:
    service = session.query(Service).one()
    return service, service.contacts[0]


def test_a_contact_takes_the_service_s_ages_and_areas_unless_it_has_its_own(session: Session) -> None:
    service, contact = stored(session)
    service.minimum_age = 18
    assert read(session).contacts[0].ages == Ages(18, None)
    assert read(session).contacts[0].areas == {"national"}
    contact.maximum_age = 17
    contact.service_areas = [ServiceArea(code=TELFORD, name="Telford and Wrekin")]
    assert read(session).contacts[0].ages == Ages(None, 17)
    assert read(session).contacts[0].areas == {TELFORD}


@pytest.mark.parametrize(
    ("basis", "by_day", "by_night"),
    [
        (HoursBasis.SERVICE, OpenState.OPEN, OpenState.CLOSED),
        (HoursBasis.OUTSIDE_OFFICE_HOURS, OpenState.CLOSED, OpenState.OPEN),
        (HoursBasis.UNKNOWN, OpenState.UNKNOWN, OpenState.UNKNOWN),
        (HoursBasis.OWN, OpenState.UNKNOWN, OpenState.UNKNOWN),
    ],
)
def test_hours_follow_their_basis(
    session: Session, basis: HoursBasis, by_day: OpenState, by_night: OpenState
) -> None:
    service, contact = stored(session)
    service.schedules = [nine_to_five()]
    contact.hours_basis = basis
    hours = read(session).contacts[0].hours
    assert (state_at(hours, TUESDAY_NOON), state_at(hours, TUESDAY_NIGHT)) == (by_day, by_night)


def test_a_contact_s_own_hours_win(session: Session) -> None:
    service, contact = stored(session)
    service.schedules = [nine_to_five()]
    contact.schedules = [nine_to_five(opens_at=time(13))]
    contact.hours_basis = HoursBasis.OWN
    assert state_at(read(session).contacts[0].hours, TUESDAY_NOON) is OpenState.CLOSED


@pytest.mark.parametrize("rule", [{"freq": "MONTHLY", "byday": "1TU"}, {"interval": 2}])
def test_a_monthly_or_fortnightly_rule_never_makes_a_line_open(
    session: Session, rule: dict[str, object]
) -> None:
    service, _ = stored(session)
    service.schedules = [nine_to_five(**rule)]
    assert state_at(read(session).hours, TUESDAY_NOON) is not OpenState.OPEN


def test_nothing_found_is_an_empty_list(session: Session) -> None:
    assert read_services(session, services_where(Service.slug == "no-such-service")) == []
