"""What tests of the way out share: a weather page of our own, and a chat that holds words."""

from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conversing import open_chat
from web.chat.view import AWAY


WORDS = "they want money"
ELSEWHERE = "/elsewhere"


def weather(context: BrowserContext) -> None:
    """Answers for the weather page, and for a page of another kind, without the network."""

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", body="<title>Weather</title>Sunny")

    context.route(f"{AWAY}**", answer)
    context.route(f"**{ELSEWHERE}", answer)


def talking(context: BrowserContext, address: str) -> Page:
    """A page, opened from an empty one, on which something was said."""
    weather(context)
    page = context.new_page()
    page.goto("about:blank")
    open_chat(page, address)
    page.fill("#text", WORDS)
    page.click("#compose button")
    expect(page.locator("#latest .is-you")).to_contain_text(WORDS)
    return page


def uncovered(page: Page, selector: str = "#leave") -> bool:
    """Whether all of an element is in sight, with nothing over its corners or its middle."""
    return bool(
        page.evaluate(
            """(selector) => {
              const seen = window.visualViewport;
              const way = document.querySelector(selector);
              const box = way.getBoundingClientRect();
              const places = [[.02, .1], [.98, .1], [.5, .5], [.02, .9], [.98, .9]].map(
                ([x, y]) => [box.left + x * box.width, box.top + y * box.height]);
              return places.every(([x, y]) =>
                x >= seen.offsetLeft && x <= seen.offsetLeft + seen.width
                && y >= seen.offsetTop && y <= seen.offsetTop + seen.height
                && way.contains(document.elementFromPoint(x, y)));
            }""",
            selector,
        )
    )
