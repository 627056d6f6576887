"""The hash beside a backup: it finds a changed byte that a database's own check passes over."""

import hashlib
import hmac
import os
from pathlib import Path

from signpost.backups.failures import BackupFailed
from signpost.private_files import FILE_MODE


def sum_beside(file: Path) -> Path:
    """Where the hash of a backup lies, in the form of `sha256sum -c`."""
    return file.with_name(f"{file.name}.sha256")


def write_sum(file: Path, *, of: Path) -> None:
    """Notes beside a backup's name the hash of what is about to get it. Raises OSError."""
    handle = os.open(sum_beside(file), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE)
    with os.fdopen(handle, "w", encoding="ascii") as noted:
        noted.write(f"{_sum(of)}  {file.name}\n")
        noted.flush()
        os.fsync(noted.fileno())


def check_sum(file: Path) -> None:
    """Raises BackupFailed unless a backup is, byte for byte, what was written."""
    try:
        noted = sum_beside(file).read_bytes().partition(b" ")[0]
    except OSError:
        raise BackupFailed(f"{sum_beside(file).name} is missing. Copy it to beside {file.name}.") from None
    if not hmac.compare_digest(_sum(file).encode(), noted):
        raise BackupFailed(f"{file.name} is damaged. Use another backup.")


def _sum(file: Path) -> str:
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
