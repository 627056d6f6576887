"""Two hundred messages in one conversation: the page stays quick and light, each is answered once."""

from time import perf_counter

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conversing import open_chat
from tests.web.chat.conftest import Place


MESSAGES = [f"message number {number} of many" for number in range(200)]
CARDS = [
    {
        "kind": "services",
        "words": "services.first",
        "services": [{"id": "release"}, {"id": "samaritans"}, {"id": "west-mercia-womens-aid"}],
    }
]


@pytest.fixture
def environ() -> dict[str, str]:
    """The limits of load tests: no person sends two hundred messages in a minute."""
    return {"SIGNPOST_TRAFFIC": "test"}


def send(page: Page, text: str) -> float:
    """Sends a message; how long it took until its answer was there, in seconds."""
    page.fill("#text", text)
    started = perf_counter()
    page.keyboard.press("Enter")
    said = "(text) => document.querySelector('#latest .is-you p')?.textContent === text"
    page.wait_for_function(said, arg=text)
    return perf_counter() - started


def undisturbed(times: list[float]) -> float:
    """What an answer takes when nothing else keeps the machine busy: one of the fastest."""
    return sorted(times)[4]


@pytest.mark.slow
def test_the_page_stays_quick_and_light_over_two_hundred_messages(
    page: Page, address: str, place: Place
) -> None:
    place.engine.answer = lambda _: CARDS
    open_chat(page, address)
    times = [send(page, text) for text in MESSAGES]

    assert place.engine.messages == MESSAGES
    assert page.locator("#log > *").count() == 30
    assert page.locator("#log .is-you p").all_inner_texts() == MESSAGES[-30:]
    assert page.evaluate("document.querySelectorAll('*').length") < 6500
    assert undisturbed(times[-40:]) < 2 * undisturbed(times[:40]) + 0.05


def test_what_has_gone_from_the_page_is_still_on_the_sheet_of_numbers(
    page: Page, address: str, place: Place
) -> None:
    open_chat(page, address)
    place.engine.answer = lambda _: CARDS
    send(page, "numbers")
    place.engine.answer = lambda _: [{"kind": "text", "words": "page.screen"}]
    for text in MESSAGES[:32]:
        send(page, text)
    assert page.locator("#log .card").count() == 0
    page.get_by_role("button", name="Numbers to keep").click()

    expect(page.locator(".sheet")).to_contain_text("116 123")
