"""Files hold the figures of the page, say what they are, and go to whoever has just proved who they are."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from pyarrow import parquet  # type: ignore[import-untyped]

from tests.web.conftest import HandClock
from tests.web.insights.test_figure_pages import CSV, TABLE, WEEK, WEEK_ONE, cells, releases
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from web.resources import Resources


Visit = Callable[..., None]
CONFIRM = "/staff/confirm-it-is-you"


def test_the_file_holds_the_figures_of_the_page(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)
    page = analyst.open(f"{TABLE}?period={WEEK}")

    answer = analyst.client.get(page.links["CSV"])
    lines = list(csv.DictReader(answer.text.splitlines()))

    name = "demo-needs-by-area-2026-11-09-2026-11-15.csv"
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert {line["data"] for line in lines} == {"SYNTHETIC DEMONSTRATION"}
    assert [line["visits"] or line["hidden"] for line in lines] == cells(page)
    assert {(line["need"], line["area"]) for line in lines if line["visits"] == "10"} == {
        (need, area) for need in ("Cuckooing", "total") for area in ("Telford and Wrekin", "total")
    }


def test_excel_and_parquet_hold_the_same_as_csv(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)
    bodies = {kind: analyst.client.get(f"{TABLE}/files/{kind}") for kind in ("csv", "xlsx", "parquet")}

    text = list(csv.DictReader(bodies["csv"].text.splitlines()))
    sheet = list(load_workbook(io.BytesIO(bodies["xlsx"].content))["visits"].values)
    table = parquet.read_table(io.BytesIO(bodies["parquet"].content)).to_pylist()

    assert [line["need"] for line in text] == [line["need"] for line in table]
    assert [line["need"] for line in text] == [row[sheet[0].index("need")] for row in sheet[1:]]
    assert [int(line["visits"]) if line["visits"] else None for line in text] == [
        line["visits"] for line in table
    ]
    assert [line["visits"] for line in table] == [row[sheet[0].index("visits")] for row in sheet[1:]]
    assert {line["data"] for line in table} == {"SYNTHETIC DEMONSTRATION"}


@pytest.mark.slow
def test_the_picture_can_be_taken_along(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)

    answer = analyst.client.get(f"{TABLE}/files/png?period={WEEK}")

    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_six_minutes_after_signing_in_a_file_asks_who_this_is_and_then_comes(
    analyst: StaffBrowser, visit: Visit, clock: HandClock, held: Resources
) -> None:
    visit(12, WEEK_ONE)
    link = analyst.open(f"{TABLE}?period={WEEK}&need=cuckooing").links["CSV"]
    before = releases(held)
    clock.move(minutes=6)

    asked = analyst.client.get(link)
    assert asked.headers["location"].startswith(CONFIRM)
    assert releases(held) == before
    fields = Page(analyst.client.get(asked.headers["location"]).text).fields(CONFIRM)
    proved = analyst.client.post(CONFIRM, data=fields | {"proof_password": PASSWORD})

    assert proved.headers["location"] == link
    assert "Cuckooing" in analyst.client.get(link).text


def test_page_and_file_are_each_recorded_as_a_release(
    analyst: StaffBrowser, visit: Visit, held: Resources
) -> None:
    visit(12, WEEK_ONE)

    analyst.open(TABLE)
    analyst.client.get(CSV)

    assert releases(held) == 2


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet", "png"])
def test_a_file_without_any_released_week_is_a_clear_message(analyst: StaffBrowser, kind: str) -> None:
    answer = analyst.client.get(f"{TABLE}/files/{kind}")

    assert answer.status_code == 400
    assert "not released yet" in answer.text


def test_a_file_by_weeks_has_dates_that_a_notebook_can_read(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, datetime(2026, 11, 4, 12, tzinfo=UTC))

    answer = analyst.client.get(f"/insights/visits-over-time/files/csv?period={WEEK}")

    weeks = {line["week"] for line in csv.DictReader(answer.text.splitlines())}
    assert weeks == {"2026-11-02", "2026-11-09", "total"}
