"""`python -m benchmarks.pages [EVENTS]`: how long each page of the analysts' site takes to answer.

The weekly tables are those of `benchmarks.usage`. Each page is asked for its newest quarter, once without
filters and then each time with others, so that no picture was drawn before. What the processor spent stands
beside the clock's time: on a machine that others use, the clock tells of them.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from fastapi.testclient import TestClient
from sqlalchemy.orm import sessionmaker

from benchmarks.usage import EVENTS, MILLISECONDS, NOW, make_cubes
from migrations import upgrade
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.web.staff_browser import StaffBrowser
from usage.release import AREAS
from vocabulary.pathway import Traffic
from web.accounts.roles import Role
from web.app import create_app
from web.insights.asked import LISTS
from web.insights.views import VIEWS, ViewName
from web.resources import Resources


TIMES = 20  # each page
LIMIT = 300  # milliseconds, p95
OTHERS = ("reports", "notebooks", "glossary")


def addresses(random: Random) -> Iterator[tuple[str, list[str]]]:
    """Each page with the addresses at which it is asked for."""
    yield "overview", [f"/insights?{_filters(random, ('area', 'need'), at)}" for at in range(TIMES)]
    for view in ViewName:
        filters = VIEWS[view].filters
        yield view.value, [f"/insights/{view}?{_filters(random, filters, at)}" for at in range(TIMES)]
    areas = ["", *AREAS]
    for path in ("statement", "statement.pdf"):
        yield path, [f"/insights/{path}?area={areas[at % len(areas)]}" for at in range(TIMES)]
    for page in OTHERS:
        yield page, [f"/insights/{page}"] * TIMES


def page_times(browser: StaffBrowser, asked: list[str]) -> Iterator[tuple[float, float]]:
    """Milliseconds, by the clock and of the processor, of each answer."""
    for address in asked:
        wall, processor = time.perf_counter(), time.process_time()
        answer = browser.client.get(address)
        spent = time.perf_counter() - wall, time.process_time() - processor
        assert answer.status_code == 200, (address, answer.status_code)
        yield MILLISECONDS * spent[0], MILLISECONDS * spent[1]


def analyst(home: Path, events: int) -> StaffBrowser:
    """A browser that an analyst has signed in with, at a site with so many events."""
    settings = replace(read_settings({"SIGNPOST_HOME": str(home)}), traffic=Traffic.DEMO)
    upgrade(settings.database_url)
    sessions = sessionmaker(make_engine(settings.database_url), expire_on_commit=False)
    make_cubes(sessions, events)
    held = Resources(settings, sessions, b"a secret of the benchmark", lambda: NOW)
    client = TestClient(create_app(held), base_url="http://localhost:8000", follow_redirects=False)
    browser = StaffBrowser(client, held)
    browser.sign_in_as(Role.ANALYST)
    return browser


def main() -> None:
    """Print the table."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    print(f"| {events:,} events in a year; ms by the clock (of the processor) | p50 | p95, limit {LIMIT} |")
    print("|---|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        browser = analyst(Path(folder), events)
        list(page_times(browser, ["/insights"]))  # the first picture of a process loads what draws it
        for name, asked in addresses(Random(1)):  # noqa: S311 - a benchmark must come out the same again
            took, spent = (sorted(each) for each in zip(*page_times(browser, asked), strict=True))
            figures = [f"{of(took):.0f} ({of(spent):.0f})" for of in (statistics.median, _p95)]
            print(f"| {name} | {' | '.join(figures)} |", flush=True)


def _filters(random: Random, names: tuple[str, ...], at: int) -> str:
    """Filters for one request: none for the first, one for each other."""
    if at == 0:
        return ""
    name = random.choice(names)
    return urlencode({name: random.choice(LISTS[name])})


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main()
