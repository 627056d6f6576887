"""The one engine: a SQLite file is made and kept for its owner alone, however open the machine is."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Integer, bindparam, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from signpost import database
from signpost.database import for_reading, make_engine


@pytest.fixture(autouse=True)
def _open_machine() -> Iterator[None]:
    """A machine whose new files everybody can read."""
    before = os.umask(0o000)
    yield
    os.umask(before)


def test_only_the_owner_can_read_the_database_and_the_files_beside_it(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'signpost.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (word TEXT)"))
        modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir()}
    engine.dispose()

    assert set(modes) == {"signpost.sqlite", "signpost.sqlite-wal", "signpost.sqlite-shm"}
    assert set(modes.values()) == {0o600}


def test_a_database_that_was_readable_by_all_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "signpost.sqlite"
    file.touch(mode=0o644)

    with make_engine(f"sqlite:///{file}").connect():
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_database_in_memory_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with make_engine("sqlite://").connect() as connection:
        connection.execute(text("SELECT 1"))

    assert list(tmp_path.iterdir()) == []


def test_what_only_reads_keeps_its_prepared_statements_from_session_to_session(postgres_url: str) -> None:
    engine = for_reading(make_engine(postgres_url))
    often = 10
    for number in range(often):
        with Session(engine) as session:
            assert session.scalar(select(bindparam("number", number, Integer).label("told"))) == number
    with Session(engine) as session:
        kept = session.scalar(text("SELECT count(*) FROM pg_prepared_statements WHERE statement ~ 'told'"))
    engine.dispose()

    assert kept == 1


def test_a_session_that_only_reads_sees_what_others_change_meanwhile(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (word TEXT)"))
    with Session(for_reading(engine)) as reader, engine.connect() as writer:
        before = reader.scalars(text("SELECT word FROM kept")).all()
        writer.execute(text("INSERT INTO kept VALUES ('new')"))
        unseen = reader.scalars(text("SELECT word FROM kept")).all()
        writer.commit()
        after = reader.scalars(text("SELECT word FROM kept")).all()
    engine.dispose()

    assert (before, unseen, after) == ([], [], ["new"])


def test_a_lock_that_somebody_else_holds_is_refused_in_the_end(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    holder, other = make_engine(database_url), make_engine(database_url)
    with holder.begin() as connection:
        connection.execute(text("CREATE TABLE kept (word TEXT)"))

    with holder.begin() as held, other.connect() as waiting:
        held.execute(text("INSERT INTO kept VALUES ('held')"))
        if holder.dialect.name == "postgresql":
            held.execute(text("LOCK TABLE kept IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(OperationalError):
            waiting.execute(text("INSERT INTO kept VALUES ('refused')"))

    with other.begin() as connection:
        assert connection.scalars(text("SELECT word FROM kept")).all() == ["held"]
    for engine in (holder, other):
        engine.dispose()
