"""The memory of a running system: of conversations that stay open, and over a long load."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from threading import Event, Thread

from benchmarks.load import figures
from benchmarks.load.chats import Failed
from benchmarks.load.figures import Slope
from benchmarks.load.loads import Load, Terms, one_load
from benchmarks.load.systems import System
from benchmarks.load.visits import by_rate, drawn
from web.chat.conversation import IDLE


TOGETHER = 4  # people who fill the memory at the same time
PARTS = 5  # looks at the memory while it is filled
BETWEEN_LOOKS = 10.0  # seconds, in a soak
SHORTEST_SOAK = 2.0  # minutes: fewer looks make no slope


def memory_of_open_ones(system: System, terms: Terms, *, count: int) -> dict[str, Slope]:
    """MB for each conversation that is left open before its last turn, by process."""
    points: dict[str, list[tuple[float, float]]] = {name: [] for name in system.pids}
    for part in range(PARTS + 1):
        for name, memory in system.memory_mb().items():
            points[name].append((part * count / PARTS, memory))
        if part < PARTS:
            asyncio.run(leave_open(system, terms, count // PARTS))
    return {name: figures.slope(seen) for name, seen in points.items()}


async def leave_open(system: System, terms: Terms, count: int) -> None:
    """Talks as quickly as answers come, and leaves each conversation before its last turn."""
    chat = system.chat()
    conversations = islice(drawn(terms.recorded, terms.random), count)

    async def person() -> None:
        for each in conversations:
            with suppress(Failed):
                answer = await chat.open()
                for turn in each.turns[:-1] or each.turns:
                    answer = await chat.say(answer, turn)

    await asyncio.gather(*(person() for _ in range(TOGETHER)))


@dataclass(frozen=True)
class Soak:
    """A long load, and how the memory of each process rose in it, MB an hour."""

    load: Load
    left_out: float  # seconds at the beginning, for the slopes
    slopes: Mapping[str, Slope]

    @property
    def is_long(self) -> bool:
        """Whether as many conversations ended as began while the slopes were taken."""
        return self.left_out >= IDLE.total_seconds()


def soak(system: System, terms: Terms, *, minutes: float, rate: float) -> Soak:
    """So many minutes at a rate; the slopes begin when the first conversations end, or in the middle.

    Raises GeneratorWasLate.
    """
    seconds = 60 * minutes
    visits = by_rate(
        terms.recorded, turns_a_second=rate, until=seconds, hurry=terms.hurry, random=terms.random
    )
    with watched(system) as seen:
        load = one_load(system, visits, start=0, end=seconds)
    left_out = min(IDLE.total_seconds(), seconds / 2)
    later = [(moment / 3600, memory) for moment, memory in seen if moment >= left_out]
    slopes = {name: figures.slope([(x, memory[name]) for x, memory in later]) for name in system.pids}
    return Soak(load, left_out, slopes)


@contextmanager
def watched(system: System) -> Iterator[list[tuple[float, dict[str, float]]]]:
    """The system's memory at moments (seconds) of what happens within."""
    seen: list[tuple[float, dict[str, float]]] = []
    began, over = time.perf_counter(), Event()

    def watch() -> None:
        while not over.wait(BETWEEN_LOOKS):
            seen.append((time.perf_counter() - began, system.memory_mb()))

    watching = Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield seen
    finally:
        over.set()
        watching.join()
