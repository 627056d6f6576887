"""Takes the pictures of docs/managers.md: `python -m tests.browser.take_managers_pictures`."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

import uvicorn
from playwright.sync_api import Page, sync_playwright
from sqlalchemy.orm import sessionmaker

from directory.starter import fill
from migrations import upgrade
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.running import ROOT
from tests.web.staff_browser import PASSWORD
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.app import create_app
from web.resources import Resources


FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1100, "height": 800}
SERVICE = "Telford adult safeguarding"
NUMBER = "03069 990123"  # kept by Ofcom for stories: nobody answers it


def main() -> None:
    """Does a manager's work from the first page to the second person, and takes a picture at each step."""
    with (
        TemporaryDirectory(prefix="signpost-") as home,
        door(Path(home)) as address,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS) as browser,
    ):
        page = browser.new_context(viewport=SIZE).new_page()
        sign_in(page, address, Role.MANAGER)
        take(page, "work", height=870)
        take_service(page, address)
        take_pages(page, address)
        second = browser.new_context(viewport=SIZE).new_page()
        sign_in(second, address, Role.APPROVER)
        second.goto(f"{address}/admin/approvals")
        second.get_by_role("link", name="Another telephone number").click()
        take(second, "approval", height=1250)


def take_service(page: Page, address: str) -> None:
    """One service, a number sent for approval, and the check of a section."""
    page.goto(f"{address}/admin/services?q={SERVICE.replace(' ', '+')}")
    page.get_by_role("link", name=SERVICE, exact=True).click()
    here = page.url
    take(page, "service", height=1150)
    page.goto(f"{here}/confirm")
    take(page, "confirm", height=1000)
    page.goto(here)
    page.get_by_role("link", name="Change the number of telephone contact").first.click()
    page.get_by_label("New number").fill(NUMBER)
    page.get_by_label("Why, or where did you find it?").fill("Rang the council: it moves on Monday")
    take(page, "number", height=900)
    page.get_by_role("button", name="Send for approval").click()
    page.goto(f"{here}/sections")
    take(page, "sections", height=660)
    page.get_by_role("link", name="Name and what it is").click()
    page.get_by_label("What it is").fill(
        "Listens when an adult is harmed or used by others, and plans what helps."
    )
    page.get_by_role("button", name="Check your answers").click()
    take(page, "answers", height=700)


def take_pages(page: Page, address: str) -> None:
    """Pages about the directory as a whole."""
    for name, path, height in (
        ("coverage", "/admin/coverage", 930),
        ("add-service", "/admin/services/new", 880),
    ):
        page.goto(address + path)
        take(page, name, height=height)


def take(page: Page, name: str, *, height: int) -> None:
    """A picture of the top of the page."""
    page.set_viewport_size({"width": SIZE["width"], "height": height})
    page.screenshot(path=FOLDER / f"managers-{name}.png")
    page.set_viewport_size({"width": SIZE["width"], "height": SIZE["height"]})


def sign_in(page: Page, address: str, role: Role) -> None:
    """Signs in, and is then at the work to do."""
    page.goto(f"{address}/admin")
    page.get_by_label("E-mail address").fill(f"{role.value}@signpost.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{address}/admin")


@contextmanager
def door(home: Path) -> Iterator[str]:
    """The managers' door over the starter directory; returns its address."""
    settings = read_settings({"SIGNPOST_HOME": str(home)})
    engine = make_engine(settings.database_url)
    upgrade(settings.database_url)
    sessions = sessionmaker(engine, expire_on_commit=False)
    with sessions.begin() as session:
        fill(session)
        for role in (Role.MANAGER, Role.APPROVER):
            add_staff(session, f"{role.value}@signpost.example", role, PASSWORD, at=datetime.now(UTC))
    held = Resources(settings, sessions, b"a secret for pictures", lambda: datetime.now(UTC))
    server = uvicorn.Server(uvicorn.Config(create_app(held), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.02)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    engine.dispose()


if __name__ == "__main__":
    main()
