"""Tests of editing: what each change does, and who is refused. On both databases."""

from collections.abc import Callable
from datetime import UTC
from functools import partial

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.editing import EditedMeanwhile, NeedsApproval, NotFound
from directory.history import Editor, history_of
from directory.identifiers import identifier
from directory.model import Contact, Phone, Service
from directory.terms import ContactChannel, ServiceStatus, Verification
from tests.directory.factories import TUESDAY_NOON, store_a_service


ANA, BEN = Editor("staff-1", "Ana"), Editor("staff-2", "Ben")
SERVICE, CONTACT, PHONE = (identifier(kind, "a-service") for kind in ("service", "contact", "phone"))
Edits = list[tuple[str, str | None, str | None]]


@pytest.fixture
def stored(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    with sessions() as session:
        store_a_service(session)
    return sessions


def edits(session: Session) -> Edits:
    return [
        (row.field_name, row.previous_value, row.replacement_value) for row in history_of(session, SERVICE)
    ]


def test_a_change_leaves_who_when_what_and_why_in_the_history(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.confirm_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON, reason="Rang it.")
    with stored() as session:
        rows = history_of(session, SERVICE)
        [row] = [row for row in rows if row.field_name == "confirmed_on"]
        assert (row.previous_value, row.replacement_value) == (None, "2026-11-24")
        assert (row.updated_by, row.updated_by_name, row.reason) == ("staff-1", "Ana", "Rang it.")
        assert (row.last_action_date, row.last_action_type) == (TUESDAY_NOON, "confirm")
        assert (row.resource_type, row.resource_id) == ("contact", CONTACT)
        assert len({row.change_id for row in rows}) == 1


def test_a_number_of_the_law_can_be_confirmed_and_withdrawn(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        session.get_one(Phone, PHONE).number = "999"
        editing.confirm_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
        editing.withdraw_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON)
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        assert contact.confirmed_by == "staff-1"
        assert contact.withdrawn_at is not None


def test_a_confirmed_entry_confirms_the_contacts_in_view_only(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        in_code = Contact(
            service_id=SERVICE,
            channel=ContactChannel.WEBSITE,
            url="https://a.example",
            verified=Verification.CODE_ONLY,
            last_modified=TUESDAY_NOON,
        )
        session.add(in_code)
        session.flush()
        hidden = in_code.id
        editing.confirm_service(session, SERVICE, by=ANA, at=TUESDAY_NOON)
    with stored() as session:
        assert session.get_one(Service, SERVICE).assured_date == TUESDAY_NOON.date()
        assert session.get_one(Contact, CONTACT).confirmed_on == TUESDAY_NOON.date()
        assert session.get_one(Contact, hidden).confirmed_on is None


def test_a_contact_can_be_confirmed_by_itself(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.confirm_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
    with stored() as session:
        assert ("confirmed_on", None, "2026-11-24") in edits(session)


@pytest.mark.parametrize("status", [ServiceStatus.TEMPORARILY_CLOSED, ServiceStatus.DEFUNCT])
def test_a_service_is_suspended_or_closed_by_one(
    stored: sessionmaker[Session], status: ServiceStatus
) -> None:
    with stored.begin() as session:
        editing.set_status(session, SERVICE, status=status, by=ANA, at=TUESDAY_NOON)
    with stored() as session:
        assert session.get_one(Service, SERVICE).status is status


def test_nobody_reopens_a_service_alone(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(NeedsApproval):
        editing.set_status(session, SERVICE, status=ServiceStatus.ACTIVE, by=ANA, at=TUESDAY_NOON)


CHANGES: list[Callable[..., None]] = [
    editing.withdraw_contact,
    editing.confirm_contact,
    editing.confirm_service,
    partial(editing.set_status, status=ServiceStatus.DEFUNCT),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_record_that_is_not_there_is_named_as_such(
    stored: sessionmaker[Session], change: Callable[..., None]
) -> None:
    with stored() as session, pytest.raises(NotFound):
        change(session, "no-such-id", by=ANA, at=TUESDAY_NOON)


def test_whoever_saw_an_older_version_is_refused_and_shown_what_is_there_now(
    stored: sessionmaker[Session],
) -> None:
    with stored() as session:
        seen = session.get_one(Contact, CONTACT).version
    with stored.begin() as session:
        editing.withdraw_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON, seen=seen)
    with stored() as session:
        with pytest.raises(EditedMeanwhile) as refused:
            editing.confirm_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON, seen=seen)
        session.commit()
    assert refused.value.current["withdrawn_at"] == TUESDAY_NOON.astimezone(UTC).isoformat()
    assert refused.value.version == seen + 1
    with stored() as session:
        assert session.get_one(Contact, CONTACT).confirmed_by is None
