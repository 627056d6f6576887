"""The triggers that keep findings true are there after all steps, and after each way of making the tables."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select, text
from sqlalchemy.orm import Session

import migrations
from directory.model import Finding, Service
from directory.model.finding_upkeep import create_triggers, trigger_names
from directory.starter import fill
from signpost.database import make_engine


TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'finding%'",
    "postgresql": "SELECT proname, prosrc FROM pg_proc JOIN pg_trigger ON tgfoid = pg_proc.oid "
    "WHERE proname LIKE 'finding%'",
}


def _triggers(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.execute(text(TRIGGERS[engine.dialect.name])).all()
    return {name: " ".join(body.split()) for name, body in rows}


def test_a_migrated_database_has_the_triggers_of_the_models(database_url: str) -> None:
    """A step that makes a table of SQLite anew loses its triggers: it has to make them again."""
    engine = make_engine(database_url)
    migrations.upgrade(database_url)
    migrated = _triggers(engine)
    with engine.begin() as connection:
        for name in migrated:
            kind, end = ("TRIGGER", "") if engine.dialect.name == "sqlite" else ("FUNCTION", "() CASCADE")
            connection.exec_driver_sql(f"DROP {kind} {name}{end}")
        for statement in create_triggers(engine.dialect.name):
            connection.exec_driver_sql(statement)
    wanted = _triggers(engine)
    engine.dispose()

    assert set(wanted) == set(trigger_names())
    assert migrated == wanted


@pytest.mark.parametrize("step", ["before", "after"])
def test_what_was_stored_before_the_step_is_found_after_it(database_url: str, step: str) -> None:
    engine = make_engine(database_url)
    revision = next(name for name in _revisions() if name.endswith("_findings"))
    migrations.upgrade(database_url)
    with Session(engine) as session:
        fill(session)
        session.commit()
        if step == "before":
            migrations.downgrade(database_url, f"{int(revision[:4]) - 1:04d}")
            assert "finding" not in inspect(engine).get_table_names()
            migrations.upgrade(database_url)
        found = set(session.scalars(select(Finding.slug)))
        shown = set(session.scalars(select(Service.slug).where(Service.public)))
    engine.dispose()

    assert found
    assert found <= shown


def _revisions() -> list[str]:
    return [path.stem for path in (Path(migrations.__file__).parent / "versions").glob("[0-9]*.py")]
