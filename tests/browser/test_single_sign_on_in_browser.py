"""Signing in with an organisation's own account in a real browser, and axe on every page of the way."""

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy.orm import sessionmaker

from directory.model import Base as DirectoryBase
from signpost.database import make_engine
from signpost.settings import SingleSignOn, read_settings
from tests.browser.accessibility import violations_of
from tests.browser.serving import serving
from tests.browser.test_sign_in_in_browser import clock, context  # noqa: F401 - fixtures
from tests.web.accounts.oidc_provider import CLIENT_ID, CLIENT_SECRET, Provider, running_provider
from tests.web.conftest import HandClock
from web.accounts.model import Base
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.app import create_app
from web.resources import Resources


LINK = "Sign in with your organisation's account"


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


@pytest.fixture
def provider(clock: HandClock) -> Iterator[Provider]:  # noqa: F811 - the fixture
    """A provider that knows the manager."""
    with running_provider(clock) as running:
        yield running


@pytest.fixture
def held(tmp_path: Path, clock: HandClock, provider: Provider) -> Iterator[Resources]:  # noqa: F811
    """An installation that uses the provider, with one manager."""
    chosen = SingleSignOn(provider.issuer, CLIENT_ID, CLIENT_SECRET)
    here = {"SIGNPOST_HOME": str(tmp_path), "SIGNPOST_PUBLIC_URL": f"http://localhost:{_free_port()}"}
    settings = replace(read_settings(here), single_sign_on=chosen)
    engine = make_engine(settings.database_url)
    Base.metadata.create_all(engine)
    DirectoryBase.metadata.create_all(engine)
    sessions = sessionmaker(engine, expire_on_commit=False)
    with sessions.begin() as session:
        add_staff(session, "manager@signpost.example", Role.MANAGER, "three random words", at=clock())
    yield Resources(settings, sessions, b"a secret for tests", clock)
    engine.dispose()


@pytest.fixture
def address(held: Resources) -> Iterator[str]:
    """Where it answers, which is where the provider sends people back to."""
    with serving(create_app(held), port=urlsplit(held.settings.public_url).port or 0) as running:
        yield running


@pytest.fixture
def page(context: BrowserContext) -> Page:  # noqa: F811 - the fixture
    """A browser whose person the provider signs in at once."""
    return context.new_page()


def test_a_person_comes_in_with_their_organisation_s_account(page: Page, address: str) -> None:
    page.goto(f"{address}/admin")
    page.get_by_role("link", name=LINK).click()

    expect(page.locator("h1")).to_have_text("Work to do")


def test_axe_finds_no_violation_on_any_page_of_single_sign_on(
    page: Page,
    address: str,
    provider: Provider,
) -> None:
    page.goto(f"{address}/staff/sign-in")
    expect(page.get_by_role("link", name=LINK)).to_be_visible()
    found = violations_of(page, "sign-in with the link")

    page.route(f"{address}/staff", lambda route: route.fulfill(status=204))  # the page that leads on stays
    page.get_by_role("link", name=LINK).click()
    expect(page.locator("h1")).to_have_text("You are signed in")
    found += violations_of(page, "came back")

    provider.claims["email"] = "nobody@signpost.example"
    page.goto(f"{address}/staff/single-sign-on")
    expect(page.get_by_text("no open account here")).to_be_visible()
    found += violations_of(page, "no account here")

    page.goto(f"{address}/staff/single-sign-on/back?error=access_denied")
    expect(page.get_by_text("did not work")).to_be_visible()
    found += violations_of(page, "did not work")

    assert found == []
