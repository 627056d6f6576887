"""The launcher on a partner's page: what it loads, where the focus goes, what stands there when it fails."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.partner_site import (
    PartnerSite,
    go_on,
    open_widget,
    press_launcher,
    say,
    strict_policy,
    with_launcher,
)


@pytest.fixture
def environ(partner: PartnerSite) -> dict[str, str]:
    """The partner is named in the settings."""
    return {"SIGNPOST_EMBED_HOSTS": partner.origin}


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    """A page on a large screen."""
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.set_default_timeout(8000)
        yield page


def watch(page: Page) -> tuple[list[str], list[str]]:
    """Every request of a page from now on, and everything it complains of."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


# --- what it loads


def test_nothing_but_the_launcher_is_asked_for_until_it_is_opened(
    page: Page, partner: PartnerSite, address: str
) -> None:
    shown = partner.show(with_launcher(address))
    asked, _ = watch(page)
    page.goto(shown)
    page.wait_for_selector("signpost-launcher", state="attached")
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if url.startswith(address)] == [f"{address}/embed.js"]


def test_opened_it_asks_our_host_alone_and_keeps_nothing(
    page: Page, partner: PartnerSite, address: str
) -> None:
    shown = partner.show(with_launcher(address))
    asked, complaints = watch(page)
    page.goto(shown)
    frame = open_widget(page)
    go_on(frame)
    say(frame, "they want money")

    assert complaints == []
    assert [url for url in asked if not url.startswith((address, shown, "data:"))] == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert not any("?" in url for url in asked)


def test_the_strictest_policy_needs_two_lines(page: Page, partner: PartnerSite, address: str) -> None:
    shown = partner.show(with_launcher(address), policy=strict_policy(address))
    _, complaints = watch(page)
    page.goto(shown)
    frame = open_widget(page)
    go_on(frame)
    say(frame, "they want money")

    assert complaints == []
    assert frame.evaluate("getComputedStyle(document.body).margin") == "0px"  # its style sheet came


def test_it_adds_no_name_to_the_page(page: Page, partner: PartnerSite, address: str) -> None:
    names = "Object.getOwnPropertyNames(window).sort()"
    page.goto(partner.show("<p>Nothing here.</p>", path="/before"))
    before = page.evaluate(names)
    page.goto(partner.show(with_launcher(address)))
    open_widget(page)
    after = page.evaluate(names)

    assert [name for name in after if name not in before and not name.isdecimal()] == []


def test_its_root_is_closed_to_the_page(page: Page, partner: PartnerSite, address: str) -> None:
    page.goto(partner.show(with_launcher(address)))
    open_widget(page)

    assert page.evaluate("document.querySelector('signpost-launcher').shadowRoot") is None
    assert page.evaluate("document.querySelectorAll('iframe').length") == 0


def test_a_page_that_asks_for_it_twice_gets_one(page: Page, partner: PartnerSite, address: str) -> None:
    page.goto(partner.show(with_launcher(address) * 2))
    open_widget(page)

    assert page.locator("signpost-launcher").count() == 1


# --- without it


def test_without_script_the_plain_link_leads_to_the_chat(
    chromium: Browser, partner: PartnerSite, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(partner.show(with_launcher(address)))
        page.click("text=Find support")

        assert page.url == f"{address}/chat"
        assert page.evaluate("document.referrer") == ""


@pytest.mark.parametrize("fault", ["hash", "policy"])
def test_a_launcher_that_may_not_run_leaves_the_link_and_the_numbers(
    page: Page, partner: PartnerSite, address: str, fault: str
) -> None:
    lines = with_launcher(address)
    if fault == "hash":
        lines = lines.replace("sha384-", "sha384-AAAA")
    shown = partner.show(lines, policy="script-src 'none'" if fault == "policy" else "")
    page.goto(shown)
    page.wait_for_load_state("networkidle")

    assert page.locator("signpost-launcher").count() == 0
    expect(page.locator("a[href='tel:999']")).to_be_visible()
    page.click("text=Find support")
    expect(page).to_have_url(f"{address}/chat")


# --- the focus


@pytest.mark.parametrize("width", [320, 1280])
def test_the_focus_goes_into_the_frame_and_comes_back(
    page: Page, partner: PartnerSite, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(partner.show(with_launcher(address)))
    frame = open_widget(page)
    assert frame.evaluate("document.hasFocus()")
    page.keyboard.press("Tab")
    assert frame.evaluate("document.activeElement.matches('a')")
    page.keyboard.press("Shift+Tab")  # back out of it, onto the button that closes it
    with page.expect_event("framedetached"):
        page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.localName") == "signpost-launcher"


def test_on_a_large_screen_the_page_stays_in_use(desk: Page, partner: PartnerSite, address: str) -> None:
    desk.goto(partner.show(with_launcher(address)))
    open_widget(desk)
    desk.fill("#search", "opening times")

    assert desk.input_value("#search") == "opening times"
    assert len(desk.frames) == 2


def test_on_a_phone_nothing_behind_it_can_be_reached(page: Page, partner: PartnerSite, address: str) -> None:
    page.goto(partner.show(with_launcher(address)))
    frame = open_widget(page)
    go_on(frame)
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.localName") in {"signpost-launcher", "body"}


def test_escape_closes_nothing(page: Page, partner: PartnerSite, address: str) -> None:
    page.goto(partner.show(with_launcher(address)))
    frame = open_widget(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")  # out of the frame, onto the button that closes it
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    assert not frame.is_detached()
    expect(page.get_by_label("Search")).not_to_be_focused()


# --- when it fails


@pytest.mark.parametrize("fault", ["unreachable", "not named", "not allowed"])
def test_where_the_frame_cannot_come_its_place_says_whom_to_ring(
    open_roots: Page, partner: PartnerSite, stranger: PartnerSite, address: str, fault: str
) -> None:
    if fault == "unreachable":
        open_roots.route("**/chat/frame", lambda route: route.abort())
    site = stranger if fault == "not named" else partner
    policy = strict_policy(address).replace("frame-src", "x-src") if fault == "not allowed" else ""
    open_roots.goto(site.show(with_launcher(address), policy=policy))
    press_launcher(open_roots)
    told = open_roots.locator("signpost-launcher .help")

    expect(told).to_contain_text("The chat cannot be shown here.")
    expect(told.locator("a[href='tel:999']")).to_be_visible()
    expect(told.locator(f"a[href='{address}/chat']")).to_be_visible()
    expect(open_roots.locator("signpost-launcher iframe")).to_be_hidden()


def test_while_it_loads_its_place_says_whom_to_ring(
    open_roots: Page, partner: PartnerSite, address: str
) -> None:
    open_roots.route("**/chat/frame", lambda route: None)  # never answered
    open_roots.goto(partner.show(with_launcher(address)))
    press_launcher(open_roots)

    expect(open_roots.locator("signpost-launcher .help")).to_contain_text("Loading.")
    expect(open_roots.locator("signpost-launcher a[href='tel:999']")).to_be_visible()


def test_a_frame_that_came_is_not_said_to_fail(open_roots: Page, partner: PartnerSite, address: str) -> None:
    open_roots.goto(partner.show(with_launcher(address)))
    open_widget(open_roots)
    open_roots.wait_for_timeout(2500)  # longer than the launcher's grace

    expect(open_roots.locator("signpost-launcher iframe")).to_be_visible()
    expect(open_roots.locator("signpost-launcher .help")).not_to_contain_text("cannot be shown")
