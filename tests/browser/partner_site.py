"""A partner's site: real pages from a server and host of their own, and how a person opens the chat there."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from playwright.sync_api import Frame, Page

from web.embed.snippet import snippet


FRAME = "/chat/frame"


@dataclass
class PartnerSite:
    """Pages by path, each with its headers; the host is not the application's, so it is another site."""

    pages: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Starts answering."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.pages))
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stops."""
        self._server.shutdown()
        self._server.server_close()

    @property
    def origin(self) -> str:
        """The site's origin."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def show(self, body: str, *, path: str = "/", policy: str = "", before: str = "") -> str:
        """Puts a page on the site and returns its address; `before` stands first in its head."""
        html = (
            f'<!doctype html><html lang="en"><head>{before}<title>Council</title></head>'
            '<body><main><h1>Community safety</h1><label>Search <input id="search"></label>'
            f"{body}</main></body></html>"
        )
        self.pages[path] = (html, {"Content-Security-Policy": policy} if policy else {})
        return self.origin + path


def _handler(pages: dict[str, tuple[str, dict[str, str]]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html, headers = pages.get(self.path, ("", {}))
            self.send_response(200 if html else 204)  # a browser asks for an icon too
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def strict_policy(address: str) -> str:
    """The strictest policy a partner can have: the two lines that the guide asks for, and nothing else."""
    return (
        f"default-src 'none'; script-src {address}; frame-src {address}; form-action 'none'; "
        "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def with_launcher(address: str, **attributes: str) -> str:
    """The lines that a partner copies, with these data attributes changed or added."""
    lines = snippet(address, [])
    given = " ".join(f'data-{name}="{value}"' for name, value in attributes.items())
    return lines.replace("<script async", f"<script async {given}")


def press_launcher(page: Page) -> None:
    """Opens the chat by the keyboard, as a closed shadow root lets no test look inside either."""
    page.wait_for_selector("signpost-launcher", state="attached")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.localName") == "signpost-launcher":
            page.keyboard.press("Enter")
            return
    raise AssertionError("The launcher cannot be reached by the keyboard.")


def open_widget(page: Page) -> Frame:
    """Opens the chat and returns its frame, once its script says that it is there."""
    with page.expect_event("framenavigated", lambda frame: FRAME in frame.url) as navigated:
        press_launcher(page)
    frame: Frame = navigated.value
    frame.wait_for_load_state()
    return frame


def go_on(frame: Frame) -> None:
    """From the first page to the chat."""
    frame.click("[data-start] button")
    frame.wait_for_selector("#compose")


def say(frame: Frame, text: str) -> None:
    """Types a message in the chat and sends it."""
    frame.fill("#text", text)
    frame.click("#compose button")
    frame.locator("#latest .is-you", has_text=text[:20]).wait_for()
