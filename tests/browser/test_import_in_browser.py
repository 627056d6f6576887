"""An import in a browser: it is sent, applied by a second person and undone, and every page passes axe."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic, sleep

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from directory.feeds.exporting import Format, write_export
from directory.hsds.published import View
from directory.model import Base as DirectoryBase
from directory.model import Service
from directory.starter import fill
from migrations.models import metadata
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role
from web.app import create_app
from web.resources import Resources


pytestmark = pytest.mark.slow
SLUG = "worcester-city-housing"
SIZES = ({"width": 375, "height": 700}, {"width": 1280, "height": 900})


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Resources]:
    """An installation with the starter directory."""
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    engine = make_engine(settings.database_url)
    for tables in metadata():
        tables.create_all(engine)
    DirectoryBase.metadata.create_all(engine)
    with sessionmaker(engine).begin() as session:
        fill(session)
    yield Resources(
        settings, sessionmaker(engine, expire_on_commit=False), b"a secret", lambda: datetime.now(UTC)
    )
    engine.dispose()


@pytest.fixture
def where(held: Resources) -> Iterator[str]:
    """Where it answers."""
    server = uvicorn.Server(uvicorn.Config(create_app(held), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    give_up = monotonic() + 30
    while not server.started and monotonic() < give_up:
        sleep(0.02)
    yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def desk_of(chromium: Browser, held: Resources, where: str) -> Iterator[Callable[[Role], Page]]:
    """Opens the browser of a member of staff who is signed in."""
    opened: list[BrowserContext] = []

    def open_desk(role: Role) -> Page:
        client = TestClient(create_app(held), base_url="http://localhost:8000", follow_redirects=False)
        StaffBrowser(client, held).sign_in_as(role)
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies(
            [{"name": each.name, "value": each.value or "", "url": where} for each in client.cookies.jar]
        )
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield open_desk
    for each in opened:
        each.close()


def _name(held: Resources) -> str:
    with held.sessions() as session:
        return session.scalars(select(Service.name).where(Service.slug == SLUG)).one()


def _file(held: Resources, folder: Path, name: str) -> Path:
    """An export in which one service has another name."""
    with held.sessions() as session:
        feed = json.loads(write_export(session, View(live=False, today=date.today()), Format.JSON).content)
    next(row for row in feed["contents"] if row["signpost"]["slug"] == SLUG)["name"] = name
    file = folder / "services.json"
    file.write_text(json.dumps(feed), encoding="utf-8")
    return file


def _passes_axe(page: Page) -> None:
    for size in SIZES:
        page.set_viewport_size(size)
        found = Axe().run(page).response["violations"]
        assert found == [], (page.url, found)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (page.url, size)


def test_a_file_is_brought_applied_by_somebody_else_and_undone(
    held: Resources, where: str, desk_of: Callable[[Role], Page], tmp_path: Path
) -> None:
    before, file = _name(held), _file(held, tmp_path, "Another name")

    brings = desk_of(Role.MANAGER)
    brings.goto(f"{where}/admin/imports")
    _passes_axe(brings)
    brings.get_by_label("File").set_input_files(file)
    brings.get_by_role("button", name="Show what it would change").click()
    expect(brings.get_by_text("Waits for a second person")).to_be_visible()
    expect(brings.get_by_text("Another name")).to_be_visible()
    _passes_axe(brings)
    assert _name(held) == before

    applies = desk_of(Role.APPROVER)
    applies.goto(brings.url)
    applies.get_by_role("button", name="Apply it").click()
    _passes_axe(applies)
    applies.get_by_role("button", name="Apply now").click()
    expect(applies.locator(".govuk-tag", has_text="Applied")).to_be_visible()
    assert _name(held) == "Another name"

    brings.reload()
    expect(brings.get_by_text("An approver or administrator can undo it.")).to_be_visible()
    _passes_axe(brings)
    applies.get_by_role("button", name="Undo it").click()
    _passes_axe(applies)
    applies.get_by_role("button", name="Undo now").click()
    expect(applies.locator(".govuk-tag", has_text="Undone")).to_be_visible()
    assert _name(held) == before


def test_a_file_with_a_new_number_waits_after_its_approval_and_is_stopped(
    held: Resources, where: str, desk_of: Callable[[Role], Page], tmp_path: Path
) -> None:
    brings = desk_of(Role.MANAGER)
    brings.goto(f"{where}/admin/imports")
    brings.get_by_label("File").set_input_files(_file(held, tmp_path, "Another name, ring 01432 261546"))
    brings.get_by_role("button", name="Show what it would change").click()
    applies = desk_of(Role.APPROVER)
    applies.goto(brings.url)
    applies.get_by_role("button", name="Apply it").click()
    applies.get_by_role("button", name="Apply now").click()
    expect(applies.locator(".govuk-tag", has_text="Approved, not live yet")).to_be_visible()
    _passes_axe(applies)

    brings.reload()
    brings.get_by_role("button", name="Stop it").click()
    _passes_axe(brings)
    brings.get_by_role("button", name="Stop it now").click()

    expect(brings.locator(".govuk-tag", has_text="Thrown away")).to_be_visible()
    assert "ring" not in _name(held)


@pytest.mark.parametrize("path", ["/admin/exports", "/admin/duplicates"])
def test_the_pages_beside_it_pass_axe(where: str, desk_of: Callable[[Role], Page], path: str) -> None:
    page = desk_of(Role.MANAGER)
    page.goto(where + path)

    _passes_axe(page)
