"""The three database roles of usage on PostgreSQL: who may write events, roll them up, and read for release.

Each is a role without sign-in; an operator grants it to the login of the process that needs it. SQLite has no
roles: there the file's permissions are the only lock.
"""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import Connection, text

from usage.model import Base, CubeRow, ReleaseRecord, UsageRow


class UsageRole(StrEnum):
    """One of the roles; the value is its name in PostgreSQL."""

    WRITER = "signpost_usage_writer"  # the chat: adds events, reads nothing
    ROLLER = "signpost_usage_roller"  # the daily job: reads events, stores tables, deletes events
    RELEASER = "signpost_usage_releaser"  # the insights: reads tables, records releases; never sees an event


GRANTS: Mapping[UsageRole, Mapping[type[Base], str]] = {
    UsageRole.WRITER: {UsageRow: "INSERT"},
    UsageRole.ROLLER: {UsageRow: "SELECT, DELETE", CubeRow: "SELECT, INSERT"},
    UsageRole.RELEASER: {CubeRow: "SELECT", ReleaseRecord: "INSERT"},
}


MODELS: tuple[type[Base], ...] = (UsageRow, CubeRow, ReleaseRecord)


class NotPostgres(ValueError):
    """The database has no roles."""


def make_roles(connection: Connection) -> None:
    """Make the three roles where they are missing, and give each exactly its grants.

    Doing it again changes nothing. The connection's user must own the tables and may need CREATEROLE. Raises
    NotPostgres.
    """
    if connection.dialect.name != "postgresql":
        raise NotPostgres
    for role in UsageRole:
        _make(connection, role)
        for model in MODELS:
            connection.execute(text(f"REVOKE ALL ON {model.__tablename__} FROM {role}"))
        for model, rights in GRANTS[role].items():
            connection.execute(text(f"GRANT {rights} ON {model.__tablename__} TO {role}"))


def _make(connection: Connection, role: UsageRole) -> None:
    is_there = text("SELECT 1 FROM pg_roles WHERE rolname = :name")
    if not connection.scalar(is_there, {"name": role.value}):
        connection.execute(text(f"CREATE ROLE {role} NOLOGIN"))
