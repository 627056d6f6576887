"""axe finds nothing in any state of the page, in any scheme, on a phone and on a desk."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.states import STATES, Visit
from tests.web.chat.conftest import Place


RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
LOOKS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
)


def violations(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page: Page, address: str, place: Place, state: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    STATES[state](Visit(page, address, place))
    found = {}
    for look in LOOKS:
        page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **look})
        found[str(look)] = violations(page)

    assert found == {str(look): [] for look in LOOKS}


def test_axe_would_find_a_fault(page: Page, address: str) -> None:
    page.goto(f"{address}/chat")
    page.evaluate("document.querySelector('.screen').style.color = '#999'")

    assert [rule for rule, _ in violations(page)] == ["color-contrast"]
