"""A PostgreSQL database as one archive, by PostgreSQL's own pg_dump and pg_restore."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import create_engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from signpost.backups.failures import BackupFailed


ENDING = ".dump"
SECONDS = 3600  # minutes are usual; what hangs is ended
# Owners and rights belong to the server: docs/operations-database.md grants them anew.
PLAIN = ("--no-owner", "--no-privileges")


def copy(url: str, target: Path) -> None:
    """Copies the database as it is at one moment. Raises BackupFailed."""
    _run(["pg_dump", "--format=custom", *PLAIN, f"--file={target}", f"--dbname={_named(url)}"], url)


def check(file: Path) -> None:
    """Raises BackupFailed unless an archive can be read and holds a database of ours."""
    if b"alembic_version" not in _run(["pg_restore", "--list", str(file)]):
        raise BackupFailed(f"{file.name} is no copy of Signpost's database. Use another backup.")


def holds_something(url: str) -> bool:
    """Whether the database has a table. Raises BackupFailed when the server does not answer."""
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), hide_parameters=True)
    try:
        return bool(inspect(engine).get_table_names())
    except SQLAlchemyError as error:
        raise BackupFailed("PostgreSQL does not answer. Is SIGNPOST_DATABASE_URL right?") from error
    finally:
        engine.dispose()


def put_back(url: str, file: Path) -> None:
    """Puts the archive in the database's place, all of it or nothing. Raises BackupFailed."""
    whole = ["--clean", "--if-exists", "--single-transaction", "--exit-on-error"]
    _run(["pg_restore", *whole, *PLAIN, f"--dbname={_named(url)}", str(file)], url)


def _named(url: str) -> str:
    """The URL as PostgreSQL's programs read it, without the password: a command line is seen by everybody."""
    named = make_url(url).set(drivername="postgresql")
    return named._replace(password=None).render_as_string()


def _run(command: Sequence[str], url: str | None = None) -> bytes:
    """What a program of PostgreSQL prints. Raises BackupFailed with its last line, which holds no row."""
    program = shutil.which(command[0])
    if program is None:
        raise BackupFailed(f"{command[0]} is not installed here. On Debian: apt install postgresql-client")
    password = make_url(url).password if url else None
    environment = {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}
    try:
        done = subprocess.run(
            [program, *command[1:]], env=environment, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise BackupFailed(f"{command[0]} did not end within an hour.") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise BackupFailed(f"{command[0]} failed: {' '.join(said)}")
    return done.stdout
