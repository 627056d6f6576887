"""The tables of usage on a real SQLite file and a real PostgreSQL."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from usage.model import Base


@pytest.fixture
def postgres_sessions(postgres_url: str) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty PostgreSQL database."""
    yield from _sessions(postgres_url)


@pytest.fixture
def sqlite_sessions(sqlite_url: str) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty SQLite file."""
    yield from _sessions(sqlite_url)


@pytest.fixture(params=["sqlite", "postgres"])
def sessions(request: pytest.FixtureRequest) -> sessionmaker[Session]:
    """Sessions on each kind of database in turn."""
    found: sessionmaker[Session] = request.getfixturevalue(f"{request.param}_sessions")
    return found


def _sessions(url: str) -> Iterator[sessionmaker[Session]]:
    engine = make_engine(url)
    Base.metadata.create_all(engine)
    yield sessionmaker(engine)
    engine.dispose()
