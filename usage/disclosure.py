"""Disclosure control: what of a raw table may be shown, so that nothing can be learnt of one visit.

A count below the threshold is SUPPRESSED; others are rounded; and what would give a suppressed count away by
subtraction is WITHHELD. Pure: the same raw table always gives the same released table.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from usage.periods import Period
from usage.subtraction import TOTAL, UNLIMITED, Bounds, Entry, Network
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
    raw: RawTable, *, policy: DisclosurePolicy = POLICY, withhold: Iterable[Entry] = ()
) -> ReleasedTable:
    """The table that may be shown; `withhold` names figures to hide besides. Raises MixedTraffic."""
    if len(raw.traffic) != 1:
        raise MixedTraffic
    (traffic,) = raw.traffic
    marks = _hidden_marks(raw, policy, withhold)
    figures: dict[Entry, Figure] = {
        entry: marks.get(entry, rounded(count, policy)) for entry, count in raw.counts.items()
    }
    return ReleasedTable(raw.rows, raw.columns, figures, raw.period, traffic)


def _hidden_marks(raw: RawTable, policy: DisclosurePolicy, withhold: Iterable[Entry]) -> dict[Entry, Hidden]:
    counts = _adding_up(raw)
    few = {entry for entry, count in raw.counts.items() if count < policy.threshold}
    hidden = {entry: Bounds(policy.threshold, UNLIMITED) for entry in withhold}
    # A visit with two needs counts once in its total, so a suppressed total can stand below its parts' sum.
    hidden |= {entry: Bounds(0, max(policy.threshold - 1, counts[entry])) for entry in few}
    network = Network(counts, hidden, withheld_from=policy.threshold)
    for entry in sorted(few):
        if counts[entry] > 0:
            network.protect(entry, enough=policy.possible_values)
    return {entry: SUPPRESSED if entry in few else WITHHELD for entry in network.hidden}


def _adding_up(raw: RawTable) -> dict[Entry, int]:
    """The counts with totals that are sums: a reader who takes them for sums is the one to be stopped."""
    counts = {entry: count for entry, count in raw.counts.items() if TOTAL not in entry}
    sums: dict[Entry, int] = {entry: 0 for entry in raw.counts if TOTAL in entry}
    for (row, column), count in counts.items():
        for total in ((row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
            sums[total] += count
    return counts | sums


def given_away_by_parts(
    whole: Mapping[Entry, int],
    parts: Sequence[tuple[Mapping[Entry, int], Mapping[Entry, Figure]]],
    *,
    policy: DisclosurePolicy = POLICY,
) -> set[Entry]:
    """Figures of a longer period that, less the shown figures of its parts, would give a hidden one away.

    `whole` holds the raw counts of the longer period; each part its raw counts and its figures as released.
    """
    return {entry for entry in whole if _gives_away(entry, parts, policy)}


def _gives_away(
    entry: Entry,
    parts: Sequence[tuple[Mapping[Entry, int], Mapping[Entry, Figure]]],
    policy: DisclosurePolicy,
) -> bool:
    hidden = [
        (counts[entry], figures[entry]) for counts, figures in parts if isinstance(figures[entry], Hidden)
    ]
    few = policy.threshold - 1
    low = [0 if mark is SUPPRESSED else policy.threshold for _, mark in hidden]
    high = [few if mark is SUPPRESSED else UNLIMITED for _, mark in hidden]
    known = sum(count for count, _ in hidden)
    for at, (count, _) in enumerate(hidden):
        least = max(low[at], known - (sum(high) - high[at]))
        most = min(high[at], known - (sum(low) - low[at]))
        if count > 0 and most - least + 1 < policy.possible_values:
            return True
    return False
