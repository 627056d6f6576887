"""Which hidden figures of a table could be had by subtraction, and what else to withhold so that none can.

The table with its totals is a network: each row and each column is a node that passes on what it receives,
the two corners `_SOURCE` and `_SINK` carry the totals, and every figure is the flow along one edge. A
figure that is hidden may be any flow that its neighbours allow, so its least and greatest possible values
are found exactly, by moving flow round the loops of hidden figures. Shown figures are taken as exact here,
though they are rounded: rounding is a second lock. Source of the idea: L. H. Cox, "Network models for
complementary cell suppression", Journal of the American Statistical Association 90 (1995).
"""

import heapq
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass


Entry = tuple[int, int]  # row and column of a figure; TOTAL stands for the margin
TOTAL = -1
UNLIMITED = 10**9
_SOURCE = (0, TOTAL)
_SINK = (1, TOTAL)
_Node = tuple[int, int]
_DEAR = 10**6  # a total is withheld only when no inner figure will do


@dataclass(frozen=True)
class Bounds:
    """What a reader knows of a hidden figure from its mark alone."""

    low: int
    high: int


@dataclass(frozen=True)
class _Arc:
    entry: Entry
    to: _Node
    change: int  # +1 when going along the arc makes the figure greater


class Network:
    """A table whose counts add up, and which of its figures are hidden."""

    def __init__(
        self, counts: Mapping[Entry, int], hidden: Mapping[Entry, Bounds], *, withheld_from: int
    ) -> None:
        """`counts` holds all figures and totals; one withheld later is `withheld_from` or more."""
        self.hidden = dict(hidden)
        self._flow = dict(counts)
        self._withheld = Bounds(withheld_from, UNLIMITED)
        self._arcs: dict[_Node, list[_Arc]] = {}
        for entry in counts:
            tail, head = _ends(entry)
            self._arcs.setdefault(tail, []).append(_Arc(entry, head, 1))
            self._arcs.setdefault(head, []).append(_Arc(entry, tail, -1))

    def possible_values(self, entry: Entry, *, enough: int) -> int:
        """How many values a hidden figure can have for a reader who subtracts; stops counting at `enough`."""
        flow = dict(self._flow)
        up = self._push(flow, entry, change=1, most=enough - 1)
        flow = dict(self._flow)
        return 1 + up + self._push(flow, entry, change=-1, most=enough - 1 - up)

    def protect(self, entry: Entry, *, enough: int) -> None:
        """Withhold shown figures, small inner ones first, until a hidden figure can have `enough` values."""
        while self.possible_values(entry, enough=enough) < enough:
            loops = [self._cheapest_loop(entry, change) for change in (1, -1)]
            found = [loop for loop in loops if loop is not None]
            if not found:
                return  # nothing shown bears on it: what is left to know follows from the marks alone
            for other in min(found, key=self._cost):
                self.hidden.setdefault(other, self._withheld)

    def _push(self, flow: dict[Entry, int], entry: Entry, *, change: int, most: int) -> int:
        """Move `entry` as far as its loops allow, `most` at most; returns how far."""
        moved = 0
        most = min(most, self._room(flow, entry, change))
        while moved < most:
            path = self._free_path(flow, entry, change)
            if path is None:
                break
            step = min([most - moved, *(self._room(flow, arc.entry, arc.change) for arc in path)])
            for arc in path:
                flow[arc.entry] += step * arc.change
            flow[entry] += step * change
            moved += step
        return moved

    def _cheapest_loop(self, entry: Entry, change: int) -> list[Entry] | None:
        """The shown figures to withhold so that `entry` can move one further; None when it cannot."""
        flow = dict(self._flow)
        self._push(flow, entry, change=change, most=UNLIMITED)
        if self._room(flow, entry, change) == 0:
            return None
        path = self._cheapest_path(flow, entry, change)
        return None if path is None else [arc.entry for arc in path if arc.entry not in self.hidden]

    def _free_path(self, flow: Mapping[Entry, int], entry: Entry, change: int) -> list[_Arc] | None:
        """The shortest way round from one end of `entry` to the other by hidden figures that can move."""
        start, goal = _way_round(entry, change)
        came: dict[_Node, tuple[_Node, _Arc]] = {}
        queue = deque([start])
        while queue and goal not in came:
            node = queue.popleft()
            for arc in self._arcs[node]:
                if arc.to in came or arc.to == start or arc.entry == entry or arc.entry not in self.hidden:
                    continue
                if self._room(flow, arc.entry, arc.change) > 0:
                    came[arc.to] = (node, arc)
                    queue.append(arc.to)
        return _trace(came, start, goal) if goal in came else None

    def _cheapest_path(self, flow: Mapping[Entry, int], entry: Entry, change: int) -> list[_Arc] | None:
        """The way round that withholds least: shown figures may move too, at their price."""
        start, goal = _way_round(entry, change)
        heap: list[tuple[int, _Node]] = [(0, start)]
        best: dict[_Node, int] = {start: 0}
        came: dict[_Node, tuple[_Node, _Arc]] = {}
        while heap:
            cost, node = heapq.heappop(heap)
            if node == goal:
                return _trace(came, start, goal)
            for arc in self._arcs[node]:
                if arc.entry == entry or self._room(flow, arc.entry, arc.change) == 0:
                    continue
                further = cost + self._price(arc.entry)
                if further < best.get(arc.to, UNLIMITED * UNLIMITED):
                    best[arc.to] = further
                    came[arc.to] = (node, arc)
                    heapq.heappush(heap, (further, arc.to))
        return None

    def _room(self, flow: Mapping[Entry, int], entry: Entry, change: int) -> int:
        bounds = self.hidden.get(entry, self._withheld)
        return max(0, bounds.high - flow[entry] if change > 0 else flow[entry] - bounds.low)

    def _price(self, entry: Entry) -> int:
        if entry in self.hidden:
            return 0
        return 1 + self._flow[entry] + (_DEAR if TOTAL in entry else 0)

    def _cost(self, loop: list[Entry]) -> int:
        return sum(self._price(entry) for entry in loop)


def _ends(entry: Entry) -> tuple[_Node, _Node]:
    row, column = entry
    if row == TOTAL:
        return (1, column), _SOURCE if column == TOTAL else _SINK
    return (_SOURCE, (0, row)) if column == TOTAL else ((0, row), (1, column))


def _way_round(entry: Entry, change: int) -> tuple[_Node, _Node]:
    """Where the loop that moves `entry` goes on after it, and where it comes back to it."""
    tail, head = _ends(entry)
    return (head, tail) if change > 0 else (tail, head)


def _trace(came: Mapping[_Node, tuple[_Node, _Arc]], start: _Node, goal: _Node) -> list[_Arc]:
    path = []
    node = goal
    while node != start:
        node, arc = came[node]
        path.append(arc)
    return path
