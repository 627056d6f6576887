"""Every state of the chat page, for tests that hold of all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.conversing import open_chat
from tests.browser.pathway import DANGER, SUICIDE, TAKEN_OVER, begin, lead, to_the_services, type_in
from tests.web.chat.conftest import Place


IDLE = 180  # seconds, as the application is set unless told otherwise


@dataclass(frozen=True)
class Visit:
    """A page to bring into a state, and what stands behind it."""

    page: Page
    address: str
    place: Place

    def begin(self) -> None:
        """Opens the chat."""
        begin(self.page, self.address, self.place)


def _first(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/chat")


def _could_not_open(visit: Visit) -> None:
    _first(visit)
    visit.page.route("**/chat", lambda route: route.abort())
    visit.page.click("[data-start] button")
    expect(visit.page.get_by_role("alert")).to_be_visible()


def _opening(visit: Visit) -> None:
    visit.begin()


def _question(visit: Visit) -> None:
    visit.begin()
    type_in(visit.page, TAKEN_OVER)


def _danger(visit: Visit) -> None:
    visit.begin()
    type_in(visit.page, DANGER)


def _pinned(visit: Visit) -> None:
    visit.begin()
    type_in(visit.page, SUICIDE)
    type_in(visit.page, TAKEN_OVER)
    visit.page.locator(".pinned summary").click()


def _services(visit: Visit) -> None:
    visit.begin()
    to_the_services(visit.page)
    card = visit.page.locator("#latest section.card").first
    for summary in card.locator("summary").all():
        summary.click()


def _told_wrong(visit: Visit) -> None:
    _services(visit)
    visit.page.locator("#latest .wrong button").first.click()
    expect(visit.page.locator(".told")).to_be_visible()


def _newer(visit: Visit) -> None:
    visit.begin()
    to_the_services(visit.page)
    visit.place.engine.answer = lambda message: lead(message)
    visit.page.route("**/chat", lambda route: (visit.page.evaluate("scrollTo(0, 0)"), route.continue_())[1])
    visit.page.fill("#text", "telford")
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("#newer")).to_be_visible()


def _unreachable(visit: Visit) -> None:
    visit.begin()
    visit.page.route("**/chat", lambda route: route.abort())
    visit.page.fill("#text", TAKEN_OVER)
    visit.page.keyboard.press("Enter")
    expect(visit.page.get_by_role("button", name="Try again")).to_be_visible()


def _fallback(visit: Visit) -> None:
    visit.place.stop_engine()
    open_chat(visit.page, visit.address)


def _warned(visit: Visit) -> None:
    visit.page.clock.install()
    visit.begin()
    visit.page.clock.run_for((IDLE - 29) * 1000)
    expect(visit.page.locator("#idle")).not_to_be_empty()


def _covered(visit: Visit) -> None:
    _warned(visit)
    visit.page.clock.run_for(30 * 1000)
    expect(visit.page.locator("#cover")).to_be_visible()


def _cleared(visit: Visit) -> None:
    visit.begin()
    visit.page.click(".clear button")
    expect(visit.page.locator("main:visible")).to_contain_text("has forgotten")


def _sheet(visit: Visit) -> None:
    visit.begin()
    to_the_services(visit.page)
    visit.page.click("form[action$=sheet] button")
    expect(visit.page.locator(".sheet")).to_be_visible()


def _error(visit: Visit) -> None:
    visit.page.goto(f"{visit.address}/chat/nothing-here")


STATES: dict[str, Callable[[Visit], None]] = {
    "interruption": _first,
    "could not open": _could_not_open,
    "opening": _opening,
    "facts and a question": _question,
    "danger card": _danger,
    "pinned numbers": _pinned,
    "services": _services,
    "thanks for a report": _told_wrong,
    "new messages": _newer,
    "unreachable": _unreachable,
    "engine away": _fallback,
    "warned": _warned,
    "covered": _covered,
    "cleared": _cleared,
    "sheet": _sheet,
    "error": _error,
}
