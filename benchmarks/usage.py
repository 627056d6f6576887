"""`python -m benchmarks.usage [EVENTS]`: how long a release, a roll-up and one logged event take.

A year of so many events (10 million unless told) is made straight as weekly tables, the way the roll-up
leaves them: drawing and rolling up ten million raw events would take most of an hour and show nothing more.
The roll-up itself is measured on one day's 50,000 raw events. What the processor spent stands beside the
clock's time: on a machine that others use, the clock tells of them.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sqlalchemy.orm import Session, sessionmaker

from signpost.database import make_engine
from usage.breakdowns import Breakdown, cube_name
from usage.cells import tables_of
from usage.demo import drawn_visits
from usage.event import UsageEvent
from usage.log import UsageLog
from usage.model import Base, CubeRow, UsageRow
from usage.noise import Cell
from usage.once import insert_once
from usage.periods import WEEK
from usage.release import SUBJECTS, Subject, TableRequest, offer, release
from usage.roll_up import roll_up
from usage.rows import row_of
from usage.tabulate import to_body
from usage.visits import Said, Visit
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


EVENTS = 10_000_000
EVENTS_A_VISIT = 5.1  # in the demonstration
WEEKS = 52
SAMPLE = 6_000  # visits that are counted for real; greater numbers multiply their cells
DAY = 50_000  # events
LOGGED = 5_000
TIMES = 5  # each release
MILLISECONDS = 1000
MONDAY = date(2025, 12, 1)
NOW = datetime(2026, 12, 1, tzinfo=UTC)
SERVICES = {
    need: [f"00000000-0000-4000-8000-{at:04}{n:08}" for n in range(4)] for at, need in enumerate(Need)
}


def make_cubes(sessions: sessionmaker[Session], events: int) -> None:
    """The weekly tables of a year with so many events."""
    random = Random(1)  # noqa: S311 - a benchmark must come out the same again
    visits = [_visit(each) for each in drawn_visits(random, SAMPLE, MONDAY, services=SERVICES)]
    tables = tables_of(visits)
    times = max(1, round(events / EVENTS_A_VISIT / WEEKS / SAMPLE))
    rows = [
        {
            "traffic": str(Traffic.DEMO),
            "name": cube_name(cube),
            "body": to_body({at: Cell(cell.visits * times, cell.key) for at, cell in table.items()}),
        }
        for cube, table in tables.items()
    ]
    with sessions.begin() as session:
        for week in range(WEEKS):
            monday = {"week": MONDAY + WEEK * week}
            session.execute(insert_once(session, CubeRow), [row | monday for row in rows])


def release_times(sessions: sessionmaker[Session]) -> Iterator[tuple[float, float]]:
    """Milliseconds, by the clock and of the processor, of every kind of table of the newest quarter."""
    for subject, kind in SUBJECTS.items():
        for columns in kind.columns:
            for need in (None, str(Need.DRUG_DEBT)):
                for _ in range(TIMES):
                    yield from _one_release(sessions, subject, columns, need)


def roll_up_seconds(sessions: sessionmaker[Session]) -> tuple[float, float]:
    """Seconds by the clock and of the processor, for one day's events."""
    random = Random(2)  # noqa: S311
    day = MONDAY - timedelta(weeks=20)
    events: list[UsageEvent] = []
    visits = drawn_visits(random, DAY, day, days=1, services=SERVICES)
    while len(events) < DAY:
        events += next(visits)
    with sessions.begin() as session:
        session.execute(insert_once(session, UsageRow), [row_of(event) for event in events])
    wall, processor = time.perf_counter(), time.process_time()
    roll_up(sessions, at=datetime.combine(day, NOW.timetz()) + timedelta(weeks=2, days=1))
    return time.perf_counter() - wall, time.process_time() - processor


def logging_times(sessions: sessionmaker[Session], spool: Path) -> list[float]:
    """Milliseconds that a turn of the chat spends on one event, while the flusher works."""
    random = Random(3)  # noqa: S311
    events = [event for visit in drawn_visits(random, LOGGED, MONDAY, services=SERVICES) for event in visit]
    log = UsageLog(spool, sessions)
    log.start()
    took = []
    for event in events[:LOGGED]:
        began = time.perf_counter()
        log.record(event)
        took.append(MILLISECONDS * (time.perf_counter() - began))
    log.stop()
    return took


def main() -> None:
    """Print the table."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    print(f"| {events:,} events in a year | by the clock (of the processor) | limit |\n|---|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        sessions = _sessions(Path(folder) / "cubes.sqlite")
        make_cubes(sessions, events)
        took, spent = (list(each) for each in zip(*release_times(sessions), strict=True))
        print(f"| release, p95 of {len(took)}, ms | {_p95(took):.0f} ({_p95(spent):.0f}) | 300 |")
        print(f"| release, p50, ms | {statistics.median(took):.0f} ({statistics.median(spent):.0f}) | |")
        wall, processor = roll_up_seconds(_sessions(Path(folder) / "raw.sqlite"))
        print(f"| roll-up of {DAY:,} events, s | {wall:.1f} ({processor:.1f}) | 10 |")
        logged = logging_times(_sessions(Path(folder) / "log.sqlite"), Path(folder) / "spool")
        print(f"| one event logged, p50, ms | {statistics.median(logged):.3f} | |")
        print(f"| one event logged, p95, ms | {_p95(logged):.3f} | 1 |")


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _one_release(
    sessions: sessionmaker[Session], subject: Subject, columns: Breakdown, need: str | None
) -> Iterator[tuple[float, float]]:
    from usage.release import RefusedRelease

    with sessions.begin() as session:
        wall, processor = time.perf_counter(), time.process_time()
        period = offer(session, traffic=Traffic.DEMO, at=NOW).best
        assert period is not None
        asked = TableRequest(
            period.first, period.last, Traffic.DEMO, need=need, subject=subject, columns=columns
        )
        try:
            release(session, asked, by="benchmark", at=NOW)
        except RefusedRelease:
            return
        yield (
            MILLISECONDS * (time.perf_counter() - wall),
            MILLISECONDS * (time.process_time() - processor),
        )


def _visit(events: list[UsageEvent]) -> Visit:
    said = frozenset(Said(*(getattr(event, name) for name in Said._fields)) for event in events)
    return Visit(events[0].date, events[0].part, events[0].channel, events[0].record_key, said)


def _sessions(path: Path) -> sessionmaker[Session]:
    engine = make_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    return sessionmaker(engine)


if __name__ == "__main__":
    main()
