"""Debian's Chromium on the real application, served on a port of its own."""

import shutil
import threading
from collections.abc import Iterator
from time import monotonic, sleep

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.partner_site import PartnerSite
from tests.web.chat.conftest import Place, environ, place, starter  # noqa: F401 - fixtures
from tests.web.conftest import clock  # noqa: F401 - a fixture


CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests are skipped, loudly."""
    reason = "CHROMIUM IS NOT INSTALLED: the browser tests did not run. apt-get install chromium"
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a file of tests: while it is open, no other test of the process could run a loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def address(place: Place) -> Iterator[str]:  # noqa: F811
    """Where the application answers."""
    config = uvicorn.Config(place.app, host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 20
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://localhost:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(params=["script", "no script"])
def either(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[BrowserContext]:
    """A small phone, with JavaScript and without."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=request.param == "script"
    )
    yield context
    context.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page on a small phone with JavaScript."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.set_default_timeout(8000)
    page.set_default_navigation_timeout(30_000)  # the first page of a new browser on a busy machine
    yield page
    context.close()


@pytest.fixture
def open_roots(page: Page) -> Page:
    """A page on which tests may look into the launcher: its shadow root is open, all else is as it ships."""
    page.add_init_script(
        "const attach = Element.prototype.attachShadow;"
        "Element.prototype.attachShadow = function () { return attach.call(this, { mode: 'open' }); };"
    )
    return page


@pytest.fixture
def partner() -> Iterator[PartnerSite]:
    """The site of a partner; a test names it in the settings."""
    with PartnerSite() as site:
        yield site


@pytest.fixture
def stranger() -> Iterator[PartnerSite]:
    """A site that nobody named."""
    with PartnerSite() as site:
        yield site
