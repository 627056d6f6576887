"""A running system under the same watch that `signpost up` keeps, beside the test."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from signpost.commands.running import LOOK_EVERY
from signpost.watching import Watch
from tests.faults.people import Outcome, Person
from tests.running import RunningSystem


HEALS_WITHIN = 120.0  # seconds; a busy machine starts the engine in twenty
NOTED_WITHIN = 120.0  # seconds; the flusher moves events to the database once a second
BETWEEN_PROBES = 0.2


@dataclass
class Supervised:
    """The system, and what its watch has told."""

    system: RunningSystem
    watch: Watch
    told: list[str] = field(default_factory=list)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> None:
        """Starts again what has ended."""
        with self._one_at_a_time:
            self.told += self.watch.look()

    def start_afresh(self) -> None:
        """What `signpost up` does every night; it looks again only when every process is there."""
        with self._one_at_a_time:
            self.watch.start_afresh()

    def heal(self) -> float:
        """Waits until somebody new is answered by all three processes; how many seconds that took."""
        began = time.monotonic()
        while time.monotonic() - began < HEALS_WITHIN:
            if self._is_well():
                return time.monotonic() - began
            time.sleep(BETWEEN_PROBES)
        raise AssertionError(f"Not healed in {HEALS_WITHIN:.0f} s. The watch told: {self.told}")

    def wait_for_noted(self) -> None:
        """Waits until all that was noted so far is in the database, so that later counts stand alone."""
        until = time.monotonic() + NOTED_WITHIN
        while any((self.system.settings.home / "spool").glob("*.jsonl")):
            assert time.monotonic() < until, f"Events were on the spool for {NOTED_WITHIN:.0f} s."
            time.sleep(BETWEEN_PROBES)

    def _is_well(self) -> bool:
        if not all(process.is_healthy() for process in self.system.processes):
            return False
        person = Person(self.system)
        return person.open(again=False).outcome is Outcome.ANSWERED


@contextmanager
def supervised(system: RunningSystem) -> Iterator[Supervised]:
    """Watches the system's processes for as long as the block lasts."""
    watched, done = Supervised(system, Watch(system.processes)), threading.Event()

    def look() -> None:
        while not done.wait(LOOK_EVERY):
            watched.look()

    thread = threading.Thread(target=look, name="watch")
    thread.start()
    try:
        yield watched
    finally:
        done.set()
        thread.join()
