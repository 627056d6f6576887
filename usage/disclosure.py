"""Disclosure control: what of a raw table may be shown, so that nothing can be learnt of one visit.

A count below the threshold is SUPPRESSED; others get noise by their cell keys and are rounded. Where noise is
off, what would give a suppressed count away by subtraction is WITHHELD instead. Pure: the same raw table
always gives the same released table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from usage.breakdowns import Breakdown
from usage.noise import Cell, perturbation
from usage.noise import rounded as rounded_to
from usage.periods import Period
from usage.secondary import Marks, Rules, to_withhold
from usage.subtraction import TOTAL, Entry
from vocabulary.pathway import Traffic


class MixedTraffic(ValueError):
    """A table that mixes real visits with tests or demonstrations; it is never released."""


@dataclass(frozen=True)
class DisclosurePolicy:
    """The numbers of disclosure control; nowhere else holds any of them."""

    # The Office for National Statistics' "10-5 rule": the table of its cell-key perturbation hides counts
    # below 10 and rounds to 5 (github.com/ONSdigital/cell-key-perturbation, method specification).
    # Stricter than the 7 and 5 of OpenSAFELY (ehrQL, disclosure control of measures).
    threshold: int = 10
    base: int = 5
    # Our own choice, by benchmarks/intruder.py: with 4 or 5 its intruder did a little better than chance.
    # From -6 to 6, each about as often, the standard deviation is 3.6. Zero turns noise off.
    largest_noise: int = 6
    # Our own choice, where noise is off: a hidden count keeps as many possible values as rounding leaves.
    possible_values: int = 5
    # Our own choice, as no published rule covers a live service: a week's figures wait another week.
    delay_weeks: int = 1

    @property
    def largest_error(self) -> int:
        """How far a shown figure can be from its count."""
        return self.largest_noise + self.base // 2


POLICY = DisclosurePolicy()


class Hidden(StrEnum):
    """Why a figure is not shown. Neither is a number, and neither is 0."""

    SUPPRESSED = "suppressed"  # fewer than the threshold, none included
    WITHHELD = "withheld"  # it would give a suppressed figure away, or is not released for these dates


SUPPRESSED = Hidden.SUPPRESSED
WITHHELD = Hidden.WITHHELD
Figure = int | Hidden


@dataclass(frozen=True)
class Shape:
    """What a table is about: its subject, what its rows and columns are, and its filters."""

    subject: str = "visits"
    rows: Breakdown = Breakdown.NEED
    columns: Breakdown = Breakdown.AREA
    filters: Mapping[Breakdown, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RawTable:
    """Counts of visits as they are. Never leaves this package: only `protect` takes it."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[Entry, Cell]  # inner cells by index, and totals of different visits at TOTAL
    period: Period
    traffic: frozenset[Traffic]
    shape: Shape = field(default_factory=Shape)

    @property
    def counts(self) -> dict[Entry, int]:
        """The counts alone."""
        return {entry: cell.visits for entry, cell in self.cells.items()}


@dataclass(frozen=True)
class ReleasedTable:
    """A table that anybody may see; made by `protect` alone, and narrowed by `part`."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: Mapping[Entry, Figure]
    period: Period
    traffic: Traffic
    shape: Shape = field(default_factory=Shape)

    def figure(self, row: str | None, column: str | None) -> Figure:
        """The figure of a row and column; None stands for the total."""
        return self.figures[
            TOTAL if row is None else self.rows.index(row),
            TOTAL if column is None else self.columns.index(column),
        ]

    @property
    def hidden_share(self) -> float:
        """The share, from 0 to 1, of the inner figures that are hidden."""
        inner = [figure for (row, column), figure in self.figures.items() if TOTAL not in (row, column)]
        return sum(isinstance(figure, Hidden) for figure in inner) / len(inner) if inner else 0.0

    def part(self, *, rows: Sequence[str], columns: Sequence[str]) -> "ReleasedTable":
        """Some rows and columns of this table with their totals: the same figures, never counted afresh."""
        row_at = {TOTAL: TOTAL} | {self.rows.index(name): at for at, name in enumerate(rows)}
        column_at = {TOTAL: TOTAL} | {self.columns.index(name): at for at, name in enumerate(columns)}
        figures = {
            (row_at[row], column_at[column]): figure
            for (row, column), figure in self.figures.items()
            if row in row_at and column in column_at
        }
        return replace(self, rows=tuple(rows), columns=tuple(columns), figures=figures)


def rounded(count: int, policy: DisclosurePolicy = POLICY) -> int:
    """The nearest multiple of the base."""
    return rounded_to(count, policy.base)


def shown(cell: Cell, policy: DisclosurePolicy = POLICY) -> Figure:
    """The figure of one cell: SUPPRESSED, or its count with noise, rounded."""
    added = perturbation(
        cell.visits, cell.key, largest=policy.largest_noise, threshold=policy.threshold, base=policy.base
    )
    return SUPPRESSED if cell.visits + added < policy.threshold else cell.visits + added


def protect(
    raw: RawTable,
    *,
    policy: DisclosurePolicy = POLICY,
    parts: Sequence[tuple[RawTable, ReleasedTable]] = (),
) -> ReleasedTable:
    """The table that may be shown. Raises MixedTraffic.

    Only where noise is off do `parts` count: the shorter periods in it, and what was shown of them. What
    would give something away whatever else is hidden is then withheld as a whole.
    """
    if any(len(each.traffic) != 1 for each in (raw, *(part for part, _ in parts))):
        raise MixedTraffic
    (traffic,) = raw.traffic
    figures: dict[Entry, Figure] = {entry: shown(cell, policy) for entry, cell in raw.cells.items()}
    if not policy.largest_noise:
        figures |= _withheld(raw, figures, policy, parts)
    return ReleasedTable(raw.rows, raw.columns, figures, raw.period, traffic, raw.shape)


def _withheld(
    raw: RawTable,
    figures: Mapping[Entry, Figure],
    policy: DisclosurePolicy,
    parts: Sequence[tuple[RawTable, ReleasedTable]],
) -> dict[Entry, Figure]:
    marks = [_marks(part.counts, of_part.figures) for part, of_part in parts]
    rules = Rules(policy.threshold, policy.possible_values)
    found = to_withhold(_marks(raw.counts, figures), marks, rules)
    if found is None:
        return dict.fromkeys(figures, WITHHELD)
    return {(row, column if raw.columns else TOTAL): WITHHELD for row, column in found}


def _marks(counts: Mapping[Entry, int], figures: Mapping[Entry, Figure]) -> Marks:
    """A table without columns is one whose only column is its total."""
    if all(column == TOTAL for _, column in counts):
        counts = {**counts} | {(row, 0): count for (row, _), count in counts.items()}
        figures = {**figures} | {(row, 0): figure for (row, _), figure in figures.items()}
    few, withheld = (
        frozenset(entry for entry, figure in figures.items() if figure is mark)
        for mark in (SUPPRESSED, WITHHELD)
    )
    return Marks(counts, few, withheld)
