"""How long one message takes on one core: understood alone, and as a whole turn through the public door.

`python -m benchmarks.latency` prints one table beside the limits that were set. Everything it starts, the
three processes of a running Signpost among them, shares one core.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.engine import MESSAGES
from bot.training import train_if_changed
from bot.understanding import Understanding
from signpost.commands.understand import quiet
from tests.running import RunningSystem, running_system
from tests.talking import Conversation


ROOT = Path(__file__).parents[1]
VISITS = 20
PARSED = 50  # times each message is understood
TIMES = 1000  # milliseconds of a second
LIMITS = {
    "parse p50, ms": 10.0,
    "messages understood a second": 40.0,
    "free-text turn p50, ms": 25.0,
    "model load, s": 3.0,
}


def parse_times(understanding: Understanding) -> list[float]:
    """Milliseconds for each message, understood one at a time."""
    took = []
    for text in MESSAGES * PARSED:
        started = time.perf_counter()
        list(understanding.understand([text]))
        took.append(TIMES * (time.perf_counter() - started))
    return took


def turn_times(system: RunningSystem) -> Iterator[float]:
    """Milliseconds for each typed turn of several visits, after one visit that warms up."""
    for visit in range(VISITS + 1):
        person = Conversation(system)
        for text in MESSAGES:
            started = time.perf_counter()
            person.type(text)
            if visit:
                yield TIMES * (time.perf_counter() - started)


def measure() -> dict[str, float]:
    """The figures of LIMITS."""
    model = train_if_changed(ROOT, ROOT / "models").path
    started = time.perf_counter()
    understanding = Understanding(model)
    loaded = time.perf_counter() - started
    parsed = parse_times(understanding)
    with tempfile.TemporaryDirectory() as folder, running_system(Path(folder) / "home") as system:
        turns = list(turn_times(system))
    return {
        "parse p50, ms": statistics.median(parsed),
        "messages understood a second": TIMES / statistics.mean(parsed),
        "free-text turn p50, ms": statistics.median(turns),
        "model load, s": loaded,
    }


def main() -> None:
    """Print the table."""
    quiet()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print("| measure, one core | measured | limit |\n|---|---:|---:|")
    for name, value in measure().items():
        print(f"| {name} | {value:.1f} | {LIMITS[name]:.0f} |")


if __name__ == "__main__":
    main()
