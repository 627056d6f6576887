"""Tests of deciding: who agrees, what the history then says, and two people at the same moment."""

from datetime import time, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.approval.deciding import Decision, approve, refuse, stop
from directory.approval.errors import DecidedMeanwhile, NoProposal, SamePerson
from directory.approval.proposing import Asking, withdraw_proposal
from directory.approval.sending import send
from directory.history import Editor, history_of
from directory.model import Contact, Proposal, Service
from directory.saving import EditedMeanwhile
from directory.terms import HoursBasis, ProposalKind, ProposalState, ServiceStatus
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
    ana_proposes_for_service,
    number_of,
    proposal_of,
)
from tests.directory.factories import TUESDAY_NOON


AT_ONCE = timedelta(0)
LATER = TUESDAY_NOON + timedelta(hours=1)


def ben_approves(stored: sessionmaker[Session], key: str, cool_off: timedelta = AT_ONCE) -> None:
    with stored.begin() as session:
        approve(session, key, Decision(BEN, LATER), cool_off=cool_off)


def test_an_approved_change_is_shown_and_its_history_names_both(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)

    ben_approves(stored, key)

    assert number_of(stored) == NEW
    with stored() as session:
        [row] = [each for each in history_of(session, SERVICE) if each.field_name == "number"]
        contact = session.get_one(Contact, CONTACT)
        assert (contact.confirmed_by, contact.confirmed_on) == ("staff-1", TUESDAY_NOON.date())
    assert (row.previous_value, row.replacement_value, row.reason) == (OLD, NEW, "rang it")
    assert (row.updated_by, row.approved_by, row.approved_by_name) == ("staff-1", "staff-2", "Ben")
    assert (row.approved_at, row.last_action_date) == (LATER, LATER)
    assert proposal_of(stored, key).state is ProposalState.LIVE


def test_a_changed_number_cools_off_first(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)

    ben_approves(stored, key, DAY)

    assert number_of(stored) == OLD
    proposal = proposal_of(stored, key)
    assert (proposal.state, proposal.live_at) == (ProposalState.APPROVED, LATER + DAY)


def test_other_changes_need_no_cool_off(stored: sessionmaker[Session]) -> None:
    ben_approves(stored, ana_proposes_for_service(stored, {"minimum_age": "16"}), DAY)

    with stored() as session:
        assert session.get_one(Service, SERVICE).minimum_age == 16


def test_approved_hours_replace_those_that_were_there(stored: sessionmaker[Session]) -> None:
    office, evenings = "MO 09:00-17:00, bank holidays closed", "SA,SU 17:00-00:00, bank holidays unknown"
    for hours in (office, evenings):
        ben_approves(stored, ana_proposes(stored, {"hours": hours, "hours_basis": "own"}), DAY)

    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        [schedule] = contact.schedules
        told = [each for each in history_of(session, SERVICE) if each.field_name == "hours"]
    assert (schedule.byday, schedule.opens_at, contact.hours_basis) == ("SA,SU", time(17), HoursBasis.OWN)
    assert {(each.previous_value, each.replacement_value) for each in told} == {
        (None, office),
        (office, evenings),
    }


def test_a_contact_that_was_shown_before_is_put_back_without_a_cool_off(
    stored: sessionmaker[Session],
) -> None:
    with stored.begin() as session:
        editing.withdraw_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON)

    ben_approves(stored, ana_proposes(stored, {"withdrawn_at": None}, checked=True), DAY)

    with stored() as session:
        assert session.get_one(Contact, CONTACT).withdrawn_at is None


def test_a_replacement_for_a_withdrawn_number_cools_off_and_never_shows_the_old_one(
    stored: sessionmaker[Session],
) -> None:
    with stored.begin() as session:
        editing.withdraw_contact(session, CONTACT, by=BEN, at=TUESDAY_NOON)

    ben_approves(stored, ana_proposes(stored, {"number": NEW, "withdrawn_at": None}), DAY)

    with stored() as session:
        assert session.get_one(Contact, CONTACT).withdrawn_at == TUESDAY_NOON


def test_nobody_approves_or_refuses_their_own(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    again = Editor(ANA.id, "Ana under another name")

    with stored() as session:
        with pytest.raises(SamePerson):
            approve(session, key, Decision(again, LATER), cool_off=AT_ONCE)
        with pytest.raises(SamePerson):
            refuse(session, key, Decision(again, LATER), reason="no")
        session.commit()
    assert number_of(stored) == OLD
    assert proposal_of(stored, key).state is ProposalState.WAITING


def test_a_refusal_keeps_its_reason_and_changes_nothing(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    with stored.begin() as session:
        refuse(session, key, Decision(BEN, LATER), reason="Nobody answers there")

    proposal = proposal_of(stored, key)
    assert (proposal.state, proposal.decided_by_name) == (ProposalState.REFUSED, "Ben")
    assert proposal.decision_reason == "Nobody answers there"
    assert number_of(stored) == OLD


def test_of_two_who_decide_one_after_the_other_the_second_is_told(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    ben_approves(stored, key)

    with stored() as session:
        with pytest.raises(DecidedMeanwhile) as told:
            approve(session, key, Decision(CAT, LATER), cool_off=AT_ONCE)
        with pytest.raises(DecidedMeanwhile):
            refuse(session, key, Decision(CAT, LATER), reason="no")
        with pytest.raises(DecidedMeanwhile):
            stop(session, key, by=CAT, at=LATER)
        with pytest.raises(DecidedMeanwhile):
            withdraw_proposal(session, key, by=ANA, at=LATER)
    assert told.value.state is ProposalState.LIVE


def test_of_two_who_decide_at_the_same_moment_one_wins_and_the_other_is_told(
    stored: sessionmaker[Session],
) -> None:
    key = ana_proposes(stored)

    def decide_after_the_other() -> None:
        with stored.begin() as second:
            held = second.get_one(Proposal, key)  # both have it before either decides
            assert held.state is ProposalState.WAITING
            with stored.begin() as first:
                refuse(first, key, Decision(BEN, LATER), reason="no")
            approve(second, key, Decision(CAT, LATER), cool_off=AT_ONCE)

    with pytest.raises(DecidedMeanwhile) as told:
        decide_after_the_other()

    assert told.value.state is ProposalState.REFUSED
    assert number_of(stored) == OLD
    assert proposal_of(stored, key).decided_by == "staff-2"


def test_approved_twice_at_the_same_moment_it_is_published_once(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)

    def approve_after_the_other() -> None:
        with stored.begin() as second:
            second.get_one(Proposal, key)
            ben_approves(stored, key)
            approve(second, key, Decision(CAT, LATER), cool_off=AT_ONCE)

    with pytest.raises(DecidedMeanwhile):
        approve_after_the_other()

    with stored() as session:
        rows = [each for each in history_of(session, SERVICE) if each.field_name == "number"]
    assert [each.approved_by for each in rows] == ["staff-2"]


def test_who_was_shown_an_older_version_does_not_approve(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    with stored() as session, pytest.raises(EditedMeanwhile):
        approve(session, key, Decision(BEN, LATER, seen=7), cool_off=AT_ONCE)


def test_an_approved_number_is_stopped_before_it_is_live(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    ben_approves(stored, key, DAY)
    with stored.begin() as session:
        stop(session, key, by=ANA, at=LATER)

    proposal = proposal_of(stored, key)
    assert (proposal.state, proposal.ended_by) == (ProposalState.STOPPED, "staff-1")
    assert number_of(stored) == OLD


def test_what_is_not_approved_cannot_be_stopped(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    with stored() as session, pytest.raises(DecidedMeanwhile):
        stop(session, key, by=BEN, at=LATER)


def test_a_proposal_that_is_not_there_is_named_as_such(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(NoProposal):
        approve(session, "no-such-id", Decision(BEN, LATER), cool_off=AT_ONCE)


def test_a_service_that_was_closed_is_put_back_by_two(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        editing.set_status(session, SERVICE, status=ServiceStatus.DEFUNCT, by=ANA, at=TUESDAY_NOON)
    key = ana_proposes_for_service(stored, {"status": "active"})
    ben_approves(stored, key, DAY)

    with stored() as session:
        assert session.get_one(Service, SERVICE).status is ServiceStatus.ACTIVE
        kinds = {row.last_action_type for row in history_of(session, SERVICE) if row.approved_by}
    assert kinds == {"restore"}


@pytest.mark.parametrize("field", ["name", "description", "what_happens", "told_to_police"])
def test_a_number_in_words_waits_for_a_second_person_and_cools_off(
    stored: sessionmaker[Session], field: str
) -> None:
    values = {field: f"Ring {NEW} instead"}
    with stored.begin() as session:
        sent = send(session, session.get_one(Service, SERVICE), values, Asking(ANA, TUESDAY_NOON))
        assert sent.proposal is not None
        assert (sent.shown, sent.proposal.kind) == (False, ProposalKind.WORDS)
        key = sent.proposal.id

    ben_approves(stored, key, DAY)

    assert proposal_of(stored, key).state is ProposalState.APPROVED
    with stored() as session:
        assert NEW not in (getattr(session.get_one(Service, SERVICE), field) or "")


def test_a_number_in_what_a_contact_is_called_waits(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        contact = session.get_one(Contact, CONTACT)
        sent = send(session, contact, {"name": f"Now {NEW}"}, Asking(ANA, TUESDAY_NOON))

    assert not sent.shown
