"""The database's shape, one numbered step at a time; needs no ini file and no working directory."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

from signpost.database import make_engine


FOLDER = Path(__file__).resolve().parent


def upgrade(url: str, to: str = "head") -> None:
    """Bring the database at this URL up to a revision, the newest unless one is named."""
    command.upgrade(configuration(url), to)


def downgrade(url: str, to: str) -> None:
    """Take the database back to a revision, or to "base": nothing at all."""
    command.downgrade(configuration(url), to)


def current(url: str) -> str | None:
    """The revision of the database; None when it was never migrated."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def configuration(url: str) -> Config:
    """Alembic's configuration for a database URL."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url  # not a main option: a password may hold a percent sign
    return config
