"""Tests of publishing: what is due is shown once, however often and from wherever it is asked for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.approval.deciding import Decision, approve, stop
from directory.approval.publishing import publish_due
from directory.approval.values import stale_fields
from directory.chain import verify
from directory.history import Act, Action, Change, history_of, record
from directory.model import Contact
from directory.terms import ProposalState
from tests.directory.approval.conftest import (
    ANA,
    BEN,
    CAT,
    CONTACT,
    DAY,
    NEW,
    OLD,
    SERVICE,
    ana_proposes,
    number_of,
    proposal_of,
)
from tests.directory.factories import TUESDAY_NOON


@pytest.fixture
def cooling(stored: sessionmaker[Session]) -> str:
    """A number that Ana proposed and Ben approved on Tuesday at noon, to go live a day later."""
    key = ana_proposes(stored)
    with stored.begin() as session:
        approve(session, key, Decision(BEN, TUESDAY_NOON), cool_off=DAY)
    return key


def test_nothing_is_shown_before_its_time(stored: sessionmaker[Session], cooling: str) -> None:
    assert publish_due(stored, at=TUESDAY_NOON + DAY - timedelta(seconds=1)) == []
    assert number_of(stored) == OLD
    assert proposal_of(stored, cooling).state is ProposalState.APPROVED


def test_what_is_due_is_shown_once(stored: sessionmaker[Session], cooling: str) -> None:
    due = TUESDAY_NOON + DAY
    assert publish_due(stored, at=due) == [cooling]
    assert publish_due(stored, at=due + DAY) == []

    assert number_of(stored) == NEW
    with stored() as session:
        [row] = [each for each in history_of(session, SERVICE) if each.field_name == "number"]
    assert (row.approved_by, row.approved_at, row.last_action_date) == ("staff-2", TUESDAY_NOON, due)


def test_long_after_a_stop_of_everything_it_is_still_shown(
    stored: sessionmaker[Session], cooling: str
) -> None:
    assert publish_due(stored, at=TUESDAY_NOON + 30 * DAY) == [cooling]


def test_what_was_stopped_is_never_shown(stored: sessionmaker[Session], cooling: str) -> None:
    with stored.begin() as session:
        stop(session, cooling, by=CAT, at=TUESDAY_NOON)

    assert publish_due(stored, at=TUESDAY_NOON + DAY) == []
    assert number_of(stored) == OLD


def test_many_who_look_at_the_same_moment_show_it_once(stored: sessionmaker[Session], cooling: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: publish_due(stored, at=TUESDAY_NOON + DAY), range(12)))

    assert [key for keys in found for key in keys] == [cooling]
    with stored() as session:
        assert [each.field_name for each in history_of(session, SERVICE)].count("number") == 1
        assert verify(session).broken is None


def test_a_number_changed_meanwhile_sends_it_back_for_a_second_look(
    stored: sessionmaker[Session], cooling: str
) -> None:
    with stored.begin() as session:
        editing.change_phone(
            session, session.get_one(Contact, CONTACT).phones[0].id, number="101", by=CAT, at=TUESDAY_NOON
        )

    assert publish_due(stored, at=TUESDAY_NOON + DAY) == []

    assert number_of(stored) == "101"
    proposal = proposal_of(stored, cooling)
    assert (proposal.state, proposal.decided_by, proposal.live_at) == (ProposalState.WAITING, None, None)
    with stored() as session:
        assert stale_fields(session.get_one(Contact, CONTACT), proposal) == ["number"]


def test_a_confirmation_meanwhile_does_not_hold_it_back(stored: sessionmaker[Session], cooling: str) -> None:
    with stored.begin() as session:
        editing.confirm_contact(session, CONTACT, by=CAT, at=TUESDAY_NOON)

    assert publish_due(stored, at=TUESDAY_NOON + DAY) == [cooling]


def test_a_contact_withdrawn_meanwhile_stays_withdrawn(stored: sessionmaker[Session], cooling: str) -> None:
    with stored.begin() as session:
        editing.withdraw_contact(session, CONTACT, by=CAT, at=TUESDAY_NOON)

    assert publish_due(stored, at=TUESDAY_NOON + DAY) == [cooling]

    with stored() as session:
        assert session.get_one(Contact, CONTACT).withdrawn_at == TUESDAY_NOON


def add_hidden(session: Session) -> None:
    """What adding a contact does: it is there, hidden, and its history begins."""
    contact = session.get_one(Contact, CONTACT)
    contact.withdrawn_at = TUESDAY_NOON
    act = Act(ANA, TUESDAY_NOON, Action.CREATE, SERVICE, "contact", CONTACT)
    record(session, act, [Change("withdrawn_at", None, TUESDAY_NOON.isoformat())])


def test_a_number_that_nobody_ever_saw_cools_off(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        add_hidden(session)
    key = ana_proposes(stored, {"withdrawn_at": None}, checked=True)
    with stored.begin() as session:
        approve(session, key, Decision(BEN, TUESDAY_NOON), cool_off=DAY)

    assert proposal_of(stored, key).state is ProposalState.APPROVED


def test_once_shown_it_is_put_back_without_another_cool_off(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        add_hidden(session)
    first = ana_proposes(stored, {"withdrawn_at": None}, checked=True)
    with stored.begin() as session:
        approve(session, first, Decision(BEN, TUESDAY_NOON), cool_off=timedelta(0))
        editing.withdraw_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
    second = ana_proposes(stored, {"withdrawn_at": None}, checked=True)
    with stored.begin() as session:
        approve(session, second, Decision(BEN, TUESDAY_NOON), cool_off=DAY)

    assert proposal_of(stored, second).state is ProposalState.LIVE
