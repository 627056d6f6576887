"""Files and folders that no other user of the machine can read."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


FOLDER_MODE = 0o700
FILE_MODE = 0o600
OTHERS = 0o077
BESIDE_DATABASE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside its file while it works


def make_private_folder(folder: Path) -> None:
    """Makes a folder for its owner alone; one that is there and ours is closed to others."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    _close_to_others(folder)


def make_private_database(file: Path) -> None:
    """Makes an empty file for SQLite for its owner alone; what is there and ours is closed to others.

    SQLite gives the files it keeps beside a database the database's own mode.
    A folder that is missing or cannot be written is left for SQLite to complain of.
    """
    with suppress(OSError):
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, FILE_MODE))
        _close_all(file.with_name(file.name + ending) for ending in ("", *BESIDE_DATABASE))


def _close_all(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(FileNotFoundError):
            _close_to_others(file)


def _close_to_others(path: Path) -> None:
    """Takes other users' rights away, unless the place is somebody else's or, like /tmp, everybody's."""
    held = path.stat()
    is_ours = held.st_uid == os.geteuid() and not held.st_mode & stat.S_ISVTX
    if is_ours and held.st_mode & OTHERS:
        path.chmod(stat.S_IMODE(held.st_mode) & ~OTHERS)
