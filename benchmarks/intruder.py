"""`python -m benchmarks.intruder`: what a motivated intruder learns of one visit, in 1,000 populations.

The same attack is made on figures without protection, rounded only, and as they are released, so that one
sees that the attack works where it can.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import sqrt
from random import Random

from tests.usage.motivated_intruder import Intruder, Place, guessed, made_up
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
    """What the intruder reached, and what the same claims come to where the figures tell nothing of them."""

    proved: int  # cells that hold one visit beyond doubt
    claims: Rate  # "there is exactly one visit here", one claim in each population
    target: Rate  # the same of the target's own cells, where subtraction says so of any
    read: float  # how often "the target is there" was right by reading alone, 0 to 1
    practised: (
        Rate  # where subtraction changes that guess: how often the change was right; by chance half of them
    )


def attack(policy: DisclosurePolicy, *, populations: int, seed: int = 1) -> Findings:
    """Attack so many populations that are released by a policy."""
    random = Random(seed)  # noqa: S311 - a benchmark must come out the same again
    proved = 0
    claims, target = _Claims(), _Claims()
    read, subtracted, truths = [], [], []
    for _ in range(populations):
        population = made_up(random)
        intruder = Intruder(population, policy)
        proved += len(intruder.proved())
        ones = {place for place, cell in population.cells.items() if cell.visits == 1}
        claims.add(intruder.claim(), ones)
        target.add(intruder.claim_of_target(), ones)
        read.append(intruder.read_of_target())
        subtracted.append(read[-1] + intruder.subtracted_of_target())
        truths.append(population.has_target)
    by_reading, by_both = guessed(read, truths), guessed(subtracted, truths)
    changed = [better for worse, better in zip(by_reading, by_both, strict=True) if worse != better]
    practised = Rate(sum(changed), len(changed), 0.5)
    return Findings(proved, claims.rate(), target.rate(), sum(by_reading) / len(truths), practised)


@dataclass
class _Claims:
    """The claims about a series of populations: each is held against its own, and against all of them.

    The same cells, picked for the same reasons, in populations whose figures the intruder has not seen: so
    nothing that is known of cells beforehand, and no way of picking, counts as learnt from the figures.
    """

    made: list[Place] = field(default_factory=list)
    hits: int = 0
    populations: int = 0
    ones: Counter[Place] = field(default_factory=Counter)

    def add(self, claim: Place | None, ones: set[Place]) -> None:
        self.populations += 1
        self.ones.update(ones)
        if claim is not None:
            self.made.append(claim)
            self.hits += claim in ones

    def rate(self) -> Rate:
        tries = len(self.made)
        anywhere = sum(self.ones[place] for place in self.made)
        return Rate(self.hits, tries, anywhere / max(tries * self.populations, 1))


def main() -> None:
    """Print the table."""
    populations = int(sys.argv[1]) if len(sys.argv) > 1 else POPULATIONS
    heads = ("best claim", "claim of the target", "guess of the target that subtraction changed")
    print(f"| {populations:,} populations | proved | {' | '.join(heads)} | guessed by reading |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, policy in POLICIES.items():
        found = attack(policy, populations=populations)
        rates = (found.claims, found.target, found.practised)
        told = [f"{rate.share:.1%} ({rate.chance:.1%}, up to {rate.limit:.1%})" for rate in rates]
        print(f"| {name} | {found.proved:,} | {' | '.join(told)} | {found.read:.1%} |", flush=True)


if __name__ == "__main__":
    main()
