"""`python -m benchmarks.weight`: what the chat costs a slow phone, in bytes and in seconds.

The whole of Signpost runs; Chromium is told, over its own protocol, to have 400 kbit/s, answers 400 ms late
and a processor six times slower. Each screen is opened several times, by a browser that kept nothing. It is
of use at the second frame drawn after the thing to press stands on the styled page.
"""

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Frame, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.partner_site import press_launcher
from tests.browser.weighing import Scales, total
from tests.running import running_system


TIMES = 5
LIMIT = 3.0  # seconds
PHONE = {"width": 360, "height": 640}
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = {"rate": 6}
# One process for all, as on a phone with little memory: what is told to the page holds for its frame too.
TOGETHER = ["--disable-site-isolation-trials", "--disable-features=IsolateSandboxedIframes,site-per-process"]
START, CHAT = "[data-start] button", "#compose"
NOTED = """
window.useful = {};
const now = () => performance.timeOrigin + performance.now();
addEventListener("click", (event) => { window.pressed = performance.timeOrigin + event.timeStamp; }, true);
const look = () => {
  for (const selector of ["[data-start] button", "#compose"]) {
    const found = document.querySelector(selector);
    const isStyled = getComputedStyle(document.body).margin === "0px";
    if (found?.getBoundingClientRect().height && isStyled && !(selector in useful)) {
      useful[selector] = 0;
      requestAnimationFrame(() => requestAnimationFrame(() => { useful[selector] = now(); }));
    }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


def main() -> None:
    """Starts everything, opens each screen several times and prints two tables."""
    with (
        tempfile.TemporaryDirectory(prefix="signpost-") as home,
        running_system(Path(home)) as system,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS + TOGETHER) as browser,
    ):
        show_seconds(browser, system.address)
        show_bytes(browser, system.address)


def show_seconds(browser: Browser, address: str) -> None:
    """How long each screen takes to be of use."""
    screens: dict[str, Callable[[Page, str], float]] = {
        "the first screen, from the address": first_screen,
        "the opened chat, from the press": opened_chat,
        "the frame on a page, from the press": frame_screen,
    }
    print(f"{'seconds until of use':<40}{'median':>8}{'slowest':>9}   limit {LIMIT}")
    for name, screen in screens.items():
        took = [_anew(browser, lambda page, screen=screen: screen(page, address)) for _ in range(TIMES)]  # type: ignore[misc]
        middle, most = statistics.median(took), max(took)
        print(f"{name:<40}{middle:>8.2f}{most:>9.2f}   {'met' if most <= LIMIT else 'MISSED'}")


def show_bytes(browser: Browser, address: str) -> None:
    """How many bytes come over the wire, packed and with their headers."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        scales = Scales(page)
        page.goto(f"{address}/chat")
        first = scales.pieces()
        page.click(START)
        page.wait_for_selector(CHAT)
        opened = scales.pieces()
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        scales = Scales(page)
        page.goto(address)
        launcher = [each for each in scales.pieces() if each.url.endswith("/embed.js")]
    print(f"\n{'bytes on the wire':<40}{'measured':>8}")
    print(f"{'launcher, packed':<40}{launcher[0].body:>8}")
    print(f"{'launcher with its headers':<40}{total(launcher):>8}")
    print(f"{'page and style of the first screen':<40}{total(first, 'document', 'stylesheet'):>8}")
    print(f"{'all of the opened chat':<40}{total(opened):>8}")
    print(f"{'JavaScript in it':<40}{total(opened, 'script'):>8}")


def first_screen(page: Page, address: str) -> float:
    """From asking for the page until it can be read and gone on from."""
    page.goto(f"{address}/chat", wait_until="commit")
    return _when(page.main_frame, START) - float(page.evaluate("performance.timeOrigin"))


def opened_chat(page: Page, address: str) -> float:
    """From the press that goes on until there is something to answer."""
    page.goto(f"{address}/chat")
    page.click(START)
    return _when(page.main_frame, CHAT) - float(page.evaluate("pressed"))


def frame_screen(page: Page, address: str) -> float:
    """From the press on the launcher until the chat's first screen stands in the page."""
    page.goto(address)
    with page.expect_event("framenavigated", lambda frame: "/chat/frame" in frame.url) as opened:
        press_launcher(page)
    return _when(opened.value, START) - float(page.evaluate("pressed"))


def _when(frame: Frame, selector: str) -> float:
    found = frame.wait_for_function("(selector) => window.useful?.[selector]", arg=selector, timeout=60_000)
    return float(found.json_value())


def _anew(browser: Browser, screen: Callable[[Page], float]) -> float:
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.add_init_script(NOTED)
        phone = context.new_cdp_session(page)
        phone.send("Network.enable")
        phone.send("Network.emulateNetworkConditions", SLOW)
        phone.send("Emulation.setCPUThrottlingRate", SLOWER)
        return screen(page) / 1000


if __name__ == "__main__":
    main()
