"""Copies of the database: made while everything runs, checked before they have their name, put back whole."""

import os
import secrets
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from signpost.backups import of_postgresql, of_sqlite
from signpost.backups.failures import BackupFailed
from signpost.backups.sums import check_sum, sum_beside, write_sum
from signpost.private_files import FILE_MODE, make_private_folder


__all__ = ["BackupFailed", "keep_newest", "make_backup", "restore_backup"]

NAMED = "signpost-%Y%m%dT%H%M%SZ"
ENDINGS = (of_sqlite.ENDING, of_postgresql.ENDING)


def make_backup(url: str, folder: Path, *, at: datetime) -> Path:
    """Copies the database of a URL into a folder and returns the file. Raises BackupFailed.

    The file has its name once it is whole, checked and on the disk; it is readable by its owner alone.
    """
    kind = of_postgresql if is_postgresql(url) else of_sqlite
    file = folder / f"{at.astimezone(UTC).strftime(NAMED)}{kind.ENDING}"
    unfinished = folder / f".{secrets.token_hex(8)}.new"
    try:
        make_private_folder(folder)
        unfinished.touch(mode=FILE_MODE, exist_ok=False)
        kind.copy(url, unfinished)
        kind.check(unfinished)
        _force_to_disk(unfinished)
        write_sum(file, of=unfinished)
        unfinished.replace(file)
    except OSError as error:
        raise BackupFailed(f"{folder} cannot be written ({error.strerror}). Is the disk full?") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()
    return file


def restore_backup(url: str, file: Path, *, replace: bool) -> None:
    """Puts a copy in the place of the database of a URL. Raises BackupFailed; then the database is as it was.

    A database that holds tables is replaced only when that is said. Nothing else may have it open.
    """
    kind = of_postgresql if is_postgresql(url) else of_sqlite
    if not file.is_file() or file.suffix != kind.ENDING:
        raise BackupFailed(f"{file} is no backup of such a database. Name a file that signpost backup wrote.")
    check_sum(file)
    kind.check(file)
    if kind.holds_something(url) and not replace:
        raise BackupFailed("The database holds something already. To replace it for good, add --replace.")
    kind.put_back(url, file)


def keep_newest(folder: Path, count: int) -> list[Path]:
    """Deletes all but the newest backups in a folder, by the moment in their names; returns what went."""
    found = [each for ending in ENDINGS for each in folder.glob(f"signpost-*Z{ending}")]
    old = sorted(found, key=lambda file: file.name, reverse=True)[max(count, 1) :]
    for each in old:
        each.unlink(missing_ok=True)
        sum_beside(each).unlink(missing_ok=True)
    return old


def is_postgresql(url: str) -> bool:
    """Whether a database URL names a PostgreSQL server."""
    return url.startswith("postgresql")


def _force_to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
