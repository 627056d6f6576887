"""What people are told by e-mail of how their account is used."""

from tests.web.accounts.conftest import SECOND, hire_with_app, new_browser
from tests.web.accounts.letters_read import NEW_BROWSER, letters
from tests.web.conftest import HandClock
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role
from web.app import create_app


AGAIN = "Your Signpost account: a one-time code was used a second time"


def _told(browser: StaffBrowser, subject: str) -> list[str]:
    return [text for _to, said, text in letters(browser.held, new_browsers=True) if said == subject]


def test_a_person_is_told_of_a_sign_in_from_a_new_browser_and_once_of_each(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)

    browser.sign_in(email)
    browser.sign_in(email)
    first = len(_told(browser, NEW_BROWSER))
    new_browser(browser.held, create_app(browser.held)).sign_in(email)

    told = _told(browser, NEW_BROWSER)
    assert (first, len(told)) == (1, 2)
    assert "On 24 November 2026 at 10:00 the right password" in told[0]
    assert [to for to, _subject, _text in letters(browser.held, new_browsers=True)] == [email, email]


def test_a_wrong_password_sends_no_e_mail(browser: StaffBrowser) -> None:
    browser.sign_in(browser.hire(Role.MANAGER), "a wrong password")

    assert letters(browser.held, new_browsers=True) == []


def test_a_code_that_is_used_again_is_refused_and_its_person_is_told(
    strict_browser: StaffBrowser, clock: HandClock
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    clock.move(minutes=1)
    code = totp.at(clock())
    strict_browser.sign_in(email)
    assert strict_browser.send(SECOND, code=code).status_code == 303

    thief = new_browser(strict_browser.held, create_app(strict_browser.held))
    thief.sign_in(email)
    refused = thief.send(SECOND, code=code)

    assert refused.status_code == 422
    assert len(_told(strict_browser, AGAIN)) == 1


def test_a_code_that_is_merely_wrong_tells_nobody(strict_browser: StaffBrowser, clock: HandClock) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    clock.move(minutes=9)
    strict_browser.sign_in(email)
    strict_browser.send(SECOND, code="000000" if totp.at(clock()) != "000000" else "111111")

    assert _told(strict_browser, AGAIN) == []
