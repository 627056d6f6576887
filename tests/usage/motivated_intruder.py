"""A motivated intruder: holds every figure that could be released of a made-up population, and subtracts.

The population is small on purpose, so that differencing is as easy as it gets: every visit has one need, and
the intruder knows which values occur. How many visits there are, and how they divide, differs between
populations, as nobody knows it beforehand. In every second one there is one visit more, the target: in a
small district, with a rare need, at night. The intruder reads every cell of every table of at most three
breakdowns, of every week, of every month (of two weeks, so that there is less to subtract) and of the quarter
that they make up, and tries five things:

- totals minus parts, over needs, areas, ages, parts of the day and channels, and over dates;
- the least and greatest value that each hidden cell can have, whatever the noise;
- a claim, the best one in each population: "in this cell there is exactly one visit";
- the same claim for one of the target's own cells, where subtraction says one;
- having practised on other populations: "the target is there", by reading alone, and by subtracting too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from random import Random

import numpy

from usage.breakdowns import Breakdown, Cube, cube_of
from usage.cells import tables_of
from usage.disclosure import DisclosurePolicy, shown
from usage.noise import KEYS, NOBODY, Cell
from usage.visits import Said, Visit
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, PartOfDay, Step
from vocabulary.people import AgeBand


WEEKS = 4
VISITS_A_WEEK = 220
UNKNOWN = 0.3  # by how much, about, populations differ
NEEDS = {Need.DRUG_DEBT: 30, Need.CUCKOOING: 25, Need.FAMILY_DRUG_USE: 20, Need.HATE_MATE_CRIME: 2}
DISTRICTS = {District.SHROPSHIRE: 30, District.TELFORD_AND_WREKIN: 25, District.MALVERN_HILLS: 3}
AGES = {AgeBand.FROM_26_TO_59: 20, AgeBand.FROM_18_TO_25: 12, AgeBand.UNDER_18: 4}
PARTS = {PartOfDay.EVENING: 20, PartOfDay.AFTERNOON: 20, PartOfDay.NIGHT: 5}
CHANNELS = {Channel.WEB: 20, Channel.WIDGET: 8, Channel.WEB_NO_SCRIPT: 2}
LISTS: Mapping[Breakdown, Mapping[str, int]] = {
    Breakdown.NEED: {str(value): weight for value, weight in NEEDS.items()},
    Breakdown.AREA: {value.value: weight for value, weight in DISTRICTS.items()},
    Breakdown.AGE: {str(value): weight for value, weight in AGES.items()},
    Breakdown.PART: {str(value): weight for value, weight in PARTS.items()},
    Breakdown.CHANNEL: {str(value): weight for value, weight in CHANNELS.items()},
}
TARGET = {
    Breakdown.NEED: str(Need.HATE_MATE_CRIME),
    Breakdown.AREA: District.MALVERN_HILLS.value,
    Breakdown.AGE: str(AgeBand.UNDER_18),
    Breakdown.PART: str(PartOfDay.NIGHT),
    Breakdown.CHANNEL: str(Channel.WEB_NO_SCRIPT),
}
CUBES = [cube_of(set(each)) for size in range(4) for each in combinations(LISTS, size)]
MONTHS = ((0, 1), (2, 3))
PERIODS = (*((week,) for week in range(WEEKS)), *MONTHS, tuple(range(WEEKS)))  # each with its weeks
TOGETHER = PERIODS.index(tuple(range(WEEKS)))
WITH_TARGET = [number for number, weeks in enumerate(PERIODS) if 0 in weeks]
MONDAY = date(2026, 1, 5)


@dataclass(frozen=True, order=True)
class Place:
    """A cell: which table, which values, which period."""

    cube: Cube
    values: tuple[str, ...]
    period: int


@dataclass(frozen=True)
class Population:
    """The true cells, and whether the target is among the visits."""

    cells: Mapping[Place, Cell]
    has_target: bool


def made_up(random: Random) -> Population:
    """A population of its own size and mixture; the target, where there is one, visits in the first week."""
    has_target = random.random() < 0.5
    mixture = {
        each: {value: weight * random.lognormvariate(0, UNKNOWN) for value, weight in values.items()}
        for each, values in LISTS.items()
    }
    number = VISITS_A_WEEK * random.lognormvariate(0, UNKNOWN)
    weeks = [
        [_visit(random, week, _drawn(random, mixture)) for _ in range(_poisson(random, number))]
        for week in range(WEEKS)
    ]
    if has_target:
        weeks[0].append(_visit(random, 0, TARGET))
    cells: dict[Place, Cell] = {}
    for week, visits in enumerate(weeks):
        tables = tables_of(visits)
        for cube, values in _cells():
            cell = tables[cube].get(values, NOBODY)
            for period in (number for number, held in enumerate(PERIODS) if week in held):
                place = Place(cube, values, period)
                cells[place] = cells.get(place, NOBODY).joined(cell)
    return Population(cells, has_target)


class Intruder:
    """What can be told from everything that is released of a population."""

    def __init__(self, population: Population, policy: DisclosurePolicy) -> None:
        self._policy = policy
        self._error = policy.largest_error
        self._near = policy.base / 2  # an estimate this close to one says one: rounding allows no better
        self._most_hidden = policy.threshold - 1 + policy.largest_noise
        # What is hidden is None: the intruder sees no more than that.
        figures = {place: shown(cell, policy) for place, cell in population.cells.items()}
        self.shown = {place: each if isinstance(each, int) else None for place, each in figures.items()}
        self._estimates: dict[Place, list[float]] = {}
        self._bounds: dict[Place, tuple[int, int]] = {}
        for parent, children in sums():
            self._subtract(parent, children)

    def proved(self) -> list[Place]:
        """The hidden cells that hold exactly one visit, beyond any doubt."""
        return [place for place, (low, high) in self._bounds.items() if low == high == 1]

    def candidates(self) -> list[Place]:
        """The hidden cells of which a subtraction tells something."""
        return sorted(self._estimates)

    def claim(self) -> Place | None:
        """The cell that looks most like exactly one visit."""
        return min(self.candidates(), key=lambda place: abs(self.estimate(place) - 1), default=None)

    def estimate(self, place: Place) -> float:
        """What all subtractions together say of a hidden cell."""
        return float(numpy.mean(self._estimates[place]))

    def candidates_of_target(self) -> list[Place]:
        """The target's own cells of which a subtraction tells something."""
        return [place for place in places_of_target() if place in self._estimates]

    def claim_of_target(self) -> Place | None:
        """The one of them that looks most like exactly one visit; None when none of them does."""
        near = [each for each in self.candidates_of_target() if abs(self.estimate(each) - 1) <= self._near]
        return min(near, key=lambda place: abs(self.estimate(place) - 1), default=None)

    def read_of_target(self) -> list[float]:
        """The figures of all cells that the target would be in, as anybody reads them."""
        return [float(self.shown[place] or 0) for place in places_of_target()]

    def subtracted_of_target(self) -> list[float]:
        """What subtraction says of those cells that are hidden."""
        return [
            self.estimate(place) if place in self._estimates else float(self.shown[place] or 0)
            for place in places_of_target()
        ]

    def _subtract(self, parent: Place, children: Sequence[Place]) -> None:
        total = self.shown[parent]
        hidden = [child for child in children if self.shown[child] is None]
        if total is None or not hidden:
            return
        known = [self.shown[child] or 0 for child in children if self.shown[child] is not None]
        rest, slack, others = total - sum(known), self._error * (1 + len(known)), len(hidden) - 1
        for child in hidden:
            if not others:
                self._estimates.setdefault(child, []).append(rest)
            low, high = self._bounds.get(child, (0, self._most_hidden))
            least = max(low, rest - slack - others * self._most_hidden)
            self._bounds[child] = (least, min(high, rest + slack))


def places_of_target() -> list[Place]:
    """All cells that the target would be in."""
    own = [(cube, tuple(TARGET[each] for each in cube)) for cube in CUBES]
    return [Place(cube, values, period) for cube, values in own for period in WITH_TARGET]


def sums() -> list[tuple[Place, list[Place]]]:
    """Every total with its parts, over each breakdown and over dates."""
    return _SUMS


def guessed(traces: Sequence[Sequence[float]], truths: Sequence[bool]) -> list[bool]:
    """Whether each guess about the target is right, having learnt from the other half of the populations."""
    x, y = numpy.array(traces), numpy.where(truths, 1.0, -1.0)
    x = (x - x.mean(axis=0)) / numpy.maximum(x.std(axis=0), 1e-9)
    right = numpy.zeros(len(y), dtype=bool)
    for tested in (numpy.arange(len(y)) % 2 == 0, numpy.arange(len(y)) % 2 == 1):
        a, b = x[~tested], y[~tested]
        weights = numpy.linalg.solve(a.T @ a + len(a) * numpy.eye(a.shape[1]) * 0.3, a.T @ (b - b.mean()))
        right[tested] = numpy.sign(x[tested] @ weights + b.mean()) == y[tested]
    return [bool(each) for each in right]


def _drawn(random: Random, mixture: Mapping[Breakdown, Mapping[str, float]]) -> Mapping[Breakdown, str]:
    return {each: random.choices(list(values), list(values.values()))[0] for each, values in mixture.items()}


def _visit(random: Random, week: int, said: Mapping[Breakdown, str]) -> Visit:
    about_it = (said[Breakdown.NEED], said[Breakdown.AREA], said[Breakdown.AGE])
    event = Said(str(Step.NEED_FOUND), *about_it, risk=None, service=None, outcome=None)
    day = MONDAY + timedelta(weeks=week)
    how = (said[Breakdown.PART], said[Breakdown.CHANNEL])
    return Visit(day, *how, random.randrange(KEYS), frozenset({event}))


def _poisson(random: Random, mean: float) -> int:
    """Visits come by themselves."""
    return max(0, round(random.gauss(mean, mean**0.5)))


def _cells() -> Iterator[tuple[Cube, tuple[str, ...]]]:
    for cube in CUBES:
        for values in product(*(LISTS[each] for each in cube)):
            yield cube, values


def _dates() -> Iterator[tuple[int, list[int]]]:
    """Every period with the shorter ones that it is made of: months and weeks, or weeks alone."""
    months = [PERIODS.index(month) for month in MONTHS]
    yield TOGETHER, months
    yield TOGETHER, list(range(WEEKS))
    for number, weeks in zip(months, MONTHS, strict=True):
        yield number, list(weeks)


def _all_sums() -> Iterator[tuple[Place, list[Place]]]:
    for cube, values in _cells():
        for parent, parts_of_dates in _dates():
            yield Place(cube, values, parent), [Place(cube, values, part) for part in parts_of_dates]
        for extra in LISTS:
            finer = cube_of({*cube, extra})
            if extra in cube or finer not in CUBES:
                continue
            at = finer.index(extra)
            parts = [(*values[:at], value, *values[at:]) for value in LISTS[extra]]
            for period in range(len(PERIODS)):
                yield Place(cube, values, period), [Place(finer, part, period) for part in parts]


_SUMS = list(_all_sums())
