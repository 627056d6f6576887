"""Secondary suppression, where noise is off: what to withhold so that no hidden count can be subtracted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from usage.subtraction import TOTAL, UNLIMITED, Bounds, Entry, Loops, Move, Network, Route


Counts = Mapping[Entry, int]


@dataclass(frozen=True)
class Marks:
    """A table's counts with what is hidden of it already."""

    counts: Counts
    few: frozenset[Entry]  # below the threshold
    withheld: frozenset[Entry] = frozenset()


@dataclass(frozen=True)
class Rules:
    """The numbers of the policy that matter here."""

    threshold: int
    possible_values: int


def to_withhold(whole: Marks, parts: Sequence[Marks], rules: Rules) -> frozenset[Entry] | None:
    """The figures of a table to withhold; `parts` are the shorter periods in it.

    None when no choice of figures would do: then the whole table is to be withheld.
    """
    network = _network(whole, rules)
    pieces = [_network(part, rules) for part in parts]
    loops = Loops(whole.counts, enough=rules.possible_values, withheld=_withheld(rules))
    for each, marks in [(network, whole), *zip(pieces, parts, strict=True)]:
        for entry in sorted(marks.few):
            if each.flow[entry] > 0:
                routes = _routes(each, entry, network, pieces)
                if not loops.protect(entry, routes, into=network):
                    return None
    return frozenset(network.hidden) - whole.few


def _routes(network: Network, entry: Entry, whole: Network, parts: Sequence[Network]) -> list[Route]:
    """The joint moves that leave every sum of parts right."""
    if network is whole:
        return [[Move(whole, 1), Move(part, 1)] for part in parts] or [[Move(whole, 1)]]
    others = sorted((part for part in parts if part is not network), key=lambda part: -part.flow[entry])
    opposite = [[Move(network, 1), Move(part, -1)] for part in others]
    return [[Move(network, 1), Move(whole, 1)], *opposite]


def _network(marks: Marks, rules: Rules) -> Network:
    """The table with totals that are sums: a reader who takes them for sums is the one to be stopped."""
    counts = {entry: count for entry, count in marks.counts.items() if TOTAL not in entry}
    flow = {entry: counts.get(entry, 0) for entry in marks.counts}
    for (row, column), count in counts.items():
        for total in ((row, TOTAL), (TOTAL, column), (TOTAL, TOTAL)):
            flow[total] += count
    hidden = {entry: _few(flow[entry], rules) for entry in marks.few}
    return Network(flow, hidden | dict.fromkeys(marks.withheld, _withheld(rules)))


def _withheld(rules: Rules) -> Bounds:
    return Bounds(rules.threshold, UNLIMITED)


def _few(count: int, rules: Rules) -> Bounds:
    # A visit with two needs counts once in its total, so a suppressed total can stand below its parts' sum.
    return Bounds(0, max(rules.threshold - 1, count))
