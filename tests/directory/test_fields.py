"""Tests of fields: each comes back as it was written, and which of them wait for a second person."""

from datetime import date

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.fields import CONTACT_FIELDS, SERVICE_FIELDS, guarded_changes, read_values, write_values
from directory.identifiers import identifier
from directory.model import Contact, Service, Taxonomy, TaxonomyTerm
from directory.starter import fill
from tests.directory.factories import store_a_service


SERVICE, CONTACT = (identifier(kind, "a-service") for kind in ("service", "contact"))
Kind = type[Contact] | type[Service]
OF_CONTACT = {
    "name": "Nights",
    "number": "0113 240 3040",
    "url": "https://a.example/help",
    "email": "help@a.example",
    "hours": "MO,TU 09:00-17:00, bank holidays closed\nSA 22:00-02:00, bank holidays unknown",
    "hours_basis": "own",
    "minimum_age": "11",
    "maximum_age": "17",
    "areas": "E06000020,west-mercia",
    "note": "Ask for Jo",
    "withdrawn_at": "2026-11-24T12:00:00+00:00",
    "confirmed_on": "2026-11-24",
    "confirmed_by": "staff-1",
    "verified": "person",
}
OF_SERVICE = {
    "name": "Another name",
    "description": "It helps.",
    "status": "defunct",
    "public": "no",
    "assured_date": "2026-11-24",
    "hours": "MO 09:00-17:00, bank holidays closed",
    "needs": "cuckooing:2,housing",
    "areas": "E06000020",
    "minimum_age": "16",
    "maximum_age": "25",
    "caller": "someone-worried",
    "for_whom": "Adults",
    "not_for": "Anyone under 16",
    "referral": "Ring",
    "what_happens": "They listen",
    "told_to_police": "Nothing without asking",
    "leaves_voicemail": "no",
    "shows_on_bill": "yes",
    "withholds_number": "yes",
    "capacity": "Six weeks",
    "capacity_on": "2026-11-20",
    "staff_notes": "A note",
}


@pytest.fixture
def stored(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    with sessions() as session:
        taxonomy = Taxonomy(slug="needs", name="Needs", description="What people need.")
        for term in ("cuckooing", "housing", "drug-debt"):
            session.add(TaxonomyTerm(taxonomy=taxonomy, term=term, name=term, description=term))
        store_a_service(session)
    return sessions


def _stored(session: Session, kind: Kind, key: str) -> Contact | Service:
    found = session.get_one(kind, key)
    assert isinstance(found, Contact | Service)
    return found


def test_every_field_is_tried_here() -> None:
    assert set(OF_CONTACT) == set(CONTACT_FIELDS)
    assert set(OF_SERVICE) == set(SERVICE_FIELDS)


@pytest.mark.parametrize(
    ("kind", "key", "values"), [(Contact, CONTACT, OF_CONTACT), (Service, SERVICE, OF_SERVICE)]
)
def test_a_value_comes_back_as_it_was_written(
    stored: sessionmaker[Session],
    kind: type[Contact] | type[Service],
    key: str,
    values: dict[str, str | None],
) -> None:
    with stored.begin() as session:
        write_values(_stored(session, kind, key), values)
    with stored() as session:
        assert read_values(_stored(session, kind, key)) == values


@pytest.mark.parametrize(
    ("kind", "key", "values"), [(Contact, CONTACT, OF_CONTACT), (Service, SERVICE, OF_SERVICE)]
)
def test_what_was_there_can_be_put_back(
    stored: sessionmaker[Session],
    kind: type[Contact] | type[Service],
    key: str,
    values: dict[str, str | None],
) -> None:
    with stored.begin() as session:
        before = read_values(_stored(session, kind, key))
        write_values(_stored(session, kind, key), values)
    with stored.begin() as session:
        write_values(_stored(session, kind, key), before)
    with stored() as session:
        assert read_values(_stored(session, kind, key)) == before


def test_a_need_that_stays_is_said_once_and_one_that_goes_is_gone(stored: sessionmaker[Session]) -> None:
    for needs in ("cuckooing,housing", "cuckooing:1,drug-debt", None):
        with stored.begin() as session:
            write_values(session.get_one(Service, SERVICE), {"needs": needs})
        with stored() as session:
            service = session.get_one(Service, SERVICE)
            assert read_values(service)["needs"] == needs
            assert len(service.attributes) == len((needs or "").split(",")) * bool(needs)


def test_a_need_that_no_list_holds_is_refused(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(ValueError, match="no-such-need"):
        write_values(session.get_one(Service, SERVICE), {"needs": "gardening"})


def test_a_field_that_is_not_there_is_refused(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(KeyError):
        write_values(session.get_one(Service, SERVICE), {"slug": "another"})


GUARDED_OF_CONTACT = {"number", "url", "email", "hours", "hours_basis", "minimum_age", "maximum_age", "areas"}
GUARDED_OF_SERVICE = {
    "hours",
    "needs",
    "areas",
    "minimum_age",
    "maximum_age",
    "caller",
    "for_whom",
    "not_for",
}


def test_what_people_rely_on_waits_for_a_second_person(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        contact, service = session.get_one(Contact, CONTACT), session.get_one(Service, SERVICE)
        assert set(guarded_changes(contact, OF_CONTACT)) == GUARDED_OF_CONTACT
        assert set(guarded_changes(service, OF_SERVICE)) == GUARDED_OF_SERVICE


def test_withdrawing_needs_nobody_and_putting_back_does(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        contact, service = session.get_one(Contact, CONTACT), session.get_one(Service, SERVICE)
        closing, opening = {"status": "defunct", "public": "no"}, {"status": "active", "public": "yes"}
        assert guarded_changes(service, closing) == {}
        write_values(service, closing)
        write_values(contact, {"withdrawn_at": OF_CONTACT["withdrawn_at"]})
        assert guarded_changes(service, opening) == opening
        assert guarded_changes(contact, {"withdrawn_at": None}) == {"withdrawn_at": None}


def test_every_record_of_the_starter_directory_reads_and_writes_to_the_same(
    sessions: sessionmaker[Session],
) -> None:
    with sessions() as session:
        fill(session)
        for service in session.query(Service):
            owners: list[Contact | Service] = [service, *service.contacts]
            for owner in owners:
                values = read_values(owner)
                blank = {"hours": None, "areas": None}
                write_values(owner, blank)
                write_values(owner, values)
                session.flush()
                assert read_values(owner) == values, service.slug


def test_a_day_is_a_day(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        service = session.get_one(Service, SERVICE)
        write_values(service, {"capacity_on": "2026-11-20"})
        assert service.capacity_on == date(2026, 11, 20)
