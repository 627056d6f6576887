"""What assistive technology is given, read in order: compared with files that a person has read.

After a wanted change, write them anew and read the difference:
`WRITE_SNAPSHOTS=yes python -m pytest tests/browser/test_access_snapshots.py`.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pathway import DANGER, TAKEN_OVER, begin, lead, to_the_services, type_in
from tests.browser.states import STATES, Visit
from tests.web.chat.conftest import Place


FOLDER = Path(__file__).parent / "snapshots"
IS_WRITING = os.environ.get("WRITE_SNAPSHOTS") == "yes"


def assert_as_before(page: Page, name: str) -> None:
    """Compares the page's accessibility tree, once all was said aloud, with the file of this name."""
    expect(page.locator("[aria-live=polite] *, [aria-live=assertive] *")).to_have_count(0)
    tree = page.locator("body").aria_snapshot() + "\n"
    file = FOLDER / f"{name}.yml"
    if IS_WRITING:
        file.write_text(tree)
    assert file.read_text() == tree


def test_a_whole_conversation_is_read_in_order(page: Page, address: str, place: Place) -> None:
    begin(page, address, place)
    to_the_services(page)
    type_in(page, DANGER)
    type_in(page, "I am in the kitchen")

    assert_as_before(page, "conversation")


@pytest.mark.parametrize(
    "state", ["interruption", "opening", "unreachable", "covered", "cleared", "sheet", "error"]
)
def test_a_state_is_read_in_order(page: Page, address: str, place: Place, state: str) -> None:
    STATES[state](Visit(page, address, place))

    assert_as_before(page, state)


def test_an_answer_is_read_in_the_same_order_with_and_without_the_script(
    either: BrowserContext, address: str, place: Place
) -> None:
    place.engine.answer = lead
    page = either.new_page()
    page.goto(f"{address}/chat")
    page.click("[data-start] button")
    page.fill("#text", TAKEN_OVER)
    page.click("#compose button")
    expect(page.locator("#latest .is-you")).to_contain_text(TAKEN_OVER)
    tree = page.locator("#latest").aria_snapshot() + "\n" + page.locator("#reply").aria_snapshot() + "\n"
    file = FOLDER / "answer.yml"
    if IS_WRITING:
        file.write_text(tree)

    assert file.read_text() == tree


def test_a_changed_page_is_not_as_before(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    page.evaluate("document.querySelector('#leave').textContent = 'Back'")
    if not IS_WRITING:
        with pytest.raises(AssertionError):
            assert_as_before(page, "interruption")
