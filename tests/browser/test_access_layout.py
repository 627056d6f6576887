"""Every state of the page on every screen: nothing sticks out, is cut off, covered or too small to hit."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pathway import DANGER, begin, to_the_services, type_in
from tests.browser.states import STATES, Visit
from tests.web.chat.conftest import Place


# Whatever can be seen and reaches over an edge of the screen, or of the card that it stands in.
STICKS_OUT = """() => {
  const edges = (place) => {
    const box = place.getBoundingClientRect(), style = getComputedStyle(place);
    return [box.left + parseFloat(style.paddingLeft), box.right - parseFloat(style.paddingRight)];
  };
  const screen = [0, document.documentElement.clientWidth];
  return [...document.querySelectorAll("body *")].filter((each) => {
    const box = each.getBoundingClientRect();
    if (box.width <= 1 || !each.checkVisibility()) return false;
    const card = each.parentElement.closest(".card, .pinned, .compose, .bar, .message");
    const [start, end] = card ? edges(card) : screen;
    return box.left < start - 1 || box.right > end + 1;
  }).map((each) => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`);
}"""
# Text that its own box hides: WCAG 1.4.12 and 1.4.4 speak of loss of content.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((each) => {
  const style = getComputedStyle(each);
  return each.checkVisibility() && each.clientWidth > 1 && /hidden|clip/.test(style.overflow)
    && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
}).map((each) => `${each.tagName}.${each.className}`)"""
# The distances of WCAG 1.4.12, all at once, also after paragraphs that have none.
SPACED = """() => {
  for (const each of document.querySelectorAll("*")) {
    each.style.setProperty("line-height", "1.5", "important");
    each.style.setProperty("letter-spacing", "0.12em", "important");
    each.style.setProperty("word-spacing", "0.16em", "important");
    if (each.matches("p")) each.style.setProperty("margin-block-end", "2em", "important");
  }
}"""
TARGETS = "a, button, summary, select, textarea, input:not([type=hidden])"


def assert_fits(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("state", STATES)
def test_it_fits_every_screen(page: Page, address: str, place: Place, state: str) -> None:
    STATES[state](Visit(page, address, place))
    for width in (320, 390, 768, 1280):
        assert_fits(page, width)


@pytest.mark.parametrize("state", STATES)
def test_it_fits_a_phone_with_text_of_twice_the_size(
    page: Page, address: str, place: Place, state: str
) -> None:
    STATES[state](Visit(page, address, place))
    for size in ("usual", "largest"):
        page.evaluate("(size) => (document.documentElement.dataset.size = size)", size)
        page.evaluate("document.documentElement.style.fontSize = ''")
        set_by_person = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
        page.evaluate("(size) => (document.documentElement.style.fontSize = size)", f"{2 * set_by_person}px")
        assert_fits(page, 320)


@pytest.mark.parametrize("state", STATES)
def test_it_bears_the_distances_between_letters_words_and_lines_that_a_person_sets(
    page: Page, address: str, place: Place, state: str
) -> None:
    STATES[state](Visit(page, address, place))
    page.evaluate(SPACED)
    for width in (320, 1280):
        assert_fits(page, width)


@pytest.mark.parametrize("state", STATES)
def test_every_target_is_large_enough(page: Page, address: str, place: Place, state: str) -> None:
    STATES[state](Visit(page, address, place))
    seen = [each for each in page.locator(TARGETS).all() if each.is_visible()]
    boxes = [(each, box) for each in seen if (box := each.bounding_box()) and box["width"] > 1]
    small = [each.text_content() for each, box in boxes if box["height"] < 44 or box["width"] < 24]

    assert len(boxes) >= 2
    assert small == []
    assert [each for each, box in boxes if is_way_out_or_to_help(each) and box["width"] < 44] == []


def is_way_out_or_to_help(target: Locator) -> bool:
    return bool(target.evaluate("(each) => each.matches('.leave, .call-now, .call')"))


COVERED = """() => [...document.querySelectorAll(".leave, .call-now")].filter((way) => way.checkVisibility())
  .filter((way) => {
    const box = way.getBoundingClientRect();
    const places = [[.02, .1], [.98, .1], [.5, .5], [.02, .9], [.98, .9]];
    return !places.every(([x, y]) => way.contains(
      document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)));
  }).map((way) => way.className)"""


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("spaced", [False, True], ids=["", "spaced"])
def test_at_four_times_the_size_the_ways_out_and_to_help_are_in_sight_and_uncovered(
    page: Page, address: str, place: Place, state: str, spaced: bool
) -> None:
    STATES[state](Visit(page, address, place))
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 pixels at 400 %
    if spaced:
        page.evaluate(SPACED)
    for place_on_page in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
        page.evaluate(f"window.scrollTo(0, {place_on_page})")
        assert page.evaluate(COVERED) == []
    bar = page.locator(".bar").bounding_box()
    assert bar is not None
    assert bar["height"] <= 256 * (0.5 if spaced else 0.35)


# --- what has the focus is never hidden (WCAG 2.4.11)


HIDDEN_FOCUS = """() => {
  const has = document.activeElement, box = has.getBoundingClientRect();
  const places = [[.1, .2], [.9, .2], [.5, .5], [.1, .8], [.9, .8]].map(
    ([x, y]) => [box.left + x * box.width, box.top + y * box.height]);
  return !places.some(([x, y]) => has.contains(document.elementFromPoint(x, y)));
}"""


@pytest.mark.parametrize("height", [256, 640])
@pytest.mark.parametrize("back", [False, True], ids=["forwards", "backwards"])
def test_what_has_the_focus_is_never_covered(
    page: Page, address: str, place: Place, height: int, back: bool
) -> None:
    begin(page, address, place)
    to_the_services(page)
    type_in(page, DANGER)
    page.set_viewport_size({"width": 320, "height": height})
    hidden, stops = [], 0
    page.focus("#text")
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("document.activeElement === document.body"):
            continue
        stops += 1
        if page.evaluate(HIDDEN_FOCUS):
            hidden.append(page.evaluate("document.activeElement.textContent.trim()"))

    assert stops > 25
    assert hidden == []


# --- moving things, sound, time


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_blinks_or_makes_a_sound(page: Page, address: str, place: Place, motion: Any) -> None:
    page.emulate_media(reduced_motion=motion)
    begin(page, address, place)
    to_the_services(page)
    moving = """[...document.querySelectorAll("*")].filter((each) => {
      const style = getComputedStyle(each);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
        || style.scrollBehavior === "smooth";
    }).length"""

    assert page.evaluate(moving) == 0
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.locator("audio, video, marquee, blink, canvas").count() == 0


def test_an_answer_is_shown_as_soon_as_it_is_there(page: Page, address: str, place: Place) -> None:
    begin(page, address, place)
    spent = """() => new Promise((done) => {
      new PerformanceObserver((list) => {
        const answer = list.getEntries().find((each) => each.name.endsWith("/chat"));
        if (answer) requestAnimationFrame(() => done(performance.now() - answer.responseEnd));
      }).observe({ type: "resource" });
      new MutationObserver(() => (window.shown = performance.now())).observe(
        document.querySelector("#log"), { childList: true });
      document.querySelector("#text").value = "telford";
      document.querySelector("#compose").requestSubmit();
    }).then(() => window.shown - performance.getEntriesByType("resource")
      .filter((each) => each.name.endsWith("/chat")).at(-1).responseEnd)"""

    assert page.evaluate(spent) < 200  # milliseconds, on a machine that does other things too
    expect(page.locator("#latest .is-you")).to_contain_text("telford")
