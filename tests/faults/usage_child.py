"""A process of the usage log that is killed by itself, by the test, or by a full disk."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from tests.usage.factories import an_event
from usage import log as log_module
from usage import roll_up as rolling
from usage.log import UsageLog


EVENTS_BEFORE_FLUSH = 50
ROOM_ON_DISK = 4_096  # bytes that a file may have, by the system's own limit


def record(log: UsageLog) -> None:
    """Record one event, then acknowledge it."""
    event = an_event()
    before = log.dropped
    log.record(event)
    if log.dropped == before:
        print(event.id, flush=True)


def record_until_killed(log: UsageLog) -> None:
    """Record for ever while the flusher works; the test kills the process."""
    with patch.object(log_module, "SECONDS_BETWEEN_FLUSHES", 0.001):
        log.start()
        while True:
            record(log)


def record_and_die(log: UsageLog, moment: str) -> None:
    """Record some events and flush; at the moment of the flush that is named the process kills itself."""
    for _ in range(EVENTS_BEFORE_FLUSH):
        record(log)
    with patch.object(log_module, "ROWS_AT_ONCE", 10), _dying(log, moment):
        log.flush()


def record_on_a_full_disk(log: UsageLog) -> None:
    """Record more than the disk has room for, flush, and record again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_ON_DISK, resource.RLIM_INFINITY))
    for _ in range(EVENTS_BEFORE_FLUSH):
        record(log)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    log.flush()
    record(log)
    print(f"dropped {log.dropped}", flush=True)


def roll_up_and_die(sessions: sessionmaker[Session], at: datetime, call: int) -> None:
    """Roll up; before the statement with this number that stores tables the process kills itself."""
    with patch.object(rolling, "insert_once", _end_at(rolling.insert_once, call)):
        rolling.roll_up(sessions, at=at)


def end(*_: object, **__: object) -> None:
    """Kill this process as the system would."""
    os.kill(os.getpid(), signal.SIGKILL)


def _dying(log: UsageLog, moment: str) -> Any:
    if moment == "reading":
        return patch.object(log, "_store", end)
    if moment == "storing":
        return patch.object(log_module, "insert_once", _end_at(log_module.insert_once, 2))
    if moment == "committed":
        return patch.object(log, "_store", _then_end(log._store))
    return patch.object(Path, "unlink", _then_end(Path.unlink))


def _end_at(function: Callable[..., Any], call: int) -> Callable[..., Any]:
    calls = iter(range(1_000))
    return lambda *given: end() if next(calls) == call else function(*given)


def _then_end(function: Callable[..., Any]) -> Callable[..., None]:
    def call(*given: Any, **named: Any) -> None:
        function(*given, **named)
        end()

    return call


def main(url: str, spool: str, moment: str) -> None:
    """Do what the test asks for."""
    sessions = sessionmaker(make_engine(url))
    log = UsageLog(Path(spool), sessions)
    if moment == "any":
        record_until_killed(log)
    elif moment == "full-disk":
        record_on_a_full_disk(log)
    elif moment.startswith("roll-up"):
        roll_up_and_die(sessions, datetime(2026, 5, 1, tzinfo=UTC), int(moment.rsplit("-", maxsplit=1)[-1]))
    else:
        record_and_die(log, moment)


if __name__ == "__main__":
    main(*sys.argv[1:])
