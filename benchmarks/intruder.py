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
    target: Rate  # "the target is there", one guess in each population


def attack(policy: DisclosurePolicy, *, populations: int, seed: int = 1) -> Findings:
    """Attack so many populations that are released by a policy."""
    random = Random(seed)  # noqa: S311 - a benchmark must come out the same again
    proved = hits = tries = 0
    chance = 0.0
    traces, truths = [], []
    for _ in range(populations):
        population = made_up(random)
        intruder = Intruder(population, policy)
        proved += len(intruder.proved())
        traces.append(intruder.traces_of_target())
        truths.append(population.has_target)
        claim, candidates = intruder.claim(), intruder.candidates()
        if claim is not None:
            tries += 1
            hits += population.cells[claim].visits == 1
            chance += sum(population.cells[each].visits == 1 for each in candidates) / len(candidates)
    right = guessed(traces, truths)
    majority = max(sum(truths), len(truths) - sum(truths)) / len(truths)
    return Findings(proved, Rate(hits, tries, chance / max(tries, 1)), Rate(sum(right), len(right), majority))


def main() -> None:
    """Print the table."""
    populations = int(sys.argv[1]) if len(sys.argv) > 1 else POPULATIONS
    print(f"| {populations} populations | proved | claims right | by chance | target guessed | by chance |")
    print("|---|---:|---:|---:|---:|---:|")
    for name, policy in POLICIES.items():
        found = attack(policy, populations=populations)
        rates = [
            f"{rate.share:.1%} | {rate.chance:.1%}, at most {rate.limit:.1%}"
            for rate in (found.claims, found.target)
        ]
        print(f"| {name} | {found.proved} | {' | '.join(rates)} |", flush=True)


if __name__ == "__main__":
    main()
