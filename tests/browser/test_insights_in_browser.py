"""The analysts' site in a real browser: three errands, on desks, phones and paper, and by keyboard."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from directory.starter import fill
from tests.web.conftest import app, blank, clock, held  # noqa: F401 - fixtures
from tests.web.insights.conftest import usage_tables, visit, visits  # noqa: F401 - fixtures
from tests.web.staff_browser import PASSWORD
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Outcome, Step
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.insights.views import ViewName
from web.resources import Resources
from web.service_names import service_names


WEEK_ONE = datetime(2026, 11, 11, 12, tzinfo=UTC)  # the tests' clock stands at 24 November
SPRING = datetime(2026, 4, 1, 12, tzinfo=UTC)  # the first weeks of two quarters
SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)
OCTOBER = datetime(2026, 9, 30, 12, tzinfo=UTC)
EMAIL = "analyst@signpost.example"
A4_LANDSCAPE = 1047  # CSS pixels between margins of 10 mm
WIDEST = "for (const cell of document.querySelectorAll('td')) cell.textContent = 'withheld'"
WYRE_FOREST = District.WYRE_FOREST.value


@pytest.fixture
def served(app: FastAPI, held: Resources) -> Iterator[str]:  # noqa: F811
    """Where the application answers; an analyst may sign in."""
    with held.sessions.begin() as session:
        add_staff(session, EMAIL, Role.ANALYST, PASSWORD, at=held.clock())
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 20
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def analyst(chromium: Browser, served: str) -> Iterator[Page]:
    """The browser of an analyst who is signed in."""
    with chromium.new_context(viewport={"width": 1280, "height": 800}, base_url=served) as context:
        page = context.new_page()
        page.set_default_timeout(15000)
        page.goto("/insights")
        page.get_by_label("E-mail address").fill(EMAIL)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("/insights")
        yield page


@pytest.fixture
def table(analyst: Page, visit: Callable[..., None]) -> Page:  # noqa: F811
    """The page of needs by area, with every figure as wide as it gets."""
    visit(12, WEEK_ONE)
    analyst.goto("/insights/needs-by-area")
    analyst.evaluate(WIDEST)
    return analyst


@pytest.fixture
def new_service(held: Resources) -> str:  # noqa: F811
    """The identifier of a service of the directory that nobody was shown in spring."""
    with held.sessions.begin() as session:
        fill(session)
        names = service_names(session)
    return next(id for id, name in names.items() if name == "Shelter")


@pytest.fixture
def year(visits: Callable[..., None], new_service: str) -> None:  # noqa: F811
    """Two quarters between which a service was added, and the weeks of October."""
    unmet = {"step": Step.NO_MATCH, "outcome": Outcome.NOTHING_LISTED, "need": Need.HOUSING}
    shown = {
        "step": Step.SERVICES_SHOWN,
        "service": new_service,
        "outcome": Outcome.OPEN,
        "need": Need.HOUSING,
    }
    opened = {"step": Step.CONTACT_OPENED, "service": new_service, "need": Need.HOUSING}
    visits(
        (90, SPRING, unmet | {"area": WYRE_FOREST}),
        (40, SUMMER, unmet | {"area": WYRE_FOREST}),
        (20, SUMMER, unmet | {"area": WYRE_FOREST, "need": Need.SPIKING}),
        (3, SUMMER, unmet | {"area": WYRE_FOREST, "need": Need.DRUG_DEBT}),
        (100, SUMMER, shown),
        (60, SUMMER, opened),
        *((30 + 10 * week, OCTOBER + timedelta(weeks=week), {"step": Step.STARTED}) for week in range(7)),
    )


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


def tab_to(page: Page, wanted: Locator) -> None:
    """Moves on with the tabulator key until something has the focus, as everything that can be used must."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError("the focus never came there")


def width_of(page: Page, selector: str, kind: str) -> float:
    """The scrollWidth or clientWidth of an element."""
    return float(page.locator(selector).evaluate(f"(element) => element.{kind}"))


@pytest.mark.usefixtures("year")
def test_an_analyst_finds_out_what_is_unmet_in_wyre_forest(analyst: Page) -> None:
    analyst.goto("/insights")
    analyst.get_by_label("Area").select_option("Wyre Forest")
    analyst.get_by_role("button", name="Show the overview").click()
    analyst.get_by_role("link", name="Unmet need", exact=True).click()

    expect(analyst.locator("h2").first).to_have_text(
        "Wyre Forest: no service found in about 65 visits, most for Housing (about 40), Spiking (about 20); "
        "only closed services shown in fewer than 10 visits. In all: about 65 visits."
    )
    row = analyst.get_by_role("row", name="Drug debt")
    expect(row.get_by_role("cell").first).to_contain_text("fewer than 10")
    expect(analyst.locator("main")).to_contain_text(
        "No service found, Housing: down by about 50 (from 90 to 40)"
    )
    with analyst.expect_download() as download:
        analyst.get_by_role("link", name="CSV", exact=True).click()
    with open(download.value.path(), encoding="utf-8") as file:
        text = file.read()
    assert "SYNTHETIC DEMONSTRATION" in text
    assert "Wyre Forest" in text
    assert ",3," not in text


@pytest.mark.usefixtures("year")
def test_an_analyst_finds_out_whether_the_new_service_changed_anything(analyst: Page) -> None:
    analyst.goto("/insights")
    analyst.get_by_label("Need").select_option("Housing")
    analyst.get_by_role("button", name="Show the overview").click()

    unmet = analyst.locator(".insights-numbers__item", has_text="Found no service")
    expect(unmet).to_contain_text("down by about 50")
    analyst.get_by_role("link", name="Services", exact=True).click()
    row = analyst.get_by_role("row", name="Shelter")
    expect(row.get_by_role("cell").first).to_have_text("100")
    expect(analyst.locator("main")).to_contain_text("Shelter, Services shown: up (from fewer than 10 to 100)")
    analyst.get_by_label("Keep it as a report of yours, named").fill("Shelter since summer")
    analyst.get_by_role("button", name="Save").click()
    expect(analyst.locator("main")).to_contain_text("The report is saved.")
    analyst.get_by_role("link", name="Shelter since summer").click()
    expect(analyst.get_by_role("row", name="Shelter").get_by_role("cell").first).to_have_text("100")


@pytest.mark.usefixtures("year")
def test_an_analyst_takes_the_monthly_statement_along(analyst: Page) -> None:
    analyst.goto("/insights")
    analyst.get_by_role("link", name="Monthly statement").click()
    analyst.get_by_label("Month").select_option("October 2026")
    analyst.get_by_role("button", name="Show the statement").click()

    expect(analyst.locator("h1")).to_have_text("Monthly statement: West Mercia, October 2026")
    expect(analyst.locator("main")).to_contain_text("28 September to 1 November 2026: the five weeks")
    expect(analyst.locator("h2").first).to_have_text(
        "About 250 visits in October 2026, up from September 2026."
    )
    analyst.get_by_text("The visits of each week as a table").click()
    expect(analyst.get_by_role("row", name="26 October 2026").get_by_role("cell")).to_have_text("70")
    with analyst.expect_download() as download:
        analyst.get_by_role("link", name="Download as PDF, one page").click()
    assert download.value.suggested_filename == "demo-signpost-statement-2026-10.pdf"
    (page,) = PdfReader(download.value.path()).pages
    assert "About 250 visits in October 2026, up from September 2026." in page.extract_text()


@pytest.mark.usefixtures("year")
def test_a_figure_is_narrowed_and_read_with_the_keyboard_alone(analyst: Page) -> None:
    analyst.goto("/insights/needs-by-area")
    analyst.keyboard.press("Tab")
    expect(analyst.get_by_role("link", name="Skip to main content")).to_be_focused()
    analyst.keyboard.press("Enter")
    tab_to(analyst, analyst.get_by_label("Need", exact=True))
    analyst.keyboard.type("Hou")
    tab_to(analyst, analyst.get_by_role("button", name="Show the figure"))
    analyst.keyboard.press("Enter")
    expect(analyst.locator("h2").first).to_contain_text("Housing: about")

    tab_to(analyst, analyst.locator(".insights-picture"))
    tab_to(analyst, analyst.locator(".staff-scroll"))
    tab_to(analyst, analyst.get_by_role("link", name="CSV", exact=True))
    tab_to(analyst, analyst.get_by_role("button", name="Save"))


@pytest.mark.usefixtures("year")
def test_a_chart_stands_beside_its_table_on_a_desk_and_above_it_on_a_phone(analyst: Page) -> None:
    analyst.goto("/insights/needs")
    chart, table = analyst.locator(".insights-picture"), analyst.locator(".staff-scroll")

    places = {}
    for width in (375, 1280):
        analyst.set_viewport_size({"width": width, "height": 800})
        places[width] = chart.bounding_box(), table.bounding_box()

    for (drawn, written), is_beside in ((places[1280], True), (places[375], False)):
        assert drawn is not None
        assert written is not None
        assert (drawn["x"] + drawn["width"] <= written["x"]) is is_beside
        assert (drawn["y"] + drawn["height"] <= written["y"]) is not is_beside


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_any_page_and_no_page_scrolls_sideways(analyst: Page, width: int) -> None:
    analyst.set_viewport_size({"width": width, "height": 800})
    own = ("", "/statement", "/reports", "/notebooks", "/glossary", "/needs?need=foo", "/statement?month=x")
    found = {}
    for path in (*own, *(f"/{view}" for view in ViewName)):
        analyst.goto(f"/insights{path}")
        found[path] = violations(analyst)
        if width_of(analyst, "html", "scrollWidth") > width:
            found[path].append(("scrolls sideways", []))

    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.usefixtures("year")
def test_the_pictures_are_drawn_under_the_strict_policy(analyst: Page) -> None:
    said: list[str] = []
    analyst.on("console", lambda message: said.append(message.text))

    for view in ViewName:
        analyst.goto(f"/insights/{view}")
        for picture in analyst.locator("main img").all():
            assert picture.evaluate("(image) => image.complete && image.naturalWidth > 100"), view

    assert said == []


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
    for gone in (
        ".staff-header",
        ".staff-footer",
        ".staff-filters >> nth=0",
        ".staff-download",
        ".insights-nav",
    ):
        expect(table.locator(gone)).to_be_hidden()
    for there in ("h1", "caption", "thead", ".govuk-warning-text"):
        expect(table.locator(there)).to_be_visible()


def test_the_focus_of_the_table_is_seen_on_white_and_on_black(table: Page) -> None:
    table.locator(".staff-scroll").focus()
    style = "(region) => [getComputedStyle(region).outlineColor, getComputedStyle(region).boxShadow]"

    outline, shadow = table.locator(".staff-scroll").evaluate(style)

    assert outline == "rgb(11, 12, 12)"
    assert "rgb(255, 221, 0)" in shadow


def test_a_link_of_the_error_summary_leads_to_the_field(table: Page) -> None:
    table.goto("/insights?need=foo")
    table.locator(".govuk-error-summary a").click()

    expect(table.locator("#need")).to_be_focused()
