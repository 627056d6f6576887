"""Signing in, on each of the two databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import sessionmaker

from signpost.database import make_engine
from signpost.settings import read_settings
from tests.web.conftest import HandClock
from web.accounts.attempts import MOST_FOR_ACCOUNT
from web.accounts.errors import SignInRefused, TooManyAttempts
from web.accounts.model import Base, SignInAttempt
from web.accounts.roles import Role
from web.accounts.sessions import current_staff
from web.accounts.sign_in import sign_in
from web.accounts.users import add_staff, disable_staff, find_staff
from web.resources import Resources


EMAIL = "ann@example.org"
PASSWORD = "three random words"


@pytest.fixture
def held(database_url: str, tmp_path: Path, clock: HandClock) -> Iterator[Resources]:
    """Resources with one manager, once on SQLite and once on PostgreSQL."""
    engine = make_engine(database_url)
    Base.metadata.create_all(engine)
    sessions = sessionmaker(engine, expire_on_commit=False)
    with sessions.begin() as session:
        add_staff(session, EMAIL, Role.MANAGER, PASSWORD, at=clock())
    yield Resources(read_settings({"SIGNPOST_HOME": str(tmp_path)}), sessions, b"a secret for tests", clock)
    engine.dispose()


def _sign_in(held: Resources, password: str, email: str = EMAIL) -> str:
    return sign_in(held, email=email, password=password, address="192.0.2.7")


@pytest.mark.parametrize("email", ["\ud800a@x.org", "\x00", "a@x.org\udfff"])
def test_an_address_that_no_database_takes_is_a_wrong_one(held: Resources, email: str) -> None:
    with pytest.raises(SignInRefused):
        _sign_in(held, PASSWORD, email)


def test_the_right_password_opens_a_session(held: Resources) -> None:
    token = _sign_in(held, PASSWORD, " ANN@example.org")

    with held.sessions() as session:
        staff = current_staff(session, token, at=held.clock())
        assert staff is not None
        assert staff.email == EMAIL


@pytest.mark.parametrize(("email", "password"), [(EMAIL, "wrong"), ("bob@example.org", PASSWORD)])
def test_a_wrong_part_is_refused_alike(held: Resources, email: str, password: str) -> None:
    with pytest.raises(SignInRefused) as refused:
        _sign_in(held, password, email)

    assert not refused.value.args


def test_a_disabled_account_is_refused_like_a_wrong_password(held: Resources) -> None:
    with held.sessions.begin() as session:
        staff = find_staff(session, EMAIL)
        assert staff is not None
        disable_staff(session, staff, at=held.clock())

    with pytest.raises(SignInRefused):
        _sign_in(held, PASSWORD)


def test_a_locked_account_refuses_the_right_password_too(held: Resources) -> None:
    for _ in range(MOST_FOR_ACCOUNT):
        with pytest.raises(SignInRefused):
            _sign_in(held, "wrong")

    with pytest.raises(TooManyAttempts):
        _sign_in(held, PASSWORD)


def test_the_right_password_clears_the_count(held: Resources) -> None:
    with pytest.raises(SignInRefused):
        _sign_in(held, "wrong")

    _sign_in(held, PASSWORD)

    with held.sessions() as session:
        assert session.query(SignInAttempt).count() == 0
