"""Applies an import in a process of its own, and stands still at one of its steps until it is killed."""

import sys
import time
from datetime import UTC, datetime

from sqlalchemy import event
from sqlalchemy.orm import sessionmaker

from directory.feeds import applying
from directory.feeds.applying import NO_TIME
from directory.history import Editor
from signpost.database import make_engine


BEFORE_COMMIT, AFTER_COMMIT, NEVER = "before-commit", "after-commit", "never"
LONG = 60


def main(url: str, key: str, stop: str) -> None:
    """Says "here" at the step, or how many statements were written when it was never to stop."""
    engine = make_engine(url)
    written = 0

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        nonlocal written
        if not statement.lstrip().upper().startswith("SELECT"):
            written += 1
            if str(written) == stop:
                stand_still()

    event.listen(engine, "before_cursor_execute", count)
    if stop == BEFORE_COMMIT:
        event.listen(engine, "commit", lambda _connection: stand_still())
    with sessionmaker(engine).begin() as session:
        applying.apply(session, key, by=Editor("8", "An Approver"), at=datetime.now(UTC), cool_off=NO_TIME)
    if stop == AFTER_COMMIT:
        stand_still()
    sys.stdout.write(f"{written}\n")


def stand_still() -> None:
    """Waits for the axe."""
    sys.stdout.write("here\n")
    sys.stdout.flush()
    time.sleep(LONG)


if __name__ == "__main__":
    main(*sys.argv[1:])
