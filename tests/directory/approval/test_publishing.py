"""Tests of publishing: what is due is shown once, however often and from wherever it is asked for."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.approval.deciding import Decision, approve, stop
from directory.approval.proposing import withdraw_proposal
from directory.approval.publishing import publish_due
from directory.approval.values import stale_fields
from directory.chain import verify
from directory.history import Act, Action, Change, history_of, record
from directory.model import Contact
from directory.terms import ProposalState, SentBack
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
from tests.directory.two_people import change


@pytest.fixture
def cooling(stored: sessionmaker[Session]) -> str:
    """A number that Ana proposed and Ben approved on Tuesday at noon, to go live a day later."""
    key = ana_proposes(stored)
    with stored.begin() as session:
        approve(session, key, Decision(BEN, TUESDAY_NOON), cool_off=DAY)
    return key


def show_due(stored: sessionmaker[Session], *, at: datetime, **shut: datetime) -> list[str]:
    """Publishes what is due while the people named in `shut`, by their ids, have been shut out since."""
    moments = {key.replace("_", "-"): moment for key, moment in shut.items()}
    return publish_due(stored, at=at, disabled_at=lambda _, person: moments.get(person))


def test_nothing_is_shown_before_its_time(stored: sessionmaker[Session], cooling: str) -> None:
    assert show_due(stored, at=TUESDAY_NOON + DAY - timedelta(seconds=1)) == []
    assert number_of(stored) == OLD
    assert proposal_of(stored, cooling).state is ProposalState.APPROVED


def test_what_is_due_is_shown_once(stored: sessionmaker[Session], cooling: str) -> None:
    due = TUESDAY_NOON + DAY
    assert show_due(stored, at=due) == [cooling]
    assert show_due(stored, at=due + DAY) == []

    assert number_of(stored) == NEW
    with stored() as session:
        [row] = [each for each in history_of(session, SERVICE) if each.field_name == "number"]
    assert (row.approved_by, row.approved_at, row.last_action_date) == ("staff-2", TUESDAY_NOON, due)


def test_long_after_a_stop_of_everything_it_is_still_shown(
    stored: sessionmaker[Session], cooling: str
) -> None:
    assert show_due(stored, at=TUESDAY_NOON + 30 * DAY) == [cooling]


def test_what_was_stopped_is_never_shown(stored: sessionmaker[Session], cooling: str) -> None:
    with stored.begin() as session:
        stop(session, cooling, by=CAT, at=TUESDAY_NOON)

    assert show_due(stored, at=TUESDAY_NOON + DAY) == []
    assert number_of(stored) == OLD


def test_many_who_look_at_the_same_moment_show_it_once(stored: sessionmaker[Session], cooling: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: show_due(stored, at=TUESDAY_NOON + DAY), range(12)))

    assert [key for keys in found for key in keys] == [cooling]
    with stored() as session:
        assert [each.field_name for each in history_of(session, SERVICE)].count("number") == 1
        assert verify(session).broken is None


def test_a_number_changed_meanwhile_sends_it_back_for_a_second_look(
    stored: sessionmaker[Session], cooling: str
) -> None:
    with stored.begin() as session:
        change(session, session.get_one(Contact, CONTACT), {"number": "101"}, by=CAT, at=TUESDAY_NOON)

    assert show_due(stored, at=TUESDAY_NOON + DAY) == []

    assert number_of(stored) == "101"
    proposal = proposal_of(stored, cooling)
    assert (proposal.state, proposal.live_at) == (ProposalState.WAITING, None)
    assert (proposal.sent_back, proposal.decided_by) == (SentBack.CHANGED, BEN.id)
    with stored() as session:
        assert stale_fields(session.get_one(Contact, CONTACT), proposal) == ["number"]


@pytest.mark.parametrize("hours", [1, 24, 240])
@pytest.mark.parametrize(
    ("person", "why"),
    [("staff_1", SentBack.PROPOSER_DISABLED), ("staff_2", SentBack.APPROVER_DISABLED)],
)
def test_what_somebody_since_shut_out_sent_or_approved_waits_again(
    stored: sessionmaker[Session], cooling: str, person: str, why: SentBack, hours: int
) -> None:
    """At once, not only when it is due, and however late anybody looks."""
    at = TUESDAY_NOON + timedelta(hours=hours)

    assert show_due(stored, at=at, **{person: TUESDAY_NOON + timedelta(minutes=1)}) == []

    assert number_of(stored) == OLD
    proposal = proposal_of(stored, cooling)
    assert (proposal.state, proposal.sent_back, proposal.live_at) == (ProposalState.WAITING, why, None)
    assert (proposal.decided_by, proposal.decided_at) == (BEN.id, TUESDAY_NOON)


def test_somebody_else_shut_out_holds_nothing_back(stored: sessionmaker[Session], cooling: str) -> None:
    assert show_due(stored, at=TUESDAY_NOON + DAY, staff_3=TUESDAY_NOON) == [cooling]


def test_a_third_person_s_approval_shows_it_in_the_end(stored: sessionmaker[Session], cooling: str) -> None:
    shut = {"staff_1": TUESDAY_NOON + timedelta(minutes=1)}
    show_due(stored, at=TUESDAY_NOON + timedelta(hours=1), **shut)
    with stored.begin() as session:
        approve(session, cooling, Decision(CAT, TUESDAY_NOON + timedelta(hours=2)), cool_off=DAY)

    assert show_due(stored, at=TUESDAY_NOON + timedelta(hours=25), **shut) == []
    assert show_due(stored, at=TUESDAY_NOON + timedelta(hours=26), **shut) == [cooling]
    assert proposal_of(stored, cooling).sent_back is None


def test_what_was_taken_back_stays_so_whoever_is_shut_out(
    stored: sessionmaker[Session], cooling: str
) -> None:
    with stored.begin() as session:
        withdraw_proposal(session, cooling, by=ANA, at=TUESDAY_NOON)

    show_due(stored, at=TUESDAY_NOON + DAY, staff_1=TUESDAY_NOON, staff_2=TUESDAY_NOON)

    assert proposal_of(stored, cooling).state is ProposalState.WITHDRAWN


def test_a_confirmation_meanwhile_does_not_hold_it_back(stored: sessionmaker[Session], cooling: str) -> None:
    with stored.begin() as session:
        editing.confirm_contact(session, CONTACT, by=CAT, at=TUESDAY_NOON)

    assert show_due(stored, at=TUESDAY_NOON + DAY) == [cooling]


def test_a_contact_withdrawn_meanwhile_stays_withdrawn(stored: sessionmaker[Session], cooling: str) -> None:
    with stored.begin() as session:
        editing.withdraw_contact(session, CONTACT, by=CAT, at=TUESDAY_NOON)

    assert show_due(stored, at=TUESDAY_NOON + DAY) == [cooling]

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


def test_a_clock_set_back_by_a_day_shows_it_a_day_late_and_once(
    stored: sessionmaker[Session], cooling: str
) -> None:
    due = TUESDAY_NOON + DAY
    assert show_due(stored, at=due - DAY - timedelta(seconds=1)) == []
    assert show_due(stored, at=due) == [cooling]

    # Set back after it was shown: it stays, is not shown again, and the next change fits into the history.
    assert show_due(stored, at=due - DAY) == []
    assert number_of(stored) == NEW
    with stored.begin() as session:
        contact = session.get_one(Contact, CONTACT)
        change(session, contact, {"number": OLD}, by=ANA, at=due - DAY)
    with stored() as session:
        assert verify(session).broken is None
    assert number_of(stored) == OLD


def test_a_clock_that_is_a_day_ahead_ends_the_cool_off_and_setting_it_right_hides_nothing(
    stored: sessionmaker[Session], cooling: str
) -> None:
    assert show_due(stored, at=TUESDAY_NOON + DAY + timedelta(minutes=1)) == [cooling]

    assert show_due(stored, at=TUESDAY_NOON + timedelta(minutes=2)) == []
    assert number_of(stored) == NEW
    assert proposal_of(stored, cooling).state is ProposalState.LIVE
