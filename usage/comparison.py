"""Two periods beside each other: which differences are real, and which are only noise."""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from usage.disclosure import POLICY, SUPPRESSED, DisclosurePolicy, Figure, Hidden, ReleasedTable


# Two standard deviations: of 20 differences that mean nothing, about one is taken for real.
DEVIATIONS = 2.0


class Change(StrEnum):
    """What a difference from the period before means."""

    UP = "up"
    DOWN = "down"
    NOISE = "noise"  # no greater than chance, the noise and the rounding make by themselves
    UNKNOWN = "unknown"  # a figure is hidden, or there is no period before


@dataclass(frozen=True)
class Comparison:
    """A released table and the same one of the period before, where there is one."""

    now: ReleasedTable
    before: ReleasedTable | None

    def earlier(self, row: str | None, column: str | None) -> Figure | None:
        """The figure of the period before; None where there is none to compare with."""
        if self.before is None or column not in {None, *self.before.columns}:
            return None
        if row not in {None, *self.before.rows}:
            return SUPPRESSED  # a service without a figure that can be shown
        return self.before.figure(row, column)

    @property
    def longer(self) -> float:
        """How many times as long this period is as the one before: months have four weeks or five."""
        return self.now.period.weeks / self.before.period.weeks if self.before else 1.0

    def difference(self, row: str | None, column: str | None) -> int | None:
        """This period's figure less what the one before had in as many weeks; None where either is hidden."""
        now, before = self.now.figure(row, column), self.earlier(row, column)
        if isinstance(now, Hidden) or not isinstance(before, int):
            return None
        return round(now - before * self.longer)

    def change(self, row: str | None, column: str | None) -> Change:
        """What the difference means."""
        return change(self.now.figure(row, column), self.earlier(row, column), longer=self.longer)


def change(
    now: Figure, before: Figure | None, policy: DisclosurePolicy = POLICY, *, longer: float = 1.0
) -> Change:
    """What the difference of two released figures means, the later of a period so many times as long.

    A suppressed figure is taken as the threshold, so that a change is told only where it is certain.
    """
    if before is None or Hidden.WITHHELD in (now, before) or (now is SUPPRESSED and before is SUPPRESSED):
        return Change.UNKNOWN
    new, old = (policy.threshold if isinstance(each, Hidden) else each for each in (now, before))
    by = new - old * longer
    if abs(by) <= margin(new, old, policy, longer=longer):
        return Change.NOISE
    return Change.UP if by > 0 else Change.DOWN


def margin(now: int, before: int, policy: DisclosurePolicy = POLICY, *, longer: float = 1.0) -> float:
    """The greatest difference that means nothing.

    It is what noise and rounding can do at most, or what they and chance (visits are taken to come by
    themselves, so that their number varies by its root) do in 19 of 20 cases, whichever is greater.
    """
    protection = variance(policy.largest_noise) + variance(policy.base // 2)
    by_chance = now + protection + (before + protection) * longer**2
    return max((1 + longer) * policy.largest_error, DEVIATIONS * sqrt(by_chance))


def variance(largest: int) -> float:
    """That of a whole number from -largest to largest, each equally likely."""
    return largest * (largest + 1) / 3
