"""Raw counts of visits from the stored weekly tables; what this makes is for disclosure control only."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from usage.breakdowns import Breakdown, Cube, cube_name, cube_of
from usage.disclosure import RawTable, Shape
from usage.model import CubeRow
from usage.noise import KEYS, NOBODY, Cell
from usage.periods import WEEK, Period
from usage.questions import TableRequest, names_of
from usage.subtraction import TOTAL, Entry
from vocabulary.pathway import Traffic


Values = tuple[str, ...]
Table = Mapping[Values, Cell]
EVERYBODY = cube_name(())


def to_body(table: Table) -> str:
    """A week's table as it is stored."""
    cells = [[*values, cell.visits, cell.key] for values, cell in sorted(table.items())]
    return json.dumps(cells, separators=(",", ":"))


def from_body(body: str) -> dict[Values, Cell]:
    """The table that to_body wrote."""
    return {tuple(values): Cell(count, key) for *values, count, key in json.loads(body)}


def rolled_weeks(session: Session, traffic: Traffic) -> Period | None:
    """The first and last week of a kind of traffic that have their tables; none is missing in between."""
    asked = select(func.min(CubeRow.week), func.max(CubeRow.week))
    mine = asked.where(CubeRow.traffic == str(traffic), CubeRow.name == EVERYBODY)
    first, last = session.execute(mine).one()
    return Period(first, last + WEEK - timedelta(days=1)) if first else None


def raw_table(session: Session, request: TableRequest) -> RawTable:
    """The counts behind a question that was checked.

    Tables of another traffic than was asked for would be named, so that disclosure control refuses them.
    """
    rows, columns = request.row_breakdown, request.column_breakdown
    row_names, column_names = (_values(session, request, axis) for axis in (rows, columns))
    kinds = {request.traffic}
    cells: dict[Entry, Cell] = {}
    for row_axis in ((rows,), ()) if row_names else ((),):
        for column_axis in ((columns,), ()) if column_names else ((),):
            found = _load(session, request, (*row_axis, *column_axis), kinds)
            for row, row_at in _places(row_names if row_axis else None):
                for column, column_at in _places(column_names if column_axis else None):
                    cells[row, column] = found.get((*row_at, *column_at), NOBODY)
    shape = Shape(str(request.subject), rows, columns, request.filters)
    return RawTable(row_names, column_names, cells, request.period, frozenset(kinds), shape)


def _places(names: tuple[str, ...] | None) -> list[tuple[int, Values]]:
    """Where the figures of an axis stand, and the values they are found by; None stands for the total."""
    if names is None:
        return [(TOTAL, ())]
    return [(at, (name,)) for at, name in enumerate(names)]


def _values(session: Session, request: TableRequest, axis: Breakdown) -> tuple[str, ...]:
    if axis is Breakdown.ALL:
        return ()
    if axis is Breakdown.WEEK:
        return tuple((request.first + WEEK * number).isoformat() for number in range(request.period.weeks))
    if axis is Breakdown.SERVICE:
        return tuple(sorted({service for (service,) in _load(session, request, (axis,), set())}))
    return names_of(request, axis)


def _load(
    session: Session, request: TableRequest, axes: tuple[Breakdown, ...], kinds: set[Traffic]
) -> dict[Values, Cell]:
    """The cells of the period by these axes, after the filters; `kinds` learns of which traffic they are."""
    cube = cube_of({*axes, *request.filters} - {Breakdown.WEEK})
    wanted = _wanted(request, cube)
    places = [None if axis is Breakdown.WEEK else cube.index(axis) for axis in axes]
    found: dict[Values, list[int]] = {}
    for week, kind, cells in _stored(session, request, cube):
        kinds.add(kind)
        monday = week.isoformat()
        for cell in cells:  # the innermost loop of every page: no objects are made in it
            if all(cell[at] in values for at, values in wanted):
                key = tuple([monday if at is None else cell[at] for at in places])
                sums = found.setdefault(key, [0, 0])
                sums[0] += cell[-2]
                sums[1] += cell[-1]
    return {at: Cell(visits, key % KEYS) for at, (visits, key) in found.items()}


def _wanted(request: TableRequest, cube: Cube) -> list[tuple[int, frozenset[str]]]:
    """Which values count where in a stored cell: those of the filters, and of the stages that are shown."""
    values = {Breakdown.STAGE: frozenset(names_of(request, Breakdown.STAGE))}
    values |= {each: frozenset({value}) for each, value in request.filters.items()}
    return [(cube.index(each), allowed) for each, allowed in values.items() if each in cube]


def _stored(
    session: Session, request: TableRequest, cube: Cube
) -> Iterator[tuple[date, Traffic, list[list[Any]]]]:
    """The stored cells of each week, as to_body wrote them: the values, the visits, the key."""
    asked = (
        select(CubeRow.week, CubeRow.traffic, CubeRow.body)
        .where(CubeRow.traffic == str(request.traffic), CubeRow.name == cube_name(cube))
        .where(CubeRow.week.between(request.first, request.last))
    )
    for week, kind, body in session.execute(asked):
        yield week, Traffic(kind), json.loads(body)
