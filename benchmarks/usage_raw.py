"""`python -m benchmarks.usage_raw [DAYS]`: rolling up and purging with ten million raw events in the table.

One day of 50,000 events is drawn, and copied with other keys to each of 200 days (unless told, 60 at least),
in a new SQLite file and, where the embedded server is installed, in a new PostgreSQL database. Whatever is
older than the last day counts as rolled up; then that day is rolled up alone, and old days are purged. Where
the system allows it, this process then goes before all others; a PostgreSQL server still takes its turn.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, Select, func, insert, literal, select, text
from sqlalchemy.orm import Session, sessionmaker

from benchmarks.directory import stores
from benchmarks.usage import SERVICES
from signpost.database import make_engine
from usage.demo import drawn_visits
from usage.model import Base, CubeRow, UsageRow
from usage.periods import WEEK
from usage.roll_up import purge, roll_up
from usage.rows import row_of
from usage.tabulate import EVERYBODY
from vocabulary.pathway import Traffic


DAYS = 200
A_DAY = 50_000  # events
BACKLOG = 30  # days that are purged together
LAST = date(2026, 11, 16)  # a Monday: its week holds this day alone
DUE = datetime(2026, 11, 30, 1, tzinfo=UTC)
MEGABYTE = 1_000_000


def fill(engine: Engine, days: int) -> int:
    """Stores so many days of 50,000 events, all but the last rolled up; how many events there are."""
    one_day = list(islice(_events(), A_DAY))
    with Session(engine) as session:
        session.execute(insert(UsageRow), one_day)
        session.add_all(
            CubeRow(traffic=str(Traffic.DEMO), name=EVERYBODY, week=monday, body="[]")
            for monday in _weeks(days)
        )
        session.commit()
        for back in range(1, days):
            session.execute(insert(UsageRow).from_select(_COLUMNS, _copied(back)))
            session.commit()
        return session.scalar(select(func.count()).select_from(UsageRow)) or 0


def measure(engine: Engine, days: int) -> Iterator[tuple[str, float, float]]:
    """What was done, and how many seconds it took: by the clock, and of this process's processor."""
    sessions = sessionmaker(engine)
    yield "roll-up of the last day", *_seconds(partial(roll_up, sessions, at=DUE))
    oldest = LAST - timedelta(days=days - 1)
    for name, number in (("purge of one day", 1), (f"purge of {BACKLOG} days more", BACKLOG)):
        oldest += timedelta(days=number)
        kept = (DUE.date() - oldest).days + 1
        yield name, *_seconds(partial(purge, sessions, days=kept, at=DUE))


def main() -> None:
    """Print the table."""
    days = int(sys.argv[1]) if len(sys.argv) > 1 else DAYS
    print("| database | events | size, MB | filled in, s | what | by the clock (of the processor), s |")
    print("|---|---:|---:|---:|---|---:|")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, stores(Path(folder)) as found:
        for name, make in found.items():
            print_of(name, make("usage"), days)


def print_of(name: str, url: str, days: int) -> None:
    """Print the lines of one database."""
    engine = make_engine(url)
    Base.metadata.create_all(engine)
    began = time.perf_counter()
    events = fill(engine, days)
    filled = f"| {name} | {events:,} | {_megabytes(engine):,.0f} | {time.perf_counter() - began:.0f}"
    with _before_others():
        for what, seconds, of_processor in measure(engine, days):
            print(f"{filled} | {what} | {seconds:.1f} ({of_processor:.1f}) |", flush=True)
    engine.dispose()


_COLUMNS = [column.name for column in UsageRow.__table__.columns]


def _events() -> Iterator[dict[str, object]]:
    random = Random(4)  # noqa: S311 - a benchmark must come out the same again
    for visit in drawn_visits(random, A_DAY, LAST, days=1, services=SERVICES):
        yield from (row_of(event) for event in visit)


def _copied(back: int) -> Select[Any]:
    """The last day's events so many days before, with keys of their own; record keys stay."""
    prefix = f"{back:08x}"
    changed = {
        "id": literal(prefix) + func.substr(UsageRow.id, 9),
        "visit": literal(prefix) + func.substr(UsageRow.visit, 9),
        "date": literal(LAST - timedelta(days=back)),
    }
    columns = [changed.get(name, getattr(UsageRow, name)) for name in _COLUMNS]
    return select(*columns).where(UsageRow.date == LAST, UsageRow.traffic == str(Traffic.DEMO))


def _weeks(days: int) -> list[date]:
    """The Mondays before the last day's."""
    return [LAST - WEEK * number for number in range(1, days // 7 + 2)]


def _megabytes(engine: Engine) -> float:
    size = "pg_database_size(current_database())"
    if engine.dialect.name == "sqlite":
        size = "page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    with engine.connect() as connection:
        return (connection.scalar(text(f"SELECT {size}")) or 0) / MEGABYTE


def _seconds(do: Callable[[], object]) -> tuple[float, float]:
    began, began_processing = time.perf_counter(), time.process_time()
    do()
    return time.perf_counter() - began, time.process_time() - began_processing


@contextmanager
def _before_others() -> Iterator[None]:
    """Lets no ordinary process take the processor from this one."""
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    yield
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


if __name__ == "__main__":
    main()
