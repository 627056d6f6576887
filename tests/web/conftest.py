"""The web application over a real SQLite file, with a clock that tests move by hand."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.orm import sessionmaker

from directory.model import Base as DirectoryBase
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.web.staff_browser import StaffBrowser
from web.accounts.model import Base
from web.app import create_app
from web.resources import Resources


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The moment it shows."""
        return self.now

    def move(self, **step: float) -> None:
        """Moves on, as `timedelta` counts."""
        self.now += timedelta(**step)


@pytest.fixture
def clock() -> HandClock:
    """A Tuesday morning in November."""
    return HandClock()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the tables of the accounts and of the directory, made once and only copied."""
    path = tmp_path_factory.mktemp("blank") / "signpost.sqlite"
    engine = make_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    DirectoryBase.metadata.create_all(engine)
    engine.dispose()  # the last connection writes the log back into the one file
    return path


@pytest.fixture
def held(tmp_path: Path, blank: Path, clock: HandClock) -> Iterator[Resources]:
    """Resources over an empty database of the test's own."""
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    shutil.copyfile(blank, tmp_path / "signpost.sqlite")
    engine = make_engine(settings.database_url)
    yield Resources(settings, sessionmaker(engine, expire_on_commit=False), b"a secret for tests", clock)
    engine.dispose()


@pytest.fixture
def app(held: Resources) -> FastAPI:
    """The whole application."""
    return create_app(held)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """A browser that nobody has signed in; it follows no redirect by itself."""
    return TestClient(app, base_url="http://localhost:8000", follow_redirects=False)


@pytest.fixture
def browser(client: TestClient, held: Resources) -> StaffBrowser:
    """A browser that can sign in, read pages and send their forms."""
    return StaffBrowser(client, held)
