"""The migration makes the tables of the models, and takes them away again."""

from collections.abc import Iterator
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, inspect
from sqlalchemy.orm import Session, sessionmaker

from usage.model import Base


FILE = Path(__file__).parents[2] / "migrations" / "versions" / "0002_usage.py"


@pytest.fixture
def migration() -> ModuleType:
    """The module of the migration."""
    spec = util.spec_from_file_location("migration_0002", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def connection(sessions: sessionmaker[Session]) -> Iterator[Connection]:
    """A connection to a database without tables."""
    with sessions() as session:
        connection = session.connection()
        Base.metadata.drop_all(connection)
        yield connection


def test_the_migration_makes_what_the_models_say(migration: ModuleType, connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_type": True})

    with Operations.context(context):
        migration.upgrade()

    assert compare_metadata(context, Base.metadata) == []


def test_the_migration_can_be_undone(migration: ModuleType, connection: Connection) -> None:
    with Operations.context(MigrationContext.configure(connection)):
        migration.upgrade()
        migration.downgrade()

    assert inspect(connection).get_table_names() == []
