"""An attacker who holds everything published, knows the rules, and reckons with an integer solver."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp

from usage.disclosure import SUPPRESSED, WITHHELD, Figure
from usage.subtraction import TOTAL, Entry


THRESHOLD = 10
ROUNDED_BY = 2
Cell = tuple[int, int, int]  # table, row, column


@dataclass
class Intruder:
    """Collects what is published about tables of one shape, then bounds what is hidden."""

    rows: int
    columns: int
    tables: int = 1
    knows_exactly: bool = False  # as if shown figures were not rounded
    _sums: list[numpy.ndarray] = field(default_factory=list)
    _low: list[float] = field(default_factory=list)
    _high: list[float] = field(default_factory=list)

    def read(
        self, figures: Mapping[Entry, Figure], counts: Mapping[Entry, int], tables: Iterable[int]
    ) -> None:
        """Note the figures of the sum of `tables`; `counts` are for one who knows exactly."""
        for entry, figure in figures.items():
            low, high = self._known(figure, counts[entry])
            self._sums.append(self._sum(entry, tables))
            self._low.append(low)
            self._high.append(high)

    def bounds(self, entry: Entry, tables: Iterable[int]) -> tuple[int, int]:
        """The least and greatest value that a figure can have."""
        wanted = self._sum(entry, tables)
        rules = LinearConstraint(numpy.array(self._sums), self._low, self._high)
        least, greatest = (
            milp(sign * wanted, constraints=rules, integrality=numpy.ones(len(wanted)), bounds=Bounds(0))
            for sign in (1, -1)
        )
        assert least.success, "the published figures contradict one another"
        assert greatest.success, "a hidden figure without an upper bound"
        return round(least.fun), round(-greatest.fun)

    def possible_values(self, entry: Entry, tables: Iterable[int] = (0,)) -> int:
        """How many values a figure can have."""
        least, greatest = self.bounds(entry, tables)
        return greatest - least + 1

    def _known(self, figure: Figure, count: int) -> tuple[float, float]:
        if figure is SUPPRESSED:
            return 0, THRESHOLD - 1
        if figure is WITHHELD:
            return THRESHOLD, numpy.inf
        if self.knows_exactly:
            return count, count
        assert isinstance(figure, int)
        return max(THRESHOLD, figure - ROUNDED_BY), figure + ROUNDED_BY

    def _sum(self, entry: Entry, tables: Iterable[int]) -> numpy.ndarray:
        picked = numpy.zeros((self.tables, self.rows, self.columns))
        row, column = (slice(None) if each == TOTAL else each for each in entry)
        for table in tables:
            picked[table, row, column] = 1
        return picked.ravel()
