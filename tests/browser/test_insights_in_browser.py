"""The table of needs by area in a real browser: on desks, phones and paper, and by keyboard."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.conftest import app, blank, held  # noqa: F401 - fixtures
from tests.web.insights.conftest import usage_tables, visit  # noqa: F401 - fixtures
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role
from web.resources import Resources


WEEK_ONE = datetime(2026, 11, 11, 12, tzinfo=UTC)  # the tests' clock stands at 24 November
ADDRESS = "http://localhost:8000"
A4_LANDSCAPE = 1047  # CSS pixels between margins of 10 mm
WIDEST = "for (const cell of document.querySelectorAll('td')) cell.textContent = 'withheld'"


@pytest.fixture
def table(
    chromium: Browser,
    app: FastAPI,  # noqa: F811
    held: Resources,  # noqa: F811
    visit: Callable[..., None],  # noqa: F811
) -> Iterator[Page]:
    """The page of an analyst, with every figure as wide as it gets."""
    visit(12, WEEK_ONE)
    client = TestClient(app, base_url=ADDRESS, follow_redirects=False)
    StaffBrowser(client, held).sign_in_as(Role.ANALYST)

    def answer(route: Route) -> None:
        found = client.get(route.request.url)
        route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)

    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.route(f"{ADDRESS}/**", answer)
        page.goto(f"{ADDRESS}/insights")
        page.evaluate(WIDEST)
        yield page


def width_of(page: Page, selector: str, kind: str) -> float:
    """The scrollWidth or clientWidth of an element."""
    return float(page.locator(selector).evaluate(f"(element) => element.{kind}"))


@pytest.mark.parametrize("width", [1280, 1366, 1920])
def test_a_desk_shows_the_whole_table_with_its_totals(table: Page, width: int) -> None:
    table.set_viewport_size({"width": width, "height": 800})

    assert width_of(table, ".staff-scroll", "scrollWidth") == width_of(table, ".staff-scroll", "clientWidth")
    expect(table.locator(".staff-scroll-hint")).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_small_screen_says_that_the_table_scrolls_and_keeps_the_names_in_sight(
    table: Page, width: int
) -> None:
    table.set_viewport_size({"width": width, "height": 800})
    expect(table.locator(".staff-scroll-hint")).to_be_visible()
    name = table.locator("tbody th").first
    before = name.bounding_box()
    table.locator(".staff-scroll").evaluate("(region) => region.scrollLeft = 300")

    assert name.bounding_box() == before
    assert width_of(table, "html", "scrollWidth") == width


def test_paper_gets_the_whole_table_without_what_only_a_screen_needs(table: Page) -> None:
    table.emulate_media(media="print")
    table.set_viewport_size({"width": A4_LANDSCAPE, "height": 700})

    assert width_of(table, "table", "scrollWidth") <= A4_LANDSCAPE
    assert width_of(table, "html", "scrollWidth") <= A4_LANDSCAPE
    for gone in (".staff-header", ".staff-footer", ".staff-filters", ".staff-download"):
        expect(table.locator(gone)).to_be_hidden()
    for there in ("h1", "caption", "thead", ".govuk-warning-text"):
        expect(table.locator(there)).to_be_visible()


def test_the_focus_of_the_table_is_seen_on_white_and_on_black(table: Page) -> None:
    table.locator(".staff-scroll").focus()
    style = "(region) => [getComputedStyle(region).outlineColor, getComputedStyle(region).boxShadow]"

    outline, shadow = table.locator(".staff-scroll").evaluate(style)

    assert outline == "rgb(11, 12, 12)"
    assert "rgb(255, 221, 0)" in shadow


def test_axe_finds_nothing_on_the_table_and_on_an_error(table: Page) -> None:
    found = Axe().run(table).response["violations"]
    table.goto(f"{ADDRESS}/insights?need=foo")
    found += Axe().run(table).response["violations"]

    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []


def test_a_link_of_the_error_summary_leads_to_the_field(table: Page) -> None:
    table.goto(f"{ADDRESS}/insights?need=foo")
    table.locator(".govuk-error-summary a").click()

    expect(table.locator("#need")).to_be_focused()
