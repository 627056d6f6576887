"""The way out in a real browser: in every state, by every way, and nothing is left behind it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conversing import open_chat
from tests.browser.leaving import talking, uncovered, weather
from tests.web.chat.conftest import Place
from tests.web.page_reader import Page as PageReader
from web.chat.view import AWAY


DANGER = "he has a knife and he is outside my door now"
LEFT = "**/chat/left"


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    """A touch screen, on which two fingers enlarge the page."""
    with chromium.new_context(
        viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True
    ) as context:
        yield context


# --- by every way


def by_button(page: Page) -> None:
    page.click("#leave")


def by_skip_link(page: Page) -> None:
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.locator("[data-leave]").first.focus()
    page.keyboard.press("Enter")


def by_keys(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS = [by_button, by_skip_link, by_keys]


@pytest.mark.parametrize("leave", WAYS)
def test_each_way_replaces_the_page_and_forgets_the_chat(
    page: Page, address: str, place: Place, leave: object
) -> None:
    page = talking(page.context, address)
    with page.expect_request(LEFT):
        leave(page)  # type: ignore[operator]
    page.wait_for_url(f"{AWAY}**")
    page.go_back()

    assert page.url == "about:blank"
    assert len(place.app.state.chat.registry) == 0


def test_the_first_stop_of_the_keyboard_leaves(page: Page, address: str) -> None:
    weather(page.context)
    page.goto(f"{address}/chat")
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    expect(first).to_have_text("Leave this page quickly")
    assert uncovered(page, ":focus")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{AWAY}**")


def test_the_skip_link_takes_no_room_until_it_has_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    box = page.locator("[data-leave]").first.bounding_box()

    assert box is not None
    assert box["width"] <= 1


def test_presses_of_shift_are_announced(page: Page, address: str) -> None:
    weather(page.context)
    page.goto(f"{address}/chat")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status").first).to_contain_text("2 more times")
    page.keyboard.press("Shift")
    expect(page.get_by_role("status").first).to_contain_text("once more")


def test_leaving_is_announced_over_an_empty_page(page: Page, address: str) -> None:
    page = talking(page.context, address)
    shown: list[str] = []
    page.on("console", lambda message: shown.append(message.text))
    page.evaluate(  # what is there while the weather page is on its way
        """new MutationObserver(() => console.log(document.body.outerHTML))
             .observe(document.querySelector("#leaving"), {childList: true})"""
    )
    page.click("#leave")
    page.wait_for_url(f"{AWAY}**")

    left = PageReader(shown[0])
    assert left.one("p", role="alert").text == "Leaving this page."
    assert left.text == "Leaving this page."


def test_capital_letters_and_escape_do_not_leave(page: Page, address: str) -> None:
    open_chat(page, address)
    page.focus("#text")
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    for _ in range(4):
        page.keyboard.press("Escape")

    assert page.url == f"{address}/chat"
    assert page.input_value("#text") == "ABCD"


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_another_layout_of_the_keys_is_no_wish_to_leave(page: Page, address: str, held: str) -> None:
    """Alt or Control with Shift goes to the next layout; screen readers have keys of this kind too."""
    open_chat(page, address)
    page.focus("#text")
    page.keyboard.down(held)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.keyboard.up(held)
    page.wait_for_timeout(300)

    assert page.url == f"{address}/chat"
    expect(page.locator("#text")).to_be_visible()


def test_without_the_script_the_way_out_is_a_link_that_forgets(
    chromium: Browser, address: str, place: Place
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = talking(context, address)
        with page.expect_request("**/chat/left/*"):
            page.click("#leave")
        page.wait_for_url(f"{AWAY}**")

        assert len(place.app.state.chat.registry) == 0


def test_before_its_script_is_there_the_way_out_is_a_link(page: Page, address: str) -> None:
    weather(page.context)
    page.route("**/leave.js", lambda route: None)  # never answered
    page.goto(f"{address}/chat", wait_until="commit")
    page.click("#leave")

    page.wait_for_url(f"{AWAY}**")


# --- in every state


def test_leaving_works_while_a_message_hangs_and_stops_it(page: Page, address: str, place: Place) -> None:
    page = talking(page.context, address)
    place.engine.seconds = 2
    stopped: list[str] = []
    page.on("requestfailed", lambda request: stopped.append(f"{request.method} {request.url}"))
    page.fill("#text", "hello")
    with page.expect_request("**/chat"):
        page.click("#compose button")
    page.click("#leave")
    page.wait_for_url(f"{AWAY}**")

    assert f"POST {address}/chat" in stopped


def test_leaving_without_a_connection_shows_nothing_of_the_chat(page: Page, address: str) -> None:
    page = talking(page.context, address)
    page.context.unroute(f"{AWAY}**")
    page.context.set_offline(True)
    page.click("#leave")
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    page.go_back()

    assert page.url == "about:blank"


def test_leaving_works_from_every_public_page(page: Page, address: str) -> None:
    weather(page.context)
    for path in ("/chat", "/services", "/services/childline", "/services/childline/wrong", "/no-such-page"):
        page.goto(f"{address}{path}")
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url(f"{AWAY}**")


def test_leaving_is_never_counted(page: Page, address: str, place: Place) -> None:
    page = talking(page.context, address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    with page.expect_request(LEFT):
        page.click("#leave")
    page.wait_for_url(f"{AWAY}**")
    place.app.state.chat.usage.stop()
    spool = place.resources.settings.home / "spool"

    assert asked == [f"POST {address}/chat/left", f"GET {AWAY}"]
    assert not any("left" in each.read_text() for each in spool.rglob("*") if each.is_file())


# --- never covered

SCREENS = [(320, 640), (320, 256), (640, 300), (1280, 800)]  # 320 by 256 is 1280 by 1024 at 400 %


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_way_out_is_in_sight_wherever_the_page_is_scrolled(
    either: BrowserContext, address: str, width: int, height: int
) -> None:
    page = either.new_page()
    page.set_viewport_size({"width": width, "height": height})
    open_chat(page, address)
    page.fill("#text", DANGER)
    page.click("#compose button")
    expect(page.locator("#latest .is-crisis")).to_be_visible()

    for scrolled in (0, 0.3, 1):
        page.evaluate("(part) => window.scrollTo(0, part * document.body.scrollHeight)", scrolled)
        assert uncovered(page)


def test_the_bar_takes_little_of_a_page_at_400_percent(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(f"{address}/chat")
    bar = page.locator(".bar").bounding_box()

    assert bar is not None
    assert bar["height"] <= 256 / 4


def enlarge_by_two_fingers(page: Page) -> None:
    tools = page.context.new_cdp_session(page)
    tools.send("Input.synthesizePinchGesture", {"x": 160, "y": 400, "scaleFactor": 2.5})
    tools.send("Input.synthesizeScrollGesture", {"x": 60, "y": 120, "xDistance": -30, "yDistance": -60})
    page.wait_for_function("window.visualViewport.scale > 2 && window.visualViewport.offsetLeft > 0")


def test_two_fingers_do_not_move_the_way_out_of_sight(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    open_chat(page, address)
    enlarge_by_two_fingers(page)

    page.wait_for_function("document.documentElement.style.getPropertyValue('--seen').includes('scale(0.')")
    assert uncovered(page)
    assert uncovered(page, ".call-now")


def test_a_soft_keyboard_shrinks_the_page_and_does_not_cover_it(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")

    viewport = page.locator("meta[name=viewport]").get_attribute("content") or ""
    assert "interactive-widget=resizes-content" in viewport


def test_the_bar_follows_what_a_keyboard_leaves_in_sight(page: Page, address: str) -> None:
    """Where a browser moves what is seen rather than the page, as on an iPhone."""
    open_chat(page, address)
    page.evaluate(
        """() => {
          Object.defineProperty(window.visualViewport, "offsetTop", { get: () => 120 });
          window.visualViewport.dispatchEvent(new Event("scroll"));
        }"""
    )
    box = page.locator(".bar").bounding_box()

    assert box is not None
    assert box["y"] == 120


# --- nothing is left in the browser


@pytest.mark.parametrize("opened", [True, False])
def test_the_browser_drops_the_files_it_kept(page: Page, address: str, opened: bool) -> None:
    def asks_anew() -> bool:
        with page.expect_request("**/chat.css") as asked:
            page.goto(f"{address}/chat")
        return "if-none-match" not in asked.value.all_headers()

    # The weather page stays unanswered: a browser whose requests a test answers keeps no files at all.
    assert asks_anew()
    assert not asks_anew()
    if opened:
        open_chat(page, address)
    page.click("#leave")
    page.wait_for_url("chrome-error://**")
    page.wait_for_timeout(1000)

    assert asks_anew()


def test_a_lost_beacon_does_not_keep_anybody(page: Page, address: str) -> None:
    def lose(route: Route) -> None:
        route.abort()

    page = talking(page.context, address)
    page.route(LEFT, lose)
    page.click("#leave")

    page.wait_for_url(f"{AWAY}**")
