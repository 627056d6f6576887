"""A browser that signed in before is known again, and is not locked out by strangers."""

import pytest

from tests.web.conftest import HandClock
from tests.web.staff_browser import StaffBrowser
from web.accounts.attempts import MOST_FOR_ACCOUNT, MOST_FOR_ACCOUNT_ANYWHERE, note_attempt, source_of
from web.accounts.devices import device_of, make_device
from web.accounts.roles import Role


SECRET = b"a secret for tests"
ANN = "ann@example.org"


def test_a_browser_is_known_for_the_account_that_signed_in_there(clock: HandClock) -> None:
    cookie = make_device(SECRET, email=ANN, at=clock())

    assert device_of(SECRET, cookie, email=ANN, at=clock())
    assert device_of(SECRET, cookie, email="bob@example.org", at=clock()) is None
    assert device_of(b"another secret", cookie, email=ANN, at=clock()) is None


@pytest.mark.parametrize("cookie", [None, "", "x", "a.1.b", "é.1.é", "..", "\udc80"])
def test_a_made_up_cookie_makes_no_browser_known(clock: HandClock, cookie: str | None) -> None:
    assert device_of(SECRET, cookie, email=ANN, at=clock()) is None


@pytest.mark.parametrize(("days", "known"), [(179, True), (180, False)])
def test_a_browser_is_forgotten_after_half_a_year(clock: HandClock, days: int, *, known: bool) -> None:
    cookie = make_device(SECRET, email=ANN, at=clock())
    clock.move(days=days)

    assert (device_of(SECRET, cookie, email=ANN, at=clock()) is not None) is known


def _guess_from_everywhere(browser: StaffBrowser, email: str) -> None:
    for number in range(MOST_FOR_ACCOUNT_ANYWHERE):
        source = source_of(browser.held.secret, email=email, address=f"192.0.2.{number}")
        note_attempt(browser.held.sessions, source, at=browser.held.clock())


def test_guesses_from_very_many_networks_do_not_shut_a_known_browser_out(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    browser.sign_in(email)
    browser.send("/staff", "/staff/sign-out")

    _guess_from_everywhere(browser, email)

    assert browser.sign_in(email).status_code == 303
    browser.client.cookies.clear()
    assert browser.sign_in(email).status_code == 429


def test_a_known_browser_guesses_five_times_like_any_other(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    browser.sign_in(email)

    answers = [browser.sign_in(email, "wrong").status_code for _ in range(MOST_FOR_ACCOUNT + 1)]

    assert answers == [422] * MOST_FOR_ACCOUNT + [429]
    assert browser.sign_in(email).status_code == 429
