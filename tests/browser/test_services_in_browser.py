"""The public service pages in a real browser: with and without the script, printed, and when leaving."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from directory.model import Report
from tests.browser.conversing import open_chat
from tests.web.chat.conftest import Place
from web.chat.view import AWAY


PHONE = {"width": 375, "height": 720}
DESK = {"width": 1280, "height": 900}
DANGER = "he has a knife and he is outside my door now"
SHOWN = [{"kind": "services", "words": "services.first", "services": [{"id": "samaritans"}, {"id": "frank"}]}]
PATHS = {
    "start": "/services",
    "by name": "/services/a-to-z",
    "need": "/services/need/cuckooing",
    "danger": "/services/need/danger-now",
    "service": "/services/crimestoppers",
    "gone": "/services/telford-stars",
    "wrong": "/services/childline/wrong",
    "thanks": "/services/childline/wrong/thanks",
}


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    """A page with JavaScript whose size a test sets."""
    with chromium.new_context(viewport=DESK) as context:
        page = context.new_page()
        page.set_default_timeout(8000)
        yield page


def search(page: Page, address: str, **fields: str) -> None:
    page.goto(f"{address}/services")
    for name, value in fields.items():
        control = page.locator(f"#{name}")
        if name in {"need", "age"}:
            control.select_option(value)
        else:
            control.fill(value)
    page.get_by_role("button", name="Find services").click()
    page.wait_for_load_state()


def weather(page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", body="<title>Weather</title>Sunny")

    page.route(f"{AWAY}**", answer)


def violations(page: Page) -> list[Any]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


# --- with and without the script


def test_a_search_works_either_way_and_is_in_no_address_or_title(
    either: BrowserContext, address: str
) -> None:
    page = either.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    search(page, address, need="cuckooing", place="TF1 1LX", words="housing debt")

    expect(page.locator("h1")).to_have_text("Services that may help")
    assert page.locator(".services .card").count() > 1
    assert page.url == f"{address}/services"
    assert page.title() == "Local information"
    assert all(url.startswith((address, "data:")) and "?" not in url for url in asked)
    assert either.cookies() == []
    assert complaints == []


def test_danger_leads_either_way(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    search(page, address, words=DANGER)

    card = page.locator("main article.is-crisis")
    heading = page.locator("h1").bounding_box()
    box = card.bounding_box()
    assert box is not None
    assert heading is not None
    assert box["y"] < heading["y"]
    assert card.locator("a[href='tel:999']").count() == 1


def test_a_wrong_number_is_told_either_way_and_a_reload_does_not_tell_it_twice(
    either: BrowserContext, address: str, place: Place
) -> None:
    page = either.new_page()
    page.goto(f"{address}/services/childline")
    page.get_by_role("link", name="Is something here wrong?").click()
    page.get_by_label("The number does not work").check()
    page.get_by_role("button", name="Tell us").click()
    expect(page.locator("h1")).to_have_text("Thank you for telling us")
    page.reload()

    with place.resources.sessions() as session:
        assert session.query(Report).count() == 1


def test_a_form_sent_without_a_reason_leads_to_its_first_answer(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    page.goto(f"{address}/services/childline/wrong")
    page.get_by_role("button", name="Tell us").click()
    page.locator(".problem a").click()

    assert page.title() == "Error: Local information"
    expect(page.locator("#fault")).to_be_focused()


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_nothing_is_wider_than_the_screen(desk: Page, address: str, path: str, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 700})
    desk.goto(address + path)

    assert desk.evaluate("document.documentElement.scrollWidth") <= width


# --- accessibility


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_axe_finds_no_violation_on_a_page(desk: Page, address: str, path: str, viewport: Any) -> None:
    desk.set_viewport_size(viewport)
    desk.goto(address + path)

    assert violations(desk) == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(
    "fields",
    [
        {"need": "cuckooing", "place": "Telford"},
        {"need": "cuckooing", "place": "Newport"},
        {"words": DANGER},
        {"place": "Qwertyville"},
        {"words": "xylophone"},
        {},
    ],
    ids=["found", "which place", "danger", "unknown place", "none", "empty"],
)
def test_axe_finds_no_violation_after_a_search(
    desk: Page, address: str, fields: dict[str, str], viewport: Any
) -> None:
    desk.set_viewport_size(viewport)
    search(desk, address, **fields)

    assert violations(desk) == []


def test_every_target_is_large_enough_for_a_thumb(desk: Page, address: str) -> None:
    desk.set_viewport_size(PHONE)
    search(desk, address, need="cuckooing", place="Telford")

    kinds = ("a", "button", "select", "input", "summary")
    targets = ", ".join(f"main {kind}:visible" for kind in kinds)
    small = [
        each.inner_text()
        for each in desk.locator(targets).all()
        if (box := each.bounding_box()) is not None and box["height"] < 44
    ]
    assert small == []


# --- the description for search engines


def test_the_browser_runs_nothing_of_the_description_and_complains_of_nothing(
    desk: Page, address: str
) -> None:
    complaints: list[str] = []
    desk.on("console", lambda message: complaints.append(message.text))
    desk.on("pageerror", lambda error: complaints.append(str(error)))
    desk.goto(f"{address}/services/samaritans")

    text = desk.locator("script[type='application/ld+json']").text_content()
    name = desk.evaluate("text => JSON.parse(text).name", text)
    assert name == "Samaritans"
    assert complaints == []


# --- printing


def test_a_printed_service_has_its_numbers_and_addresses_and_no_controls(desk: Page, address: str) -> None:
    desk.goto(f"{address}/services/crimestoppers")
    desk.emulate_media(media="print")

    expect(desk.locator(".service")).to_contain_text("0800 555 111")
    for hidden in (".bar", ".onward", ".wrong"):
        expect(desk.locator(hidden).first).to_be_hidden()
    shown = "getComputedStyle(document.querySelector('.service a[href^=http]'), '::after').content"
    assert "http" in desk.evaluate(shown)
    assert desk.pdf().startswith(b"%PDF")


def test_a_printed_search_has_the_services_and_not_the_form(desk: Page, address: str) -> None:
    search(desk, address, need="cuckooing", place="Telford")
    desk.emulate_media(media="print")

    expect(desk.locator(".services .card").first).to_be_visible()
    expect(desk.locator("form.search")).to_be_hidden()


# --- leaving


@pytest.mark.parametrize("path", ["/services", "/services/samaritans", "/services/childline/wrong"])
def test_shift_three_times_leaves_for_the_weather(desk: Page, address: str, path: str) -> None:
    weather(desk)
    desk.goto(address + path)
    for _ in range(3):
        desk.keyboard.press("Shift")
    desk.wait_for_url(f"{AWAY}**")

    assert desk.title() == "Weather"


def test_escape_does_not_leave(desk: Page, address: str) -> None:
    weather(desk)
    desk.goto(f"{address}/services")
    for _ in range(5):
        desk.keyboard.press("Escape")

    assert desk.url == f"{address}/services"


def test_the_exit_link_works_after_a_search_and_back_does_not_show_what_was_found(
    desk: Page, address: str
) -> None:
    weather(desk)
    search(desk, address, need="cuckooing", words="housing")
    desk.locator("#leave").click()
    desk.wait_for_url(f"{AWAY}**")
    desk.go_back()

    assert desk.locator(".services .card").count() == 0


# --- in the chat


def test_the_chat_leads_to_all_services_either_way(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    open_chat(page, address)
    page.get_by_role("link", name="All services").click()

    expect(page.locator("h1")).to_have_text("Find a service")


def test_a_card_of_the_chat_is_told_to_be_wrong_either_way_and_the_chat_stays(
    either: BrowserContext, address: str, place: Place
) -> None:
    page = either.new_page()
    open_chat(page, address)
    place.engine.answer = lambda _: SHOWN
    page.fill("#text", "hm")
    page.click("#compose button")
    card = page.locator("#latest section.card").first
    card.locator(".wrong summary").click()
    card.get_by_role("button", name="Wrong number: somebody else answered").click()

    expect(page.locator("#log")).to_contain_text("Thank you. A person in our team checks this")
    expect(page.locator("#log")).to_contain_text("Samaritans")
    with place.resources.sessions() as session:
        assert [report.fault.value for report in session.query(Report)] == ["somebody-else-answered"]


def test_a_report_that_does_not_get_through_is_said_and_can_be_sent_again(
    desk: Page, address: str, place: Place
) -> None:
    open_chat(desk, address)
    place.engine.answer = lambda _: SHOWN
    desk.fill("#text", "hm")
    desk.click("#compose button")
    card = desk.locator("#latest section.card").first
    card.locator(".wrong summary").click()
    desk.route("**/chat/wrong", lambda route: route.abort())
    card.get_by_role("button", name="Something else").click()
    expect(card.get_by_role("alert")).to_contain_text("did not get through")
    assert violations(desk) == []
    desk.unroute("**/chat/wrong")
    card.get_by_role("button", name="Something else").click()

    expect(card.locator(".told")).to_be_focused()
