"""Tests of reading: rows become records, and contacts inherit what they do not say themselves."""

from datetime import date, time

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Contact, Phone, Schedule, Service, ServiceArea
from directory.opening_hours import WEEKDAYS, Hours, OpenState, Period, state_at
from directory.reading import read_services, services_where
from directory.record import Ages, ServiceRecord
from directory.terms import ContactChannel, HoursBasis, OnBankHolidays, Verification
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


def test_services_come_by_slug_and_contacts_and_periods_by_position(session: Session) -> None:
    service, contact = stored(session)
    contact.position = 2
    for position in (3, 1):
        another = Contact(
            position=position,
            channel=ContactChannel.WEBSITE,
            url=f"https://{position}.example",
            verified=Verification.OWN_PAGE,
            last_modified=TUESDAY_NOON,
        )
        service.contacts.append(another)
    service.schedules = [nine_to_five(position=2), nine_to_five(position=1, opens_at=time(7))]
    store_a_service(session, "a-earlier")

    earlier, record = read_services(session, EVERYTHING)

    assert (earlier.slug, record.slug) == ("a-earlier", "a-service")
    values = ["https://1.example", "01952 385385", "https://3.example"]
    assert [each.value for each in record.contacts] == values
    assert record.hours
    assert [period.opens for period in record.hours.periods] == [time(7), time(9)]


def test_each_number_of_a_contact_is_a_way_to_reach_it(session: Session) -> None:
    _, contact = stored(session)
    contact.phones.append(Phone(number="01952 676500"))
    assert {each.value for each in read(session).contacts} == {"01952 385385", "01952 676500"}


@pytest.mark.parametrize("free", [None, True, False])
def test_values_keep_their_kinds(session: Session, free: bool | None) -> None:
    service, contact = stored(session)
    contact.free, contact.read_on, contact.confirmed_on = free, date(2026, 3, 1), None
    service.schedules = [
        nine_to_five(opens_at=time(9, 30), valid_from=date(2026, 1, 2), valid_to=date(2026, 12, 31))
    ]
    record = read(session)
    [line] = record.contacts
    assert line.free is free
    assert (line.checked_on, line.confirmed, line.withdrawn) == (date(2026, 3, 1), False, False)
    assert record.hours == Hours(
        (
            Period(
                WEEKDAYS,
                time(9, 30),
                time(17),
                OnBankHolidays.CLOSED,
                valid_from=date(2026, 1, 2),
                valid_to=date(2026, 12, 31),
            ),
        )
    )
    contact.confirmed_on, contact.withdrawn_at = date(2026, 4, 1), TUESDAY_NOON
    [line] = read(session).contacts
    assert (line.checked_on, line.confirmed, line.withdrawn) == (date(2026, 4, 1), True, True)


def test_terms_are_of_the_service_alone_and_of_each_taxonomy_apart(starter: Session) -> None:
    found = {service.slug: service for service in read_services(starter, EVERYTHING)}
    for service in starter.query(Service):
        terms = [(each.taxonomy_term.taxonomy.slug, each.taxonomy_term.term) for each in service.attributes]
        record = found[service.slug]
        assert set(record.needs) == {term for taxonomy, term in terms if taxonomy == "needs"}
        assert record.not_for_needs == {term for taxonomy, term in terms if taxonomy == "not-for"}


def test_nothing_found_is_an_empty_list(session: Session) -> None:
    assert read_services(session, services_where(Service.slug == "no-such-service")) == []
