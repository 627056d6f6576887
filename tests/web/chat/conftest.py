"""The chat over a real directory in SQLite and a small real engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine as Database
from sqlalchemy.orm import Session, sessionmaker

from directory.model import Base
from directory.starter import fill
from signpost.database import make_engine
from signpost.secrets import read_or_make_secret
from signpost.settings import read_settings
from tests.redis_server import RedisServer
from tests.web.chat.fake_engine import FakeEngine, Server, serve, stop
from tests.web.conftest import HandClock
from usage.model import Base as UsageBase
from web.app import create_app
from web.resources import Resources


@dataclass
class Place:
    """One installation: its engine can be stopped and its database closed during a test."""

    app: FastAPI
    engine: FakeEngine
    server: Server
    database: Database
    resources: Resources

    def stop_engine(self) -> None:
        """The engine goes away."""
        stop(self.server)

    def start_engine(self) -> None:
        """It comes back where it was."""
        self.server = serve(self.engine, self.resources.settings.rasa_port)


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the starter directory, copied by each test."""
    path = tmp_path_factory.mktemp("starter") / "signpost.sqlite"
    database = make_engine(f"sqlite:///{path}")
    Base.metadata.create_all(database)
    UsageBase.metadata.create_all(database)
    with Session(database) as session:
        fill(session)
        session.commit()
    with database.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.dispose()
    return path


@pytest.fixture
def environ() -> dict[str, str]:
    """Settings that a test wants different; parametrise or override it."""
    return {}


@contextmanager
def installation(folder: Path, starter: Path, clock: HandClock, environ: dict[str, str]) -> Iterator[Place]:
    """A whole installation in an empty folder, with a fake engine."""
    home = folder / "home"
    home.mkdir()
    (home / "signpost.sqlite").write_bytes(starter.read_bytes())
    engine = FakeEngine(token=read_or_make_secret(home, "engine").hex())
    server = serve(engine)
    port = str(server.server_port)
    settings = read_settings({"SIGNPOST_HOME": str(home), "SIGNPOST_RASA_PORT": port, **environ})
    database = make_engine(settings.database_url)
    resources = Resources(settings, sessionmaker(database, expire_on_commit=False), b"s" * 32, clock)
    found = Place(create_app(resources), engine, server, database, resources)
    yield found
    stop(found.server)
    database.dispose()


@pytest.fixture
def place(tmp_path: Path, starter: Path, clock: HandClock, environ: dict[str, str]) -> Iterator[Place]:
    """A whole installation with a fake engine."""
    with installation(tmp_path, starter, clock, environ) as found:
        yield found


@pytest.fixture
def client(place: Place) -> Iterator[TestClient]:
    """A machine that speaks the contract."""
    with TestClient(place.app, base_url="http://localhost:8000", follow_redirects=False) as client:
        yield client


@pytest.fixture(params=["memory", "redis"])
def home(request: pytest.FixtureRequest) -> RedisServer | None:
    """None is the memory of one process."""
    return request.getfixturevalue("redis") if request.param == "redis" else None
