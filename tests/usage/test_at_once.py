"""Purging, rolling up, recording and exporting at once: nobody waits long, and no figure changes."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from tests.usage.factories import NOON, WEEK, an_event, store
from usage.log import UsageLog
from usage.model import UsageRow
from usage.release import FileKind, TableRequest, release, to_file
from usage.roll_up import FEWEST_DAYS, purge, roll_up
from vocabulary.pathway import Traffic


DUE = datetime(2026, 1, 19, 9, tzinfo=UTC)  # when the first week can be released
LATE = datetime(2026, 12, 1, tzinfo=UTC)
OF_WEEK = TableRequest(WEEK.first, WEEK.last, Traffic.REAL)
DAYS = 40


def export(sessions: sessionmaker[Session]) -> bytes:
    """What a download does: release, record, write."""
    with sessions.begin() as session:
        return to_file(release(session, OF_WEEK, by="analyst-1", at=LATE), FileKind.CSV)


def all_at_once(*jobs: Callable[[], object]) -> list[Exception]:
    """Runs the jobs in threads that begin together; what went wrong in any."""
    wrong: list[Exception] = []
    start = threading.Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        start.wait()
        try:
            job()
        except Exception as error:  # noqa: BLE001 - the test tells it
            wrong.append(error)

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def days_of_visits(sessions: sessionmaker[Session], a_day: int) -> None:
    store(sessions, [an_event(at=NOON + timedelta(days=day)) for day in range(DAYS) for _ in range(a_day)])
    roll_up(sessions, at=DUE)


def events_left(sessions: sessionmaker[Session]) -> int:
    with sessions() as session:
        return session.scalar(select(func.count()).select_from(UsageRow)) or 0


def test_exports_are_the_same_while_events_are_purged_rolled_up_and_recorded(
    tmp_path: Path, sessions: sessionmaker[Session]
) -> None:
    days_of_visits(sessions, 12)
    exports = [export(sessions)]
    log = UsageLog(tmp_path / "spool", sessions)

    def export_often() -> None:
        exports.extend(export(sessions) for _ in range(20))

    def record_often() -> None:
        for _ in range(20):
            log.record(an_event(at=LATE))
            assert log.flush()

    def purge_all() -> None:
        purge(sessions, days=DAYS, at=LATE)

    wrong = all_at_once(export_often, export_often, purge_all, purge_all, record_often)

    assert wrong == []
    assert len(exports) == 41
    assert len(set(exports)) == 1
    assert events_left(sessions) == 20


def test_a_purge_lets_others_write_before_every_day_that_it_deletes(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    """SQLite has one writer at a time: whoever wants to write waits for one day's events at most."""
    days_of_visits(sqlite_sessions, 1)
    engine = sqlite_sessions.kw["bind"]
    impatient = make_engine(str(engine.url))
    event.listen(impatient, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=0"))
    exports = []

    def export_too(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("DELETE"):
            exports.append(export(sessionmaker(impatient)))

    event.listen(engine, "before_cursor_execute", export_too)
    deleted = purge(sqlite_sessions, days=FEWEST_DAYS, at=LATE)
    impatient.dispose()

    assert deleted == len(exports) == DAYS
