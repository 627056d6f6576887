"""The tables of staff accounts."""

from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from tests.web.conftest import HandClock
from web.accounts.model import Base, SignInAttempt
from web.resources import Resources


CLASSES = {"kept", "keyed", "secret", "sealed"}


def test_every_column_says_how_private_it_is() -> None:
    unclassed = [
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.info.get("privacy") not in CLASSES
    ]

    assert unclassed == []


def test_a_moment_comes_back_as_it_was(held: Resources, clock: HandClock) -> None:
    summer = clock().astimezone(timezone(timedelta(hours=1)))
    with held.sessions.begin() as session:
        session.add(SignInAttempt(id="1", account="a", network="n", at=summer))

    with held.sessions() as session:
        assert session.get_one(SignInAttempt, "1").at == clock()


def test_a_moment_without_a_zone_is_refused(held: Resources) -> None:
    with held.sessions() as session:
        session.add(SignInAttempt(id="1", account="a", network="n", at=datetime(2026, 11, 24, 10, 0)))

        with pytest.raises(StatementError):
            session.flush()
