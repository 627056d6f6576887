"""Staff who need a second factor, and the steps that tests of signing in share."""

from dataclasses import replace

import pyotp
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from web.accounts.roles import Role
from web.app import create_app
from web.resources import Resources


SECURITY = "/staff/security"
APP = "/staff/security/code-app"
SECOND = "/staff/second-step"


@pytest.fixture
def strict(held: Resources) -> Resources:
    """The same installation with a second factor asked of everybody."""
    return replace(held, settings=replace(held.settings, second_factor=True))


@pytest.fixture
def strict_app(strict: Resources) -> FastAPI:
    """Its application."""
    return create_app(strict)


@pytest.fixture
def strict_browser(strict: Resources, strict_app: FastAPI) -> StaffBrowser:
    """A browser at it."""
    return new_browser(strict, strict_app)


def new_browser(held: Resources, app: FastAPI) -> StaffBrowser:
    """Another browser."""
    return StaffBrowser(TestClient(app, base_url="http://localhost:8000", follow_redirects=False), held)


def set_up_app(browser: StaffBrowser) -> tuple[pyotp.TOTP, list[str]]:
    """Sets up an app for one-time codes in a browser that is signed in; returns it and the recovery codes."""
    assert browser.send(SECURITY, f"{APP}/begin").status_code == 303
    page = browser.open(APP)
    totp = pyotp.TOTP(page.one("strong", class_="staff-key").text.replace(" ", ""))
    answer = browser.client.post(APP, data=page.fields(APP) | {"code": totp.at(browser.held.clock())})
    assert answer.status_code in {200, 303}, answer.text
    shown = Page(answer.text) if answer.status_code == 200 else None
    codes = [each.text for each in shown.all("li")] if shown else []
    return totp, codes


def hire_with_app(browser: StaffBrowser, role: Role = Role.MANAGER) -> tuple[str, pyotp.TOTP, list[str]]:
    """An account with an app; the browser is signed out again."""
    email = browser.hire(role)
    browser.sign_in(email)
    totp, codes = set_up_app(browser)
    browser.send("/staff", "/staff/sign-out")
    return email, totp, codes


def give(browser: StaffBrowser, code: str) -> int:
    """Types a code at the second step; returns the status of the answer."""
    return browser.send(SECOND, code=code).status_code


__all__ = ["APP", "PASSWORD", "SECOND", "SECURITY", "give", "hire_with_app", "new_browser", "set_up_app"]
