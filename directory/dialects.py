"""What SQLite and PostgreSQL say in different words: rows as one JSON value, and a list as one parameter.

A list of keys as one parameter leaves the text of a statement the same, however long the list is, so that the
database and its driver prepare it once.
"""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, JSON, BindParameter, Boolean, Dialect, Text, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeEngine


POSTGRESQL = "postgresql"


class KeyList(TypeDecorator[Sequence[str]]):
    """Keys as one value: an array, or JSON where there are none."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type that the database knows."""
        return dialect.type_descriptor(ARRAY(Text()) if dialect.name == POSTGRESQL else Text())

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> list[str] | str:
        """The keys as the database takes them."""
        keys = list(value or ())
        return keys if dialect.name == POSTGRESQL else json.dumps(keys)


class among(FunctionElement[bool]):  # noqa: N801 - read as a function
    """Whether a column is one of a list of keys."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> "among":  # noqa: ARG002 - SQLAlchemy's
        """As it stands: written with "= 1", as truths are for SQLite, it would use no index."""
        return self


class json_row(FunctionElement[Any]):  # noqa: N801 - read as a function
    """Some columns as one JSON array."""

    type = JSON()
    inherit_cache = True


class json_rows(FunctionElement[Any]):  # noqa: N801 - read as a function
    """A column of all rows as one JSON array; their order is not told."""

    type = JSON()
    inherit_cache = True


def keys(name: str) -> BindParameter[Sequence[str]]:
    """A parameter that is a list of keys."""
    return bindparam(name, type_=KeyList())


@compiles(among, "sqlite")
def _among_of_sqlite(element: among, compiler: SQLCompiler, **options: Any) -> str:
    column, listed = element.clauses
    found = compiler.process(listed, **options)
    return f"{compiler.process(column, **options)} IN (SELECT value FROM json_each({found}))"  # noqa: S608


@compiles(among, POSTGRESQL)
def _among_of_postgresql(element: among, compiler: SQLCompiler, **options: Any) -> str:
    column, listed = element.clauses
    found = compiler.process(listed, **options)
    # Read from a query, the keys are not known when the plan is made: one plan serves for all.
    return f"{compiler.process(column, **options)} = ANY (ARRAY(SELECT unnest({found})))"


def _named(element: type[FunctionElement[Any]], dialect: str, name: str) -> None:
    """Let a function have this name in the SQL of a database."""

    @compiles(element, dialect)
    def _call(called: FunctionElement[Any], compiler: SQLCompiler, **options: Any) -> str:
        return f"{name}({compiler.process(called.clauses, **options)})"


_named(json_row, "sqlite", "json_array")
_named(json_rows, "sqlite", "json_group_array")
_named(json_row, POSTGRESQL, "json_build_array")
_named(json_rows, POSTGRESQL, "json_agg")
