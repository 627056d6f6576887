"""What axe finds on a page, on a phone and on a desk, and whether anything has to be scrolled sideways."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize


PHONE: ViewportSize = {"width": 375, "height": 720}
DESK: ViewportSize = {"width": 1280, "height": 900}


def violations_of(page: Page, seen: str) -> list[Any]:
    """Each violation with the name of what is seen, the width and where it is; none is as it should be."""
    found: list[Any] = []
    for viewport in (PHONE, DESK):
        page.set_viewport_size(viewport)
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        found += [(seen, viewport["width"], "scrolls sideways")] if wide else []
        for each in Axe().run(page).response["violations"]:
            found.append((seen, viewport["width"], each["id"], [node["target"] for node in each["nodes"]]))
    return found
