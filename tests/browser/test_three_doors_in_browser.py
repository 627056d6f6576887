"""The three doors of the running system in a browser: a person asks, a manager corrects, an analyst reads."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from directory.approval.deciding import Decision, approve
from directory.approval.finding import open_proposals
from directory.history import Editor
from tests.browser.conversing import BrowserConversation
from tests.browser.demonstration import ask_in_telford, demonstration, sign_in
from tests.running import RunningSystem
from vocabulary.needs import Need
from web.accounts.roles import Role
from web.insights.labels import NEED_NAMES


pytestmark = [pytest.mark.model, pytest.mark.slow]
PHONE = {"width": 360, "height": 720}
DESK = {"width": 1280, "height": 900}
FEW_VISITS = 8_000  # enough for figures that may be shown, and sooner drawn than a demonstration's own
LOCAL = "Telford adult safeguarding"
FRESHNESS = re.compile("not yet confirmed by our team|Details checked")  # a saved number counts as checked
NEW_NUMBER = "03069 990123"  # kept by Ofcom for stories: nobody answers it
NEW_TEL = "03069990123"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSystem]:
    """A demonstration of its own: an installation that marks its visits as a test shows no synthetic ones."""
    with demonstration(tmp_path_factory.mktemp("demonstration"), visits=FEW_VISITS) as system:
        yield system


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """The person's browser."""
    with chromium.new_context(viewport=PHONE) as context:
        yield context


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    """A page in the browser of a member of staff."""
    with chromium.new_context(viewport=DESK, accept_downloads=True) as context:
        page = context.new_page()
        page.set_default_timeout(15_000)
        yield page


def telephone_links(person: BrowserConversation) -> list[str]:
    """What the shown cards dial."""
    links = person.cards.locator("a[href^='tel:']").all()
    return [(link.get_attribute("href") or "").removeprefix("tel:") for link in links]


def open_service(page: Page, name: str) -> None:
    """Finds a service in the manager's list and opens it."""
    page.get_by_label("Find a service").fill(name)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_have_text(name)


def second_person_approves(system: RunningSystem) -> None:
    """Somebody else approves whatever waits, and nothing cools off."""
    decision = Decision(Editor("second", "second@signpost.example"), datetime.now(UTC))
    with system.sessions.begin() as session:
        for each in open_proposals(session):
            approve(session, each.id, decision, cool_off=timedelta(0))


def change_first_number(page: Page, number: str, demo: RunningSystem) -> str:
    """Changes the first number of the service that is open, with a second person's approval.

    Returns the number it had.
    """
    page.get_by_role("link", name="Change the number of telephone contact").first.click()
    old = page.get_by_label("New number").input_value()
    page.get_by_label("New number").fill(number)
    page.get_by_label("Why, or where did you find it?").fill("Rang it")
    page.get_by_role("button", name="Send for approval").click()
    expect(page.get_by_role("alert")).to_contain_text("waits for a second person")
    second_person_approves(demo)
    return old


def test_a_person_in_telford_gets_local_and_national_services(
    demo: RunningSystem, phone: BrowserContext
) -> None:
    person = BrowserConversation(phone, demo.address)
    ask_in_telford(person)

    assert person.names[0] == LOCAL
    assert "Victim Support" in person.names
    assert all(number.lstrip("+").isdigit() for number in telephone_links(person))
    assert len(telephone_links(person)) >= len(person.names)
    for card in person.cards.all():
        assert card.locator(".open").inner_text()
        expect(card.locator(".checked")).to_have_text(FRESHNESS)
        expect(card.locator("dt", has_text="Why this one")).to_have_count(1)


def test_the_next_turn_of_an_open_chat_shows_the_number_just_approved(
    demo: RunningSystem, phone: BrowserContext, desk: Page
) -> None:
    person = BrowserConversation(phone, demo.address)
    ask_in_telford(person)
    before = telephone_links(person)
    sign_in(desk, demo, Role.MANAGER, at="/admin")
    open_service(desk, LOCAL)
    old = change_first_number(desk, NEW_NUMBER, demo)

    person.type("what's the first one's number")
    after = telephone_links(person)
    shown = person.cards.first.inner_text()
    change_first_number(desk, old, demo)

    assert NEW_TEL not in before
    assert NEW_TEL in after
    assert NEW_NUMBER in shown


def test_a_change_has_its_history_with_who_made_it(demo: RunningSystem, desk: Page) -> None:
    sign_in(desk, demo, Role.APPROVER, at="/admin")
    open_service(desk, "Victim Support")
    old = change_first_number(desk, NEW_NUMBER, demo)
    change_first_number(desk, old, demo)
    desk.get_by_role("link", name="History of changes").click()

    expect(desk.locator("main")).to_contain_text(NEW_NUMBER)
    expect(desk.locator("main")).to_contain_text("approver@signpost.example")
    expect(desk.locator("main")).to_contain_text("Approved by second@signpost.example")


def test_an_analyst_reads_synthetic_figures_and_downloads_them(demo: RunningSystem, desk: Page) -> None:
    sign_in(desk, demo, Role.ANALYST, at="/insights")
    desk.goto(f"{demo.address}/insights/needs-by-area")
    expect(desk.locator("main")).to_contain_text("Synthetic data")
    needs = desk.locator("tbody th").all_inner_texts()
    cells = [cell.strip() for cell in desk.locator("tbody td").all_inner_texts()]
    with desk.expect_download() as download:
        desk.locator("a[download][href*='/files/csv']").click()
    with open(download.value.path(), encoding="utf-8-sig", newline="") as sheet:
        lines = list(csv.DictReader(sheet))

    figures = [line["visits"] for line in lines]
    assert set(needs) >= {NEED_NAMES[need] for need in Need}
    assert download.value.suggested_filename.startswith("demo-needs-by-area-")
    assert {figure for figure in figures if figure.isdigit()} <= {cell.replace(",", "") for cell in cells}
    assert all(int(figure) >= 10 and int(figure) % 5 == 0 for figure in figures if figure.isdigit())
    assert any(figure.isdigit() for figure in figures)
    assert {line["data"] for line in lines} == {"SYNTHETIC DEMONSTRATION"}


@pytest.mark.parametrize(("role", "forbidden"), [(Role.ANALYST, "/admin"), (Role.MANAGER, "/insights")])
def test_nobody_goes_through_the_door_of_another_role(
    demo: RunningSystem, desk: Page, role: Role, forbidden: str
) -> None:
    sign_in(desk, demo, role, at="/staff")
    answer = desk.goto(demo.address + forbidden)

    assert answer is not None
    assert answer.status == 403
    expect(desk.locator("h1")).to_have_text("You cannot do that")


# --- accessibility of each door, as it stands after real use


def show_chat(system: RunningSystem, page: Page) -> None:
    person = BrowserConversation(page.context, system.address)
    ask_in_telford(person)
    page.close()


def show_sign_in(system: RunningSystem, page: Page) -> None:
    page.goto(f"{system.address}/staff/sign-in")


def show_services(system: RunningSystem, page: Page) -> None:
    sign_in(page, system, Role.MANAGER, at="/admin")


def show_service(system: RunningSystem, page: Page) -> None:
    sign_in(page, system, Role.MANAGER, at="/admin")
    open_service(page, LOCAL)


def show_figures(system: RunningSystem, page: Page) -> None:
    sign_in(page, system, Role.ANALYST, at="/insights")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("show", [show_chat, show_sign_in, show_services, show_service, show_figures])
def test_axe_finds_no_violation(
    demo: RunningSystem, desk: Page, show: Callable[[RunningSystem, Page], None], viewport: Any
) -> None:
    desk.set_viewport_size(viewport)
    context = desk.context
    show(demo, desk)
    shown = context.pages[-1]
    shown.set_viewport_size(viewport)
    found = Axe().run(shown).response["violations"]

    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
