"""Two ways to a full disk: a small tmpfs where this process may mount one, and the system's own limit."""

import errno
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running import RunningSystem


SIZE = "96m"
PIECE = b"\0" * 65_536


def mount_small(folder: Path) -> bool:
    """Puts a tmpfs over an empty folder; False where that is not allowed."""
    words = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def unmount(folder: Path) -> None:
    """Takes it away again."""
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def without_room(folder: Path) -> Iterator[None]:
    """Not a byte is left on the file system of this folder: writing answers ENOSPC."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for piece in (PIECE, b"\0"):
            try:
                while True:
                    file.write(piece)
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def without_growth(system: RunningSystem) -> Iterator[None]:
    """No file may be written beyond its first byte by the system's processes: writing answers EFBIG."""
    pids = [process.process.pid for process in system.processes]
    before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids}
    for pid, (_, hard) in before.items():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        for pid, limits in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)
