"""The managers' door, served over the starter directory, and people who are signed in at their browsers."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from directory.model import Service
from directory.terms import NUMBERED
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.web.conftest import HandClock
from tests.web.staff_browser import PASSWORD
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.app import create_app
from web.resources import Resources


PHONE = {"width": 375, "height": 740}
DESK = {"width": 1280, "height": 900}
ROLES = (Role.MANAGER, Role.APPROVER, Role.ADMINISTRATOR)


@dataclass
class Door:
    """The managers' door, served, and the service and the number that the tests are about."""

    address: str
    app: FastAPI
    held: Resources
    service: Service
    clock: HandClock

    @property
    def here(self) -> str:
        """The address of the service's page."""
        return f"/admin/services/{self.service.id}"

    @property
    def contact_id(self) -> str:
        """The first contact with a number."""
        return next(each.id for each in self.service.contacts if each.channel in NUMBERED)

    @property
    def phone_id(self) -> str:
        """Its number."""
        contact = next(each for each in self.service.contacts if each.channel in NUMBERED)
        return contact.phones[0].id


@pytest.fixture
def door(tmp_path: Path, blank: Path, clock: HandClock) -> Iterator[Door]:
    """The application over the starter directory, with one person of each role."""
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    shutil.copyfile(blank, tmp_path / "signpost.sqlite")
    engine = make_engine(settings.database_url)
    held = Resources(settings, sessionmaker(engine, expire_on_commit=False), b"a secret for tests", clock)
    with held.sessions.begin() as session:
        for role in ROLES:
            add_staff(session, email_of(role), role, PASSWORD, at=clock())
        service = session.scalars(select(Service).where(Service.slug == "telford-adult-safeguarding")).one()
        assert all(each.phones is not None for each in service.contacts)
    app = create_app(held)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 30
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Door(f"http://localhost:{port}", app, held, service, clock)
    server.should_exit = True
    thread.join(10)
    engine.dispose()


@pytest.fixture
def desk_of(chromium: Browser, door: Door) -> Iterator[Callable[[Role], Page]]:
    """Opens a browser in which somebody of this role has signed in, at the work to do."""
    opened: list[BrowserContext] = []

    def open_desk(role: Role) -> Page:
        context = chromium.new_context(viewport=DESK)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(f"{door.address}/admin")
        page.get_by_label("E-mail address").fill(email_of(role))
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{door.address}/admin")
        return page

    yield open_desk
    for each in opened:
        each.close()


@pytest.fixture
def desk(desk_of: Callable[[Role], Page]) -> Page:
    """A manager's page."""
    return desk_of(Role.MANAGER)


def email_of(role: Role) -> str:
    """The sign-in of this role."""
    return f"{role.value}@signpost.example"


def faults_of(page: Page) -> list[Any]:
    """What axe finds on a page, and whether it scrolls sideways."""
    violations = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [(each["id"], each["nodes"][0]["target"]) for each in violations] + ["wide"] * wide
