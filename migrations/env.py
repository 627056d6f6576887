"""Runs the numbered steps against one database; Alembic calls it."""

from alembic import context

from migrations.models import metadata
from signpost.database import make_engine


def _run() -> None:
    engine = make_engine(context.config.attributes["url"])
    try:
        with engine.connect() as connection:
            context.configure(
                connection=connection,
                target_metadata=metadata(),
                render_as_batch=connection.dialect.name == "sqlite",
                transaction_per_migration=True,
            )
            with context.begin_transaction():
                context.run_migrations()
    finally:
        engine.dispose()


_run()
