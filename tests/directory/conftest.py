"""The starter directory on both databases, for tests that only read it."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

import migrations
from directory.starter import fill
from signpost.database import make_engine


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def starter_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated and filled database that no test may change, once of each kind."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('starter') / 'starter.sqlite'}"
    else:
        url = _make_postgres_database(request.getfixturevalue("postgres_server"))
    migrations.upgrade(url)
    engine = make_engine(url)
    with Session(engine) as session:
        fill(session)
        session.commit()
    engine.dispose()
    return url


@pytest.fixture
def starter(starter_url: str) -> Iterator[Session]:
    """A session on the starter directory, rolled back at the end."""
    engine = make_engine(starter_url)
    with sessionmaker(engine)() as session:
        yield session
        session.rollback()
    engine.dispose()


def _make_postgres_database(server: str) -> str:
    name = f"starter_{uuid4().hex}"
    address = server.replace("postgresql://", "postgresql+psycopg://")
    admin = create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    return server.replace("/postgres?", f"/{name}?")
