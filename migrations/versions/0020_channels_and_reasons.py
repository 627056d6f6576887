"""Weekly tables by channel, and three reasons for finding nothing told apart.

Every visit so far was noted under one channel, "web", so the weekly tables by channel are those that are
there with that value put in. What was noted as hidden was unconfirmed, and the rest of what found nothing
stays together as not listed: those weeks cannot tell what was hidden for other reasons.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op


revision = "0020"
down_revision = "0018"
branch_labels = None
depends_on = None

Cell = list[Any]  # the values, the visits, the sum of their record keys
KEYS = 256
ONLY_CHANNEL = "web"
NO_MATCH, HIDDEN = "no-match", "no-match-hidden"
NOTHING_LISTED, UNCONFIRMED = "no-match-nothing-listed", "no-match-unconfirmed"
BEFORE_CHANNEL = ("need", "area", "age", "part")  # the others stand behind it in a table's name
MOST_BESIDE = 2  # breakdowns that a table can have beside the channel
CUBES = sa.table(
    "usage_cube", sa.column("traffic"), sa.column("name"), sa.column("week", sa.Date), sa.column("body")
)
EVENTS = sa.table("usage_event", sa.column("step"), sa.column("outcome"))


def upgrade() -> None:
    """Names the reasons first, then makes the tables by channel from tables that name them."""
    _rename_outcome("hidden", "unconfirmed")
    _rewrite(_with_reasons)
    connection = op.get_bind()
    for row in _cubes():
        breakdowns = _breakdowns(row.name)
        at = sum(each in BEFORE_CHANNEL for each in breakdowns)
        if len(breakdowns) > MOST_BESIDE or ("service" in breakdowns and at):
            continue
        name = ",".join((*breakdowns[:at], "channel", *breakdowns[at:]))
        cells = [[*cell[:at], ONLY_CHANNEL, *cell[at:]] for cell in json.loads(row.body)]
        connection.execute(
            CUBES.insert().values(traffic=row.traffic, name=name, week=row.week, body=_text(cells))
        )


def downgrade() -> None:
    """Drops the tables by channel; what is hidden for other reasons counts as not listed again."""
    op.get_bind().execute(CUBES.delete().where(CUBES.c.name.like("%channel%")))
    _rename_outcome("hidden", "nothing-listed")
    _rename_outcome("unconfirmed", "hidden")
    _rewrite(_without_reasons)


def _rename_outcome(before: str, after: str) -> None:
    old = sa.and_(EVENTS.c.step == NO_MATCH, EVENTS.c.outcome == before)
    op.get_bind().execute(EVENTS.update().where(old).values(outcome=after))


def _rewrite(change: Callable[[list[Cell], int], list[Cell]]) -> None:
    """Changes the cells of every table by stages; `change` is told at which value the stage stands."""
    for row in _cubes():
        breakdowns = _breakdowns(row.name)
        if "stage" not in breakdowns:
            continue
        cells = change(json.loads(row.body), breakdowns.index("stage"))
        mine = [CUBES.c[name] == getattr(row, name) for name in ("traffic", "name", "week")]
        op.get_bind().execute(CUBES.update().where(*mine).values(body=_text(cells)))


def _with_reasons(cells: list[Cell], at: int) -> list[Cell]:
    """What was hidden becomes unconfirmed; what found nothing, without it, becomes not listed."""
    hidden = {_place(cell, at): cell for cell in cells if cell[at] == HIDDEN}
    kept = [[*cell[:at], UNCONFIRMED, *cell[at + 1 :]] if cell[at] == HIDDEN else cell for cell in cells]
    return kept + [rest for cell in cells if cell[at] == NO_MATCH for rest in _rest(cell, hidden, at)]


def _rest(cell: Cell, hidden: dict[tuple[Any, ...], Cell], at: int) -> Iterator[Cell]:
    *_, few, few_key = hidden.get(_place(cell, at), [0, 0])
    *values, visits, key = cell
    if visits > few:
        yield [*values[:at], NOTHING_LISTED, *values[at + 1 :], visits - few, (key - few_key) % KEYS]


def _without_reasons(cells: list[Cell], at: int) -> list[Cell]:
    kept = (cell for cell in cells if cell[at] not in (NOTHING_LISTED, HIDDEN))
    return [[*cell[:at], HIDDEN, *cell[at + 1 :]] if cell[at] == UNCONFIRMED else cell for cell in kept]


def _place(cell: Cell, at: int) -> tuple[Any, ...]:
    """The values of a cell but its stage."""
    return (*cell[:at], *cell[at + 1 : -2])


def _cubes() -> list[Any]:
    return list(op.get_bind().execute(sa.select(CUBES)).all())


def _breakdowns(name: str) -> list[str]:
    return [] if name == "all" else name.split(",")


def _text(cells: list[Cell]) -> str:
    return json.dumps(sorted(cells), separators=(",", ":"))
