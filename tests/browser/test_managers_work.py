"""A manager's work in a browser: confirm a record, find a gap; and what axe says of these pages."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from directory.model import Service
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.web.admin.conftest import blank  # noqa: F401 - a fixture
from tests.web.conftest import HandClock, clock  # noqa: F401 - a fixture
from tests.web.staff_browser import PASSWORD
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.app import create_app
from web.resources import Resources


MANAGER = "manager@signpost.example"
PHONE = {"width": 375, "height": 740}
DESK = {"width": 1280, "height": 900}
PAGES = (
    "/admin",
    "/admin/checks",
    "/admin/coverage?only=near",
    "/admin/coverage/own-drug-use/E06000019",
    "/admin/gaps",
    "/admin/preview?need=cuckooing&area=E06000020",
    "/admin/links",
    "/admin/words",
    "/admin/provider-answers",
    "{service}/confirm",
    "{service}/ask",
)


class Door:
    """The managers' door, served, and the service that the tests are about."""

    def __init__(self, address: str, held: Resources, service: Service) -> None:
        self.address = address
        self.held = held
        self.service_id = service.id
        self.service_name = service.name


@pytest.fixture
def door(tmp_path: Path, blank: Path, clock: HandClock) -> Iterator[Door]:  # noqa: F811
    """The application over the starter directory, with a manager who can sign in."""
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    shutil.copyfile(blank, tmp_path / "signpost.sqlite")
    engine = make_engine(settings.database_url)
    held = Resources(settings, sessionmaker(engine, expire_on_commit=False), b"a secret for tests", clock)
    with held.sessions.begin() as session:
        add_staff(session, MANAGER, Role.MANAGER, PASSWORD, at=clock())
        service = session.scalars(select(Service).where(Service.slug == "telford-adult-safeguarding")).one()
    server = uvicorn.Server(uvicorn.Config(create_app(held), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 30
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield Door(f"http://localhost:{port}", held, service)
    server.should_exit = True
    thread.join(10)
    engine.dispose()


@pytest.fixture
def desk(chromium: Browser, door: Door) -> Iterator[Page]:
    """A page of a browser in which the manager has signed in, at the work to do."""
    with chromium.new_context(viewport=DESK) as context:
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.goto(f"{door.address}/admin")
        page.get_by_label("E-mail address").fill(MANAGER)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{door.address}/admin")
        yield page


def test_a_manager_confirms_a_record_from_the_queue_with_the_keyboard_alone(desk: Page, door: Door) -> None:
    desk.get_by_role("link", name="Never confirmed by a person").press("Enter")
    desk.get_by_role("link", name=door.service_name).press("Enter")
    expect(desk.locator("h1")).to_have_text(f"Confirm “{door.service_name}”")
    expect(desk.locator(".staff-public .card")).to_contain_text(door.service_name)
    desk.get_by_role("button", name="Confirm: all of this is right").press("Enter")

    expect(desk.get_by_role("alert")).to_contain_text("count as confirmed today")
    with door.held.sessions() as session:
        assert session.get_one(Service, door.service_id).assured_date == door.held.clock().date()


def test_a_manager_finds_a_gap_and_the_services_to_ask(desk: Page) -> None:
    desk.get_by_role("link", name="Where nobody answers").click()
    row = desk.get_by_role("row").filter(has=desk.locator("th[scope=row]")).first
    row.get_by_role("link").first.click()

    expect(desk.get_by_role("cell").first).to_contain_text("Hours not known")
    expect(desk.locator("main ul.govuk-list--bullet a").first).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_violation_and_no_page_scrolls_sideways(desk: Page, door: Door, viewport: Any) -> None:
    desk.set_viewport_size(viewport)
    found = {}
    for path in PAGES:
        desk.goto(door.address + path.format(service=f"/admin/services/{door.service_id}"))
        violations = Axe().run(desk).response["violations"]
        wide = desk.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        found[path] = [(each["id"], each["nodes"][0]["target"]) for each in violations] + ["wide"] * wide

    assert {path: faults for path, faults in found.items() if faults} == {}
