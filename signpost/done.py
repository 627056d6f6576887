"""When each job of the upkeep last came to its end: a mark in the home folder that any process can read."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from signpost.private_files import make_private_folder


class Job(StrEnum):
    """The jobs whose age tells whether an installation is looked after."""

    BACKUP = "backup"
    PURGE = "purge"
    FEEDS = "feeds"


def note_done(home: Path, job: Job, *, at: datetime) -> None:
    """Notes that a job has come to its end at a moment (aware); a disk that refuses costs the mark alone."""
    folder = home / "done"
    unfinished = folder / f".{job}.{os.getpid()}.new"
    with suppress(OSError):
        make_private_folder(home)
        make_private_folder(folder)
        unfinished.write_text(at.astimezone(UTC).isoformat(timespec="seconds"), encoding="ascii")
        unfinished.replace(folder / job)


def last_done(home: Path, job: Job) -> datetime | None:
    """When a job last came to its end (aware, UTC); None when it never has, or the mark cannot be read."""
    try:
        return datetime.fromisoformat((home / "done" / job).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
