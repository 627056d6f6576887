"""Which cells of which tables a visit counts in: once in each, however much was said.

What an event leaves unsaid is taken from the rest of the visit: a step without a need belongs to every need
of the visit (a contact, to the needs for which its service was shown), a need without an area to every area.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import itemgetter

from usage.breakdowns import CUBES, NOT_KNOWN, ONLY_CLOSED, WHY_NOTHING, Breakdown, Cube
from usage.noise import KEYS, Cell
from usage.visits import Said, Visit
from vocabulary.pathway import Outcome, Step


Values = tuple[str, ...]  # one value for each breakdown of a cube
_ORDER = (
    Breakdown.NEED,
    Breakdown.AREA,
    Breakdown.AGE,
    Breakdown.PART,
    Breakdown.CHANNEL,
    Breakdown.STAGE,
    Breakdown.SERVICE,
)
_STAGE, _SERVICE = _ORDER.index(Breakdown.STAGE), _ORDER.index(Breakdown.SERVICE)


def tables_of(visits: Iterable[Visit]) -> dict[Cube, dict[Values, Cell]]:
    """Every stored table of these visits; a cell that nobody is in is left out."""
    counted: dict[Cube, dict[Values, list[int]]] = {cube: {} for cube in CUBES}
    for visit in visits:
        for cube, values in _cells_of(visit):
            cell = counted[cube].setdefault(values, [0, 0])
            cell[0] += 1
            cell[1] += visit.number
    return {
        cube: {values: Cell(count, key % KEYS) for values, (count, key) in table.items()}
        for cube, table in counted.items()
    }


def _picker(cube: Cube) -> Callable[[Values], object] | None:
    return itemgetter(*map(_ORDER.index, cube)) if cube else None


_PICKERS = {cube: _picker(cube) for cube in CUBES}


def _cells_of(visit: Visit) -> Iterator[tuple[Cube, Values]]:
    points = _points(visit)
    shown = [point for point in points if point[_SERVICE]]
    for cube, pick in _PICKERS.items():
        if pick is None:
            yield cube, ()
            continue
        among = shown if cube[-1] is Breakdown.SERVICE else points
        for picked in {pick(point) for point in among}:
            yield cube, picked if isinstance(picked, tuple) else (str(picked),)


def _points(visit: Visit) -> set[Values]:
    """Everything that was said, with what was left unsaid filled in."""
    topics = _topics(visit.said)
    ages = {each.age for each in visit.said if each.age} or {NOT_KNOWN}
    points = set()
    for each in visit.said:
        for need in _needs(each, topics, visit.said):
            for area in {each.area or ""} & topics[need] or topics[need]:
                for stage in _stages(each):
                    about = (visit.part, visit.channel, stage, each.service or "")
                    points |= {(need, area, age, *about) for age in ages}
    closed = _only_closed(visit.said)
    return points | {(*point[:_STAGE], ONLY_CLOSED, "") for point in points if point[0] in closed}


def _topics(said: Iterable[Said]) -> dict[str, set[str]]:
    """Each need with its areas; an event that names none adds nothing where another does."""
    areas = {each.area for each in said if each.area} or {NOT_KNOWN}
    needs = {each.need for each in said if each.need} or {NOT_KNOWN}
    own = {need: {each.area for each in said if each.need == need and each.area} for need in needs}
    return {need: found or areas for need, found in own.items()}


def _needs(each: Said, topics: Mapping[str, set[str]], said: Iterable[Said]) -> set[str]:
    if each.need:
        return {each.need}
    if each.service:
        shown_for = {other.need for other in said if other.service == each.service and other.need}
        return shown_for or set(topics)
    return set(topics)


def _stages(each: Said) -> tuple[str, ...]:
    if each.risk:
        return each.step, f"{each.step}-{each.risk}"
    if each.step == Step.NO_MATCH and each.outcome in WHY_NOTHING:
        return each.step, f"{each.step}-{each.outcome}"
    return (each.step,)


def _only_closed(said: Iterable[Said]) -> set[str | None]:
    """The needs for which services were shown, all of them closed."""
    shown = [each for each in said if each.step == Step.SERVICES_SHOWN]
    reachable = {each.need for each in shown if each.outcome != Outcome.CLOSED}
    return {each.need for each in shown} - reachable
