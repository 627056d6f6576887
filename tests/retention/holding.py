"""What a running system holds: asks the probe in its processes, and reads their memory from outside."""

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path

from signpost.processes import Running


WITHIN = 120.0  # seconds for an answer of the probe: an engine has millions of objects
BETWEEN_LOOKS = 10.0  # each costs the process some seconds
MAPPED = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw")  # of /proc/<process>/maps
AT_ONCE = 16 * 1024 * 1024  # bytes


@dataclass(frozen=True)
class Probe:
    """The folder through which the probes of all processes are asked (probe/looking.py)."""

    folder: Path

    def shorten(self, running: Running) -> None:
        """Conversations of this process are to be kept no longer."""
        self._ask("shorten", running)

    def held_by(self, running: Running) -> list[str]:
        """Where the process's objects hold a marker or a token."""
        return self._ask("look", running)

    def held_after(self, running: Running, *, seconds: float) -> list[str]:
        """The same once it holds nothing, or has had its time to forget."""
        until = time.monotonic() + seconds
        while (held := self.held_by(running)) and time.monotonic() < until:
            time.sleep(BETWEEN_LOOKS)
        return held

    def _ask(self, what: str, running: Running) -> list[str]:
        name = f"{what}-{running.process.pid}"
        (self.folder / name).touch()
        answer, until = self.folder / f"{name}.json", time.monotonic() + WITHIN
        while not answer.exists():
            assert time.monotonic() < until, f"the probe of {running.plan.name} does not answer"
            time.sleep(0.1)
        told: list[str] = json.loads(answer.read_text())
        answer.unlink()
        return told


def count_in_memory(running: Running, text: str) -> int:
    """How often a text stands in the memory that a process may write, in whatever case; freed or not."""
    wanted = re.compile(re.escape(text.encode()), re.IGNORECASE)
    pid = running.process.pid
    mapped = MAPPED.findall(Path(f"/proc/{pid}/maps").read_text())
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        return sum(_count_in(memory, int(start, 16), int(end, 16), wanted) for start, end in mapped)


def _count_in(memory: object, start: int, end: int, wanted: re.Pattern[bytes]) -> int:
    found, kept = 0, b""
    for at in range(start, end, AT_ONCE):
        try:
            memory.seek(at)  # type: ignore[attr-defined]
            piece: bytes = kept + memory.read(min(AT_ONCE, end - at))  # type: ignore[attr-defined]
        except OSError:
            return found  # a mapping of the kernel's own
        found += len(wanted.findall(piece))
        kept = piece[-(len(wanted.pattern) - 1) :]
    return found
