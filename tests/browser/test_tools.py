"""What is always at hand below the chat: what is known, the numbers on a sheet, and an end to both."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.leaving import WORDS, talking
from tests.web.chat.conftest import Place


SHOWN = [
    {"kind": "services", "words": "services.first", "services": [{"id": "samaritans"}, {"id": "release"}]}
]
WOMENS_AID = [{"kind": "services", "words": "services.first", "services": [{"id": "west-mercia-womens-aid"}]}]
KNOWN = [
    {
        "kind": "question",
        "words": "text.known",
        "values": {
            "need": "@known.not_told",
            "area": "@known.not_told",
            "person": "@known.not_told",
            "age": "@known.not_told",
        },
        "choices": [
            {"words": "choice.change_area", "payload": "/change_area"},
            {"words": "choice.stop", "payload": "/stop_and_forget"},
        ],
    }
]


def shown(context: BrowserContext, address: str, place: Place, said: Any = SHOWN) -> Page:
    """A page with the cards of services."""
    page = talking(context, address)
    place.engine.answer = lambda _: said
    page.fill("#text", "more")
    page.click("#compose button")
    expect(page.locator("#latest .card").first).to_be_visible()
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


# --- what you told me


def test_what_you_told_me_is_read_back_with_a_way_to_change_and_to_forget_it(
    either: BrowserContext, address: str, place: Place
) -> None:
    page = talking(either, address)
    place.engine.answer = lambda _: KNOWN
    press(page, "What you told me")

    expect(page.locator("#latest .is-you")).to_contain_text("What you told me")
    assert page.locator("#reply .choices button").all_inner_texts() == ["Change area", "Stop and forget"]
    assert place.engine.messages[-1] == "/what_you_know"


def test_what_is_being_typed_stays_while_one_looks(page: Page, address: str, place: Place) -> None:
    page = talking(page.context, address)
    page.fill("#text", "half a sen")
    press(page, "What you told me")
    expect(page.locator("#latest .is-you")).to_contain_text("What you told me")

    assert page.input_value("#text") == "half a sen"


# --- remember this number


def test_a_number_is_shown_large_and_by_itself(either: BrowserContext, address: str, place: Place) -> None:
    page = shown(either, address, place)
    card = page.locator("#latest .card").first
    card.get_by_text("Remember this number").click()

    number = card.locator(".digits strong")
    expect(number).to_have_text("116 123")
    assert number.evaluate("(digits) => parseFloat(getComputedStyle(digits).fontSize)") >= 27
    expect(card.locator(".remember")).to_contain_text("We cannot promise that nobody finds it")


def test_of_several_numbers_each_says_whose_it_is(either: BrowserContext, address: str, place: Place) -> None:
    page = shown(either, address, place, WOMENS_AID)
    page.get_by_text("Remember these numbers").click()

    assert page.locator(".remember .digits li").all_inner_texts()[1] == "0800 980 3331 Worcestershire"


# --- the sheet


def test_the_sheet_is_shown_and_left_again_either_way(
    either: BrowserContext, address: str, place: Place
) -> None:
    page = shown(either, address, place)
    press(page, "Numbers to keep")
    expect(page.locator(".sheet strong").first).to_have_text("020 7324 2989")
    assert page.title() == "Local information"
    press(page, "Without names")
    expect(page.get_by_role("button", name="With names")).to_be_visible()
    assert "Samaritans" not in page.inner_text(".sheet")
    press(page, "Back to the chat")

    expect(page.locator("#latest .card").first).to_contain_text("Samaritans")


def test_the_sheet_adds_nothing_to_the_history(page: Page, address: str, place: Place) -> None:
    page = shown(page.context, address, place)
    before = page.evaluate("history.length")
    press(page, "Numbers to keep")
    expect(page.locator(".sheet h1")).to_be_focused()
    press(page, "Back to the chat")

    expect(page.get_by_role("button", name="Numbers to keep")).to_be_focused()
    assert page.evaluate("history.length") == before
    assert page.url == f"{address}/chat"
    expect(page.locator("#log")).to_contain_text(WORDS)


def test_on_paper_there_are_the_numbers_alone(either: BrowserContext, address: str, place: Place) -> None:
    page = shown(either, address, place)
    press(page, "Numbers to keep")
    expect(page.locator(".sheet")).to_be_visible()
    page.wait_for_load_state()
    page.emulate_media(media="print")
    seen = page.inner_text("body").split("\n")

    assert [line for line in seen if line.strip()] == [
        "Numbers",
        "Release",
        "020 7324 2989",
        "Samaritans",
        "116 123",
    ]


def test_the_sheet_asks_the_printer_by_its_own_button(page: Page, address: str, place: Place) -> None:
    page = shown(page.context, address, place)
    page.evaluate("window.print = () => (window.printed = true)")
    press(page, "Numbers to keep")
    press(page, "Print")

    assert page.evaluate("window.printed")


def test_a_sheet_that_does_not_come_is_said_and_can_be_asked_for_again(
    page: Page, address: str, place: Place
) -> None:
    page = shown(page.context, address, place)
    page.context.set_offline(True)
    press(page, "Numbers to keep")
    expect(page.get_by_role("alert")).to_have_text("That did not get through. Please try again.")
    page.context.set_offline(False)
    press(page, "Numbers to keep")

    expect(page.locator(".sheet")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_sheet_or_on_what_is_to_remember(
    page: Page, address: str, place: Place, scheme: Any
) -> None:
    page = shown(page.context, address, place)
    page.emulate_media(color_scheme=scheme)
    page.locator(".remember summary").first.click()
    found = [*Axe().run(page).response["violations"]]
    press(page, "Numbers to keep")
    expect(page.locator(".sheet")).to_be_visible()
    found += Axe().run(page).response["violations"]

    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_sticks_out_of_a_small_screen(page: Page, address: str, place: Place, percent: int) -> None:
    page = shown(page.context, address, place, WOMENS_AID)
    page.evaluate("size => document.documentElement.style.fontSize = size", f"{1.125 * percent}%")
    page.locator(".remember summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    press(page, "Numbers to keep")
    expect(page.locator(".sheet")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# --- stop and forget


def test_forgetting_wipes_the_page_and_our_memory(either: BrowserContext, address: str, place: Place) -> None:
    page = talking(either, address)
    page.fill("#text", "half a sen")
    page.locator(".clear button").click()
    expect(page.locator("#latest")).to_contain_text("has forgotten")

    assert WORDS not in page.content()
    assert "half a sen" not in page.content()
    assert len(place.app.state.chat.registry) == 0


def test_forgetting_adds_nothing_to_the_history_and_has_the_focus_on_what_came_of_it(
    page: Page, address: str
) -> None:
    page = talking(page.context, address)
    before = page.evaluate("history.length")
    page.locator(".clear button").click()

    expect(page.locator("#latest")).to_be_focused()
    assert page.evaluate("history.length") == before


def test_forgetting_without_a_connection_wipes_the_page_and_says_what_it_could_not_do(
    page: Page, address: str, place: Place
) -> None:
    page = talking(page.context, address)
    page.context.set_offline(True)
    page.locator(".clear button").click()
    expect(page.get_by_role("alert")).to_contain_text("we could not be told")
    assert WORDS not in page.content()
    assert len(place.app.state.chat.registry) == 1
    page.context.set_offline(False)
    page.locator(".clear button").click()
    expect(page.locator("#latest")).to_contain_text("has forgotten")

    assert len(place.app.state.chat.registry) == 0


@pytest.mark.parametrize("first", ["the sheet comes first", "forgetting comes first"])
def test_a_sheet_that_was_asked_for_meanwhile_does_not_stay_after_forgetting(
    page: Page, address: str, place: Place, first: str
) -> None:
    page = talking(page.context, address)
    held: dict[str, Route] = {}
    page.route("**/chat/forget", lambda route: held.update(forget=route))
    page.route("**/chat/sheet", lambda route: held.update(sheet=route))
    page.click(".clear button")
    page.click("[data-sheet] button")
    page.wait_for_timeout(300)
    order = ("sheet", "forget") if first.startswith("the sheet") else ("forget", "sheet")
    for name in order:
        held[name].continue_()
        page.wait_for_timeout(500)
    expect(page.locator("#latest")).to_contain_text("has forgotten")

    assert page.locator(".sheet").count() == 0
    assert page.locator("main:visible").count() == 1


def test_an_answer_that_was_under_way_does_not_come_after_forgetting(
    page: Page, address: str, place: Place
) -> None:
    page = talking(page.context, address)
    place.engine.seconds = 0.7
    page.fill("#text", "and they know")
    with page.expect_request("**/chat"):
        page.click("#compose button")
    page.locator(".clear button").click()
    expect(page.locator("#latest")).to_contain_text("has forgotten")
    page.wait_for_timeout(1200)

    assert "they know" not in page.content()
    assert len(place.app.state.chat.registry) == 0
