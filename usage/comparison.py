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

    def difference(self, row: str | None, column: str | None) -> int | None:
        """This period's figure less the one before; None where either is hidden."""
        now, before = self.now.figure(row, column), self.earlier(row, column)
        return now - before if isinstance(now, int) and isinstance(before, int) else None

    def change(self, row: str | None, column: str | None) -> Change:
        """What the difference means."""
        return change(self.now.figure(row, column), self.earlier(row, column))


def change(now: Figure, before: Figure | None, policy: DisclosurePolicy = POLICY) -> Change:
    """What the difference of two released figures means.

    A suppressed figure is taken as the threshold, so that a change is told only where it is certain.
    """
    if before is None or Hidden.WITHHELD in (now, before) or (now is SUPPRESSED and before is SUPPRESSED):
        return Change.UNKNOWN
    new, old = (policy.threshold if isinstance(each, Hidden) else each for each in (now, before))
    if abs(new - old) <= margin(new, old, policy):
        return Change.NOISE
    return Change.UP if new > old else Change.DOWN


def margin(now: int, before: int, policy: DisclosurePolicy = POLICY) -> float:
    """The greatest difference that means nothing.

    It is what noise and rounding can do at most, or what they and chance (visits are taken to come by
    themselves, so that their number varies by its root) do in 19 of 20 cases, whichever is greater.
    """
    protection = (variance(policy.largest_noise) + variance(policy.base // 2)) * 2
    return max(2.0 * policy.largest_error, DEVIATIONS * sqrt(now + before + protection))


def variance(largest: int) -> float:
    """That of a whole number from -largest to largest, each equally likely."""
    return largest * (largest + 1) / 3
