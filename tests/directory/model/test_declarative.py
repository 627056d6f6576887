"""Tests of the columns that all tables share."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Service
from directory.opening_hours import LONDON
from directory.terms import ServiceStatus
from tests.directory.factories import store_a_service


def test_a_moment_comes_back_aware_and_the_same(sessions: sessionmaker[Session]) -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=LONDON)
    with sessions() as session:
        store_a_service(session).last_modified = summer
        session.commit()
    with sessions() as session:
        found = session.query(Service).one().last_modified
        assert found == summer
        assert found.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        store_a_service(session).last_modified = datetime(2026, 7, 1, 12)
        with pytest.raises(StatementError):
            session.flush()


def test_a_closed_list_is_stored_by_its_values(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        store_a_service(session).status = ServiceStatus.TEMPORARILY_CLOSED
        session.commit()
    with sessions() as session:
        assert session.scalar(text("SELECT status FROM service")) == "temporarily closed"
