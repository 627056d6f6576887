"""Loads on one running system, judged: at a rate, at the greatest that holds a limit, of so many people."""

import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.load import figures
from benchmarks.load.figures import GeneratorWasLate
from benchmarks.load.generator import Played, play
from benchmarks.load.systems import System
from benchmarks.load.visits import Recording, Visit, by_people, by_rate, seconds_a_visit, turns_a_visit


MOST_FAILED = 0.001  # the share of turns that may fail where a limit counts as met
LEAST_TURNS = 100  # of one load at a rate: a 95th percentile of fewer says little
TRIES = 2  # for a load in which the generator was late
QUIET = 0.1  # cores that a system uses at most when it has worked off what it had
QUIET_WITHIN = 60.0  # seconds


@dataclass(frozen=True)
class Terms:
    """How to measure; times in seconds."""

    recorded: Sequence[Recording]
    random: Random
    hurry: float = 10.0  # think times are divided by it
    step: float = 20.0
    hold: float = 60.0  # how long the rate that was found must hold
    limit: float = 0.3  # for the 95th percentile
    lowest: float = 2.0  # turns a second to begin with
    highest: float = 2000.0

    def warm_up(self, hurry: float) -> float:
        """Until about as many conversations are open as will be later."""
        return 1.5 * seconds_a_visit(self.recorded) / hurry


@dataclass(frozen=True)
class Load:
    """What one load did: seconds, and processor seconds by process; turns without the openings."""

    seconds: float  # of the measured part
    turns: int  # intended within it
    p50: float
    p95: float
    failed: Counter[str]
    late: float  # of the generator itself, at p99
    generator_cores: float
    cores: Mapping[str, float]
    cpu_a_turn: float  # over the whole load; openings are paid for by the turns after them

    @property
    def rate(self) -> float:
        """Turns a second that were offered."""
        return self.turns / self.seconds

    def meets(self, limit: float) -> bool:
        """Whether the 95th percentile is within the limit and hardly a turn failed."""
        return self.p95 <= limit and self.failed.total() <= MOST_FAILED * self.turns


def one_load(system: System, visits: Sequence[Visit], *, start: float, end: float) -> Load:
    """Plays visits and judges what was intended from `start` to `end`. Raises GeneratorWasLate."""
    before, began = system.cpu_seconds(), time.perf_counter()
    played = play(visits, system.chat())
    took = time.perf_counter() - began
    used = {name: cpu - before[name] for name, cpu in system.cpu_seconds().items()}
    return judge(played, start=start, end=end, took=took, used=used)


def judge(played: Played, *, start: float, end: float, took: float, used: Mapping[str, float]) -> Load:
    """What was played, as figures. Raises GeneratorWasLate, ValueError where nothing was intended."""
    late = figures.lateness(played.samples, played.lags)
    figures.check_was_on_time(late)
    inside = played.within(start, end)
    times = [each.took for each in inside]
    answered = [each for each in played.samples if each.kind != "opened" and not each.failure]
    return Load(
        seconds=end - start,
        turns=len(inside),
        p50=figures.percentile(times, 0.5),
        p95=figures.percentile(times, 0.95),
        failed=figures.failures(inside),
        late=late,
        generator_cores=played.own_cpu / took,
        cores={name: cpu / took for name, cpu in used.items()},
        cpu_a_turn=sum(used.values()) / max(1, len(answered)),
    )


def at_rate(system: System, terms: Terms, rate: float, seconds: float) -> Load:
    """A load of so many turns a second for at least so long, once more where the generator was late.

    Raises GeneratorWasLate.
    """
    start = terms.warm_up(terms.hurry)
    end = start + max(seconds, LEAST_TURNS / rate)
    for left in reversed(range(TRIES)):
        visits = by_rate(
            terms.recorded, turns_a_second=rate, until=end, hurry=terms.hurry, random=terms.random
        )
        try:
            load = one_load(system, visits, start=start, end=end)
            why = f" ({', '.join(sorted(load.failed))})" if load.failed else ""
            told = f"p95 {1000 * load.p95:.0f} ms, {load.failed.total()} of {load.turns} failed{why}"
            tell(f"{system.name}: {rate:.1f} turns/s: {told}")
            return load
        except GeneratorWasLate as late:
            tell(f"{system.name}: {rate:.1f} turns/s: {late}")
            if not left:
                raise
        finally:
            wait_until_quiet(system)
    raise AssertionError("The last try returns or raises.")


def find_rate(system: System, terms: Terms) -> Load | None:
    """The load at the greatest rate that held its limit; None where not even the lowest did."""

    def meets(rate: float) -> bool:
        return at_rate(system, terms, rate, terms.step).meets(terms.limit)

    rate = figures.greatest_rate(meets, lowest=terms.lowest, highest=terms.highest)
    while rate is not None and rate >= terms.lowest:
        held = at_rate(system, terms, rate, terms.hold)
        if held.meets(terms.limit):
            return held
        rate /= figures.CLOSENESS
    return None


def with_people(system: System, terms: Terms, *, people: int) -> Load:
    """So many people at once, in no hurry, three times as long as a rate must hold. Raises GeneratorWasLate.

    Few people send few turns: a shorter time would say little of one in twenty.
    """
    start = terms.warm_up(1.0)
    end = start + 3 * terms.hold
    visits = by_people(terms.recorded, people=people, until=end, hurry=1.0, random=terms.random)
    return one_load(system, visits, start=start, end=end)


def wait_until_quiet(system: System) -> None:
    """Returns when the system has worked off what it had, so that one load does not weigh on the next."""
    until = time.monotonic() + QUIET_WITHIN
    before = sum(system.cpu_seconds().values())
    while time.monotonic() < until:
        time.sleep(1)
        now = sum(system.cpu_seconds().values())
        if now - before <= QUIET:
            return
        before = now


def cost_of_1000(load: Load, recorded: Sequence[Recording]) -> float:
    """Processor seconds of 1,000 conversations, as this load used them."""
    return 1000 * turns_a_visit(recorded) * load.cpu_a_turn


def tell(words: str) -> None:
    """A line for whoever waits."""
    print(words, file=sys.stderr, flush=True)
