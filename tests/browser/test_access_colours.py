"""Colours as the browser computes them: text, edges of controls and the mark of the focus, light and dark."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.states import STATES, Visit
from tests.web.chat.conftest import Place


LOOK = """() => {
  const rgb = (colour) => {
    const found = colour.match(/[\\d.]+/g).map(Number);
    return { parts: found.slice(0, 3), alpha: found[3] ?? 1 };
  };
  const over = (top, below) => top.parts.map((part, at) => part * top.alpha + below[at] * (1 - top.alpha));
  const light = (parts) => {
    const [r, g, b] = parts.map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (place) => {
    if (!place) return [255, 255, 255];
    const colour = rgb(getComputedStyle(place).backgroundColor);
    return colour.alpha === 1 ? colour.parts : over(colour, ground(place.parentElement));
  };
  window.looks = { rgb, over, ratio, ground };
}"""
TEXTS = """() => {
  const { rgb, over, ratio, ground } = window.looks;
  const found = [];
  for (const each of document.querySelectorAll("body *")) {
    const hasText = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !each.checkVisibility() || each.getBoundingClientRect().width <= 1) continue;
    if (each.closest("[aria-disabled=true]")) continue;
    const below = ground(each), colour = over(rgb(getComputedStyle(each).color), below);
    found.push({ is: ratio(colour, below), text: each.textContent.trim() });
  }
  return found;
}"""
# A control is known by its edge or by its ground: one of the two stands out from what is around it.
CONTROLS = """() => {
  const { rgb, over, ratio, ground } = window.looks;
  const kinds = "textarea, select, button:not(.plain), .button, .call, .leave";
  return [...document.querySelectorAll(kinds)].filter((each) => each.checkVisibility()).map((each) => {
    const around = ground(each.parentElement), style = getComputedStyle(each);
    const edge = parseFloat(style.borderTopWidth) ? over(rgb(style.borderTopColor), around) : around;
    return { is: Math.max(ratio(edge, around), ratio(ground(each), around)), text: each.textContent.trim() };
  });
}"""
FOCUS = """() => {
  const { rgb, ratio, ground } = window.looks;
  const style = getComputedStyle(document.activeElement);
  const ring = rgb(style.outlineColor).parts, halo = rgb(style.boxShadow.match(/rgba?\\([^)]*\\)/)[0]).parts;
  const around = ground(document.activeElement.parentElement);
  return {
    text: document.activeElement.textContent.trim(), width: parseFloat(style.outlineWidth),
    is: Math.max(ratio(ring, around), ratio(halo, around)), ring: ratio(ring, halo),
  };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_text_and_the_edges_of_controls_stand_out(
    page: Page, address: str, place: Place, state: str, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    STATES[state](Visit(page, address, place))
    page.evaluate(LOOK)
    texts, controls = page.evaluate(TEXTS), page.evaluate(CONTROLS)

    assert len(texts) > 3
    assert [each for each in texts if each["is"] < 4.5] == []
    assert controls
    assert [each for each in controls if each["is"] < 3] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mark_of_the_focus_stands_out_wherever_it_is(
    page: Page, address: str, place: Place, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    STATES["pinned numbers"](Visit(page, address, place))
    page.evaluate(LOOK)
    page.focus("#text")
    marks = []
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement !== document.body"):
            marks.append(page.evaluate(FOCUS))

    assert len(marks) > 20
    assert [each for each in marks if each["is"] < 3 or each["ring"] < 3 or each["width"] < 2] == []


def test_in_forced_colours_the_focus_and_every_control_have_an_edge(
    page: Page, address: str, place: Place
) -> None:
    page.emulate_media(forced_colors="active")
    STATES["pinned numbers"](Visit(page, address, place))
    edges = """(all) => all.filter((each) => each.checkVisibility()
      && getComputedStyle(each).borderTopStyle !== "solid").map((each) => each.textContent.trim())"""
    kinds = "textarea, button:not(.plain), .button, .call, .leave, .message:not(.is-services)"
    page.focus("#text")
    page.keyboard.press("Tab")

    assert page.eval_on_selector_all(kinds, edges) == []
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_check_would_find_a_fault(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    page.evaluate(LOOK)
    page.evaluate("document.querySelector('.screen').style.color = '#999'")

    assert {round(each["is"], 1) for each in page.evaluate(TEXTS) if each["is"] < 4.5} == {2.8}
