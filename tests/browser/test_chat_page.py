"""The chat page in a real browser: with and without its script, leaving it, and bad networks."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conversing import open_chat
from tests.web.chat.conftest import Place
from web.chat.view import AWAY


DANGER = "he has a knife and he is outside my door now"
SERVICES = [
    {"kind": "services", "words": "services.first", "services": [{"id": "release"}, {"id": "telford-stars"}]},
    {
        "kind": "question",
        "words": "question.next",
        "choices": [{"words": "choice.more_services", "payload": "/more_services"}],
    },
]


def say(page: Page, text: str) -> None:
    page.fill("#text", text)
    with page.expect_response("**/chat"):
        page.click("#compose button")
    expect(page.locator("#log")).to_contain_text(text[:20])


def replies(page: Page) -> int:
    return page.locator(".message.is-us").count()


def weather(page: Page) -> None:
    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", body="<title>Weather</title>Sunny")

    page.route(f"{AWAY}**", answer)


# --- the same conversation with and without the script


def test_a_conversation_works_either_way(either: BrowserContext, address: str, place: Place) -> None:
    page = either.new_page()
    open_chat(page, address)
    say(page, "they want money")
    with page.expect_response("**/chat"):
        page.locator("#text").fill("and they know where I live")
        page.click("#compose button")

    expect(page.locator("#latest")).to_contain_text("where I live")
    assert place.engine.messages == ["they want money", "and they know where I live"]


def test_danger_leads_either_way(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    open_chat(page, address)
    say(page, DANGER)

    expect(page.locator("#latest .message.is-us").first).to_have_class("message is-us is-crisis")
    assert page.locator("#latest a[href='tel:999']").count() == 1


def test_a_reload_without_the_script_does_not_send_twice(
    either: BrowserContext, address: str, place: Place
) -> None:
    page = either.new_page()
    open_chat(page, address)
    say(page, "they want money")
    page.reload()

    assert place.engine.messages == ["they want money"]


def test_nothing_is_kept_and_no_other_host_is_asked(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    open_chat(page, address)
    say(page, DANGER)

    assert all(url.startswith((address, "data:")) for url in asked)
    assert either.cookies() == []
    assert complaints == []
    assert all("?" not in url for url in asked)


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_nothing_is_wider_than_the_screen(
    either: BrowserContext, address: str, place: Place, width: int
) -> None:
    page = either.new_page()
    page.set_viewport_size({"width": width, "height": 700})
    open_chat(page, address)
    say(page, DANGER)
    place.engine.answer = lambda _: SERVICES
    say(page, "x" * 300)

    assert page.locator("html").bounding_box()["width"] <= width  # type: ignore[index]
    for box in (each.bounding_box() for each in page.locator("main *:visible").all()[:150]):
        assert box is None or box["x"] + box["width"] <= width + 1


# --- forgetting


def test_once_forgotten_nothing_that_was_said_stays_on_the_page(
    either: BrowserContext, address: str, place: Place
) -> None:
    page = either.new_page()
    open_chat(page, address)
    say(page, "they want money")
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    page.fill("#text", "forget that they want money")
    page.click("#compose button")
    expect(page.locator("#log")).to_contain_text("has forgotten")

    assert "want money" not in page.content()
    assert page.locator("#log .turn").count() == 1
    assert page.locator("#log .is-you").count() == 0
    assert page.input_value("#text") == ""


def test_what_was_being_typed_is_forgotten_too(page: Page, address: str, place: Place) -> None:
    open_chat(page, address)
    place.engine.answer = lambda _: [{"kind": "text", "words": "text.forgotten"}]
    page.fill("#text", "they want money")
    page.click("text=Start again")
    expect(page.locator("#log")).to_contain_text("has forgotten")

    assert page.input_value("#text") == ""


# --- larger text


def enlarge(page: Page, percent: int) -> None:
    page.evaluate("size => document.documentElement.style.fontSize = size", f"{1.125 * percent}%")


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_bar_stays_low_and_never_covers_what_has_the_focus(
    page: Page, address: str, percent: int
) -> None:
    open_chat(page, address)
    enlarge(page, percent)
    say(page, DANGER)
    bar = page.locator(".bar").bounding_box()
    assert bar is not None
    assert bar["height"] <= 0.15 * 640
    page.focus(".end")
    page.keyboard.press("Shift+Tab")
    stops = 0
    while page.evaluate("document.activeElement.closest('#log')"):
        focus = page.locator(":focus").bounding_box()
        assert focus is not None
        assert focus["y"] >= bar["height"]
        stops += 1
        page.keyboard.press("Shift+Tab")
    assert stops > 3


# --- bad networks


def test_a_cut_network_shows_the_numbers_and_a_retry_sends_once(
    page: Page, address: str, place: Place
) -> None:
    open_chat(page, address)
    page.route("**/chat", lambda route: route.abort())
    page.fill("#text", "they want money")
    page.click("#compose button")
    notice = page.locator("#log .is-fallback")
    expect(notice).to_contain_text("did not get through")
    assert notice.locator("a[href='tel:116123']").count() == 1
    page.unroute("**/chat")
    notice.locator(".retry").click()

    expect(page.locator("#latest")).to_contain_text("they want money")
    expect(notice).to_have_count(0)
    assert place.engine.messages == ["they want money"]


def test_an_answer_that_got_lost_is_not_asked_for_twice(page: Page, address: str, place: Place) -> None:
    open_chat(page, address)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/chat", lose)
    page.fill("#text", "they want money")
    page.click("#compose button")
    expect(page.locator("#log .retry")).to_be_visible()
    page.unroute("**/chat")
    page.click("#log .retry")

    expect(page.locator("#latest .is-you")).to_contain_text("they want money")
    assert place.engine.messages == ["they want money"]


def test_another_message_after_a_lost_one_gets_its_own_answer(page: Page, address: str, place: Place) -> None:
    open_chat(page, address)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/chat", lose)
    page.fill("#text", "they want money")
    page.click("#compose button")
    expect(page.locator("#log .retry")).to_be_visible()
    page.unroute("**/chat")
    say(page, "something else")

    assert place.engine.messages == ["they want money", "something else"]


def test_a_double_click_sends_once(page: Page, address: str, place: Place) -> None:
    place.engine.seconds = 0.3
    open_chat(page, address)
    page.fill("#text", "they want money")
    page.dblclick("#compose button")
    expect(page.locator("#latest")).to_contain_text("they want money")

    assert place.engine.messages == ["they want money"]


# --- danger and the answers to choose from


@pytest.mark.parametrize(
    "text", ["i want to die", DANGER, "i am 14 and scared", "he has taken too many pills"]
)
@pytest.mark.parametrize("width", [320, 390])
def test_numbers_that_stay_in_sight_leave_the_answers_on_a_phone_s_screen(
    page: Page, address: str, place: Place, text: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    open_chat(page, address)
    say(page, text)
    choices = [{"words": f"choice.{name}", "payload": f"/{name}"} for name in ("safe", "not_safe")]
    place.engine.answer = lambda _: [{"kind": "question", "words": "question.danger", "choices": choices}]
    say(page, "hm")

    expect(page.locator(".pinned")).to_be_in_viewport(ratio=1)
    expect(page.locator("#reply .choices button").first).to_be_in_viewport(ratio=0.5)


# --- what is counted


def test_an_opened_contact_is_reported(page: Page, address: str) -> None:
    open_chat(page, address)
    say(page, DANGER)
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    with page.expect_response("**/chat/opened") as answer:
        page.locator("#latest a[href='tel:999']").click()

    assert answer.value.status == 204
