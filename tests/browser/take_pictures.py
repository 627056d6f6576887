"""Takes the pictures of a running demonstration for the docs: `python -m tests.browser.take_pictures`."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.conversing import BrowserConversation
from tests.browser.demonstration import ask_in_telford, demonstration, sign_in
from tests.running import ROOT, RunningSystem
from web.accounts.roles import Role


FOLDER = ROOT / "docs" / "pictures"
PHONE = {"width": 390, "height": 1260}
DESK = {"width": 1400, "height": 1000}
SCREENS: dict[str, ViewportSize] = {
    "320": {"width": 320, "height": 640},
    "768": {"width": 768, "height": 640},
    "1280": {"width": 1280, "height": 640},
    "zoomed": {"width": 320, "height": 256},  # 1280 by 1024 at 400 %
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LARGEST = 200_000  # bytes; a reader may be on a phone


def main() -> None:
    """Starts a demonstration, takes the pictures and stops it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory(prefix="signpost-") as home,
        demonstration(Path(home)) as system,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS) as browser,
    ):
        take_chat(browser, system)
        take_screens(browser, system)
        take_staff(browser, system, Role.MANAGER, at="/admin", name="directory")
        take_staff(browser, system, Role.ANALYST, at="/insights", name="insights")
    for picture in sorted(FOLDER.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture.relative_to(ROOT)}: {size // 1000} kB{' TOO LARGE' if size > LARGEST else ''}")


def take_chat(browser: Browser, system: RunningSystem) -> None:
    """A conversation on a phone, at the services."""
    with browser.new_context(viewport=PHONE) as context:
        person = BrowserConversation(context, system.address)
        ask_in_telford(person)
        person.page.screenshot(path=FOLDER / "chat.png")


def take_screens(browser: Browser, system: RunningSystem) -> None:
    """The same conversation on every kind of screen, light and dark: for docs/access.md."""
    with browser.new_context(viewport=SCREENS["320"]) as context:
        person = BrowserConversation(context, system.address)
        ask_in_telford(person)
        for scheme in SCHEMES:
            person.page.emulate_media(color_scheme=scheme)
            for name, screen in SCREENS.items():
                person.page.set_viewport_size(screen)
                person.page.locator("#latest").evaluate("(turn) => turn.scrollIntoView()")
                person.page.screenshot(path=FOLDER / f"chat-{name}-{scheme}.png")


def take_staff(browser: Browser, system: RunningSystem, role: Role, *, at: str, name: str) -> None:
    """A staff page on a desk."""
    with browser.new_context(viewport=DESK) as context:
        page = context.new_page()
        sign_in(page, system, role, at=at)
        page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
