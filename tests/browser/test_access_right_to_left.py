"""The page for languages that are written from right to left: mirrored, with numbers in their order."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.states import STATES, Visit
from tests.browser.test_access_layout import COVERED, CUT_OFF, STICKS_OUT
from tests.web.chat.conftest import Place


STYLES = Path(__file__).parents[2] / "web" / "static"
MIRROR = "document.documentElement.dir = 'rtl'"
# Numbers of several groups, as they are laid out: the places of the groups that stand in one line.
OUT_OF_ORDER = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  let seen = 0;
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.checkVisibility() || text.parentElement.closest("option, .unseen")) continue;
    for (const number of text.data.matchAll(/\\d+(?: \\d+)+/g)) {
      seen += 1;
      const places = [...number[0].matchAll(/\\d+/g)].map((group) => {
        const range = document.createRange();
        range.setStart(text, number.index + group.index);
        range.setEnd(text, number.index + group.index + group[0].length);
        return range.getBoundingClientRect();
      });
      const isOut = places.some((place, at) => {
        const next = places[at + 1];
        return next && Math.abs(next.top - place.top) < 2 && next.left < place.left;
      });
      if (isOut) wrong.push(number[0]);
    }
  }
  return { seen, wrong };
}"""


@pytest.mark.parametrize("state", STATES)
def test_mirrored_it_fits_every_screen_and_numbers_keep_their_order(
    page: Page, address: str, place: Place, state: str
) -> None:
    STATES[state](Visit(page, address, place))
    page.evaluate(MIRROR)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(STICKS_OUT) == []
        assert page.evaluate(CUT_OFF) == []
        assert page.evaluate(COVERED) == []
        assert page.evaluate(OUT_OF_ORDER)["wrong"] == []


def test_a_number_that_nothing_keeps_together_is_out_of_order(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    page.evaluate(MIRROR)
    assert page.evaluate(OUT_OF_ORDER)["seen"] > 3
    page.evaluate("document.querySelector('.screen').textContent = 'Ring 116 123 now'")
    page.evaluate("document.querySelector('.screen').lang = 'ur'")
    page.evaluate("document.querySelector('.screen').prepend('\u0627\u0628 ')")
    page.evaluate("document.querySelector('.screen').lastChild.data = '\u0627\u0628 116 123 \u0627\u0628'")

    assert page.evaluate(OUT_OF_ORDER)["wrong"] == ["116 123"]


def test_the_two_ends_of_the_bar_change_sides(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    call, leave = page.locator(".call-now"), page.locator("#leave")
    before = [each.bounding_box() for each in (call, leave)]
    page.evaluate(MIRROR)
    after = [each.bounding_box() for each in (call, leave)]

    assert before[0]["x"] < before[1]["x"]  # type: ignore[index]
    assert after[0]["x"] > after[1]["x"]  # type: ignore[index]
    expect(leave).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("style", ["chat/chat.css", "services.css"])
def test_no_rule_of_the_public_pages_names_a_left_or_a_right(style: str) -> None:
    rules = (STYLES / style).read_text()

    assert re.findall(r"(?:\b|-)(?:left|right)\s*[:;]|: (?:left|right)\b", rules) == []


def test_what_a_person_types_runs_as_its_own_words_do(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    page.click("[data-start] button")
    page.evaluate(MIRROR)
    page.locator("#text").evaluate("(box) => (box.dir = 'auto')")
    page.fill("#text", "they want money")

    assert page.locator("#text").evaluate("(box) => getComputedStyle(box).direction") == "ltr"
