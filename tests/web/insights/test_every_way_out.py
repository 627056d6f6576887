"""No figure leaves by a way around disclosure control: where that withholds all, no way out has a number."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook
from pyarrow import parquet  # type: ignore[import-untyped]

from tests.usage.factories import store
from tests.web.insights.test_figure_pages import WEEK
from tests.web.insights.test_key_pages import a_new_key
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from usage import protecting
from usage.demo import drawn_visits
from usage.disclosure import RawTable, ReleasedTable
from usage.release import POLICY, WITHHELD
from usage.roll_up import roll_up
from vocabulary.needs import Need
from web.insights.views import ViewName
from web.resources import Resources


SUNDAY = date(2026, 11, 15)
ANY_NUMBER = re.compile(r"about [\d,]+")
Ways = dict[str, list[str]]


@pytest.fixture
def week(held: Resources) -> None:
    """A week of visits of every kind."""
    services = {need: [f"00000000-0000-4000-8000-{at:012}"] for at, need in enumerate(Need)}
    drawn = drawn_visits(Random(1), 400, SUNDAY, services=services, days=14)
    store(held.sessions, [event for visit in drawn for event in visit])
    roll_up(held.sessions, at=datetime(2027, 1, 1, tzinfo=UTC))


@pytest.fixture
def nothing_is_let_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Disclosure control that withholds every figure."""
    protect = protecting.protect

    def withhold(raw: RawTable, **given: Any) -> ReleasedTable:
        table = protect(raw, **given)
        return replace(table, figures=dict.fromkeys(table.figures, WITHHELD))

    monkeypatch.setattr(protecting, "protect", withhold)


def every_way(analyst: StaffBrowser, view: ViewName) -> Ways:
    """The figures of a view by each way out."""
    address = f"/insights/{view}?period={WEEK}"
    files = {
        kind: analyst.client.get(address.replace("?", f"/files/{kind}?"))
        for kind in ("csv", "xlsx", "parquet")
    }
    assert {each.status_code for each in files.values()} == {200}
    page = Page(analyst.client.get(address).text)
    key = {"Authorization": f"Bearer {a_new_key(analyst)}"}
    cells = analyst.client.get(f"/insights/api/figures/{view}?period={WEEK}", headers=key).json()["cells"]
    heads, *lines = load_workbook(io.BytesIO(files["xlsx"].content))["visits"].values
    return {
        "page": [each.text for each in page.all("td")],
        "api": _numbers(each["visits"] for each in cells),
        "before": _numbers(each["before"] for each in cells),
        "csv": _numbers(each["visits"] for each in csv.DictReader(files["csv"].text.splitlines())),
        "xlsx": _numbers(line[heads.index("visits")] for line in lines),
        "parquet": _numbers(parquet.read_table(io.BytesIO(files["parquet"].content))["visits"].to_pylist()),
        "words": ANY_NUMBER.findall(page.one("main").text),
    }


def _numbers(values: Any) -> list[str]:
    return [str(value) for value in values if value not in (None, "")]


def _have_digits(figures: Sequence[str]) -> bool:
    return any(re.search(r"\d", each) for each in figures if each != f"fewer than {POLICY.threshold}")


@pytest.mark.usefixtures("week", "nothing_is_let_out")
@pytest.mark.parametrize("view", ViewName)
def test_no_way_out_goes_around_disclosure_control(analyst: StaffBrowser, view: ViewName) -> None:
    assert {way for way, figures in every_way(analyst, view).items() if _have_digits(figures)} == set()


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize("view", [ViewName.NEEDS, ViewName.FUNNEL])
def test_the_same_ways_have_numbers_where_it_lets_them_out(analyst: StaffBrowser, view: ViewName) -> None:
    found = every_way(analyst, view)

    assert {way for way, figures in found.items() if _have_digits(figures)} == set(found)
    assert found["api"] == found["csv"] == found["xlsx"] == found["parquet"]


@pytest.mark.usefixtures("week", "nothing_is_let_out")
@pytest.mark.parametrize("address", [f"/insights?period={WEEK}", "/insights/statement"])
def test_no_summary_goes_around_disclosure_control(analyst: StaffBrowser, address: str) -> None:
    page = analyst.open(address)

    assert ANY_NUMBER.findall(page.one("main").text) == []
