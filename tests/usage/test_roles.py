"""Each database role can do its part, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import ASKED, LATE, an_event, store
from usage.log import UsageLog
from usage.model import Base, CubeRow, ReleaseRecord, UsageRow
from usage.release import offer, release
from usage.roles import GRANTS, NotPostgres, UsageRole, make_roles
from usage.roll_up import purge, roll_up
from vocabulary.pathway import Traffic


MODELS: tuple[type[Base], ...] = (UsageRow, CubeRow, ReleaseRecord)


@pytest.fixture
def with_roles(postgres_sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    """A PostgreSQL database whose roles were made, and made again."""
    for _ in range(2):
        with postgres_sessions.kw["bind"].begin() as connection:
            make_roles(connection)
    return postgres_sessions


@contextmanager
def acting_as(sessions: sessionmaker[Session], role: UsageRole) -> Iterator[sessionmaker[Session]]:
    """Sessions of one connection that has taken on a role."""
    with sessions.kw["bind"].connect() as connection:
        connection.execute(text(f"SET ROLE {role}"))
        connection.commit()
        yield sessionmaker(connection)
        connection.rollback()
        connection.execute(text("RESET ROLE"))
        connection.commit()


def test_the_writer_is_enough_for_the_log(tmp_path: Path, with_roles: sessionmaker[Session]) -> None:
    with acting_as(with_roles, UsageRole.WRITER) as sessions:
        log = UsageLog(tmp_path / "spool", sessions)
        log.record(an_event())
        flushed = log.flush()

    with with_roles() as session:
        assert flushed
        assert len(session.scalars(select(UsageRow)).all()) == 1


def test_the_roller_is_enough_to_roll_up_and_to_purge(with_roles: sessionmaker[Session]) -> None:
    store(with_roles, [an_event() for _ in range(12)])

    with acting_as(with_roles, UsageRole.ROLLER) as sessions:
        assert roll_up(sessions, at=LATE) > 0
        assert purge(sessions, days=90, at=LATE) == 12


def test_the_releaser_is_enough_to_offer_and_to_release(with_roles: sessionmaker[Session]) -> None:
    store(with_roles, [an_event() for _ in range(12)])
    roll_up(with_roles, at=LATE)

    with acting_as(with_roles, UsageRole.RELEASER) as sessions, sessions.begin() as session:
        offered = offer(session, traffic=Traffic.REAL, at=LATE)
        table = release(session, ASKED, by="analyst-1", at=LATE)

    assert offered.weeks
    assert table.figure(None, None) == 10


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("role", UsageRole)
@pytest.mark.parametrize("right", ["SELECT", "INSERT", "UPDATE", "DELETE"])
def test_a_role_has_no_other_right(
    with_roles: sessionmaker[Session], role: UsageRole, model: type[Base], right: str
) -> None:
    table = model.__tablename__
    asked = text("SELECT has_table_privilege(:role, :table, :right)")

    with with_roles() as session:
        has = session.scalar(asked, {"role": role.value, "table": table, "right": right})

    assert has is (right in GRANTS[role].get(model, ""))


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        (UsageRole.WRITER, "SELECT visit FROM usage_event"),
        (UsageRole.WRITER, "SELECT body FROM usage_cube"),
        (UsageRole.RELEASER, "SELECT visit FROM usage_event"),
        (UsageRole.RELEASER, "DELETE FROM usage_release"),
        (UsageRole.ROLLER, "SELECT 1 FROM usage_release"),
    ],
)
def test_what_a_role_may_not_do_is_refused(
    with_roles: sessionmaker[Session], role: UsageRole, statement: str
) -> None:
    with acting_as(with_roles, role) as sessions, sessions() as session:
        with pytest.raises(ProgrammingError, match="permission denied"):
            session.execute(text(statement))
        session.rollback()


def test_sqlite_says_that_it_has_no_roles(sqlite_sessions: sessionmaker[Session]) -> None:
    with pytest.raises(NotPostgres), sqlite_sessions.kw["bind"].begin() as connection:
        make_roles(connection)


def test_moments_are_recorded_with_their_zone(with_roles: sessionmaker[Session]) -> None:
    store(with_roles, [an_event()])
    roll_up(with_roles, at=LATE)
    with with_roles.begin() as session:
        release(session, ASKED, by="analyst-1", at=LATE)

    with with_roles() as session:
        assert session.scalars(select(ReleaseRecord.at)).all() == [datetime(2026, 5, 1, tzinfo=UTC)]
