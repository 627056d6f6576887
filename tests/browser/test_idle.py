"""An idle chat in a real browser: a warning, then a cover beneath which nothing can be read."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conversing import open_chat
from tests.browser.leaving import WORDS, uncovered, weather
from web.chat.view import AWAY


SECONDS = 120
WARNED = (SECONDS - 29) * 1000
COVERED = 30 * 1000
ENDS = 1800  # seconds


@pytest.fixture
def environ() -> dict[str, str]:
    """The time after which a chat is covered."""
    return {"SIGNPOST_CHAT_IDLE_SECONDS": str(SECONDS)}


@pytest.fixture
def idle(chromium: Browser, address: str) -> Iterator[Page]:
    """A chat in which something was said and something is being typed, on a clock that the test moves."""
    with chromium.new_context(viewport={"width": 320, "height": 640}) as context:
        weather(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.clock.install()
        open_chat(page, address)
        page.fill("#text", WORDS)
        page.click("#compose button")
        expect(page.locator("#latest .is-you")).to_contain_text(WORDS)
        page.fill("#text", "and they know")
        yield page


def cover(page: Page) -> None:
    page.clock.run_for(WARNED)
    page.clock.run_for(COVERED)
    expect(page.locator("#cover")).to_be_visible()


def test_a_warning_is_seen_and_announced_before(idle: Page) -> None:
    idle.clock.run_for(WARNED)

    warning = idle.get_by_role("status").filter(has_text="put out of sight soon")
    expect(warning).to_be_in_viewport(ratio=1)
    expect(idle.locator("#cover")).to_be_hidden()
    assert uncovered(idle)


@pytest.mark.parametrize("touch", ["key", "tap", "scroll"])
def test_any_touch_after_the_warning_keeps_the_chat_in_sight(idle: Page, touch: str) -> None:
    idle.clock.run_for(WARNED)
    if touch == "key":
        idle.keyboard.press("Control")
    elif touch == "tap":
        idle.mouse.click(5, 400)
    else:
        idle.mouse.wheel(0, 200)
    expect(idle.locator("#idle")).to_be_empty()
    idle.clock.run_for(COVERED)

    expect(idle.locator("#cover")).to_be_hidden()
    expect(idle.locator("#log")).to_be_visible()


def test_beneath_the_cover_nothing_can_be_read_or_reached(idle: Page) -> None:
    cover(idle)
    tree = idle.locator("body").aria_snapshot()
    idle.keyboard.press("Tab")

    assert idle.title() == "Local information"
    assert WORDS not in tree
    assert "they know" not in tree
    assert "999" not in tree
    assert idle.inner_text("body").split("\n")[-1] == "Carry on"
    assert idle.evaluate("window.find('money')") is False
    for _ in range(6):
        idle.keyboard.press("Tab")
        assert idle.evaluate("document.activeElement.closest('#cover, .bar, html').id || 'bar'") in {
            "cover",
            "bar",
        }


def test_the_cover_says_what_it_is_to_a_screen_reader(idle: Page) -> None:
    cover(idle)

    expect(idle.locator("#cover h1")).to_be_focused()
    assert Axe().run(idle).response["violations"] == []


def test_a_press_that_was_meant_for_the_chat_does_not_uncover_it(idle: Page) -> None:
    cover(idle)
    for key in ("Enter", "Space", "a"):
        idle.keyboard.press(key)

    expect(idle.locator("#cover")).to_be_visible()
    expect(idle.locator("#log")).to_be_hidden()


def test_carrying_on_finds_everything_as_it_was(idle: Page) -> None:
    cover(idle)
    idle.get_by_role("button", name="Carry on").click()

    expect(idle.locator("#log")).to_contain_text(WORDS)
    assert idle.input_value("#text") == "and they know"
    expect(idle.locator("#text")).to_be_focused()
    expect(idle.locator(".call-now")).to_be_visible()
    cover(idle)


def test_the_way_out_stays_on_the_cover(idle: Page) -> None:
    cover(idle)
    assert uncovered(idle)
    idle.click("#leave")

    idle.wait_for_url(f"{AWAY}**")


def test_the_keys_leave_from_the_cover_too(idle: Page) -> None:
    cover(idle)
    for _ in range(3):
        idle.keyboard.press("Shift")

    idle.wait_for_url(f"{AWAY}**")


def wake(page: Page, *, after: int) -> None:
    """The page is looked at again after so many seconds in which its timers did not run."""
    page.clock.set_system_time(page.evaluate("Date.now() / 1000") + after)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_phone_that_slept_is_covered_when_it_wakes(idle: Page) -> None:
    wake(idle, after=SECONDS)

    expect(idle.locator("#cover")).to_be_visible()


def test_once_the_conversation_has_ended_the_page_forgets_it_too(idle: Page) -> None:
    wake(idle, after=ENDS)

    expect(idle.locator("[data-start]")).to_be_visible()
    assert WORDS not in idle.content()


def test_the_sheet_of_numbers_is_covered_and_found_again(idle: Page) -> None:
    idle.get_by_role("button", name="Numbers to keep").click()
    expect(idle.locator(".sheet")).to_be_visible()
    cover(idle)
    expect(idle.locator(".sheet")).to_be_hidden()
    idle.get_by_role("button", name="Carry on").click()

    expect(idle.locator(".sheet")).to_be_visible()
    expect(idle.locator("#log")).to_be_hidden()


def test_without_the_script_the_page_says_that_it_covers_nothing(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        open_chat(page, address)

        said = page.locator("noscript p")
        expect(said).to_be_visible()
        assert "The page is not put out of sight by itself" in said.inner_text()
