"""Slow and cut networks in a real browser: what is pressed counts once, and the way out never waits."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conversing import open_chat
from tests.browser.leaving import WORDS, talking, weather
from tests.web.chat.conftest import Place
from web.chat.view import AWAY


def slow_down(page: Page, *, milliseconds: int) -> None:
    """Every answer takes so long, and comes as on the slowest mobile network."""
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    limits = {"latency": milliseconds, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    tools.send("Network.emulateNetworkConditions", {"offline": False, **limits})


def test_on_a_slow_network_each_press_counts_once_and_is_answered(
    page: Page, address: str, place: Place
) -> None:
    page.goto(f"{address}/chat")
    slow_down(page, milliseconds=1500)
    page.dblclick("[data-start] button")
    expect(page.locator("#compose")).to_be_visible(timeout=20_000)
    page.fill("#text", WORDS)
    page.dblclick("#compose button")
    expect(page.locator("#sending")).to_contain_text("Sending")
    expect(page.locator("#latest .is-you")).to_contain_text(WORDS, timeout=20_000)

    assert place.engine.messages == [WORDS]
    assert len(place.app.state.chat.registry) == 1


@pytest.mark.parametrize("waits", [True, False])
def test_whoever_types_before_the_script_has_come_keeps_the_place_and_the_words(
    page: Page, address: str, place: Place, waits: bool
) -> None:
    late: list[Route] = []
    page.route("**/talk.js", lambda route: late.append(route))
    page.goto(f"{address}/chat", wait_until="domcontentloaded")
    page.click("[data-start] button")
    expect(page.locator(".message.is-us").first).to_be_focused()
    page.click("#text")
    page.keyboard.type(WORDS)
    if waits:
        for route in late:
            route.continue_()
        page.evaluate(
            "async () => { for (const part of ['talk', 'forget']) await import(`/static/chat/${part}.js`) }"
        )
        expect(page.locator("#text")).to_be_focused()
    page.unroute("**/talk.js")
    page.click("#compose button")

    expect(page.locator("#latest .is-you")).to_contain_text(WORDS)
    assert place.engine.messages == [WORDS]


def test_an_answer_that_never_comes_ends_in_the_numbers_and_a_way_to_try_again(
    page: Page, address: str, place: Place
) -> None:
    page = talking(page.context, address)
    page.clock.install()
    page.route("**/chat", lambda route: None)
    page.fill("#text", "and they know where I live")
    page.click("#compose button")
    page.clock.run_for(13_000)
    notice = page.locator("#log .is-fallback")
    expect(notice).to_contain_text("did not get through")
    assert notice.locator("a[href='tel:999']").count() == 1
    page.unroute("**/chat")
    notice.locator(".retry").click()

    expect(page.locator("#latest .is-you")).to_contain_text("where I live")
    assert place.engine.messages == [WORDS, "and they know where I live"]


def test_the_numbers_on_the_page_are_there_before_the_connection_goes(page: Page, address: str) -> None:
    """They come with the page and not when they are needed."""
    open_chat(page, address)
    page.context.set_offline(True)
    page.fill("#text", WORDS)
    page.click("#compose button")

    for number in ("999", "101", "116123", "08001111"):
        expect(page.locator(f"#log .is-fallback a[href='tel:{number}']")).to_be_visible()


@pytest.fixture
def scriptless(chromium: Browser, address: str, place: Place) -> Iterator[Page]:
    """A page without a script that waits for an answer."""
    with chromium.new_context(java_script_enabled=False) as context:
        weather(context)
        page = context.new_page()
        open_chat(page, address)
        place.engine.seconds = 2
        page.fill("#text", WORDS)
        page.click("#compose button", no_wait_after=True)
        yield page


def test_without_the_script_the_way_out_does_not_wait_for_an_answer(scriptless: Page) -> None:
    expect(scriptless.locator("#leave")).to_be_visible()
    scriptless.click("#leave", no_wait_after=True)

    scriptless.wait_for_url(f"{AWAY}**")


def test_without_the_script_an_answer_that_takes_long_leaves_the_emergency_line_in_sight(
    scriptless: Page,
) -> None:
    expect(scriptless.locator(".call-now")).to_be_in_viewport(ratio=1)
    expect(scriptless.locator("#log")).to_contain_text(WORDS)


@pytest.mark.parametrize("is_open", [False, True])
def test_without_a_connection_another_language_does_not_take_the_numbers_and_the_way_out_away(
    page: Page, address: str, is_open: bool
) -> None:
    page.goto(f"{address}/chat")
    if is_open:
        open_chat(page, address)
    page.locator(".choosing summary").click()
    page.context.set_offline(True)
    page.click("button[name=language][value=pl]")
    expect(page.locator(".choosing .failed")).to_be_visible()
    assert page.locator("#leave").is_visible()
    page.context.set_offline(False)
    page.click("button[name=language][value=pl]")

    expect(page.locator("html")).to_have_attribute("lang", "pl")
