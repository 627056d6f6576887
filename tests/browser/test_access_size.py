"""Larger text: at once with the script, by a press without it, and for as long as the chat goes on."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pathway import DANGER, TAKEN_OVER, begin, lead, to_the_services, type_in
from tests.web.chat.conftest import Place


TEXT = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"


def press(page: Page, name: str) -> None:
    page.get_by_role("group", name="Text size").get_by_role("button", name=name, exact=True).click()
    pressed = page.get_by_role("button", name=name, exact=True, pressed=True)
    expect(pressed).to_be_visible()


def test_the_text_grows_either_way_before_and_in_the_chat(
    either: BrowserContext, address: str, place: Place
) -> None:
    place.engine.answer = lead
    page = either.new_page()
    page.goto(f"{address}/chat")
    sizes = [page.evaluate(TEXT)]
    press(page, "Larger")
    sizes.append(page.evaluate(TEXT))
    page.click("[data-start] button")
    expect(page.locator("#compose")).to_be_visible()
    sizes.append(page.evaluate(TEXT))
    press(page, "Largest")
    sizes.append(page.evaluate(TEXT))

    usual, larger, kept, largest = sizes
    assert usual * 1.2 < larger == kept < largest
    assert largest >= usual * 1.5


def test_a_size_outlives_every_step_either_way(either: BrowserContext, address: str, place: Place) -> None:
    place.engine.answer = lead
    page = either.new_page()
    page.goto(f"{address}/chat")
    press(page, "Largest")
    page.click("[data-start] button")
    page.fill("#text", TAKEN_OVER)
    page.click("#compose button")
    expect(page.locator("#latest .is-you")).to_contain_text(TAKEN_OVER)
    page.get_by_role("button", name="Yes, I am safe").click()
    expect(page.locator("#latest .is-you")).to_contain_text("Yes, I am safe")
    page.click(".clear button")
    expect(page.locator("main:visible")).to_contain_text("has forgotten")

    assert page.locator("html").get_attribute("data-size") == "largest"


def test_with_the_script_it_asks_nobody_and_keeps_the_focus_and_the_conversation(
    page: Page, address: str, place: Place
) -> None:
    begin(page, address, place)
    to_the_services(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    press(page, "Larger")

    assert asked == []
    assert page.evaluate("document.activeElement.value") == "larger"
    expect(page.locator("#log")).to_contain_text(TAKEN_OVER)
    assert set(page.eval_on_selector_all("input[name=size]", "all => all.map((each) => each.value)")) == {
        "larger"
    }


def test_danger_stays_in_sight_in_the_largest_size(page: Page, address: str, place: Place) -> None:
    begin(page, address, place)
    press(page, "Largest")
    type_in(page, DANGER)

    for each in (".call-now", "#leave", "#latest .lead"):
        expect(page.locator(each)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pressed_size_is_told_apart_by_more_than_colour(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/chat")
    weights = page.eval_on_selector_all(
        ".size button", "all => all.map((each) => Number(getComputedStyle(each).fontWeight))"
    )

    assert weights[0] > weights[1] == weights[2]
