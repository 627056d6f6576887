"""Which hidden figures could be had by subtraction, and what else to withhold so that none can.

A table with its totals is a network: each row and each column is a node that passes on what it receives,
the two corners `_SOURCE` and `_SINK` carry the totals, and every figure is the flow along one edge. What is
hidden may be any flow that its neighbours allow, so a reader who subtracts is answered by moving flow round
loops of hidden figures: each such move is another table that looks just the same when it is published.
Shown figures are taken as exact here, though they are rounded: rounding is a second lock.

A longer period is the sum of its parts, so their tables are moved together along a `Route`: a part and the
whole the same way, or two parts opposite ways. Source of the idea for one table: L. H. Cox, "Network models
for complementary cell suppression", Journal of the American Statistical Association 90 (1995).
"""

import heapq
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


Entry = tuple[int, int]  # row and column of a figure; TOTAL stands for the margin
TOTAL = -1
UNLIMITED = 10**9
_Node = tuple[int, int]
_SOURCE: _Node = (0, TOTAL)
_SINK: _Node = (1, TOTAL)
_DEAR = 10**6  # a total is withheld only when no inner figure will do
_Room = Callable[[Entry, int], int]


@dataclass(frozen=True)
class Bounds:
    """What a reader knows of a hidden figure from its mark alone."""

    low: int
    high: int


@dataclass
class Network:
    """A table whose counts add up, with its totals, and which of its figures are hidden."""

    flow: dict[Entry, int]
    hidden: dict[Entry, Bounds]


@dataclass(frozen=True)
class Move:
    """One table's share in a joint move: the same way as the figure in question (1), or the opposite (-1)."""

    network: Network
    sign: int


Route = Sequence[Move]


@dataclass(frozen=True)
class _Arc:
    entry: Entry
    to: _Node
    change: int  # 1 when going along the arc makes the figure greater


@dataclass(frozen=True)
class _Step:
    """A change that was made to one figure, to be taken back."""

    network: Network
    entry: Entry
    by: int


_Trail = list[_Step]


class Loops:
    """The loops of tables of one shape."""

    def __init__(self, entries: Mapping[Entry, int], *, enough: int, withheld: Bounds) -> None:
        """A figure is safe with `enough` possible values; of a withheld one a reader knows `withheld`."""
        self._enough = enough
        self._withheld = withheld
        self._arcs: dict[_Node, list[_Arc]] = {}
        for entry in entries:
            tail, head = _ends(entry)
            self._arcs.setdefault(tail, []).append(_Arc(entry, head, 1))
            self._arcs.setdefault(head, []).append(_Arc(entry, tail, -1))

    def possible_values(self, entry: Entry, routes: Sequence[Route]) -> int:
        """How many values a hidden figure can have for a reader who subtracts; stops counting when enough."""
        most = self._enough - 1
        up = self._reach(entry, 1, routes, most)
        return 1 + up + self._reach(entry, -1, routes, most - up)

    def protect(self, entry: Entry, routes: Sequence[Route], *, into: Network) -> bool:
        """Withhold figures of `into`, cheapest first, until a hidden figure has enough possible values.

        False when nothing more can be done.
        """
        while self.possible_values(entry, routes) < self._enough:
            both = [self._cheapest(entry, change, routes, into) for change in (1, -1)]
            found = [others for others in both if others]
            if not found:
                return False
            for other in min(found, key=lambda others: _cost(into, others)):
                into.hidden[other] = self._withheld
        return True

    def _reach(self, entry: Entry, change: int, routes: Sequence[Route], most: int) -> int:
        """How far `entry` can move along all routes, `most` at most; leaves the tables as they were."""
        trail: _Trail = []
        moved = self._push_all(entry, change, routes, most, trail)
        _go_back(trail)
        return moved

    def _push_all(self, entry: Entry, change: int, routes: Sequence[Route], most: int, trail: _Trail) -> int:
        moved = 0
        for route in routes:
            moved += self._push(entry, change, route, most - moved, trail)
        return moved

    def _push(self, entry: Entry, change: int, route: Route, most: int, trail: _Trail) -> int:
        """Move `entry` along a route as far as its loops allow, `most` at most; returns how far."""
        room = _joint_room(route)
        moved = 0
        while moved < most and room(entry, change) > 0:
            path = self._free_path(entry, change, room)
            if path is None:
                break
            loop = [_Arc(entry, _SOURCE, change), *path]
            step = min(most - moved, *(room(arc.entry, arc.change) for arc in loop))
            for arc in loop:
                for move in route:
                    move.network.flow[arc.entry] += step * arc.change * move.sign
                    trail.append(_Step(move.network, arc.entry, step * arc.change * move.sign))
            moved += step
        return moved

    def _cheapest(
        self, entry: Entry, change: int, routes: Sequence[Route], into: Network
    ) -> list[Entry] | None:
        """The shown figures of `into` to withhold so that `entry` can move further; None when none help."""
        trail: _Trail = []
        self._push_all(entry, change, routes, UNLIMITED, trail)
        helping = [route for route in routes if any(move.network is into for move in route)]
        found = [self._cheapest_along(entry, change, route, into) for route in helping]
        best = min((each for each in found if each), key=lambda each: _cost(into, each), default=None)
        _go_back(trail)
        return best

    def _cheapest_along(self, entry: Entry, change: int, route: Route, into: Network) -> list[Entry] | None:
        room = _joint_room([_as_if_hidden(move, into, self._withheld) for move in route])
        if room(entry, change) == 0:
            return None
        path = self._cheapest_path(entry, change, room, into)
        if path is None:
            return None
        return [other for other in (entry, *(arc.entry for arc in path)) if other not in into.hidden]

    def _free_path(self, entry: Entry, change: int, room: _Room) -> list[_Arc] | None:
        """The shortest way round from one end of `entry` to the other by figures that have room."""
        start, goal = _way_round(entry, change)
        came: dict[_Node, tuple[_Node, _Arc]] = {}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for arc in self._arcs[node]:
                if arc.to in came or arc.to == start or arc.entry == entry:
                    continue
                if room(arc.entry, arc.change) > 0:
                    came[arc.to] = (node, arc)
                    if arc.to == goal:
                        return _trace(came, start, goal)
                    queue.append(arc.to)
        return None

    def _cheapest_path(self, entry: Entry, change: int, room: _Room, into: Network) -> list[_Arc] | None:
        """The way round that withholds least of `into`."""
        start, goal = _way_round(entry, change)
        heap: list[tuple[int, _Node]] = [(0, start)]
        best: dict[_Node, int] = {start: 0}
        came: dict[_Node, tuple[_Node, _Arc]] = {}
        while heap:
            cost, node = heapq.heappop(heap)
            if node == goal:
                return _trace(came, start, goal)
            for arc in self._arcs[node]:
                if arc.entry == entry or room(arc.entry, arc.change) == 0:
                    continue
                further = cost + _price(into, arc.entry)
                if further < best.get(arc.to, UNLIMITED * UNLIMITED):
                    best[arc.to] = further
                    came[arc.to] = (node, arc)
                    heapq.heappush(heap, (further, arc.to))
        return None


def _go_back(trail: _Trail) -> None:
    for step in trail:
        step.network.flow[step.entry] -= step.by


def _as_if_hidden(move: Move, into: Network, withheld: Bounds) -> Move:
    """The move, with every shown figure of `into` withheld."""
    if move.network is not into:
        return move
    hidden = dict.fromkeys(into.flow, withheld) | into.hidden
    return Move(Network(into.flow, hidden), move.sign)


def _joint_room(route: Route) -> _Room:
    """How far all tables of a route can move at once."""

    tables = [(move.network.flow, move.network.hidden, move.sign) for move in route]

    def room(entry: Entry, change: int) -> int:
        least = UNLIMITED
        for flow, hidden, sign in tables:  # the innermost loop of all: no calls in it
            bounds = hidden.get(entry)
            if bounds is None:
                return 0
            free = bounds.high - flow[entry] if change == sign else flow[entry] - bounds.low
            if free <= 0:
                return 0
            if free < least:
                least = free
        return least

    return room


def _price(into: Network, entry: Entry) -> int:
    if entry in into.hidden:
        return 0
    return 1 + into.flow[entry] + (_DEAR if TOTAL in entry else 0)


def _cost(into: Network, entries: Sequence[Entry]) -> int:
    return sum(_price(into, entry) for entry in entries)


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
