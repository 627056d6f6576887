"""`python -m benchmarks.load.simulation`: how long people wait when many talk to several engines.

Turns come by a Poisson process. Each conversation has its own engine (rendezvous hashing), so an engine is a
queue of its own with its share of the turns, served one after the other. How long one takes is drawn from
turns that were measured just before, through the public door with nothing else going on: more than the
engine's own part, so the figures are careful. Every process is taken to have a core.
"""

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.latency import turn_times
from tests.running import running_system


PEOPLE = 5_000  # in conversation at once
BETWEEN = 20.0  # seconds between two messages of one of them
MINUTES = 60.0  # simulated
ENGINES = (4, 5, 6, 8, 10)
LIMIT = 0.3  # seconds, at the 95th percentile
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Waits:
    """What people see with so many engines; seconds from sending to the answer."""

    engines: int
    busy: float  # the share of an engine's time in which it works; from 1 on, the queue only grows
    mean: float
    p50: float
    p95: float
    p99: float


def simulate(
    served: Sequence[float], *, rate: float, engines: int, minutes: float = MINUTES, seed: int = 1
) -> Waits:
    """Turns of `rate` a second, shared by the engines; `served` are seconds of measured turns."""
    random = np.random.default_rng(seed)
    took = np.concatenate(
        [_one_engine(np.asarray(served), rate / engines, minutes, random) for _ in range(engines)]
    )
    p50, p95, p99 = np.percentile(took, (50, 95, 99))
    busy = rate / engines * float(np.mean(served))
    return Waits(engines, busy, float(np.mean(took)), p50, p95, p99)


def _one_engine(served: Floats, rate: float, minutes: float, random: np.random.Generator) -> Floats:
    """Seconds from coming to leaving of each turn at one engine, in order of coming (Lindley, 1952)."""
    number = max(1, random.poisson(rate * 60 * minutes))
    came = np.sort(random.uniform(0, 60 * minutes, number))
    service = random.choice(served, number)
    # It leaves at the greatest of (came when, and then everything served since), over all before it.
    total = np.cumsum(service)
    left = total + np.maximum.accumulate(came - (total - service))
    seen: Floats = left - came
    return seen


def fewest(served: Sequence[float], *, rate: float, limit: float = LIMIT) -> int:
    """The fewest engines with which 95 of 100 turns are answered within the limit."""
    engines = max(1, int(rate * float(np.mean(served))))
    while True:
        waits = simulate(served, rate=rate, engines=engines)
        if waits.busy < 1 and waits.p95 <= limit:
            return engines
        engines += 1


def main() -> None:
    """Measures, simulates, and prints a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.simulation", description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    people = parser.parse_args().people
    with tempfile.TemporaryDirectory() as folder, running_system(Path(folder) / "home") as system:
        served = [milliseconds / 1000 for milliseconds in turn_times(system)]
    rate = people / BETWEEN
    measured = 1000 * np.percentile(served, (50, 95))
    print(f"One turn at a time: p50 {measured[0]:.0f} ms, p95 {measured[1]:.0f} ms, of {len(served)}.")
    print(f"{people:,} people, {rate:g} turns a second, {MINUTES:g} minutes each.\n")
    print("| engines | busy | p50, ms | p95, ms | p99, ms |\n|---:|---:|---:|---:|---:|")
    for engines in ENGINES:
        waits = simulate(served, rate=rate, engines=engines)
        times = " | ".join(f"{1000 * each:,.0f}" for each in (waits.p50, waits.p95, waits.p99))
        print(
            f"| {engines} | {waits.busy:.2f} | {times if waits.busy < 1 else 'the queue only grows | | '} |"
        )
    print(f"\nWithin {1000 * LIMIT:.0f} ms at the 95th percentile: {fewest(served, rate=rate)} engines.")


def _times(waits: Waits) -> str:
    if waits.busy >= 1:
        return "the queue only grows | |"
    return " | ".join(f"{1000 * each:,.0f}" for each in (waits.p50, waits.p95, waits.p99))


if __name__ == "__main__":
    main()
