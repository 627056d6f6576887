"""A whole conversation by keyboard alone: nothing is pressed, scrolled or filled in any other way."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pathway import TAKEN_OVER, lead
from tests.web.chat.conftest import Place


FOCUSED = """() => {
  const has = document.activeElement;
  return has.getAttribute("aria-label") || has.textContent.trim().replace(/\\s+/g, " ") || has.id;
}"""
MOST_STOPS = 60


def go_to(page: Page, name: str, *, back: bool = False) -> list[str]:
    """Presses Tab until a stop of this name has the focus, which must be seen; the stops on the way."""
    stops: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        stops.append(page.evaluate(FOCUSED))
        if stops[-1].startswith(name):
            assert_seen(page)
            return stops
    raise AssertionError(f"'{name}' is not among {stops}")


def assert_seen(page: Page) -> None:
    """What has the focus shows it, stands in sight, and is not under the bar."""
    focus = page.locator(":focus")
    expect(focus).to_be_in_viewport(ratio=0.9)
    style = focus.evaluate("(each) => getComputedStyle(each).outlineStyle")
    assert style == "solid"
    bar, box = page.locator(".bar").bounding_box(), focus.bounding_box()
    assert bar is not None
    assert box is not None
    in_bar = focus.evaluate("(each) => Boolean(each.closest('.bar, .leave-first'))")
    assert in_bar or box["y"] >= bar["y"] + bar["height"] - 1


def answered(page: Page, said: str) -> None:
    expect(page.locator("#latest .is-you")).to_contain_text(said)


@pytest.mark.parametrize("width", [320, 1280])
def test_from_the_first_page_to_a_number_and_out_by_keyboard(
    either: BrowserContext, address: str, place: Place, width: int
) -> None:
    place.engine.answer = lead
    page = either.new_page()
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}/chat")
    first = go_to(page, "Go on to the chat")
    assert first[0].startswith("Leave this page")
    page.keyboard.press("Enter")
    expect(page.locator("#compose")).to_be_visible()

    go_to(page, "text")
    page.keyboard.type(TAKEN_OVER)
    go_to(page, "Send")
    page.keyboard.press("Enter")
    answered(page, TAKEN_OVER)
    choose_by_keyboard(page, "Yes, I am safe")
    go_to(page, "text")
    page.keyboard.type("telford")
    go_to(page, "Send")
    page.keyboard.press("Enter")
    answered(page, "telford")
    choose_by_keyboard(page, "26 to 59")
    go_to(page, "Ring", back=below(page))
    assert str(page.locator(":focus").get_attribute("href")).startswith("tel:")
    go_to(page, "Leave this page", back=True)


def below(page: Page) -> bool:
    """With the script the focus is in the box below an answer, without it just above the answer."""
    return page.evaluate("document.activeElement.tagName") in {"TEXTAREA", "BUTTON"}


def choose_by_keyboard(page: Page, label: str) -> None:
    go_to(page, label, back=below(page))
    page.keyboard.press("Enter")
    answered(page, label)


def test_enter_sends_and_shift_with_enter_makes_a_new_line(page: Page, address: str, place: Place) -> None:
    place.engine.answer = lead
    page.goto(f"{address}/chat")
    go_to(page, "Go on to the chat")
    page.keyboard.press("Enter")
    expect(page.locator("#compose")).to_be_visible()
    go_to(page, "text")
    page.keyboard.type("they want")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("money")
    page.keyboard.press("Enter")
    answered(page, "they want")

    assert page.locator("#latest .is-you p").inner_text() == "they want\nmoney"
    assert len(place.engine.messages) == 1


def test_nothing_holds_the_keyboard(page: Page, address: str, place: Place) -> None:
    place.engine.answer = lead
    page.goto(f"{address}/chat")
    go_to(page, "Go on to the chat")
    page.keyboard.press("Enter")
    expect(page.locator("#compose")).to_be_visible()
    seen: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if seen[-1] in seen[:-1]:
            break

    assert set(seen) >= {
        "End of conversation",
        "text",
        "Send",
        "Stop and forget",
        "Ring 999",
        "Leave this page",
    }
