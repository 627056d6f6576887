"""Visits: a browser that has kept nothing opens one chat, and reaches no host but this machine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, ViewportSize

from benchmarks.others.chats import Chat, Where
from tests.browser.weighing import Piece


# Names but our own are not resolved: what a page asks of others is counted and reaches nobody.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
LOCAL = {"localhost", "127.0.0.1"}
PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 60_000  # milliseconds
SETTLED = 2_000  # milliseconds after which a page has done what it does a little later


@dataclass(frozen=True)
class Stage:
    """The browser and the two origins: our own, and the site with all other pages."""

    browser: Browser
    ours: str
    site: str

    def origin(self, chat: Chat) -> str:
        """Where a chat's page is."""
        return self.ours if chat.path == "/chat" else self.site

    @contextmanager
    def page(self, *, viewport: ViewportSize = PHONE, scripts: bool = True) -> Iterator[Page]:
        """A new page of a browser that has kept nothing."""
        with self.browser.new_context(viewport=viewport, java_script_enabled=scripts) as context:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            yield page

    def opened(self, chat: Chat, page: Page, *, before: str = "") -> Where:
        """The chat, ready to be typed in."""
        return chat.open(page, self.origin(chat), before=before)


def asked_of(page: Page) -> list[str]:
    """A list that fills with every address that the page asks for from now on, its own blobs apart."""
    asked: list[str] = []
    page.on("request", lambda request: None if _is_own(request.url) else asked.append(request.url))
    return asked


def came_to(page: Page) -> list[Request]:
    """A list that fills with every request that has been answered in full from now on."""
    came: list[Request] = []
    page.on("requestfinished", lambda request: None if _is_own(request.url) else came.append(request))
    return came


def weighed(page: Page, came: Sequence[Request]) -> list[Piece]:
    """Bytes on the wire. A chat that keeps asking is never idle, so that a pause has to do."""
    page.wait_for_timeout(SETTLED)
    found = []
    for request in came:
        sizes = request.sizes()
        body, headers = sizes["responseBodySize"], sizes["responseHeadersSize"]
        found.append(Piece(request.url, request.resource_type, body, headers))
    return found


def others_in(asked: Sequence[str]) -> list[str]:
    """The hosts but this machine's, in the order they were asked."""
    hosts = [urlsplit(url).hostname or "" for url in asked]
    return [host for host in hosts if host not in LOCAL]


def _is_own(url: str) -> bool:
    return url.startswith(("data:", "blob:"))
