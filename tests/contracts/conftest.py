"""The whole application over the starter directory, made once: contract tests only read."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy.orm import sessionmaker

from directory import starter
from directory.model import Base
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.contracts.places import store_places
from web.app import create_app
from web.resources import Resources


@pytest.fixture(scope="session")
def starter_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application with all the starter services, the day after their pages were read."""
    home = tmp_path_factory.mktemp("contracts")
    # The fuzzer asks without a network, under this name.
    settings = read_settings({"SIGNPOST_HOME": str(home), "SIGNPOST_ALLOWED_HOSTS": "testserver"})
    engine = make_engine(settings.database_url)
    Base.metadata.create_all(engine)
    sessions = sessionmaker(engine, expire_on_commit=False)
    with sessions.begin() as session:
        starter.fill(session)
        store_places(session)
    yield create_app(
        Resources(settings, sessions, b"a secret for tests", lambda: datetime(2026, 11, 24, 10, tzinfo=UTC))
    )
    engine.dispose()


@pytest.fixture(scope="session")
def machine(starter_app: FastAPI) -> TestClient:
    """Another program that reads the open directory."""
    return TestClient(starter_app, base_url="http://localhost:8000", follow_redirects=False)
