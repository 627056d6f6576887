"""The chats that are measured: where each is, how it is opened, and how one exchange with it goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from playwright.sync_api import Frame, Page

from benchmarks.others.backends import ANSWER
from tests.browser.partner_site import FRAME, press_launcher
from vocabulary.words import words


Where: TypeAlias = "Page | Frame"  # what holds the chat once it is open: the page, or a frame in it
WORDS = "they want money"  # what the person says
OURS = f'#latest .message.is-us:has-text("{words("page.screen")}")'
START = "[data-start] button"
BESIDE = 'a[href="/pages/elsewhere"]'  # the link on the page around the others


@dataclass(frozen=True)
class Chat:
    """One chat. `first` and `box` are CSS selectors; `>>>` in them stands where a shadow root begins."""

    name: str
    package: str  # empty for ours
    path: str
    first: str  # the first thing to press or to type in
    box: str  # where a message is typed
    said: str  # what is there once the answer stands on the page
    elsewhere: str  # something else that can have the focus and that no answer replaces
    reach: Callable[[Page], Where]  # from the loaded page until the box can be typed in

    def open(self, page: Page, origin: str, *, before: str = "") -> Where:
        """Loads the page, below another path where one is given, and opens the chat as a person does."""
        page.goto(f"{origin}{before}{self.path}")
        where = self.reach(page)
        where.locator(self.box.split(" >>> ")[-1]).wait_for()
        return where

    def say(self, where: Where) -> None:
        """Types a message and presses Enter."""
        box = where.locator(self.box.split(" >>> ")[-1])
        box.click()
        box.press_sequentially(WORDS)
        box.press("Enter")

    def hear(self, where: Where) -> None:
        """Waits for the answer."""
        where.locator(self.said).first.wait_for()


def _at_once(page: Page) -> Where:
    return page


def _by_bubble(page: Page) -> Where:
    page.click(".rw-launcher")
    return page


def _by_first_page(page: Page) -> Where:
    page.click(START)
    page.wait_for_selector("#compose")
    return page


def _by_launcher(page: Page) -> Where:
    with page.expect_event("framenavigated", lambda frame: FRAME in frame.url) as opened:
        press_launcher(page)
    frame: Frame = opened.value
    frame.click(START)
    frame.wait_for_selector("#compose")
    return frame


def chats() -> Sequence[Chat]:
    """Ours as a page and as a widget, then the others."""
    return [
        _signpost("Signpost, the page", "/chat", START, _by_first_page),
        _signpost("Signpost, the widget", "/pages/signpost-widget", "signpost-launcher", _by_launcher),
        _botframework("botframework-webchat", "/pages/botframework-webchat"),
        _botframework("the same, minimal", "/pages/botframework-webchat-minimal"),
        _deep_chat(),
        _rasa_webchat(),
    ]


def _signpost(name: str, path: str, first: str, reach: Callable[[Page], Where]) -> Chat:
    return Chat(name, "", path, first, "#text", OURS, "#leave", reach)


def _botframework(name: str, path: str) -> Chat:
    box = "[data-id=webchat-sendbox-input]"
    said = f'.webchat__bubble__content:has-text("{ANSWER}")'
    return Chat(name, "botframework-webchat", path, box, box, said, BESIDE, _at_once)


def _deep_chat() -> Chat:
    name, box = "deep-chat", "deep-chat >>> #text-input"
    return Chat(
        name, name, f"/pages/{name}", box, box, f'.message-bubble:has-text("{ANSWER}")', BESIDE, _at_once
    )


def _rasa_webchat() -> Chat:
    name, box = "rasa-webchat", ".rw-new-message"
    said = f'.rw-response:has-text("{ANSWER}")'
    return Chat(name, name, f"/pages/{name}", ".rw-launcher", box, said, BESIDE, _by_bubble)
