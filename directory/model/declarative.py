"""What all the directory's tables share: their names, their keys and their kinds of column."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated
from uuid import uuid4

from sqlalchemy import DateTime, Dialect, Enum, Index, MetaData, String, Text, TypeDecorator, text
from sqlalchemy.orm import DeclarativeBase, mapped_column


CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The directory's tables, named as HSDS names them."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides; SQLite itself forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone, store the rest as UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs a time zone.")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give the stored moment its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def choice(closed_list: type[StrEnum]) -> Enum:
    """A column type that holds the values of a closed list as text."""
    return Enum(
        closed_list,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )


def known_index(table: str, column: str) -> Index:
    """An index of the rows in which a column is known.

    Where most rows leave it out, an index of all makes a database think that each value is as common as the
    absent one, and read the whole table instead.
    """
    known = text(f"{column} IS NOT NULL")
    return Index(f"ix_{table}_{column}", column, sqlite_where=known, postgresql_where=known)


def _new_id() -> str:
    return str(uuid4())


# A UUID as text: the same on SQLite and PostgreSQL, and nothing to convert for each row that is read.
Key = Annotated[str, mapped_column(String(36), primary_key=True, default=_new_id)]
Reference = Annotated[str, mapped_column(String(36))]
Name = Annotated[str, mapped_column(String(255))]
Words = Annotated[str, mapped_column(Text)]
