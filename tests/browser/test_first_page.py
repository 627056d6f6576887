"""The page before the chat in a real browser: one press on, on any network, and back to it by a reload."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conversing import open_chat
from tests.web.chat.conftest import Place


GO_ON = "[data-start] button"


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 700), (1280, 700)])
def test_how_to_leave_and_the_way_on_are_seen_without_scrolling(
    either: BrowserContext, address: str, width: int, height: int
) -> None:
    page = either.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}/chat")

    for each in ("#leave", ".call-now", ".screen", GO_ON):
        expect(page.locator(each)).to_be_in_viewport(ratio=1)


def test_one_press_leads_to_the_chat_either_way(either: BrowserContext, address: str, place: Place) -> None:
    page = either.new_page()
    open_chat(page, address)

    expect(page.locator("#log")).to_contain_text("Please do not type names")
    expect(page.locator(GO_ON)).to_have_count(0)
    assert len(place.engine.told) == 1


def test_the_chat_comes_into_the_same_page_and_its_first_message_gets_the_focus(
    page: Page, address: str
) -> None:
    page.goto("about:blank")
    open_chat(page, address)

    expect(page.locator("#log .is-us").first).to_be_focused()
    assert page.evaluate("history.length") == 2


def test_a_reload_shows_the_first_page_again(page: Page, address: str, place: Place) -> None:
    open_chat(page, address)
    page.fill("#text", "they want money")
    page.click("#compose button")
    expect(page.locator("#latest")).to_contain_text("they want money")
    page.reload()

    expect(page.locator(GO_ON)).to_be_visible()
    assert "want money" not in page.content()


def test_pressing_twice_opens_one_conversation(page: Page, address: str, place: Place) -> None:
    place.engine.seconds = 0.3
    page.goto(f"{address}/chat")
    page.dblclick(GO_ON)
    expect(page.locator("#compose")).to_be_visible()

    assert len(place.engine.told) == 1


def test_without_a_connection_it_says_so_keeps_the_numbers_and_goes_on_later(
    page: Page, address: str, place: Place
) -> None:
    page.goto(f"{address}/chat")
    page.context.set_offline(True)
    page.click(GO_ON)
    expect(page.get_by_role("alert")).to_contain_text("did not get through")
    assert page.locator("main a[href='tel:116123']").count() == 1
    page.context.set_offline(False)
    page.click(GO_ON)

    expect(page.locator("#compose")).to_be_visible()
    assert len(place.engine.told) == 1


def test_an_opening_whose_answer_got_lost_is_not_opened_twice(page: Page, address: str, place: Place) -> None:
    page.goto(f"{address}/chat")

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/chat", lose)
    page.click(GO_ON)
    expect(page.get_by_role("alert")).to_be_visible()
    page.unroute("**/chat")
    page.click(GO_ON)

    expect(page.locator("#compose")).to_be_visible()
    assert len(place.app.state.chat.registry) == 1


def test_a_script_that_does_not_load_leaves_a_page_that_works(page: Page, address: str) -> None:
    page.route("**/*.js", lambda route: route.abort())
    open_chat(page, address)
    page.fill("#text", "they want money")
    page.click("#compose button")

    expect(page.locator("#latest")).to_contain_text("they want money")
