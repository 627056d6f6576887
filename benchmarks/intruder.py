"""`python -m benchmarks.intruder`: what a motivated intruder learns of one visit, in 1,000 populations.

The same attack is made on figures without protection, rounded only, and as they are released, so that one
sees that the attack works where it can.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import sqrt
from random import Random

from tests.usage.motivated_intruder import Intruder, guessed, made_up
from usage.disclosure import POLICY, DisclosurePolicy


POPULATIONS = 1_000
SURE = 1.645  # standard deviations: what chance exceeds in one test of twenty
POLICIES: Mapping[str, DisclosurePolicy] = {
    "counts below 10 hidden, no more": replace(POLICY, base=1, largest_noise=0),
    "rounded to 5 as well": replace(POLICY, largest_noise=0),
    "as released, with noise": POLICY,
}


@dataclass(frozen=True)
class Rate:
    """How often something came true, and how often it would by chance."""

    hits: float
    tries: int
    chance: float  # 0 to 1

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.hits / self.tries if self.tries else 0.0

    @property
    def limit(self) -> float:
        """The share that chance exceeds in one test of twenty."""
        return self.chance + SURE * sqrt(self.chance * (1 - self.chance) / max(self.tries, 1))

    @property
    def is_chance(self) -> bool:
        """Whether chance explains it."""
        return self.share <= self.limit


@dataclass(frozen=True)
class Findings:
    """What the intruder reached."""

    proved: int  # cells that hold one visit beyond doubt
    claims: Rate  # "there is exactly one visit here", one claim in each population
    target: Rate  # the same of the target's own cells, where subtraction says so of any
    practised: Rate  # "the target is there", by subtracting; by chance is what reading alone gives


def attack(policy: DisclosurePolicy, *, populations: int, seed: int = 1) -> Findings:
    """Attack so many populations that are released by a policy."""
    random = Random(seed)  # noqa: S311 - a benchmark must come out the same again
    proved = 0
    claims, target = _Tally(), _Tally()
    read, subtracted, truths = [], [], []
    for _ in range(populations):
        population = made_up(random)
        intruder = Intruder(population, policy)
        proved += len(intruder.proved())
        is_one = {place: cell.visits == 1 for place, cell in population.cells.items()}
        claim, candidates = intruder.claim(), intruder.candidates()
        if claim is not None:
            claims.add(is_one[claim], by_chance=sum(is_one[each] for each in candidates) / len(candidates))
        claim, candidates = intruder.claim_of_target(), intruder.candidates_of_target()
        if claim is not None:
            target.add(is_one[claim], by_chance=sum(is_one[each] for each in candidates) / len(candidates))
        read.append(intruder.read_of_target())
        subtracted.append(read[-1] + intruder.subtracted_of_target())
        truths.append(population.has_target)
    by_reading, by_both = guessed(read, truths), guessed(subtracted, truths)
    practised = Rate(sum(by_both), len(truths), sum(by_reading) / len(truths))
    return Findings(proved, claims.rate(), target.rate(), practised)


@dataclass
class _Tally:
    hits: int = 0
    tries: int = 0
    by_chance: float = 0.0

    def add(self, is_right: bool, *, by_chance: float) -> None:
        self.hits += is_right
        self.tries += 1
        self.by_chance += by_chance

    def rate(self) -> Rate:
        return Rate(self.hits, self.tries, self.by_chance / max(self.tries, 1))


def main() -> None:
    """Print the table."""
    populations = int(sys.argv[1]) if len(sys.argv) > 1 else POPULATIONS
    heads = ("best claim", "claim of the target", "target guessed by subtracting too (by reading alone)")
    print(f"| {populations:,} populations | proved | {' | '.join(heads)} |\n|---|---:|---:|---:|---:|")
    for name, policy in POLICIES.items():
        found = attack(policy, populations=populations)
        rates = (found.claims, found.target, found.practised)
        told = [f"{rate.share:.1%} ({rate.chance:.1%}, up to {rate.limit:.1%})" for rate in rates]
        print(f"| {name} | {found.proved:,} | {' | '.join(told)} |", flush=True)


if __name__ == "__main__":
    main()
