"""What a person signs in with, and where they are signed in."""

from tests.web.accounts.conftest import SECURITY, hire_with_app, new_browser, set_up_app
from tests.web.accounts.letters_read import letters
from tests.web.accounts.soft_authenticator import SoftAuthenticator
from tests.web.accounts.test_second_step import add_passkey
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.factor_model import Passkey
from web.accounts.roles import Role


CODES = f"{SECURITY}/recovery-codes"


def test_the_demonstration_says_that_a_second_factor_is_left_out(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    words = "In live use everybody gives a second factor too"

    assert words in browser.open("/staff").text
    set_up_app(browser)
    assert words not in browser.open("/staff").text


def test_the_only_second_factor_is_kept_where_one_is_needed(strict_browser: StaffBrowser) -> None:
    strict_browser.sign_in(strict_browser.hire(Role.MANAGER))
    set_up_app(strict_browser)

    answer = strict_browser.send(SECURITY, f"{SECURITY}/code-app/remove")

    assert "so it was kept" in strict_browser.open(answer.headers["location"]).text
    assert strict_browser.client.get("/staff").status_code == 200


def test_a_second_factor_is_removed_where_none_is_needed(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    browser.sign_in(email)
    set_up_app(browser)

    browser.send(SECURITY, f"{SECURITY}/code-app/remove")
    browser.send("/staff", "/staff/sign-out")

    browser.sign_in(email)
    assert browser.client.get("/admin").status_code == 200
    assert [subject for _to, subject, _text in letters(browser.held)] == [
        "Your Signpost account: second factor added",
        "Your Signpost account: second factor removed",
    ]


def test_new_recovery_codes_end_the_earlier_ones(strict_browser: StaffBrowser, clock: HandClock) -> None:
    email, totp, old = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    clock.move(minutes=1)
    strict_browser.send("/staff/second-step", code=totp.at(clock()))

    page = Page(strict_browser.send(SECURITY, CODES).text)
    new = [each.text for each in page.all("li")]
    strict_browser.send("/staff", "/staff/sign-out")
    strict_browser.sign_in(email)

    assert len(set(new) - set(old)) == 10
    assert strict_browser.send("/staff/second-step", code=old[0]).status_code == 422
    assert strict_browser.send("/staff/second-step", code=new[0]).status_code == 303


def test_the_other_browsers_are_listed_and_signed_out(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    other = new_browser(browser.held, browser.client.app)  # type: ignore[arg-type]
    other.client.headers["user-agent"] = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0"
    for each in (browser, other):
        each.sign_in(email)

    assert "Firefox on Windows" in browser.open(SECURITY).text
    browser.send(SECURITY, f"{SECURITY}/sign-out-elsewhere")

    assert "Firefox on Windows" not in browser.open(SECURITY).text
    assert other.client.get("/staff").status_code == 303


def test_a_stranger_cannot_remove_a_passkey_of_somebody_else(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    add_passkey(browser, SoftAuthenticator())
    with browser.held.sessions() as session:
        passkey = session.query(Passkey).one()
    other = new_browser(browser.held, browser.client.app)  # type: ignore[arg-type]
    other.sign_in_as(Role.ANALYST)
    token = other.open(SECURITY).fields("/staff/sign-out")["form_token"]

    other.client.post(f"{SECURITY}/passkeys/{passkey.id}/remove", data={"form_token": token})

    with browser.held.sessions() as session:
        assert session.query(Passkey).count() == 1


def test_the_picture_is_an_image_of_its_own_and_gone_once_the_app_is_in_use(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    browser.send(SECURITY, f"{SECURITY}/code-app/begin")

    picture = browser.client.get(f"{SECURITY}/code-app/picture.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "<svg" in picture.text
    assert "style=" not in picture.text
    assert "<script" not in picture.text
    set_up_app(browser)
    assert browser.client.get(f"{SECURITY}/code-app/picture.svg").status_code == 404
