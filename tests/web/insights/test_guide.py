"""docs/analysts.md works as it stands: its code runs against a demonstration, and its pictures are there."""

import re
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest
import uvicorn
from fastapi import FastAPI

from tests.web.insights.test_key_pages import a_new_key
from tests.web.staff_browser import StaffBrowser
from usage.release import POLICY
from vocabulary.areas import District
from vocabulary.pathway import Outcome, Step
from web.insights.views import ViewName


GUIDE = Path(__file__).parents[3] / "docs" / "analysts.md"
TEXT = GUIDE.read_text(encoding="utf-8")
SPRING = datetime(2026, 4, 1, 12, tzinfo=UTC)


@pytest.fixture
def address(app: FastAPI) -> Iterator[str]:
    """Where the application answers."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 20
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.mark.slow
def test_every_block_of_code_runs_in_the_order_of_the_page(
    analyst: StaffBrowser, visits: Callable[..., None], address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    area = {"area": District.WYRE_FOREST.value}
    unmet = area | {"step": Step.NO_MATCH, "outcome": Outcome.NOTHING_LISTED}
    weeks = [(20 + week, SPRING + timedelta(weeks=week), area) for week in range(30)]
    visits(*weeks, (30, SPRING + timedelta(weeks=20), unmet))
    monkeypatch.setenv("SIGNPOST_URL", address)
    monkeypatch.setenv("SIGNPOST_KEY", a_new_key(analyst))
    blocks = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}

    for block in blocks:
        exec(compile(block, GUIDE.name, "exec"), names)  # our own page

    assert len(blocks) == 8
    assert str(names["unmet"]).count("Wyre Forest") > 0
    assert len(names["visits"]) == 26  # type: ignore[arg-type]


def test_the_pictures_of_the_page_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TEXT)

    assert pictures
    assert [each for each in pictures if not (GUIDE.parent / each).is_file()] == []


def test_the_figures_that_the_page_asks_for_exist() -> None:
    asked = set(re.findall(r'figure\("([a-z-]+)"', TEXT)) | set(re.findall(r"/figures/([a-z-]+)/", TEXT))

    assert asked
    assert asked <= set(ViewName)


def test_the_numbers_of_disclosure_control_are_those_in_use() -> None:
    told = f"chance added (up to {POLICY.largest_noise}) and is rounded to {POLICY.base}, so that it can be"

    assert f"{told} {POLICY.largest_error} away" in TEXT
    assert f"Below {POLICY.threshold} it says" in TEXT
