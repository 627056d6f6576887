"""Inserting rows that may be there already: the first one stays."""

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from usage.model import Base


def insert_once(session: Session, model: type[Base]) -> Insert:
    """An INSERT that leaves out rows whose primary key is taken, for the session's database."""
    # No conflict target: naming one would make PostgreSQL ask for the right to read the table.
    table = model.__table__
    assert isinstance(table, Table)
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
