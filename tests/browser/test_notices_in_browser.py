"""The notices can be read by everybody, on a phone and on a desk, and be left at once."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_access_axe import LOOKS, violations


NOTICES = ("privacy", "accessibility")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", NOTICES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    page: Page, address: str, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(f"{address}/{name}")
    found: dict[str, list[Any]] = {}
    for look in LOOKS:
        page.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **look})
        found[str(look)] = violations(page)

    assert found == {str(look): [] for look in LOOKS}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_found_from_the_first_page_and_left_by_its_button(
    page: Page, address: str, name: str
) -> None:
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather"))
    page.goto(f"{address}/chat")
    page.locator(f'a[href="/{name}"]').click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main")).to_contain_text("not set yet")

    page.locator("#leave").click()
    page.wait_for_url("https://www.bbc.co.uk/**")
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("not set yet")
