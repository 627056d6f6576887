"""Finding one's way in a conversation: new messages, the end, names of messages, headings in order."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conversing import open_chat
from tests.browser.pathway import (
    DANGER,
    TAKEN_OVER,
    begin,
    choose,
    lead,
    on_its_way,
    to_the_services,
    type_in,
)
from tests.web.chat.conftest import Place
from vocabulary.words import words


@pytest.fixture
def talk(page: Page, address: str, place: Place) -> Page:
    begin(page, address, place)
    return page


def read_above_while_it_comes(page: Page, place: Place, text: str = "telford") -> None:
    """Sends a message and goes up to read what was said before its answer comes."""
    with on_its_way(place):
        page.fill("#text", text)
        page.keyboard.press("Enter")
        page.evaluate("window.scrollTo(0, 0)")
    expect(page.locator("#latest .is-you")).to_contain_text(text)


# --- new messages


def test_a_page_that_the_person_reads_further_up_stays_and_says_that_messages_came(
    talk: Page, place: Place
) -> None:
    to_the_services(talk)
    read_above_while_it_comes(talk, place)

    expect(talk.get_by_role("button", name="New messages")).to_be_in_viewport(ratio=1)
    assert talk.evaluate("window.scrollY") == 0
    expect(talk.locator("#text")).to_be_focused()


def test_the_button_goes_to_the_first_of_the_new_messages(talk: Page, place: Place) -> None:
    to_the_services(talk)
    read_above_while_it_comes(talk, place)
    button = talk.get_by_role("button", name="New messages")
    button.focus()
    talk.keyboard.press("Enter")

    first = talk.locator("#latest .is-us").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(button).to_be_hidden()
    assert first.evaluate("(message) => getComputedStyle(message).outlineStyle") == "solid"


def test_messages_that_came_in_sight_need_no_button(talk: Page) -> None:
    type_in(talk, TAKEN_OVER)

    expect(talk.locator("#latest")).to_be_in_viewport()
    expect(talk.locator("#newer")).to_be_hidden()


def test_once_the_person_has_come_to_them_the_button_goes(talk: Page, place: Place) -> None:
    to_the_services(talk)
    read_above_while_it_comes(talk, place)
    expect(talk.locator("#newer")).to_be_visible()
    talk.locator("#latest .is-us").first.scroll_into_view_if_needed()

    expect(talk.locator("#newer")).to_be_hidden()


def test_a_button_that_has_the_focus_goes_only_with_it(talk: Page, place: Place) -> None:
    to_the_services(talk)
    read_above_while_it_comes(talk, place)
    expect(talk.locator("#newer")).to_be_visible()  # what is hidden takes no focus
    talk.focus("#newer")
    talk.locator("#latest .is-us").first.scroll_into_view_if_needed()
    talk.wait_for_timeout(200)
    expect(talk.locator("#newer")).to_be_focused()
    talk.keyboard.press("Tab")

    expect(talk.locator("#newer")).to_be_hidden()
    assert talk.evaluate("document.activeElement !== document.body")


def test_the_button_covers_neither_the_way_out_nor_what_has_the_focus(talk: Page, place: Place) -> None:
    talk.set_viewport_size({"width": 320, "height": 256})
    to_the_services(talk)
    read_above_while_it_comes(talk, place)
    button = talk.locator("#newer").bounding_box()
    bar = talk.locator(".bar").bounding_box()
    assert button is not None
    assert bar is not None
    assert button["y"] >= bar["y"] + bar["height"]
    talk.evaluate("window.scrollTo(0, 0)")
    talk.focus("#leave")
    for _ in range(12):
        talk.keyboard.press("Tab")
        if not talk.locator("#newer").is_visible():
            break
        focus = talk.locator(":focus").bounding_box()
        assert focus is not None
        assert focus["y"] + focus["height"] <= button["y"] or focus["y"] >= button["y"]


@pytest.mark.parametrize("height", [256, 640, 900])
def test_an_answer_to_somebody_who_stayed_starts_at_the_top_of_the_screen(talk: Page, height: int) -> None:
    talk.set_viewport_size({"width": 320, "height": height})
    to_the_services(talk)
    type_in(talk, DANGER)

    said = talk.locator("#latest .is-you")
    expect(said).to_be_in_viewport(ratio=1)
    box, bar = said.bounding_box(), talk.locator(".bar").bounding_box()
    assert box is not None
    assert bar is not None
    assert bar["height"] <= box["y"] <= bar["height"] + 30
    expect(talk.locator("#newer")).to_be_hidden()


# --- the end


def test_the_end_of_the_conversation_is_a_stop_that_is_seen(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    open_chat(page, address)
    end = page.get_by_text("End of conversation")
    assert end.evaluate("(end) => end.offsetHeight") <= 1
    page.locator("#reply button").first.focus()
    page.keyboard.press("Shift+Tab")

    expect(end).to_be_focused()
    box = end.bounding_box()
    assert box is not None
    assert box["height"] >= 24


# --- names and headings


def test_every_message_has_a_name_of_its_own(talk: Page) -> None:
    to_the_services(talk)
    type_in(talk, DANGER)
    shown = talk.locator("#log .message")
    names = [each.get_attribute("aria-label") or "" for each in shown.all()]

    assert len(names) == talk.get_by_role("article", name=re.compile("^(Signpost|You): ")).count() > 10
    assert len(set(names)) == len(names)
    assert names[:3] == [
        "Signpost: This is an automated guide to support in West Mercia. It is…",
        "Signpost: What would you like help with? You can type it in your own…",
        f"You: {TAKEN_OVER}",
    ]
    assert f"Signpost: {words('crisis.emergency.heading')}" in names


def test_a_notice_that_a_message_did_not_get_through_has_a_name(talk: Page) -> None:
    talk.route("**/chat", lambda route: route.abort())
    talk.fill("#text", TAKEN_OVER)
    talk.keyboard.press("Enter")

    name = "Signpost: Your message did not get through."
    expect(talk.get_by_role("article", name=name)).to_be_visible()


LEVELS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))"""


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_headings_start_with_one_first_and_skip_no_level(
    either: BrowserContext, address: str, place: Place, steps: int
) -> None:
    place.engine.answer = lead
    page = either.new_page()
    page.goto(f"{address}/chat")
    if steps:
        page.click("[data-start] button")
        expect(page.locator("#compose")).to_be_visible()
    if steps > 1:
        page.fill("#text", DANGER)
        page.click("#compose button")
        expect(page.locator("#latest .is-crisis")).to_be_visible()
        page.fill("#text", TAKEN_OVER)
        page.click("#compose button")
        expect(page.locator(".pinned")).to_be_visible()
        choose(page, "Yes, I am safe")

    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= sooner + 1 for sooner, later in pairwise(levels))
