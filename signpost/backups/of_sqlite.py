"""A SQLite database as one file: copied by SQLite's own online backup while others read and write."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from signpost.backups.failures import BackupFailed
from signpost.private_files import BESIDE_DATABASE, FILE_MODE


ENDING = ".sqlite"
PAGES_AT_ONCE = 1000  # others may write between two steps
BETWEEN = 0.01  # seconds
MIGRATED = "SELECT version_num FROM alembic_version"
TABLES = "SELECT count(*) FROM sqlite_master WHERE type = 'table'"


def copy(url: str, target: Path) -> None:
    """Copies the database as it is at one moment. Raises BackupFailed."""
    source = _file_of(url)
    if not source.is_file():
        raise BackupFailed(f"There is no database at {source}. Is SIGNPOST_HOME right?")
    try:
        with closing(_open(source)) as whole, closing(sqlite3.connect(target)) as made:
            whole.backup(made, pages=PAGES_AT_ONCE, sleep=BETWEEN)
            made.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    except sqlite3.Error as error:
        raise BackupFailed(f"The database cannot be copied ({error}). Is the disk full?") from error


def check(file: Path) -> None:
    """Raises BackupFailed unless a file is a whole copy of a database of ours."""
    try:
        with closing(_open(file)) as copied:
            verdict = copied.execute("PRAGMA integrity_check").fetchone()[0]
            migrated = copied.execute(MIGRATED).fetchone()
    except sqlite3.Error as error:
        raise BackupFailed(f"{file.name} is not a whole copy ({error}). Use another backup.") from error
    if verdict != "ok" or migrated is None:
        raise BackupFailed(f"{file.name} is damaged. Use another backup.")


def holds_something(url: str) -> bool:
    """Whether the database has a table. One that cannot be read counts: somebody may want to look at it."""
    file = _file_of(url)
    if not file.exists() or file.stat().st_size == 0:
        return False
    try:
        with closing(_open(file)) as found:
            return bool(found.execute(TABLES).fetchone()[0])
    except sqlite3.Error:
        return True


def put_back(url: str, file: Path) -> None:
    """Puts the copy in the database's place in one step. Raises BackupFailed."""
    target = _file_of(url)
    fresh = target.with_name(f".{target.name}.restored")
    try:
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
        with closing(_open(file)) as whole, closing(sqlite3.connect(fresh)) as made:
            whole.backup(made)
        check(fresh)
        # What SQLite kept beside the old file belongs to it: left there, it would be played into the new one.
        for ending in BESIDE_DATABASE:
            target.with_name(target.name + ending).unlink(missing_ok=True)
        fresh.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise BackupFailed(f"{target} cannot be written ({error}). Is the disk full?") from error
    finally:
        fresh.unlink(missing_ok=True)


def _file_of(url: str) -> Path:
    name = make_url(url).database
    if not name or name == ":memory:":
        raise BackupFailed("A database in memory cannot be copied or put back.")
    return Path(name)


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
