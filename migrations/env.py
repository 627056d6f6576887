"""Runs the numbered steps against one database; Alembic calls it."""

from importlib import import_module
from importlib.util import find_spec

from alembic import context
from sqlalchemy import MetaData

from signpost.database import make_engine


MODELS = ("directory.model", "usage.model", "web.accounts.model")


def _metadata() -> list[MetaData]:
    return [import_module(name).Base.metadata for name in MODELS if find_spec(name)]


def _run() -> None:
    engine = make_engine(context.config.attributes["url"])
    try:
        with engine.connect() as connection:
            context.configure(
                connection=connection,
                target_metadata=_metadata(),
                render_as_batch=connection.dialect.name == "sqlite",
                transaction_per_migration=True,
            )
            with context.begin_transaction():
                context.run_migrations()
    finally:
        engine.dispose()


_run()
