"""Weeks that were rolled up before channels and reasons were told apart can be asked for both afterwards."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session, sessionmaker

import migrations
from signpost.database import make_engine
from tests.usage.factories import WEEK, an_event, store
from usage.breakdowns import Breakdown, cube_name
from usage.cells import Values, tables_of
from usage.model import CubeRow, UsageRow
from usage.noise import Cell
from usage.tabulate import to_body
from usage.visits import read_visits
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Outcome, Step, Traffic


STEP = "0020"
SERVICE = "6ba7b810-9dad-11d1-80b4-00c04fd430c8"
NOTHING_LISTED, HIDDEN, UNCONFIRMED = (
    f"no-match-{why}" for why in ("nothing-listed", "hidden", "unconfirmed")
)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database as it was before the step."""
    migrations.upgrade(database_url)
    migrations.downgrade(database_url, _before())
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def _before() -> str:
    source = next((migrations.FOLDER / "versions").glob(f"{STEP}_*.py")).read_text()
    return source.split('down_revision = "')[1][:4]


def _events(engine: Engine) -> None:
    """Visits of one channel: some found nothing, for one reason each, and some were shown a service."""
    nothing = [(Outcome.NOTHING_LISTED, 3), (Outcome.UNCONFIRMED, 2), (None, 1)]
    for why, number in nothing:
        store(sessionmaker(engine), [an_event(step=Step.NO_MATCH, outcome=why) for _ in range(number)])
    shown = {"step": Step.SERVICES_SHOWN, "service": SERVICE, "need": Need.HOUSING, "outcome": Outcome.OPEN}
    store(sessionmaker(engine), [an_event(**shown) for _ in range(4)])


def _now(engine: Engine) -> dict[str, dict[Values, Cell]]:
    """The tables of the visits by name, as they are counted today."""
    with Session(engine) as session:
        tables = tables_of(read_visits(session, WEEK, Traffic.REAL))
    return {cube_name(cube): dict(table) for cube, table in tables.items()}


def _earlier(tables: dict[str, dict[Values, Cell]]) -> dict[str, dict[Values, Cell]]:
    """The same tables as they were counted before the step."""
    return {
        name: {
            tuple(HIDDEN if value == UNCONFIRMED else value for value in values): cell
            for values, cell in table.items()
            if NOTHING_LISTED not in values
        }
        for name, table in tables.items()
        if Breakdown.CHANNEL not in name.split(",")
    }


def _store(engine: Engine, tables: dict[str, dict[Values, Cell]]) -> None:
    with Session(engine) as session:
        for name, table in tables.items():
            session.add(CubeRow(traffic="real", name=name, week=WEEK.first, body=to_body(table)))
        session.execute(text("UPDATE usage_event SET outcome = 'hidden' WHERE outcome = 'unconfirmed'"))
        session.commit()


def _stored(engine: Engine) -> dict[str, str]:
    with Session(engine) as session:
        rows = session.execute(select(CubeRow.name, CubeRow.week, CubeRow.body)).all()
    assert {week for _, week, _ in rows} == {WEEK.first}
    return {name: body for name, _, body in rows}


def _outcomes(engine: Engine) -> set[str | None]:
    with Session(engine) as session:
        return set(session.scalars(select(UsageRow.outcome)))


def test_old_weeks_become_what_they_would_have_been_counted_as(engine: Engine, database_url: str) -> None:
    _events(engine)
    today = _now(engine)
    for table in today.values():  # a visit that found nothing, nobody knows why, counts as not listed
        for values, cell in list(table.items()):
            if "no-match" in values:
                listed = tuple(NOTHING_LISTED if value == "no-match" else value for value in values)
                table[listed] = Cell(4, _minus(cell, table.get(_unconfirmed(values))))
    _store(engine, _earlier(today))

    migrations.upgrade(database_url)

    assert _stored(engine) == {name: to_body(table) for name, table in today.items()}
    assert _outcomes(engine) == {"nothing-listed", "unconfirmed", "open", None}


def _unconfirmed(values: Values) -> Values:
    return tuple(UNCONFIRMED if value == "no-match" else value for value in values)


def _minus(cell: Cell, other: Cell | None) -> int:
    return (cell.key - (other.key if other else 0)) % 256


def test_the_step_can_be_taken_back(engine: Engine, database_url: str) -> None:
    _events(engine)
    earlier = _earlier(_now(engine))
    _store(engine, earlier)

    migrations.upgrade(database_url)
    migrations.downgrade(database_url, _before())

    assert _stored(engine) == {name: to_body(table) for name, table in earlier.items()}
    assert _outcomes(engine) == {"nothing-listed", "hidden", "open", None}


def test_a_place_where_all_were_unconfirmed_gets_no_cell_for_the_rest(
    engine: Engine, database_url: str
) -> None:
    cells = {("cuckooing", "no-match"): Cell(2, 7), ("cuckooing", HIDDEN): Cell(2, 7)}
    _store(engine, {"need,stage": cells})

    migrations.upgrade(database_url)

    assert json.loads(_stored(engine)["need,stage"]) == [
        ["cuckooing", "no-match", 2, 7],
        ["cuckooing", UNCONFIRMED, 2, 7],
    ]
    assert json.loads(_stored(engine)["need,channel,stage"])[0][:3] == ["cuckooing", Channel.WEB, "no-match"]


def test_the_keys_of_the_rest_are_those_of_its_own_visits(engine: Engine, database_url: str) -> None:
    _store(engine, {"stage": {("no-match",): Cell(5, 3), (HIDDEN,): Cell(2, 10)}})

    migrations.upgrade(database_url)

    assert [NOTHING_LISTED, 3, 249] in json.loads(_stored(engine)["stage"])


def test_weeks_without_any_visit_stay(engine: Engine, database_url: str) -> None:
    _store(engine, {"all": {}})

    migrations.upgrade(database_url)

    assert _stored(engine) == {"all": "[]", "channel": "[]"}
