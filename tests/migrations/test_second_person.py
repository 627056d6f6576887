"""Tests of step 0004: the history that is there already is chained."""

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

import migrations
from directory.chain import verify
from directory.history import Act, Action, Change, Editor, record
from signpost.database import make_engine


BEFORE = "0003"


def _history(connection: sa.Connection) -> None:
    row = {
        "resource_id": "c",
        "resource_type": "contact",
        "service_id": "s",
        "change_id": "change",
        "last_action_type": "update",
        "previous_value": None,
        "replacement_value": "01952 385385 é",
        "updated_by": "staff-1",
        "updated_by_name": "ana@signpost.example",
        "reason": "rang",
        "approved_by": None,
        "approved_at": None,
    }
    moments = {
        str(minute): datetime(2026, 11, 24, 10, minute, 5, 123456, tzinfo=UTC) for minute in (30, 10, 20)
    }
    table = sa.table(
        "metadata",
        *(sa.column(name) for name in row if name != "approved_at"),
        sa.column("id"),
        sa.column("field_name"),
        sa.column("last_action_date", sa.DateTime(timezone=True)),
        sa.column("approved_at", sa.DateTime(timezone=True)),
    )
    for key, moment in moments.items():
        values = row | {"id": key, "field_name": f"field {key}", "last_action_date": moment}
        if key == "20":
            values |= {"approved_by": "staff-2", "approved_at": moment}
        connection.execute(sa.insert(table).values(values))


def test_rows_that_are_there_are_chained_in_the_order_of_their_time(database_url: str) -> None:
    migrations.upgrade(database_url, BEFORE)
    engine = make_engine(database_url)
    with engine.begin() as connection:
        _history(connection)

    migrations.upgrade(database_url, "0004")

    with engine.connect() as connection:
        ids = connection.scalars(sa.text("SELECT id FROM metadata ORDER BY sequence")).all()
    assert ids == ["10", "20", "30"]
    migrations.upgrade(database_url)
    with Session(engine) as session:
        act = Act(Editor("1", "Ana"), datetime.now(UTC), Action.UPDATE, "s", "contact", "c")
        record(session, act, [Change("number", "a", "b")])
        session.commit()
        verdict = verify(session)
    engine.dispose()
    assert (verdict.rows, verdict.broken) == (4, None)


def test_going_back_and_forth_keeps_the_history(database_url: str) -> None:
    migrations.upgrade(database_url, BEFORE)
    engine = make_engine(database_url)
    with engine.begin() as connection:
        _history(connection)

    migrations.upgrade(database_url, "0004")
    migrations.downgrade(database_url, BEFORE)
    migrations.upgrade(database_url, "0004")

    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM metadata")) == 3
        assert connection.scalar(sa.text("SELECT sequence FROM history_head")) == 3
    engine.dispose()
