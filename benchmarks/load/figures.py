"""The arithmetic of a load: percentiles from the intended moments, lateness, the greatest rate, slopes."""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass


LATE = 0.02  # seconds; where the generator's own lateness is above at p99, its figures are refused
CLOSENESS = 1.1  # the rate that is found and the lowest one that missed differ by no more


class GeneratorWasLate(RuntimeError):
    """The generator did not keep its own plan, so nothing can be said of what it measured."""


@dataclass(frozen=True)
class Sample:
    """One turn; moments are seconds from the start of the load."""

    intended: float
    due: float  # the intended moment, or that of the answer before where this came later
    sent: float
    answered: float
    kind: str  # opened, typed or chosen
    failure: str = ""  # why there was no right answer

    @property
    def took(self) -> float:
        """Seconds from the intended moment to the answer; a failed turn takes for ever.

        From the moment of sending, a turn that had to wait for the answer before it would look quick: the
        coordinated omission of load generators (Gil Tene).
        """
        return math.inf if self.failure else self.answered - self.intended

    @property
    def late(self) -> float:
        """Seconds by which the generator itself was late."""
        return self.sent - self.due


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of all does not exceed (nearest rank). Raises ValueError."""
    if not values:
        raise ValueError("There is no percentile of nothing.")
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def failures(samples: Sequence[Sample]) -> Counter[str]:
    """How many turns failed, by why."""
    return Counter(each.failure for each in samples if each.failure)


def lateness(samples: Sequence[Sample], lags: Sequence[float]) -> float:
    """The generator's own lateness at p99, seconds: in sending, and in noticing that time has passed."""
    sending = [each.late for each in samples if each.failure != LOST]
    return max(percentile(values, 0.99) for values in (sending, lags) if values)


LOST = "lost with its conversation"


def check_was_on_time(late: float) -> None:
    """Raises GeneratorWasLate where the lateness (seconds) is too great to believe the figures."""
    if late > LATE:
        raise GeneratorWasLate(
            f"The generator itself was {1000 * late:.0f} ms late at p99; its limit is {1000 * LATE:.0f} ms."
        )


def greatest_rate(meets: Callable[[float], bool], *, lowest: float, highest: float) -> float | None:
    """The greatest rate that meets the limit, within CLOSENESS; None where the lowest does not.

    Doubles from the lowest until one misses, then halves the distance (of logarithms) between what met and
    what missed. Where even the highest meets, that one.
    """
    if not meets(lowest):
        return None
    met, missed = lowest, highest
    while met < highest:
        tried = min(2 * met, highest)
        if not meets(tried):
            missed = tried
            break
        met = tried
    while missed / met > CLOSENESS:
        tried = math.sqrt(met * missed)
        if meets(tried):
            met = tried
        else:
            missed = tried
    return met


@dataclass(frozen=True)
class Slope:
    """A straight line's rise for each unit across, and its standard error."""

    rise: float
    error: float


def slope(points: Sequence[tuple[float, float]]) -> Slope:
    """The least-squares slope of points (across, up). Raises ValueError below three points."""
    if len(points) < 3:
        raise ValueError("A slope with its error needs three points.")
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    rise = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread
    rest = sum((y - mean_y - rise * (x - mean_x)) ** 2 for x, y in points)
    return Slope(rise, math.sqrt(rest / (len(points) - 2) / spread))


def price_of(cpu_seconds: float, *, core_hour: float) -> float:
    """What so many CPU seconds cost, at a price for a core's hour."""
    return cpu_seconds / 3600 * core_hour
