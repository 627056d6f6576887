"""The chat in a partner's page: all of it works there, with and without script, and so do the ways out."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route, expect

from directory.model import Report
from tests.browser.leaving import weather
from tests.browser.partner_site import (
    FRAME,
    PartnerSite,
    go_on,
    open_widget,
    press_launcher,
    say,
    strict_policy,
    with_launcher,
)
from tests.web.chat.conftest import Place
from usage.log import UsageLog
from web.chat.view import AWAY
from web.security_headers import SANDBOX


SHOWN = [{"kind": "services", "words": "services.first", "services": [{"id": "samaritans"}, {"id": "frank"}]}]
SCRIPT, PLAIN = "script", "no script"


@pytest.fixture
def environ(partner: PartnerSite) -> dict[str, str]:
    """The partner is named in the settings."""
    return {"SIGNPOST_EMBED_HOSTS": partner.origin}


def on_partners_page(context: BrowserContext, partner: PartnerSite, address: str) -> Page:
    """A partner's page after an empty one: with the launcher, and with a plain frame where no script runs."""
    weather(context)
    page = context.new_page()
    page.set_default_timeout(8000)
    page.goto("about:blank")
    plain = (
        f'<iframe title="Chat" width="320" height="600" sandbox="{SANDBOX}" src="{address}{FRAME}"></iframe>'
    )
    page.goto(partner.show(f"{with_launcher(address)}<noscript>{plain}</noscript>"))
    return page


def chat_in(page: Page) -> Frame:
    """The chat's frame, opened where it has to be, gone on to the chat itself."""
    framed = next((frame for frame in page.frames if FRAME in frame.url), None)
    frame = framed or open_widget(page)
    go_on(frame)
    return frame


def open_conversations(place: Place) -> int:
    return len(place.app.state.chat.registry)


def until(page: Page, true: Callable[[], bool]) -> None:
    """Waits for what the server does behind a page that has gone."""
    for _ in range(300):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("It did not happen.")


# --- the same chat


def test_a_conversation_goes_on_in_the_frame_either_way(
    either: BrowserContext, partner: PartnerSite, address: str, place: Place
) -> None:
    page = on_partners_page(either, partner, address)
    frame = chat_in(page)
    say(frame, "they want money")
    say(frame, "and they know where I live")

    assert place.engine.messages == ["they want money", "and they know where I live"]
    assert page.url == f"{partner.origin}/"


def test_something_wrong_is_told_from_the_frame_either_way(
    either: BrowserContext, partner: PartnerSite, address: str, place: Place
) -> None:
    frame = chat_in(on_partners_page(either, partner, address))
    place.engine.answer = lambda _: SHOWN
    say(frame, "hello")
    frame.click("#latest .card:first-of-type .wrong summary")
    frame.click("#latest .card:first-of-type .wrong button >> nth=0")
    expect(frame.locator("#log")).to_contain_text("A person in our team checks this")

    with place.resources.sessions() as session:
        assert session.query(Report).count() == 1


@pytest.mark.parametrize("pressed", ["[name=easy]", "[name=language][value=pl]"])
def test_shorter_words_or_another_language_go_on_with_the_same_conversation_either_way(
    either: BrowserContext, partner: PartnerSite, address: str, place: Place, pressed: str
) -> None:
    page = on_partners_page(either, partner, address)
    frame = chat_in(page)
    say(frame, "they want money")
    token = frame.locator("#compose [name=conversation]")
    before = token.input_value()
    frame.locator(".choosing details").evaluate_all("(all) => all.forEach((each) => (each.open = true))")
    with page.expect_event("framenavigated"):
        frame.click(f".choosing button{pressed}")
    frame.wait_for_load_state()
    page.wait_for_timeout(300)  # what the page that went has sent has arrived

    assert open_conversations(place) == 1
    say(frame, "and they know where I live")
    assert token.input_value() == before


def test_stop_and_forget_clears_the_frame_either_way(
    either: BrowserContext, partner: PartnerSite, address: str, place: Place
) -> None:
    page = on_partners_page(either, partner, address)
    frame = chat_in(page)
    say(frame, "they want money")
    frame.click(".clear button")
    expect(frame.locator("#latest")).to_contain_text("has forgotten")

    assert open_conversations(place) == 0
    assert frame.content().count("want money") == 0
    assert page.url == f"{partner.origin}/"


def test_a_contact_opened_in_the_frame_is_counted(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    page.goto(partner.show(with_launcher(address)))
    frame = chat_in(page)
    say(frame, "he has a knife and he is outside my door now")
    frame.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    with page.expect_response("**/chat/opened") as answer:
        frame.click("#latest a[href='tel:999']")

    assert answer.value.status == 204
    log: UsageLog = place.app.state.chat.usage
    log.flush()
    assert log.dropped == 0


def test_other_sites_open_in_tabs_that_know_nothing_of_the_chat(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    page.goto(partner.show(with_launcher(address)))
    frame = chat_in(page)
    place.engine.answer = lambda _: SHOWN
    say(frame, "hello")
    link = frame.locator("#latest a[target=_blank]").first
    site = (link.get_attribute("href") or "").rstrip("/")
    page.context.route(
        f"{site}/**", lambda route: route.fulfill(body="<title>S</title>", content_type="text/html")
    )
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()

    assert opened.value.evaluate("[document.referrer, String(window.opener), window.name]") == [
        "",
        "null",
        "",
    ]
    assert site.startswith(opened.value.evaluate("self.origin"))  # not in the frame's sandbox
    assert not frame.is_detached()


def test_a_number_can_be_rung_from_the_sandbox(page: Page, partner: PartnerSite, address: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(partner.show(with_launcher(address)))
    frame = open_widget(page)
    frame.click("a.call-now")
    page.wait_for_timeout(300)

    assert complaints == []


def test_a_stricter_sandbox_would_let_nobody_ring(page: Page, partner: PartnerSite, address: str) -> None:
    """What the test above would see: the browser says so where it refuses a number."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(partner.show(f'<iframe sandbox="allow-scripts" src="{address}{FRAME}"></iframe>'))
    page.frames[1].click("a.call-now")
    page.wait_for_timeout(300)

    assert any("tel:999" in each or "external protocol" in each.lower() for each in complaints)


# --- closing


@pytest.mark.parametrize("width", [320, 1280])
def test_closing_forgets_and_opening_again_begins_anew(
    page: Page, partner: PartnerSite, address: str, place: Place, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(partner.show(with_launcher(address)))
    say(chat_in(page), "they want money")
    page.keyboard.press("Shift+Tab")
    close(page)
    until(page, lambda: open_conversations(place) == 0)
    frame = open_widget(page)

    assert "want money" not in frame.content()
    assert frame.locator("[data-start]").count() == 1


def close(page: Page) -> None:
    """Goes back by the keyboard to the launcher's own button, and presses it."""
    frame = next(frame for frame in page.frames if FRAME in frame.url)
    frame.focus("a.leave-first")
    # On a busy machine the focus takes a while from one process of the browser to the other.
    until(page, lambda: bool(frame.evaluate("document.hasFocus() && document.activeElement.matches('a')")))
    page.keyboard.press("Shift+Tab")
    until(page, lambda: not frame.evaluate("document.hasFocus()"))
    with page.expect_event("framedetached"):
        page.keyboard.press("Enter")


def test_a_page_that_the_browser_kept_alive_behind_back_comes_back_closed(
    page: Page, partner: PartnerSite, address: str
) -> None:
    page.goto(partner.show(with_launcher(address)))
    open_widget(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    until(page, lambda: len(page.frames) == 1)


def test_going_elsewhere_and_back_shows_nothing_of_it(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    page.goto(partner.show(with_launcher(address)))
    say(chat_in(page), "they want money")
    page.goto(partner.show("<p>Elsewhere</p>", path="/elsewhere"))
    until(page, lambda: open_conversations(place) == 0)
    page.go_back()
    page.wait_for_selector("signpost-launcher", state="attached")

    assert len(page.frames) == 1


# --- leaving


def by_button(page: Page, frame: Frame) -> None:
    frame.click("#leave")


def by_skip_link(page: Page, frame: Frame) -> None:
    frame.focus("a.leave-first")
    page.keyboard.press("Enter")


def by_keys_in_the_frame(page: Page, frame: Frame) -> None:
    frame.focus("#text")
    shift_three_times(page)


def by_keys_on_the_partners_page(page: Page, frame: Frame) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    frame.focus("a.leave-first")
    page.keyboard.press("Shift+Tab")  # onto the launcher's own button, outside the frame
    assert not frame.evaluate("document.hasFocus()")
    shift_three_times(page)


def shift_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS = [by_button, by_skip_link, by_keys_in_the_frame, by_keys_on_the_partners_page]


@pytest.mark.parametrize("leave", WAYS)
def test_every_way_out_replaces_the_partners_page_and_forgets(
    chromium: Browser,
    partner: PartnerSite,
    address: str,
    place: Place,
    leave: Callable[[Page, Frame], None],
) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 700}) as context:
        page = on_partners_page(context, partner, address)
        frame = chat_in(page)
        say(frame, "they want money")
        leave(page, frame)
        until(page, lambda: page.url.startswith(AWAY))  # frame and launcher both go there: one is broken off
        until(page, lambda: open_conversations(place) == 0)
        page.wait_for_load_state()
        page.go_back()

        assert page.url == "about:blank"
        page.go_forward()
        assert page.url.startswith(AWAY)


def stop_the_clock(page: Page) -> None:
    """No time passes in the page or its frame, whatever the machine does."""
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))


def test_leaving_waits_only_for_the_frame_to_say_that_it_forgets(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    weather(page.context)
    page.goto(partner.show(with_launcher(address)))
    frame = chat_in(page)
    say(frame, "they want money")
    stop_the_clock(page)
    by_keys_on_the_partners_page(page, frame)

    until(page, lambda: page.url.startswith(AWAY))
    until(page, lambda: open_conversations(place) == 0)


def test_leaving_does_not_wait_long_for_a_frame_that_says_nothing(
    page: Page, partner: PartnerSite, address: str
) -> None:
    weather(page.context)
    page.context.route("**/framed.js*", lambda route: route.abort())
    page.goto(partner.show(with_launcher(address)))
    frame = open_widget(page)
    stop_the_clock(page)
    by_keys_on_the_partners_page(page, frame)
    until(page, lambda: not page.locator("body").is_visible())
    assert not page.url.startswith(AWAY)
    page.clock.run_for(500)

    until(page, lambda: page.url.startswith(AWAY))


def test_closed_and_opened_at_once_it_shows_the_new_frame_alone(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    page.goto(partner.show(with_launcher(address)))
    say(chat_in(page), "they want money")
    close(page)
    frame = open_widget(page)

    assert "want money" not in frame.content()
    until(page, lambda: len(page.frames) == 2)  # the page and its one frame
    until(page, lambda: open_conversations(place) == 0)


def test_a_frame_that_comes_when_it_was_closed_changes_nothing_for_the_next(
    page: Page, partner: PartnerSite, address: str
) -> None:
    held: list[Route] = []
    page.context.route(f"**{FRAME}", lambda route: route.continue_() if held else held.append(route))
    page.goto(partner.show(with_launcher(address)))
    stop_the_clock(page)
    press_launcher(page)
    until(page, lambda: bool(held))
    for _ in range(3):  # past what stands behind the frame, onto the launcher's own button
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    frame = open_widget(page)
    with page.expect_response(lambda answer: FRAME in answer.url):
        held[0].continue_()
    page.wait_for_timeout(300)  # it has loaded
    page.clock.run_for(3000)

    assert frame.frame_element().is_visible()


def test_without_script_the_way_out_is_a_link_of_the_whole_window(
    chromium: Browser, partner: PartnerSite, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = on_partners_page(context, partner, address)
        chat_in(page).click("#leave")

        page.wait_for_url(f"{AWAY}**")


def test_keys_on_the_partners_page_leave_it_only_while_the_chat_is_open(
    chromium: Browser, partner: PartnerSite, address: str
) -> None:
    with chromium.new_context() as context:
        page = on_partners_page(context, partner, address)
        page.wait_for_selector("signpost-launcher", state="attached")
        page.focus("#search")
        shift_three_times(page)
        assert page.url == f"{partner.origin}/"
        open_widget(page)
        page.focus("#search")
        for letter in "ABCD":
            page.keyboard.press(f"Shift+{letter}")
        assert page.input_value("#search") == "ABCD"
        shift_three_times(page)

        page.wait_for_url(f"{AWAY}**")


def test_presses_on_the_partners_page_are_announced(
    open_roots: Page, partner: PartnerSite, address: str
) -> None:
    open_roots.set_viewport_size({"width": 1280, "height": 700})
    open_roots.goto(partner.show(with_launcher(address)))
    open_widget(open_roots)
    open_roots.focus("#search")
    heard = open_roots.locator("signpost-launcher .unseen")
    open_roots.keyboard.press("Shift")
    expect(heard).to_have_text(re.compile("2 more times"))
    open_roots.keyboard.press("Shift")
    expect(heard).to_have_text(re.compile("once more"))


@pytest.mark.parametrize("leave", WAYS)
def test_the_partners_page_is_covered_before_anything_else(
    chromium: Browser, partner: PartnerSite, address: str, leave: Callable[[Page, Frame], None]
) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 700}) as context:
        page = on_partners_page(context, partner, address)
        frame = chat_in(page)
        context.unroute(f"{AWAY}**")
        context.route(f"{AWAY}**", lambda route: route.fulfill(status=204))  # the weather page never comes
        context.route("**/chat/left", lambda route: route.abort())  # nor does our answer
        leave(page, frame)

        expect(page.locator("h1")).to_be_hidden()
        expect(page.locator("html")).to_be_hidden()
        assert page.url == f"{partner.origin}/"


@pytest.mark.parametrize("leave", WAYS)
def test_a_form_of_the_partners_page_does_not_ask_whether_to_stay(
    chromium: Browser, partner: PartnerSite, address: str, leave: Callable[[Page, Frame], None]
) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 700}) as context:
        page = on_partners_page(context, partner, address)
        context.unroute(f"{AWAY}**")
        context.route(f"{AWAY}**", lambda route: route.fulfill(status=204))  # none is broken off
        page.evaluate("addEventListener('beforeunload', (event) => event.preventDefault())")
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        with page.expect_request(f"{AWAY}**"):
            leave(page, chat_in(page))
        page.wait_for_timeout(300)

        assert asked == []


def test_with_the_chat_closed_a_form_of_the_partners_page_asks_as_ever(
    page: Page, partner: PartnerSite, address: str
) -> None:
    page.goto(partner.show(with_launcher(address)))
    page.evaluate("addEventListener('beforeunload', (event) => event.preventDefault())")
    page.fill("#search", "bins")  # a browser asks only once somebody has used the page
    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => location.reload())")
    asked.value.accept()

    assert asked.value.type == "beforeunload"


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_shift_with_another_key_held_leaves_neither_page(
    page: Page, partner: PartnerSite, address: str, held: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(partner.show(with_launcher(address)))
    frame = chat_in(page)
    for place_ in (page.locator("#search"), frame.locator("#text")):
        place_.focus()
        page.keyboard.down(held)
        shift_three_times(page)
        page.keyboard.up(held)
    page.wait_for_timeout(300)

    assert page.url == f"{partner.origin}/"
    assert frame.locator("#text").is_visible()


def test_leaving_works_while_a_message_hangs(
    chromium: Browser, partner: PartnerSite, address: str, place: Place
) -> None:
    with chromium.new_context() as context:
        page = on_partners_page(context, partner, address)
        frame = chat_in(page)
        context.route(f"**{FRAME}", lambda route: None)
        frame.fill("#text", "they want money")
        frame.click("#compose button")
        frame.click("#leave")

        page.wait_for_url(f"{AWAY}**")


def test_where_the_browser_lets_the_frame_go_nowhere_the_launcher_goes(
    chromium: Browser, partner: PartnerSite, address: str
) -> None:
    """Some browsers do not count Shift as a press of the person's own: the launcher is asked as well."""
    with chromium.new_context() as context:
        page = on_partners_page(context, partner, address)
        frame = open_widget(page)
        frame.evaluate("parent.postMessage('signpost:leave', '*')")

        page.wait_for_url(f"{AWAY}**")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_way_out_is_never_covered_in_the_frame(
    page: Page, partner: PartnerSite, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 480})
    page.goto(partner.show(with_launcher(address), policy=strict_policy(address)))
    frame = chat_in(page)
    say(frame, "he has a knife and he is outside my door now")
    for place_ in ("0", "document.body.scrollHeight"):
        frame.evaluate(f"window.scrollTo(0, {place_})")
        box = frame.locator("#leave").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert frame.evaluate("document.querySelector('#leave').matches(':hover')")
        assert box["height"] >= 44


def test_the_launcher_can_be_opened_with_nothing_but_a_key(
    page: Page, partner: PartnerSite, address: str
) -> None:
    page.goto(partner.show(with_launcher(address)))
    press_launcher(page)

    expect(page.frame_locator("iframe").locator("body")).to_have_count(0)  # its root is closed
    until(page, lambda: any(FRAME in frame.url for frame in page.frames))
