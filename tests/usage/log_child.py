"""A process that records events, says so after each, and is killed by itself or by the test."""

import os
import signal
import sys
from pathlib import Path

from sqlalchemy.orm import sessionmaker

from signpost.database import make_engine
from tests.usage.factories import an_event
from usage import log as log_module
from usage.log import UsageLog


EVENTS_BEFORE_FLUSH = 50


def main(spool: str, url: str, moment: str) -> None:
    """Record for ever; at `moment` of the first flush the process kills itself."""
    log = UsageLog(Path(spool), sessionmaker(make_engine(url)))
    if moment == "any":
        log_module.SECONDS_BETWEEN_FLUSHES = 0.001
        log.start()
        while True:
            record(log)
    for _ in range(EVENTS_BEFORE_FLUSH):
        record(log)
    arrange(log, moment)
    log.flush()


def record(log: UsageLog) -> None:
    """Record one event, then acknowledge it."""
    event = an_event()
    log.record(event)
    print(event.id, flush=True)


def arrange(log: UsageLog, moment: str) -> None:
    """Put the end of the process at one moment of the flush."""
    store, unlink = log._store, Path.unlink
    if moment == "reading":
        log._store = lambda _lines: end()
    elif moment == "storing":
        log_module.ROWS_AT_ONCE = 10
        calls = iter(range(100))
        insert = log_module.insert_once
        log_module.insert_once = lambda *args: end() if next(calls) == 2 else insert(*args)
    elif moment == "committed":
        log._store = lambda lines: (store(lines), end())
    else:
        Path.unlink = lambda path, **more: (unlink(path, **more), end())


def end() -> None:
    """Kill this process as the system would."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
