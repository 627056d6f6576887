"""Tests of proposing: what waits, what needs nobody, what is refused, and taking it back."""

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.errors import (
    AlreadyProposed,
    DecidedMeanwhile,
    NoProposal,
    NothingToPropose,
    OtherPerson,
)
from directory.approval.proposing import Asking, propose, withdraw_proposal
from directory.approval.values import after_of, before_of
from directory.checking import BadValue, Fault
from directory.history import history_of
from directory.model import Contact, Proposal
from directory.saving import EditedMeanwhile
from directory.terms import ProposalKind, ProposalState
from tests.directory.approval.conftest import (
    ANA,
    BEN,
    CONTACT,
    NEW,
    OLD,
    SERVICE,
    ana_proposes,
    ana_proposes_for_service,
    number_of,
    proposal_of,
)
from tests.directory.factories import TUESDAY_NOON


def test_the_last_approved_version_stays_until_a_second_person_agrees(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)

    assert number_of(stored) == OLD
    proposal = proposal_of(stored, key)
    assert (proposal.state, proposal.kind) == (ProposalState.WAITING, ProposalKind.NUMBER)
    assert (before_of(proposal)["number"], after_of(proposal)["number"]) == (OLD, NEW)
    assert (proposal.proposed_by, proposal.proposed_by_name, proposal.reason) == ("staff-1", "Ana", "rang it")
    with stored() as session:
        assert history_of(session, SERVICE) == []


def test_a_typed_number_will_count_as_confirmed_by_whoever_typed_it(stored: sessionmaker[Session]) -> None:
    after = after_of(proposal_of(stored, ana_proposes(stored, {"number": "01132403040"})))

    assert after == {
        "number": NEW,
        "verified": "person",
        "confirmed_on": "2026-11-24",
        "confirmed_by": "staff-1",
    }


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"hours": "MO 09:00-17:00, bank holidays closed", "hours_basis": "own"}, ProposalKind.HOURS),
        ({"minimum_age": "16"}, ProposalKind.ELIGIBILITY),
        ({"areas": "E06000020"}, ProposalKind.ELIGIBILITY),
    ],
)
def test_a_proposal_is_of_the_kind_of_its_fields(
    stored: sessionmaker[Session], values: dict[str, str | None], kind: ProposalKind
) -> None:
    assert proposal_of(stored, ana_proposes(stored, values)).kind is kind


@pytest.mark.parametrize("values", [{"for_whom": "Adults"}, {"not_for": "Anyone under 18"}])
def test_whom_a_service_is_for_waits(stored: sessionmaker[Session], values: dict[str, str | None]) -> None:
    assert proposal_of(stored, ana_proposes_for_service(stored, values)).kind is ProposalKind.ELIGIBILITY


def test_what_is_there_already_or_needs_nobody_is_no_proposal(stored: sessionmaker[Session]) -> None:
    for values in ({"number": "01952385385"}, {"note": "Ask for Jo"}, {}):
        with pytest.raises(NothingToPropose):
            ana_proposes(stored, values | {"hours": None})


@pytest.mark.parametrize(
    ("values", "field", "fault"),
    [
        ({"number": "12"}, "number", Fault.NOT_A_NUMBER),
        ({"number": None}, "number", Fault.MISSING),
        ({"minimum_age": "x"}, "minimum_age", Fault.NOT_AN_AGE),
        ({"minimum_age": "18", "maximum_age": "17"}, "maximum_age", Fault.AGES_CROSSED),
    ],
)
def test_a_value_nobody_could_use_is_refused(
    stored: sessionmaker[Session], values: dict[str, str | None], field: str, fault: Fault
) -> None:
    with pytest.raises(BadValue) as refused:
        ana_proposes(stored, values)

    assert (refused.value.field, refused.value.fault) == (field, fault)


def test_the_same_proposal_is_made_once(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)

    with pytest.raises(AlreadyProposed) as refused:
        ana_proposes(stored)

    assert refused.value.proposal_id == key


def test_after_a_refusal_the_same_can_be_proposed_again(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        withdraw_proposal(session, ana_proposes(stored), by=ANA, at=TUESDAY_NOON)

    assert proposal_of(stored, ana_proposes(stored)).state is ProposalState.WAITING


def test_whoever_saw_an_older_version_is_refused(stored: sessionmaker[Session]) -> None:
    asking = Asking(ANA, TUESDAY_NOON, seen=7)
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        with pytest.raises(EditedMeanwhile):
            propose(session, contact, {"number": NEW}, asking)


@pytest.mark.parametrize("checked", [True, False])
def test_what_is_put_back_counts_as_confirmed_only_if_it_was_checked(
    stored: sessionmaker[Session], *, checked: bool
) -> None:
    with stored.begin() as session:
        session.get_one(Contact, CONTACT).withdrawn_at = TUESDAY_NOON

    proposal = proposal_of(stored, ana_proposes(stored, {"withdrawn_at": None}, checked=checked))

    assert proposal.kind is ProposalKind.PUT_BACK
    assert after_of(proposal)["confirmed_by"] == ("staff-1" if checked else None)


def test_whoever_proposed_takes_it_back(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    with stored.begin() as session:
        withdraw_proposal(session, key, by=ANA, at=TUESDAY_NOON)

    proposal = proposal_of(stored, key)
    assert (proposal.state, proposal.ended_by) == (ProposalState.WITHDRAWN, "staff-1")
    with stored() as session, pytest.raises(DecidedMeanwhile):
        withdraw_proposal(session, key, by=ANA, at=TUESDAY_NOON)


def test_nobody_takes_back_what_somebody_else_proposed(stored: sessionmaker[Session]) -> None:
    key = ana_proposes(stored)
    with stored() as session, pytest.raises(OtherPerson):
        withdraw_proposal(session, key, by=BEN, at=TUESDAY_NOON)


def test_a_proposal_that_is_not_there_is_named_as_such(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(NoProposal):
        withdraw_proposal(session, "no-such-id", by=ANA, at=TUESDAY_NOON)


def test_nothing_is_kept_when_the_caller_does_not_commit(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        propose(session, session.get_one(Contact, CONTACT), {"number": NEW}, Asking(ANA, TUESDAY_NOON))
        session.rollback()
    with stored() as session:
        assert session.query(Proposal).count() == 0
