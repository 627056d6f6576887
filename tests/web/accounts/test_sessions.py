"""Sessions end by idleness, by age, by signing out."""

import pytest
from sqlalchemy.orm import Session

from tests.web.conftest import HandClock
from web.accounts.model import Staff, StaffSession
from web.accounts.roles import Role
from web.accounts.sessions import current_staff, end_session, start_session
from web.accounts.users import add_staff
from web.resources import Resources


@pytest.fixture
def session(held: Resources) -> Session:
    """A database session."""
    return held.sessions()


@pytest.fixture
def ann(session: Session, clock: HandClock) -> Staff:
    """A manager."""
    return add_staff(session, "ann@example.org", Role.MANAGER, "three random words", at=clock())


def test_a_token_opens_its_session(session: Session, ann: Staff, clock: HandClock) -> None:
    token = start_session(session, ann, at=clock())

    assert current_staff(session, token, at=clock()) is ann


@pytest.mark.parametrize("token", ["", "x", "é", "\udc80", "0" * 10_000])
def test_a_made_up_token_opens_nothing(session: Session, ann: Staff, clock: HandClock, token: str) -> None:
    start_session(session, ann, at=clock())

    assert current_staff(session, token, at=clock()) is None


def test_the_token_itself_is_stored_nowhere(session: Session, ann: Staff, clock: HandClock) -> None:
    token = start_session(session, ann, at=clock())
    session.flush()

    stored = session.query(StaffSession).one()
    assert token not in repr(vars(stored))


@pytest.mark.parametrize(("minutes", "still"), [(14.99, True), (15, False), (16, False)])
def test_a_session_ends_after_fifteen_idle_minutes(
    session: Session, ann: Staff, clock: HandClock, minutes: float, *, still: bool
) -> None:
    token = start_session(session, ann, at=clock())

    clock.move(minutes=minutes)

    assert (current_staff(session, token, at=clock()) is not None) is still


@pytest.mark.parametrize(("minutes", "still"), [(479, True), (480, False)])
def test_a_session_ends_after_eight_hours_however_busy(
    session: Session, ann: Staff, clock: HandClock, minutes: int, *, still: bool
) -> None:
    token = start_session(session, ann, at=clock())
    for _ in range(minutes // 10):
        clock.move(minutes=10)
        found = current_staff(session, token, at=clock())
    clock.move(minutes=minutes % 10)

    found = current_staff(session, token, at=clock())

    assert (found is not None) is still


def test_an_ended_session_does_not_wake_up(session: Session, ann: Staff, clock: HandClock) -> None:
    token = start_session(session, ann, at=clock())
    clock.move(minutes=16)
    current_staff(session, token, at=clock())

    assert current_staff(session, token, at=clock()) is None


def test_signing_out_ends_one_session_and_no_other(session: Session, ann: Staff, clock: HandClock) -> None:
    here, there = (start_session(session, ann, at=clock()) for _ in range(2))

    end_session(session, here)

    assert current_staff(session, here, at=clock()) is None
    assert current_staff(session, there, at=clock()) is ann


def test_a_disabled_account_has_no_session(session: Session, ann: Staff, clock: HandClock) -> None:
    token = start_session(session, ann, at=clock())

    ann.disabled_at = clock()

    assert current_staff(session, token, at=clock()) is None


def test_ended_sessions_are_cleared_away(session: Session, ann: Staff, clock: HandClock) -> None:
    start_session(session, ann, at=clock())
    clock.move(hours=1)

    start_session(session, ann, at=clock())
    session.flush()

    assert session.query(StaffSession).count() == 1
