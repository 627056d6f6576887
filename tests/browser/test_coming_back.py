"""Nothing that was said comes back by Back, a reload or a restored tab, in a browser that keeps pages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Route, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.conversing import open_chat
from tests.browser.leaving import ELSEWHERE, WORDS, talking, weather
from tests.web.chat.conftest import Place
from web.chat.view import AWAY


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser with the back-forward cache that people's browsers have; other tests run without it."""
    with sync_playwright() as playwright:
        yield from keeping(playwright)


def keeping(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()


@pytest.fixture(params=["script", "no script"])
def talked(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """A chat in which something was said, with JavaScript and without."""
    with chromium.new_context(java_script_enabled=request.param == "script") as context:
        yield talking(context, address)


def leave(page: Page) -> None:
    page.click("#leave")
    page.wait_for_url(f"{AWAY}**")


def forget(page: Page) -> None:
    page.locator(".clear button").click()
    expect(page.locator("#latest")).to_contain_text("has forgotten")


def steps_back(page: Page) -> int:
    """How many pages lie before this one."""
    tools = page.context.new_cdp_session(page)
    return int(tools.send("Page.getNavigationHistory")["currentIndex"])


def shows_nothing(page: Page) -> bool:
    """Also once a page that the browser kept has had the time to ask for another in its place."""
    page.wait_for_timeout(500)
    return WORDS not in page.content()


def restored(context: BrowserContext, page: Page) -> Page:
    """The address of a tab, opened anew as a browser does after a restart."""
    again = context.new_page()
    again.goto(page.url)
    return again


@pytest.mark.parametrize("end", [leave, forget])
def test_every_page_behind_shows_nothing_by_back_and_by_reload(
    talked: Page, place: Place, end: object
) -> None:
    end(talked)  # type: ignore[operator]
    answers = len(place.engine.told)

    for _ in range(steps_back(talked)):
        talked.go_back(wait_until="commit")
        assert shows_nothing(talked)
        talked.reload()
        assert shows_nothing(talked)
    assert place.engine.messages == [WORDS]
    assert len(place.engine.told) <= answers + 4  # openings of new chats, which say nothing


@pytest.mark.parametrize("end", [leave, forget])
def test_forward_again_shows_nothing(talked: Page, end: object) -> None:
    end(talked)  # type: ignore[operator]
    back = steps_back(talked)
    for _ in range(back):
        talked.go_back(wait_until="commit")
        assert shows_nothing(talked)
    for _ in range(back):
        talked.go_forward(wait_until="commit")
        assert shows_nothing(talked)


def test_a_reload_of_a_chat_with_the_script_shows_the_first_page(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = talking(context, address)
        page.reload()

        expect(page.locator("[data-start]")).to_be_visible()
        assert shows_nothing(page)


def test_back_from_another_page_shows_the_first_page(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        page = talking(context, address)
        page.goto(f"{address}{ELSEWHERE}")
        page.go_back(wait_until="commit")

        expect(page.locator("[data-start]")).to_be_visible()
        assert shows_nothing(page)


def keep(route: Route) -> None:
    """Answers as the server does, but for the header that keeps most browsers from keeping a page alive."""
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "cache-control"}
    route.fulfill(response=answer, headers=headers)


def test_a_page_that_the_browser_keeps_is_emptied_before_and_asked_for_anew_after(
    chromium: Browser, address: str
) -> None:
    with chromium.new_context() as context:
        context.route("**/chat", keep)
        page = talking(context, address)
        page.evaluate(
            """window.addEventListener("pagehide", (event) => {
                 sessionStorage.kept ??= `${event.persisted} ${document.body.textContent.trim()}`;
               })"""
        )
        page.goto(f"{address}{ELSEWHERE}")
        page.go_back(wait_until="commit")

        expect(page.locator("[data-start]")).to_be_visible()
        assert page.evaluate("sessionStorage.kept") == "true "
        assert shows_nothing(page)


def test_a_restored_tab_shows_the_first_page(talked: Page) -> None:
    again = restored(talked.context, talked)

    expect(again.locator("[data-start]")).to_be_visible()
    assert shows_nothing(again)


def test_what_was_being_typed_does_not_come_back(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        weather(context)
        page = context.new_page()
        open_chat(page, address)
        page.fill("#text", WORDS)
        page.goto(f"{address}{ELSEWHERE}")
        page.go_back(wait_until="commit")
        page.click("[data-start] button")
        expect(page.locator("#compose")).to_be_visible()

        assert page.input_value("#text") == ""
