"""Signing in with a passkey in a real browser, whose authenticator is Chromium's own virtual one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy.orm import sessionmaker

from directory.model import Base as DirectoryBase
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.browser.accessibility import DESK, PHONE, violations_of
from tests.browser.serving import serving
from tests.web.conftest import HandClock
from web.accounts.links import Purpose, make_link
from web.accounts.model import Base
from web.accounts.roles import Role
from web.accounts.users import add_staff, find_staff
from web.app import create_app
from web.resources import Resources


EMAIL = "administrator@signpost.example"
PASSWORD = "three random words"


@pytest.fixture
def clock() -> HandClock:
    """A clock of the test's own."""
    return HandClock()


@pytest.fixture
def held(tmp_path: Path, clock: HandClock) -> Iterator[Resources]:
    """An installation that asks for a second factor, with one administrator."""
    settings = replace(read_settings({"SIGNPOST_HOME": str(tmp_path)}), second_factor=True)
    engine = make_engine(settings.database_url)
    Base.metadata.create_all(engine)
    DirectoryBase.metadata.create_all(engine)
    sessions = sessionmaker(engine, expire_on_commit=False)
    with sessions.begin() as session:
        add_staff(session, EMAIL, Role.ADMINISTRATOR, PASSWORD, at=clock())
    yield Resources(settings, sessions, b"a secret for tests", clock)
    engine.dispose()


@pytest.fixture
def address(held: Resources) -> Iterator[str]:
    """Where it answers."""
    with serving(create_app(held)) as running:
        yield running


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser with a virtual authenticator that sees its owner's finger at once."""
    with chromium.new_context(viewport=DESK) as context:
        context.set_default_timeout(30_000)
        yield context


def _with_authenticator(context: BrowserContext) -> Page:
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return page


def _give_password(page: Page, address: str) -> None:
    page.goto(f"{address}/staff/sign-in")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def _add_passkey(page: Page) -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.locator("h1")).to_have_text("Your recovery codes")


def test_a_passkey_is_added_signs_in_and_confirms(
    context: BrowserContext, address: str, clock: HandClock
) -> None:
    page = _with_authenticator(context)
    _give_password(page, address)
    expect(page.locator("h1")).to_have_text("Set up a second factor")
    _add_passkey(page)
    expect(page.locator(".staff-codes li")).to_have_count(10)

    page.get_by_role("button", name="Sign out").click()
    _give_password(page, address)
    expect(page.locator("h1")).to_have_text("One more step")
    expect(page.get_by_text("That did not work")).to_be_hidden()
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.locator("h1")).to_have_text("What do you want to work on?")

    clock.move(minutes=6)
    page.goto(f"{address}/staff/people/invite")
    page.get_by_label("E-mail address").fill("ann@example.org")
    page.get_by_label("Analyst").check()
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.locator("h1")).to_have_text("Confirm that it is you")
    page.get_by_role("button", name="Use a passkey instead").click()
    expect(page.locator("h1")).to_have_text("ann@example.org")
    expect(page.get_by_role("alert")).to_contain_text("The invitation is sent")


def test_a_browser_without_the_passkey_says_so_and_takes_a_recovery_code(
    context: BrowserContext, chromium: Browser, address: str
) -> None:
    page = _with_authenticator(context)
    _give_password(page, address)
    _add_passkey(page)
    code = page.locator(".staff-codes li").first.inner_text()

    with chromium.new_context(viewport=PHONE, java_script_enabled=False) as other:
        other.set_default_timeout(30_000)
        plain = other.new_page()
        _give_password(plain, address)
        expect(plain.get_by_role("button", name="Use your passkey")).to_be_hidden()
        plain.get_by_label("Code").fill(code)
        plain.get_by_role("button", name="Continue").click()
        expect(plain.locator("h1")).to_have_text("What do you want to work on?")


def test_a_passkey_that_is_not_there_is_told_and_can_be_tried_again(
    context: BrowserContext, chromium: Browser, address: str
) -> None:
    page = _with_authenticator(context)
    _give_password(page, address)
    _add_passkey(page)

    with chromium.new_context(viewport=PHONE) as other:
        other.set_default_timeout(30_000)
        strange = _with_authenticator(other)  # another device, which has no passkey of ours
        _give_password(strange, address)
        button = strange.get_by_role("button", name="Use your passkey")
        button.click()
        expect(strange.get_by_text("That did not work")).to_be_visible()
        expect(button).to_be_enabled()


def test_an_app_is_set_up_without_javascript(chromium: Browser, address: str, clock: HandClock) -> None:
    with chromium.new_context(viewport=PHONE, java_script_enabled=False) as context:
        context.set_default_timeout(30_000)
        page = context.new_page()
        _give_password(page, address)
        page.get_by_role("button", name="Set up an app").click()
        picture = page.locator("img.staff-picture")
        page.wait_for_load_state("load")
        assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
        key = page.locator(".staff-key").inner_text().replace(" ", "")
        page.get_by_label("The six digits").fill(pyotp.TOTP(key).at(clock()))
        page.get_by_role("button", name="Continue").click()
        expect(page.locator("h1")).to_have_text("Your recovery codes")


def test_axe_finds_no_violation_on_any_page_of_signing_in(
    context: BrowserContext, held: Resources, address: str, clock: HandClock
) -> None:
    page, found = _with_authenticator(context), []
    with held.sessions.begin() as session:
        staff = find_staff(session, EMAIL)
        assert staff is not None
        person, token = staff.id, make_link(session, held.secret, staff, Purpose.PASSWORD, at=clock())
    for path in ("forgotten-password", "forgotten-password/sent", "choose-password?token=x"):
        page.goto(f"{address}/staff/{path}")
        found += violations_of(page, path)
    page.goto(f"{address}/staff/choose-password?token={token}")
    page.get_by_label("New password", exact=True).fill("short")
    page.get_by_role("button", name="Save the password").click()
    found += violations_of(page, "choose-password")

    _give_password(page, address)
    found += violations_of(page, "security, to be set up")
    page.get_by_role("button", name="Set up an app").click()
    found += violations_of(page, "code-app")
    page.goto(f"{address}/staff/security")
    page.get_by_role("link", name="Add a passkey").click()
    found += violations_of(page, "passkeys/new")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.locator("h1")).to_have_text("Your recovery codes")
    found += violations_of(page, "recovery-codes")
    for path in ("", "/security", "/password", "/people", "/people/invite", f"/people/{person}"):
        page.goto(f"{address}/staff{path}")
        found += violations_of(page, path or "start")
    page.goto(f"{address}/staff/people/invite")
    page.get_by_role("button", name="Send the invitation").click()
    found += violations_of(page, "invite, wrong")
    clock.move(minutes=6)
    page.goto(f"{address}/staff/security/passkeys/new")
    page.get_by_role("button", name="Continue").click()
    found += violations_of(page, "confirm")
    page.get_by_role("button", name="Sign out").click()
    _give_password(page, address)
    page.get_by_role("button", name="Continue").click()
    found += violations_of(page, "second-step")

    assert found == []


def test_a_typed_password_can_be_shown_and_hidden_again(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/staff/sign-in")
    typed = page.get_by_label("Password", exact=True)
    typed.fill(PASSWORD)

    page.get_by_role("button", name="Show password").click()
    expect(typed).to_have_attribute("type", "text")
    page.get_by_role("button", name="Hide password").click()

    expect(typed).to_have_attribute("type", "password")
    expect(typed).to_have_value(PASSWORD)
