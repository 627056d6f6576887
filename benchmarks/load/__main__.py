"""`python -m benchmarks.load`: the greatest rate Signpost bears, and a fresh `rasa init` bot in the same run.

Visits come by a Poisson process that no answer can slow down, and each turn is timed from the moment it was
meant for. They play the recordings in tests/conversations through the public door of the whole of Signpost;
the Rasa bot gets the same words at its REST channel, with no web process, action server or directory.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.load import memory, report, visits
from benchmarks.load.figures import GeneratorWasLate
from benchmarks.load.loads import Terms, find_rate, tell, with_people
from benchmarks.load.report import Measured
from benchmarks.load.systems import System, rasa_init, signpost


WARMING_UP = 40  # conversations before anything is timed


def main() -> None:
    """Measures one system after the other, then prints the tables."""
    asked = arguments()
    machine = report.this_machine()
    show(machine.lines())
    random = Random(asked.seed)  # noqa: S311 - nothing secret is drawn
    terms = Terms(visits.recordings(), random, hurry=asked.hurry, step=asked.step, hold=asked.hold)
    with tempfile.TemporaryDirectory(prefix="signpost-load-") as folder:
        measured = [measure(start, terms, asked) for start in systems(Path(folder), asked)]
        show([assumptions(asked), ""])
        show(report.comparison(measured, terms, asked.core_hour))
        show(["", *report.crowds(measured, asked.people)])
        show(["", *report.memory(measured, asked.open), ""])
        show(
            f"{each.name}: no figure for {what}. {why}"
            for each in measured
            for what, why in each.refused.items()
        )
        if asked.soak:
            soak(Path(folder) / "soak", terms, asked)
    show(["", *machine.lines()])


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    whole = partial(parser.add_argument, type=_count, metavar="N")
    part = partial(parser.add_argument, type=_above_zero, metavar="X")
    whole("--engines", nargs="*", default=[1, 2, 4], help="engine processes, one system each")
    parser.add_argument("--no-peer", action="store_true", help="leave out the `rasa init` bot")
    whole("--people", default=50, help="people at once, in no hurry")
    whole("--open", default=500, help="conversations left open, to extrapolate from")
    part("--hurry", default=10.0, help="think times are divided by it, but for --people")
    part("--step", default=20.0, help="seconds of one step of the search, at least")
    part("--hold", default=60.0, help="seconds that the rate found must hold, at least")
    part("--soak", help="minutes of a long load, on the first of --engines")
    part("--soak-rate", default=5.0, help="turns a second of it")
    part("--core-hour", help="the price of one core for an hour, in any currency")
    whole("--seed", default=1, help="of all that is drawn")
    asked = parser.parse_args(given)
    if asked.soak and asked.soak < memory.SHORTEST_SOAK:
        parser.error(f"--soak needs at least {memory.SHORTEST_SOAK:g} minutes")
    if asked.open < memory.PARTS:
        parser.error(f"--open needs at least {memory.PARTS} conversations")
    return asked


def _count(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a whole number above zero")
    return int(words)


def _above_zero(words: str) -> float:
    try:
        value = float(words)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError(f"{words!r} is not a number above zero")
    return value


Start = Callable[[], AbstractContextManager[System]]


def systems(folder: Path, asked: argparse.Namespace) -> Iterator[Start]:
    """How each system is started, in a folder of its own."""
    for engines in asked.engines:
        yield partial(signpost, folder / f"signpost-{engines}", engines=engines)
    if not asked.no_peer:
        yield partial(rasa_init, folder / "rasa-init")


def measure(start: Start, terms: Terms, asked: argparse.Namespace) -> Measured:
    """Everything that is asked of one system, from its start on."""
    with start() as system:
        tell(f"{system.name}: started in {system.cold_start:.1f} s")
        one = Measured(system.name, system.cold_start, at_rest=system.memory_mb())
        asyncio.run(memory.leave_open(system, terms, WARMING_UP))
        one.for_each_open = memory.memory_of_open_ones(system, terms, count=asked.open)
        try:
            one.people = with_people(system, terms, people=asked.people)
        except GeneratorWasLate as late:
            one.refused[f"{asked.people} people"] = str(late)
        try:
            one.greatest = find_rate(system, terms)
        except GeneratorWasLate as late:
            one.refused["the greatest rate"] = str(late)
        one.after = system.memory_mb()
        return one


def soak(folder: Path, terms: Terms, asked: argparse.Namespace) -> None:
    """The long load, on a system of its own."""
    with signpost(folder, engines=(asked.engines or [1])[0]) as system:
        tell(f"{system.name}: {asked.soak:g} minutes")
        try:
            found = memory.soak(system, terms, minutes=asked.soak, rate=asked.soak_rate)
        except GeneratorWasLate as late:
            show([f"Soak: no figure. {late}"])
            return
        show(report.soaked(found, name=system.name, minutes=asked.soak))


def assumptions(asked: argparse.Namespace) -> str:
    """What the figures rest on."""
    mix = ", ".join(f"{kind} {share:.0%}" for kind, share in visits.MIX.items())
    return (
        f"Think times: reading log-normal, median {visits.READING:g} s, spread {visits.READING_SPREAD:g}; "
        f"typing {visits.LETTERS_A_SECOND:.1f} letters a second; divided by {asked.hurry:g}. "
        f"Recordings played: {mix}. Each system and the generator share the machine. Seed {asked.seed}."
    )


def show(lines: Iterable[str]) -> None:
    """Prints lines at once, also into a file."""
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
