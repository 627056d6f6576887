"""One engine for the one database; a leaf that any process may import."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Dialect, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from signpost.private_files import make_private_database


BUSY_MILLISECONDS = 5000  # how long a statement waits for somebody else's lock before it is refused
IN_MEMORY = ":memory:"
BY_URI = "file:"


def make_engine(url: str) -> Engine:
    """An engine for a database URL; nobody waits for a lock for ever.

    SQLite gets write-ahead logging, foreign keys and privacy.
    """
    if url.startswith("postgresql://"):
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)  # no value reaches an error text
    if engine.dialect.name == "sqlite":
        event.listen(engine, "do_connect", _make_private)
        event.listen(engine, "connect", _prepare_sqlite)
    if engine.dialect.name == "postgresql":
        event.listen(engine, "connect", _prepare_postgres)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same engine for sessions that change nothing; each of their statements stands by itself.

    On PostgreSQL nothing is begun, then, and nothing rolled back: psycopg forgets with each rollback what it
    has prepared, and every statement would be planned anew. SQLite begins nothing for reading anyway.
    """
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def _make_private(
    _dialect: Dialect,
    _record: ConnectionPoolEntry,
    arguments: Sequence[str],
    _options: Mapping[str, object],
) -> None:
    """Closes the file to other users before SQLite opens it, so that nothing is ever written in the open."""
    if not arguments[0].startswith((IN_MEMORY, BY_URI)):
        make_private_database(Path(arguments[0]))


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # an acknowledged edit survives a power cut
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
    cursor.close()


def _prepare_postgres(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """By itself PostgreSQL waits for a lock for ever, and everybody behind it in the queue waits too."""
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = {BUSY_MILLISECONDS}")
    cursor.close()
    connection.commit()
