"""What the chat costs a phone, on the wire as Chromium counts it: budgets that nothing may pass."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conversing import open_chat
from tests.browser.partner_site import PartnerSite, go_on, open_widget, say, with_launcher
from tests.browser.weighing import Scales, total


LAUNCHER, SCREEN, SCRIPT = 4_000, 50_000, 20_000  # bytes
OUR_KINDS = {"document", "stylesheet", "script", "fetch"}  # no picture, no font, no icon, no other medium


@pytest.fixture
def environ(partner: PartnerSite) -> dict[str, str]:
    """The partner is named in the settings."""
    return {"SIGNPOST_EMBED_HOSTS": partner.origin}


def test_the_opened_chat_keeps_its_budget_either_way(either: BrowserContext, address: str) -> None:
    page = either.new_page()
    scales = Scales(page)
    open_chat(page, address)
    pieces = scales.pieces()

    assert total(pieces) <= SCREEN
    assert total(pieces, "script") <= SCRIPT
    assert {each.kind for each in pieces} <= OUR_KINDS
    assert all(each.url.startswith(f"{address}/") for each in pieces)


def test_the_first_screen_is_a_small_part_of_it(page: Page, address: str) -> None:
    scales = Scales(page)
    page.goto(f"{address}/chat")
    pieces = scales.pieces()

    assert total(pieces, "document", "stylesheet") <= 12_000  # what has to be there before anything is seen


def test_the_launcher_keeps_its_budget(page: Page, partner: PartnerSite, address: str) -> None:
    scales = Scales(page)
    page.goto(partner.show(with_launcher(address)))
    pieces = [each for each in scales.pieces() if each.url.startswith(address)]

    assert [each.url for each in pieces] == [f"{address}/embed.js"]
    assert 0 < pieces[0].body <= LAUNCHER


def test_the_chat_in_a_partners_page_keeps_its_budget(page: Page, partner: PartnerSite, address: str) -> None:
    shown = partner.show(with_launcher(address))
    scales = Scales(page)
    page.goto(shown)
    frame = open_widget(page)
    go_on(frame)
    pieces = [each for each in scales.pieces() if each.url != shown]
    chat = [each for each in pieces if not each.url.endswith("/embed.js")]

    assert total(pieces) <= SCREEN
    assert total(chat, "script") <= SCRIPT
    assert {each.kind for each in pieces} <= OUR_KINDS
    assert all(each.url.startswith(f"{address}/") for each in pieces)


def test_a_message_costs_a_few_kilobytes(page: Page, address: str) -> None:
    open_chat(page, address)
    scales = Scales(page)
    page.fill("#text", "he has a knife and he is outside my door now")
    page.click("#compose button")
    page.locator("#latest .is-crisis").wait_for()
    pieces = scales.pieces()

    assert [each.kind for each in pieces] == ["fetch"]
    assert total(pieces) <= 5_000


def test_nothing_is_kept_on_the_device(page: Page, partner: PartnerSite, address: str) -> None:
    page.goto(partner.show(with_launcher(address)))
    say_something = open_widget(page)
    go_on(say_something)
    say(say_something, "they want money")
    open_chat(page, address)
    kept = page.evaluate(
        """async () => [localStorage.length, sessionStorage.length, document.cookie.length,
          (await indexedDB.databases()).length, (await caches.keys()).length,
          (await navigator.serviceWorker.getRegistrations()).length]"""
    )

    assert kept == [0, 0, 0, 0, 0, 0]
    assert page.context.cookies() == []
