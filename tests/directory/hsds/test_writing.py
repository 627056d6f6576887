"""What of our records becomes HSDS-UK, and what never does."""

from datetime import UTC, datetime, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory import starter
from directory.hsds import published, writing
from directory.hsds.published import View
from directory.model import Address, Location, Schedule, Service, ServiceArea, ServiceAtLocation
from directory.terms import OnBankHolidays
from tests.directory.factories import READ_ON, store_a_service


VIEW = View(live=False, today=READ_ON)


@pytest.fixture
def session(sqlite_sessions: sessionmaker[Session]) -> Session:
    return sqlite_sessions()


def _written(session: Session, service: Service) -> dict[str, object]:
    session.commit()
    found = published.read_service(session, service.id, VIEW)
    assert found is not None
    return found.as_json()


def _at(service: Service, *, redacted: bool, postal_code: str | None = "TF1 1AA") -> None:
    address = Address(
        address_1="SECRET STREET", city="Telford", state_province="England", postal_code=postal_code
    )
    location = Location(name="SECRET HOUSE", redacted=redacted, addresses=[address])
    service.service_at_locations.append(ServiceAtLocation(location=location))


def test_a_redacted_location_leaves_no_trace(session: Session) -> None:
    service = store_a_service(session)
    _at(service, redacted=True)

    written = _written(session, service)

    assert "service_at_locations" not in written
    assert "SECRET" not in str(written)


def test_a_location_is_redacted_unless_somebody_says_otherwise(session: Session) -> None:
    service = store_a_service(session)
    service.service_at_locations.append(ServiceAtLocation(location=Location(name="SECRET HOUSE")))

    assert "SECRET" not in str(_written(session, service))


def test_a_location_that_may_be_told_has_its_address(session: Session) -> None:
    service = store_a_service(session)
    _at(service, redacted=False)

    assert "SECRET STREET" in str(_written(session, service))


def test_an_address_without_a_postcode_is_left_out_but_its_location_is_named(session: Session) -> None:
    service = store_a_service(session)
    _at(service, redacted=False, postal_code=None)

    written = str(_written(session, service))

    assert "SECRET HOUSE" in written
    assert "SECRET STREET" not in written


def test_coverage_that_nobody_knows_yet_is_not_said(session: Session) -> None:
    service = store_a_service(session)
    service.service_areas[:] = [ServiceArea(code="check-area", name="Not yet known")]

    assert "service_areas" not in _written(session, service)


def test_hours_are_written_in_uk_time_with_what_happens_on_bank_holidays(session: Session) -> None:
    service = store_a_service(session)
    service.schedules.append(
        Schedule(byday="MO,TU", opens_at=time(22), closes_at=time(6), bank_holidays=OnBankHolidays.CLOSED)
    )

    schedule = _written(session, service)["schedules"][0]  # type: ignore[index]

    assert (schedule["byday"], schedule["opens_at"], schedule["closes_at"]) == (
        "MO,TU",
        "22:00:00",
        "06:00:00",
    )
    assert schedule["signpost"] == {"bank_holidays": "closed"}


def test_the_last_change_is_the_latest_of_the_service_and_its_contacts(session: Session) -> None:
    service = store_a_service(session)
    service.contacts[0].last_modified = datetime(2026, 12, 1, 9, 30, 15, 123456, tzinfo=UTC)

    assert _written(session, service)["last_modified"] == "2026-12-01T09:30:15.123Z"


def test_a_contact_that_is_not_named_as_shown_is_left_out(session: Session) -> None:
    service = store_a_service(session)

    assert writing.service_shape(service, shown=frozenset()).contacts is None


def test_no_withheld_fact_of_the_starter_directory_is_in_the_feed(session: Session) -> None:
    starter.fill(session)
    session.commit()
    feed = str([each.as_json() for each in published.read_all(session, VIEW)])

    hidden = [
        address.address_1
        for location in session.scalars(select(Location).where(Location.redacted))
        for address in location.addresses
    ]
    private = [
        text
        for service in session.scalars(select(Service))
        for text in (service.staff_notes, service.decisions, *(c.note for c in service.contacts))
        if text
    ]
    closed = session.scalars(select(Service.name).where(Service.public.is_(False))).all()

    assert hidden
    assert private
    assert closed
    assert [text for text in (*hidden, *private, *closed) if text in feed] == []
