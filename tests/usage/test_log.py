"""The log writes each event once and only once, and never troubles the conversation."""

import errno
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event as engine_event
from sqlalchemy import select, text
from sqlalchemy.orm import Session, sessionmaker
from structlog.testing import capture_logs

from tests.usage.factories import an_event
from usage import log as log_module
from usage.event import UsageEvent
from usage.log import UsageLog
from usage.model import UsageRow


def stored(sessions: sessionmaker[Session]) -> list[str]:
    with sessions() as session:
        return list(session.scalars(select(UsageRow.id)))


def spooled(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


@pytest.fixture
def log(tmp_path: Path, sqlite_sessions: sessionmaker[Session]) -> UsageLog:
    """A log without a flusher of its own, so that a test says when to flush."""
    return UsageLog(tmp_path / "spool", sqlite_sessions)


def test_every_field_reaches_the_database_as_it_was(tmp_path: Path, sessions: sessionmaker[Session]) -> None:
    log = UsageLog(tmp_path / "spool", sessions)
    event = an_event()

    log.record(event)
    log.flush()

    with sessions() as session:
        row = session.scalars(select(UsageRow)).one()
        assert {name: getattr(row, name) for name in UsageEvent.__dataclass_fields__} == vars(event)


def test_the_same_event_said_twice_is_stored_once(tmp_path: Path, sessions: sessionmaker[Session]) -> None:
    log = UsageLog(tmp_path / "spool", sessions)
    event = an_event()

    for _ in range(2):
        log.record(event)
        log.record(event)
        log.flush()

    assert stored(sessions) == [event.id]


def test_a_flushed_spool_is_empty(log: UsageLog, tmp_path: Path) -> None:
    log.record(an_event())
    log.flush()

    assert spooled(tmp_path / "spool") == []


def test_more_events_than_one_statement_holds_all_arrive(
    log: UsageLog, sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_module, "ROWS_AT_ONCE", 7)
    events = [an_event() for _ in range(20)]
    for event in events:
        log.record(event)

    log.flush()

    assert sorted(stored(sqlite_sessions)) == sorted(event.id for event in events)


def test_threads_that_record_at_once_lose_nothing(
    log: UsageLog, sqlite_sessions: sessionmaker[Session]
) -> None:
    def many() -> None:
        for _ in range(50):
            log.record(an_event())

    threads = [threading.Thread(target=many) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        log.flush()
    log.flush()

    assert len(stored(sqlite_sessions)) == 200
    assert log.dropped == log.unreadable == 0


def test_a_closing_process_flushes(tmp_path: Path, sqlite_sessions: sessionmaker[Session]) -> None:
    log = UsageLog(tmp_path / "spool", sqlite_sessions)
    log.start()
    event = an_event()

    log.record(event)
    log.stop()

    assert stored(sqlite_sessions) == [event.id]


def test_a_log_can_be_started_twice_and_stopped_twice(
    tmp_path: Path, sqlite_sessions: sessionmaker[Session]
) -> None:
    log = UsageLog(tmp_path / "spool", sqlite_sessions)
    for step in (log.start, log.start, log.stop, log.stop):
        step()

    assert not [each for each in threading.enumerate() if each.name == "usage-flusher"]


def test_a_segment_whose_writer_lives_is_left_alone(
    tmp_path: Path, sqlite_sessions: sessionmaker[Session]
) -> None:
    writer, other = (UsageLog(tmp_path / "spool", sqlite_sessions) for _ in range(2))
    event = an_event()
    writer.record(event)

    other.flush()
    left = stored(sqlite_sessions)
    writer.flush()

    assert left == []
    assert stored(sqlite_sessions) == [event.id]


def test_a_locked_database_never_delays_the_conversation(
    tmp_path: Path, sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_module, "SECONDS_BETWEEN_FLUSHES", 0.01)
    log = UsageLog(tmp_path / "spool", sqlite_sessions)
    log.record(an_event())
    with sqlite_sessions() as holder:
        holder.execute(text("BEGIN IMMEDIATE"))
        log.start()
        began = time.perf_counter()
        for _ in range(200):
            log.record(an_event())
        took = time.perf_counter() - began
        holder.rollback()
    log.stop()

    assert took < 2  # SQLite itself waits 5 seconds for the lock
    assert len(stored(sqlite_sessions)) == 201


def test_what_a_lost_database_refuses_waits_for_the_next_process(
    tmp_path: Path, sqlite_sessions: sessionmaker[Session]
) -> None:
    with sqlite_sessions.begin() as session:
        session.execute(text("ALTER TABLE usage_event RENAME TO away"))
    first = UsageLog(tmp_path / "spool", sqlite_sessions)
    event = an_event()
    first.record(event)

    refused = first.flush()
    with sqlite_sessions.begin() as session:
        session.execute(text("ALTER TABLE away RENAME TO usage_event"))
    UsageLog(tmp_path / "spool", sqlite_sessions).flush()

    assert refused is False
    assert stored(sqlite_sessions) == [event.id]


def _no_space(*_: Any) -> int:
    raise OSError(errno.ENOSPC, "no space")


def test_a_full_disk_drops_and_counts_and_never_raises(
    log: UsageLog, sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = an_event()
    log.record(kept)
    with monkeypatch.context() as full:
        full.setattr(os, "write", _no_space)
        log.record(an_event())
    log.flush()

    assert log.dropped == 1
    assert stored(sqlite_sessions) == [kept.id]


def test_half_a_line_on_a_full_disk_does_not_spoil_the_next(
    log: UsageLog, sqlite_sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda file, line: write(file, line[:30]))
        log.record(an_event())
    after = an_event()
    log.record(after)
    log.flush()

    assert (log.dropped, log.unreadable) == (1, 0)
    assert stored(sqlite_sessions) == [after.id]


def test_a_spool_that_cannot_be_made_drops_and_counts(
    tmp_path: Path, sqlite_sessions: sessionmaker[Session]
) -> None:
    (tmp_path / "spool").write_text("a file stands where the folder should be")
    log = UsageLog(tmp_path / "spool", sqlite_sessions)

    log.record(an_event())

    assert log.dropped == 1


def test_something_that_is_no_event_is_dropped_without_an_error(log: UsageLog) -> None:
    log.record("MARKER-TEXT")  # type: ignore[arg-type]

    assert log.dropped == 1


def test_a_torn_line_costs_itself_only(
    log: UsageLog, tmp_path: Path, sqlite_sessions: sessionmaker[Session]
) -> None:
    whole = an_event()
    log.record(whole)
    log._close_segment()
    (path,) = (tmp_path / "spool").iterdir()
    path.write_bytes(path.read_bytes() + b'{"id":"\xff\x00')

    log.flush()

    assert log.unreadable == 1
    assert stored(sqlite_sessions) == [whole.id]


def test_only_the_owner_can_read_the_spool(log: UsageLog, tmp_path: Path) -> None:
    log.record(an_event())

    (path,) = (tmp_path / "spool").iterdir()
    assert (path.stat().st_mode & 0o077, path.parent.stat().st_mode & 0o077) == (0, 0)


def test_a_full_database_keeps_the_events_on_the_spool_until_there_is_room(
    tmp_path: Path, sqlite_sessions: sessionmaker[Session]
) -> None:
    log = UsageLog(tmp_path / "spool", sqlite_sessions)
    with sqlite_sessions.kw["bind"].connect() as connection:
        full = connection.scalar(text("PRAGMA page_count"))

    def allow(pages: int) -> Any:
        return lambda connection, *_: connection.execute(f"PRAGMA max_page_count={pages}")

    engine = sqlite_sessions.kw["bind"]
    engine.dispose()
    hold_back = allow(full)
    engine_event.listen(engine, "connect", hold_back)
    events = [an_event() for _ in range(500)]
    for event in events:
        log.record(event)
    refused = log.flush()
    engine_event.remove(engine, "connect", hold_back)
    engine.dispose()

    assert refused is False
    assert log.flush()
    assert sorted(stored(sqlite_sessions)) == sorted(event.id for event in events)


def test_dropped_events_are_told_once_with_their_number(
    log: UsageLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(os, "write", _no_space)
        for _ in range(3):
            log.record(an_event())

    with capture_logs() as told:
        log.flush()
        log.flush()

    assert [(each["event"], each["dropped"]) for each in told] == [("usage_events_lost", 3)]
