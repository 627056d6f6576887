"""Tests of editing: what each change does, and who is refused. On both databases."""

from collections.abc import Callable
from datetime import time, timedelta
from functools import partial

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.editing import EditedMeanwhile, FixedNumber, ImpossibleHours, NeedsApproval, NotFound
from directory.history import Editor, history_of
from directory.identifiers import identifier
from directory.model import Contact, Phone, Schedule, Service
from directory.opening_hours import EVERY_DAY, WEEKDAYS, Period
from directory.phones import CostlyNumber
from directory.terms import ContactChannel, HoursBasis, OnBankHolidays, ServiceStatus, Verification
from tests.directory.factories import TUESDAY_NOON, store_a_service


ANA, BEN = Editor("staff-1", "Ana"), Editor("staff-2", "Ben")
SERVICE, CONTACT, PHONE = (identifier(kind, "a-service") for kind in ("service", "contact", "phone"))
NINE_TO_FIVE = Period(WEEKDAYS, time(9), time(17), OnBankHolidays.CLOSED)
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


def test_a_changed_number_is_checked_stored_and_counts_as_confirmed(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.change_phone(session, PHONE, number="08081689111", by=ANA, at=TUESDAY_NOON, reason="Rang it.")
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        assert session.get_one(Phone, PHONE).number == "0808 168 9111"
        assert contact.verified is Verification.PERSON
        assert (contact.confirmed_on, contact.confirmed_by) == (TUESDAY_NOON.date(), "staff-1")


def test_a_change_leaves_who_when_what_and_why_in_the_history(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.change_phone(
            session, PHONE, number="0113 240 3040", by=ANA, at=TUESDAY_NOON, reason="Rang it."
        )
    with stored() as session:
        rows = history_of(session, SERVICE)
        [row] = [row for row in rows if row.field_name == "number"]
        assert (row.previous_value, row.replacement_value) == ("01952 385385", "0113 240 3040")
        assert (row.updated_by, row.updated_by_name, row.reason) == ("staff-1", "Ana", "Rang it.")
        assert (row.last_action_date, row.last_action_type) == (TUESDAY_NOON, "update")
        assert (row.resource_type, row.resource_id) == ("contact", CONTACT)
        assert len({row.change_id for row in rows}) == 1


def test_a_number_that_may_not_be_shown_changes_nothing(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        with pytest.raises(CostlyNumber):
            editing.change_phone(session, PHONE, number="0906 123 4567", by=ANA, at=TUESDAY_NOON)
        session.commit()
        assert session.get_one(Phone, PHONE).number == "01952 385385"
        assert edits(session) == []


def test_a_number_of_the_law_is_never_replaced(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        session.get_one(Phone, PHONE).number = "999"
    with stored() as session, pytest.raises(FixedNumber):
        editing.change_phone(session, PHONE, number="0113 240 3040", by=ANA, at=TUESDAY_NOON)


def test_a_number_of_the_law_can_be_confirmed_and_withdrawn(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        session.get_one(Phone, PHONE).number = "999"
        editing.change_phone(session, PHONE, number="999", by=ANA, at=TUESDAY_NOON)
        editing.withdraw_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON)
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        assert contact.confirmed_by == "staff-1"
        assert contact.withdrawn_at is not None


def test_new_hours_replace_the_old_ones(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.change_schedule(session, CONTACT, periods=[NINE_TO_FIVE], by=ANA, at=TUESDAY_NOON)
    with stored.begin() as session:
        evenings = Period(EVERY_DAY, time(17), time(0), OnBankHolidays.UNKNOWN)
        editing.change_schedule(session, CONTACT, periods=[evenings], by=BEN, at=TUESDAY_NOON)
    with stored() as session:
        [schedule] = session.query(Schedule).all()
        assert (schedule.byday, schedule.opens_at, schedule.closes_at) == (
            "MO,TU,WE,TH,FR,SA,SU",
            time(17),
            time(0),
        )
        assert session.get_one(Contact, CONTACT).hours_basis is HoursBasis.OWN
        nine_to_five = "MO,TU,WE,TH,FR 09:00-17:00, bank holidays closed"
        assert ("hours", None, nine_to_five) in edits(session)
        assert ("hours", nine_to_five, "MO,TU,WE,TH,FR,SA,SU 17:00-00:00, bank holidays unknown") in edits(
            session
        )


def test_a_service_s_own_hours_can_change(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.change_schedule(session, SERVICE, periods=[NINE_TO_FIVE], by=ANA, at=TUESDAY_NOON)
    with stored() as session:
        assert len(session.get_one(Service, SERVICE).schedules) == 1


@pytest.mark.parametrize(
    "period", [Period(frozenset(), time(9), time(17)), Period(WEEKDAYS, time(9), time(9))]
)
def test_hours_that_nobody_could_keep_are_refused(stored: sessionmaker[Session], period: Period) -> None:
    with stored() as session, pytest.raises(ImpossibleHours):
        editing.change_schedule(session, CONTACT, periods=[period], by=ANA, at=TUESDAY_NOON)


def test_a_withdrawn_contact_can_be_put_back(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.withdraw_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
        assert session.get_one(Contact, CONTACT).withdrawn_at == TUESDAY_NOON
        editing.restore_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON + timedelta(hours=1))
    with stored() as session:
        assert session.get_one(Contact, CONTACT).withdrawn_at is None
        kinds = {row.last_action_type for row in history_of(session, SERVICE)}
        assert kinds == {"withdraw", "restore"}


def withdraw_confirmed(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.confirm_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
        editing.withdraw_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)


def test_a_contact_that_is_put_back_has_to_be_confirmed_again(stored: sessionmaker[Session]) -> None:
    withdraw_confirmed(stored)
    with stored.begin() as session:
        editing.restore_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON)
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        assert (contact.confirmed_on, contact.confirmed_by) == (None, None)
        assert ("confirmed_on", "2026-11-24", None) in edits(session)


def test_whoever_checked_a_contact_confirms_it_by_putting_it_back(stored: sessionmaker[Session]) -> None:
    withdraw_confirmed(stored)
    later = TUESDAY_NOON + timedelta(days=1)
    with stored.begin() as session:
        editing.restore_contact(session, CONTACT, by=BEN, at=later, checked=True)
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        assert (contact.confirmed_on, contact.confirmed_by) == (later.date(), "staff-2")


def test_putting_back_what_was_not_withdrawn_leaves_its_confirmation(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.confirm_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
        editing.restore_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON)
        assert session.get_one(Contact, CONTACT).confirmed_by == "staff-1"


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
    partial(editing.change_phone, number="0113 240 3040"),
    partial(editing.change_schedule, periods=[NINE_TO_FIVE]),
    editing.withdraw_contact,
    editing.restore_contact,
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
        editing.change_phone(session, PHONE, number="0113 240 3040", by=ANA, at=TUESDAY_NOON, seen=seen)
    with stored() as session:
        with pytest.raises(EditedMeanwhile) as refused:
            editing.change_phone(session, PHONE, number="0121 234 5678", by=BEN, at=TUESDAY_NOON, seen=seen)
        session.commit()
    assert refused.value.current["number"] == "0113 240 3040"
    assert refused.value.version == seen + 1
    with stored() as session:
        assert session.get_one(Phone, PHONE).number == "0113 240 3040"


def test_words_that_need_nobody_are_published_at_once(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.change_values(session, SERVICE, {"description": "It listens."}, by=ANA, at=TUESDAY_NOON)
    with stored() as session:
        assert session.get_one(Service, SERVICE).description == "It listens."
        assert edits(session) == [("description", "It helps.", "It listens.")]


@pytest.mark.parametrize(
    ("owner", "values"),
    [(CONTACT, {"number": "0113 240 3040"}), (SERVICE, {"name": "Another", "not_for": "Adults"})],
)
def test_what_people_rely_on_is_not_published_by_one_person(
    stored: sessionmaker[Session], owner: str, values: dict[str, str | None]
) -> None:
    with stored() as session, pytest.raises(NeedsApproval):
        editing.change_values(session, owner, values, by=ANA, at=TUESDAY_NOON)
