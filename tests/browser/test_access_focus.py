"""Where the focus is: it goes only where the person's own press sends it, and is never lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.pathway import (
    DANGER,
    SUICIDE,
    TAKEN_OVER,
    begin,
    choose,
    on_its_way,
    to_the_services,
    type_in,
)
from tests.web.chat.conftest import Place


MARK = "window.was = document.activeElement"
IS_THERE = "window.was !== document.body && document.activeElement === window.was"


@pytest.fixture
def talk(page: Page, address: str, place: Place) -> Page:
    begin(page, address, place)
    return page


@pytest.fixture
def phone(chromium: Browser, address: str, place: Place) -> Iterator[Page]:
    """A page that is touched."""
    with chromium.new_context(viewport={"width": 320, "height": 640}, has_touch=True) as context:
        page = context.new_page()
        page.set_default_timeout(8000)
        begin(page, address, place)
        yield page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


# --- when something comes


@pytest.mark.parametrize(
    "where",
    [
        "#text",
        "#leave",
        "#log a.call",
        "#log .wrong summary",
        ".end",
        ".pinned a.call",
        ".pinned summary",
        ".clear button",
        ".hide summary",
    ],
)
def test_the_focus_stays_where_it_is_when_an_answer_comes(talk: Page, place: Place, where: str) -> None:
    type_in(talk, SUICIDE)
    to_the_services(talk)
    with on_its_way(place):
        talk.fill("#text", "what else")
        talk.keyboard.press("Enter")
        talk.locator(where).first.focus()
        talk.evaluate(MARK)
    expect(talk.locator("#latest .is-you")).to_contain_text("what else")

    assert talk.evaluate(IS_THERE)


def test_numbers_that_were_unfolded_stay_so_when_an_answer_comes(talk: Page) -> None:
    type_in(talk, SUICIDE)
    type_in(talk, TAKEN_OVER)
    talk.locator(".pinned summary").click()
    type_in(talk, "telford")

    assert talk.locator(".pinned details").evaluate("(details) => details.open")


@pytest.mark.parametrize("where", ["#reply .choices button", ".pinned a.call"])
def test_with_a_control_that_goes_the_focus_comes_to_the_box_and_no_keyboard(
    talk: Page, place: Place, where: str
) -> None:
    type_in(talk, DANGER)
    type_in(talk, TAKEN_OVER)
    with on_its_way(place):
        talk.fill("#text", DANGER)  # its card takes the place of the pinned numbers
        talk.keyboard.press("Enter")
        talk.locator(where).first.focus()
    expect(talk.locator("#latest .is-crisis")).to_be_visible()

    assert focused(talk) == "text"
    assert talk.get_attribute("#text", "inputmode") == "none"


@pytest.mark.parametrize("where", ["#log a.call", ".end"])
def test_what_is_forgotten_takes_no_focus_with_it(talk: Page, place: Place, where: str) -> None:
    to_the_services(talk)
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    with on_its_way(place):
        talk.fill("#text", "forget it")
        talk.keyboard.press("Enter")
        talk.locator(where).first.focus()
    expect(talk.locator("#latest")).to_contain_text("forgotten")

    assert talk.evaluate("document.activeElement.matches('#text, .end')")


# --- after a choice


def test_a_choice_hands_the_focus_to_the_box_at_once_and_keeps_the_keyboard_down(
    phone: Page, place: Place
) -> None:
    type_in(phone, TAKEN_OVER)
    phone.locator("#text").blur()
    with on_its_way(place):
        phone.get_by_role("button", name="Yes, I am safe").tap()
        assert focused(phone) == "text"
        assert phone.get_attribute("#text", "inputmode") == "none"
    expect(phone.locator("#latest .is-you")).to_contain_text("Yes, I am safe")

    assert focused(phone) == "text"
    assert phone.get_attribute("#text", "inputmode") == "none"


def test_a_chosen_answer_stays_readable_and_in_view(phone: Page) -> None:
    type_in(phone, TAKEN_OVER)
    phone.get_by_role("button", name="Yes, I am safe").tap()
    answer = phone.locator("#latest .is-you")
    expect(answer).to_contain_text("Yes, I am safe")

    expect(answer).to_be_in_viewport(ratio=1)
    bar, box = phone.locator(".bar").bounding_box(), answer.bounding_box()
    assert bar is not None
    assert box is not None
    assert box["y"] >= bar["y"] + bar["height"]
    expect(phone.locator("#log")).to_contain_text(TAKEN_OVER)


def test_a_tap_into_the_box_has_the_keyboard_as_ever(phone: Page) -> None:
    type_in(phone, TAKEN_OVER)
    choose(phone, "Yes, I am safe")
    focus_events = """() => {
      window.focused = 0;
      document.querySelector("#text").addEventListener("focus", () => (window.focused += 1));
    }"""
    phone.evaluate(focus_events)
    phone.locator("#text").tap()

    assert phone.get_attribute("#text", "inputmode") is None
    assert focused(phone) == "text"
    assert phone.evaluate("window.focused") == 1  # a browser raises it for a box that gets the focus


def test_typing_with_real_keys_goes_straight_in(talk: Page) -> None:
    type_in(talk, TAKEN_OVER)
    choose(talk, "Yes, I am safe")
    talk.keyboard.type("telford")

    assert talk.input_value("#text") == "telford"
    assert talk.get_attribute("#text", "inputmode") is None


# --- while something is on its way


def test_controls_are_dimmed_and_keep_the_focus_while_a_message_is_on_its_way(
    talk: Page, place: Place
) -> None:
    with on_its_way(place):
        talk.fill("#text", TAKEN_OVER)
        send = talk.locator("#compose button")
        send.focus()
        talk.keyboard.press("Enter")
        expect(send).to_have_attribute("aria-disabled", "true")
        talk.keyboard.press("Enter")
        assert talk.locator("[disabled], [inert]").count() == 0
        expect(send).to_be_focused()
    expect(talk.locator("#latest .is-you")).to_contain_text(TAKEN_OVER)

    expect(send).to_be_focused()
    expect(send).to_have_attribute("aria-disabled", "false")
    assert place.engine.messages == [TAKEN_OVER]


def test_what_is_typed_while_a_message_is_on_its_way_is_kept(talk: Page, place: Place) -> None:
    with on_its_way(place):
        talk.fill("#text", TAKEN_OVER)
        talk.keyboard.press("Enter")
        talk.fill("#text", "and they have a key")
    expect(talk.locator("#latest .is-you")).to_contain_text(TAKEN_OVER)

    assert talk.input_value("#text") == "and they have a key"


def test_trying_again_keeps_the_focus_until_it_gets_through(talk: Page) -> None:
    talk.route("**/chat", lambda route: route.abort())
    talk.fill("#text", TAKEN_OVER)
    talk.keyboard.press("Enter")
    again = talk.get_by_role("button", name="Try again")
    again.focus()
    talk.evaluate(MARK)
    talk.keyboard.press("Enter")
    expect(again).to_have_attribute("aria-disabled", "false")
    assert talk.evaluate(IS_THERE)
    assert again.count() == 1
    talk.unroute("**/chat")
    talk.keyboard.press("Enter")
    expect(again).to_have_count(0)

    assert focused(talk) == "text"
    assert talk.get_attribute("#text", "inputmode") == "none"
    assert talk.input_value("#text") == ""


# --- "this is wrong"


def test_telling_that_something_is_wrong_keeps_the_focus_where_the_person_is(talk: Page) -> None:
    to_the_services(talk)
    card = talk.locator("#latest section.card").first
    card.locator(".wrong summary").click()
    pressed = card.get_by_role("button", name="Something else")

    def lose(route: Route) -> None:
        expect(pressed).to_be_focused()
        route.abort()

    talk.route("**/chat/wrong", lose)
    pressed.focus()
    talk.keyboard.press("Enter")
    expect(card.get_by_role("alert")).to_be_visible()
    expect(pressed).to_be_focused()
    talk.unroute("**/chat/wrong")
    talk.keyboard.press("Enter")

    expect(card.locator(".told")).to_be_focused()


def test_thanks_for_it_take_no_focus_from_somebody_who_has_gone_on(talk: Page) -> None:
    to_the_services(talk)
    card = talk.locator("#latest section.card").first
    card.locator(".wrong summary").click()

    def hold(route: Route) -> None:
        talk.focus("#text")
        route.continue_()

    talk.route("**/chat/wrong", hold)
    card.get_by_role("button", name="Something else").click()
    expect(card.locator(".told")).to_be_visible()

    assert focused(talk) == "text"
