"""Disclosure control: what of a raw table may be shown, so that nothing can be learnt of one visit.

A count below the threshold is SUPPRESSED; others are rounded; and what would give a suppressed count away by
subtraction is WITHHELD. Pure: the same raw table always gives the same released table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from usage.periods import Period
from usage.subtraction import TOTAL, UNLIMITED, Bounds, Entry, Loops, Move, Network, Route
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
    # Our own choice: a hidden count keeps as many possible values as rounding leaves to a shown one.
    possible_values: int = 5
    # Our own choice, as no published rule covers a live service: a week's figures wait another week.
    delay_weeks: int = 1


POLICY = DisclosurePolicy()


class Hidden(StrEnum):
    """Why a figure is not shown. Neither is a number, and neither is 0."""

    SUPPRESSED = "suppressed"  # fewer than the threshold, none included
    WITHHELD = "withheld"  # the threshold or more, but it would give a suppressed figure away


SUPPRESSED = Hidden.SUPPRESSED
WITHHELD = Hidden.WITHHELD
Figure = int | Hidden


@dataclass(frozen=True)
class RawTable:
    """Counts of visits as they are. Never leaves this package: only `protect` takes it."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Mapping[Entry, int]  # inner counts by index, and totals of different visits at TOTAL
    period: Period
    traffic: frozenset[Traffic]


@dataclass(frozen=True)
class ReleasedTable:
    """A table that anybody may see; made by `protect`, read back by `usage.release`, filtered by `part`."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: Mapping[Entry, Figure]
    period: Period
    traffic: Traffic

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
        return ReleasedTable(tuple(rows), tuple(columns), figures, self.period, self.traffic)


def rounded(count: int, policy: DisclosurePolicy = POLICY) -> int:
    """The nearest multiple of the base."""
    return policy.base * ((count + policy.base // 2) // policy.base)


def protect(
    raw: RawTable,
    *,
    policy: DisclosurePolicy = POLICY,
    parts: Sequence[tuple[RawTable, ReleasedTable]] = (),
) -> ReleasedTable:
    """The table that may be shown; `parts` are the shorter periods in it, and what was shown of them.

    What would give something away whatever else is hidden is withheld as a whole. Raises MixedTraffic.
    """
    if any(len(each.traffic) != 1 for each in (raw, *(part for part, _ in parts))):
        raise MixedTraffic
    (traffic,) = raw.traffic
    marks = _hidden_marks(raw, policy, parts)
    figures: dict[Entry, Figure] = {
        entry: marks.get(entry, rounded(count, policy)) for entry, count in raw.counts.items()
    }
    return ReleasedTable(raw.rows, raw.columns, figures, raw.period, traffic)


def _hidden_marks(
    raw: RawTable, policy: DisclosurePolicy, parts: Sequence[tuple[RawTable, ReleasedTable]]
) -> Mapping[Entry, Hidden]:
    few = {entry: SUPPRESSED for entry, count in raw.counts.items() if count < policy.threshold}
    whole = _network(raw, few, policy)
    pieces = [_network(part, _marks_of(shown), policy) for part, shown in parts]
    loops = Loops(raw.counts, enough=policy.possible_values, withheld=_bounds(WITHHELD, 0, policy))
    marked = [(whole, few), *zip(pieces, (_marks_of(shown) for _, shown in parts), strict=True)]
    for network, marks in marked:
        for entry, mark in sorted(marks.items()):
            if mark is SUPPRESSED and network.flow[entry] > 0:
                routes = _routes(network, entry, whole, pieces)
                if not loops.protect(entry, routes, into=whole):
                    return dict.fromkeys(raw.counts, WITHHELD)
    return dict.fromkeys(whole.hidden, WITHHELD) | few


def _routes(network: Network, entry: Entry, whole: Network, parts: Sequence[Network]) -> list[Route]:
    """The joint moves that leave every sum of parts right."""
    if network is whole:
        return [[Move(whole, 1), Move(part, 1)] for part in parts] or [[Move(whole, 1)]]
    others = sorted((part for part in parts if part is not network), key=lambda part: -part.flow[entry])
    opposite = [[Move(network, 1), Move(part, -1)] for part in others]
    return [[Move(network, 1), Move(whole, 1)], *opposite]


def _network(raw: RawTable, marks: Mapping[Entry, Hidden], policy: DisclosurePolicy) -> Network:
    """The table with totals that are sums: a reader who takes them for sums is the one to be stopped."""
    counts = {entry: count for entry, count in raw.counts.items() if TOTAL not in entry}
    flow = {entry: counts.get(entry, 0) for entry in raw.counts}
    for (row, column), count in counts.items():
        for total in ((row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
            flow[total] += count
    return Network(flow, {entry: _bounds(mark, flow[entry], policy) for entry, mark in marks.items()})


def _bounds(mark: Hidden, count: int, policy: DisclosurePolicy) -> Bounds:
    if mark is WITHHELD:
        return Bounds(policy.threshold, UNLIMITED)
    # A visit with two needs counts once in its total, so a suppressed total can stand below its parts' sum.
    return Bounds(0, max(policy.threshold - 1, count))


def _marks_of(shown: ReleasedTable) -> dict[Entry, Hidden]:
    return {entry: figure for entry, figure in shown.figures.items() if isinstance(figure, Hidden)}
