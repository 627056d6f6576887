"""Systems under their watch, shared by the tests that break them: each waits until it has healed."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import text

from signpost.database import make_engine
from tests.faults.supervised import Supervised, supervised
from tests.running import running_system


@pytest.fixture(scope="session")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Supervised]:
    """On SQLite."""
    with running_system(tmp_path_factory.mktemp("watched")) as system, supervised(system) as found:
        yield found


@pytest.fixture(scope="session")
def watched_on_postgres(
    postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Supervised]:
    """On a PostgreSQL database of its own."""
    name = f"faults_{uuid4().hex}"
    engine = make_engine(postgres_server).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    url = postgres_server.replace("/postgres?", f"/{name}?")
    home = tmp_path_factory.mktemp("watched-on-postgres")
    with running_system(home, database_url=url) as system, supervised(system) as found:
        yield found


@pytest.fixture(params=["watched", "watched_on_postgres"], ids=["sqlite", "postgres"])
def either(request: pytest.FixtureRequest) -> Supervised:
    """A system on each kind of database."""
    found: Supervised = request.getfixturevalue(request.param)
    return found
