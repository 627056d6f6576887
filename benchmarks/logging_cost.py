"""`chrt -r 1 python -m benchmarks.logging_cost [VISITS]`: what the usage log costs a turn of the chat.

Two whole systems run side by side on one core, one of them without the usage log, and are asked the same
visits by turns, so that whatever else the machine does falls on both. With `chrt -r 1` it does little else.
The flusher of the one works while the other is asked too: the median of a turn does not see that.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import func, select

from benchmarks.engine import MESSAGES
from signpost.processes import ProcessPlan, plan_processes
from signpost.settings import Settings
from tests import running
from tests.running import RunningSystem, running_system
from tests.talking import Conversation
from usage.model import UsageRow


VISITS = 150
WARMING_UP = 2  # visits
LIMIT = 1.02
MILLISECONDS = 1000
SECONDS_TO_FLUSH = 3.0


@contextmanager
def system(home: Path, *, logs: bool) -> Iterator[RunningSystem]:
    """A running system with the usage log, or without it."""

    def plans(settings: Settings) -> tuple[ProcessPlan, ...]:
        return tuple(_with_or_without(plan, logs=logs) for plan in plan_processes(settings))

    with patch.object(running, "plan_processes", plans), running_system(home) as found:
        yield found


def turn_times(asked: RunningSystem) -> Iterator[float]:
    """Milliseconds for each typed turn of one visit."""
    person = Conversation(asked)
    for text in MESSAGES:
        began = time.perf_counter()
        person.type(text)
        yield MILLISECONDS * (time.perf_counter() - began)


def measure(one: RunningSystem, other: RunningSystem, visits: int) -> tuple[list[float], list[float]]:
    """The turns of so many visits to each system; which is asked first changes with every visit."""
    times: tuple[list[float], list[float]] = ([], [])
    for visit in range(WARMING_UP + visits):
        pairs = list(zip((one, other), times, strict=True))
        for asked, kept in pairs if visit % 2 else pairs[::-1]:
            took = list(turn_times(asked))
            kept += took if visit >= WARMING_UP else []
    return times


def main() -> None:
    """Print the table."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with (
        tempfile.TemporaryDirectory() as folder,
        system(Path(folder) / "with", logs=True) as logging,
        system(Path(folder) / "without", logs=False) as silent,
    ):
        with_log, without = measure(logging, silent, visits)
        time.sleep(SECONDS_TO_FLUSH)
        assert _events(logging) > visits
        assert _events(silent) == 0
    print(
        f"| {len(with_log)} turns each | with the log | without | ratio | limit |\n|---|---:|---:|---:|---:|"
    )
    for name, figure, limit in (
        ("p50", statistics.median, f"{LIMIT}"),
        ("p95", _p95, ""),
        ("mean", statistics.mean, ""),
    ):
        a, b = figure(with_log), figure(without)
        print(f"| {name}, ms | {a:.2f} | {b:.2f} | {a / b:.3f} | {limit} |")


def _with_or_without(plan: ProcessPlan, *, logs: bool) -> ProcessPlan:
    """The same process by way of benchmarks.run_without_log; only the action server logs a typed turn."""
    if plan.name != "actions":
        return plan
    python, _, *module = plan.command
    return replace(
        plan, command=[python, "-m", "benchmarks.run_without_log", "no" if logs else "yes", *module]
    )


def _events(asked: RunningSystem) -> int:
    with asked.sessions() as session:
        return session.scalar(select(func.count()).select_from(UsageRow)) or 0


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
