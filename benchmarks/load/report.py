"""The figures as tables, with the machine they were measured on and whether it was busy before."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.load.figures import Slope, price_of
from benchmarks.load.loads import Load, Terms, cost_of_1000
from benchmarks.load.memory import Soak
from benchmarks.load.visits import turns_a_visit


BUSY = 0.5  # load average for each core before the run, above which figures are not to be published
PER = 10_000  # open conversations that memory is told for
NOTHING = "–"
REFUSED = "refused: the generator was late"


@dataclass(frozen=True)
class Machine:
    """Where and when a run was made; taken before anything is started."""

    date: str
    processor: str
    cores: int  # of the machine
    usable: int  # of them, for this run
    memory_gb: float
    load: float  # the average of the minute before

    @property
    def is_busy(self) -> bool:
        """Whether others used the machine before the run."""
        return self.load > BUSY * self.cores

    def lines(self) -> list[str]:
        """What a reader must know of it, and loudly where it was busy."""
        facts = (
            f"{self.date}; {self.processor}, {self.usable} of {self.cores} cores, {self.memory_gb:.0f} GB; "
            f"Python {platform.python_version()}, Linux {platform.release()}; "
            f"load before the run {self.load:.2f}"
        )
        warning = (
            f"**THE MACHINE WAS BUSY: a load of {self.load:.2f} on {self.cores} cores before the run, above "
            f"{BUSY} for each. THESE FIGURES ARE NOT TO BE PUBLISHED.**"
        )
        return [facts, "", warning, ""] if self.is_busy else [facts, ""]


@dataclass
class Measured:
    """What is known of one system; what is missing was not asked for, or refused with the reason noted."""

    name: str
    cold_start: float
    at_rest: Mapping[str, float]  # MB by process
    greatest: Load | None = None
    people: Load | None = None
    after: Mapping[str, float] = field(default_factory=dict)  # MB by process, after all loads
    for_each_open: Mapping[str, Slope] = field(default_factory=dict)  # MB
    refused: dict[str, str] = field(default_factory=dict)  # what, and why


def this_machine() -> Machine:
    """The facts of now."""
    return Machine(
        date=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        processor=_fact("/proc/cpuinfo", "model name") or platform.machine(),
        cores=os.cpu_count() or 1,
        usable=len(os.sched_getaffinity(0)),
        memory_gb=int(_fact("/proc/meminfo", "MemTotal").split()[0]) / 1024**2,
        load=os.getloadavg()[0],
    )


def _fact(path: str, name: str) -> str:
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def comparison(measured: Sequence[Measured], terms: Terms, core_hour: float | None) -> list[str]:
    """All systems, one a row."""
    limit = f"p95 ≤ {1000 * terms.limit:.0f} ms"
    head = (
        "system", f"greatest turns/s, {limit}", "conversations/s", "p50, ms", "p95, ms", "failed",
        "busiest process, cores", "CPU s for 1,000 conversations", "price of them", "cold start, s",
        "generator: late p99 ms, cores",
    )  # fmt: skip
    return table(head, [_row(each, terms, core_hour) for each in measured])


def _row(one: Measured, terms: Terms, core_hour: float | None) -> list[str]:
    load = one.greatest
    if load is None:
        missed = REFUSED if "the greatest rate" in one.refused else f"below {terms.lowest:.1f}"
        return [one.name, missed, *[NOTHING] * 7, f"{one.cold_start:.1f}", NOTHING]
    busiest = max(load.cores, key=lambda name: load.cores[name])
    cpu = cost_of_1000(load, terms.recorded)
    return [
        one.name,
        f"{load.rate:.1f}",
        f"{load.rate / turns_a_visit(terms.recorded):.2f}",
        *_answers(load),
        f"{busiest} {load.cores[busiest]:.2f}",
        f"{cpu:.0f}",
        NOTHING if core_hour is None else f"{price_of(cpu, core_hour=core_hour):.4f}",
        f"{one.cold_start:.1f}",
        _generator(load),
    ]


def _answers(load: Load) -> list[str]:
    failed = f"{load.failed.total()} of {load.turns}"
    return [f"{1000 * load.p50:.0f}", f"{1000 * load.p95:.0f}", failed]


def _generator(load: Load) -> str:
    return f"{1000 * load.late:.1f}, {load.generator_cores:.2f}"


def crowds(measured: Sequence[Measured], people: int) -> list[str]:
    """So many people at once, one system a row."""
    rows = []
    for each in measured:
        load = each.people
        told = [f"{load.rate:.1f}", *_answers(load), _generator(load)] if load else [REFUSED, *[NOTHING] * 4]
        rows.append([each.name, *told])
    head = ("system", "turns/s", "p50, ms", "p95, ms", "failed", "generator: late p99 ms, cores")
    return [f"{people} people at once, in no hurry:", "", *table(head, rows)]


def memory(measured: Sequence[Measured], opened: int) -> list[str]:
    """The memory of each process."""
    told = f"Memory. Extrapolated to {PER:,} open conversations from {opened:,}, ± its standard error:"
    head = ("system", "process", "at rest, MB", "after the loads, MB", f"for {PER:,} open conversations, MB")
    rows = [
        [each.name, name, f"{each.at_rest[name]:.0f}", f"{each.after[name]:.0f}", _for_many(slope)]
        for each in measured
        for name, slope in each.for_each_open.items()
    ]
    return [told, "", *table(head, rows)]


def _for_many(slope: Slope) -> str:
    return f"{PER * slope.rise:.0f} ± {PER * slope.error:.0f}"


def soaked(soak: Soak, *, name: str, minutes: float) -> list[str]:
    """A long load: what failed, and how each process's memory rose."""
    load = soak.load
    failed = ", ".join(f"{count} {why}" for why, count in sorted(load.failed.items())) or "none"
    rate = f"{load.rate:.1f} turns/s, p95 {1000 * load.p95:.0f} ms"
    told = f"{name}, {minutes:g} minutes at {rate}; failed: {failed}."
    slopes = f"Memory slope without the first {soak.left_out / 60:.0f} minutes, ± its standard error:"
    short = (
        "Too short: conversations stay for half an hour, so they still pile up here, and memory must rise."
    )
    rows = [[process, f"{slope.rise:+.1f} ± {slope.error:.1f}"] for process, slope in soak.slopes.items()]
    note = [] if soak.is_long else [short]
    return [told, slopes, *note, "", *table(("process", "MB an hour"), rows)]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Markdown, the first column a name and the rest right-aligned."""
    line = ["---", *["---:"] * (len(head) - 1)]
    return [f"| {' | '.join(cells)} |" for cells in (head, line, *rows)]
