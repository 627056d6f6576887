"""The second step of signing in: what opens, what does not, and that nothing works twice."""

import pytest
from fastapi import FastAPI

from tests.web.accounts.conftest import SECOND, SECURITY, give, hire_with_app, new_browser, set_up_app
from tests.web.accounts.soft_authenticator import SoftAuthenticator
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.attempts import MOST_FOR_ACCOUNT
from web.accounts.factor_model import CodeApp
from web.accounts.roles import Role
from web.app import create_app
from web.resources import Resources


PASSKEY = f"{SECURITY}/passkeys/new"


def _options(browser: StaffBrowser, what: str, page: str) -> dict[str, str]:
    token = browser.open(page).fields(page)["form_token"]
    answer = browser.client.post(f"/staff/passkeys/{what}", data={"form_token": token})
    assert answer.status_code == 200, answer.text
    options: dict[str, str] = answer.json()
    return options


def add_passkey(browser: StaffBrowser, device: SoftAuthenticator) -> int:
    """Adds a passkey in a browser that is signed in; returns the status of the answer."""
    options = _options(browser, "offer", PASSKEY)
    return browser.send(PASSKEY, passkey=device.make(options)).status_code


def _give_passkey(browser: StaffBrowser, device: SoftAuthenticator) -> int:
    options = browser.client.post(
        "/staff/passkeys/challenge", data={"form_token": _form_token(browser)}
    ).json()
    return browser.client.post(
        SECOND, data={"form_token": _form_token(browser), "passkey": device.prove(options)}
    ).status_code


def _form_token(browser: StaffBrowser) -> str:
    return browser.open(SECOND).fields(SECOND)["form_token"]


def test_the_first_sign_in_sets_up_a_second_factor_and_opens_nothing_before(
    strict_browser: StaffBrowser,
) -> None:
    answer = strict_browser.sign_in(strict_browser.hire(Role.ADMINISTRATOR))
    assert answer.headers["location"] == "/staff"

    for path in ("/staff", "/admin", "/insights", "/staff/people", "/staff/password"):
        refused = strict_browser.client.get(path)
        assert refused.status_code == 303
        assert refused.headers["location"].startswith(SECURITY), path
    assert strict_browser.client.post("/staff/people/invite").status_code == 303
    page = strict_browser.open(SECURITY)
    assert page.one("h1").text == "Set up a second factor"

    set_up_app(strict_browser)
    assert strict_browser.client.get("/staff").status_code == 200


def test_after_the_password_nothing_opens_but_the_second_step(
    strict_browser: StaffBrowser, clock: HandClock
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)

    for path in ("/staff", "/admin", SECURITY, f"{SECURITY}/code-app", PASSKEY):
        assert strict_browser.client.get(path).headers["location"].startswith(SECOND), path
    clock.move(seconds=60)
    assert give(strict_browser, totp.at(clock())) == 303
    assert strict_browser.client.get("/admin").status_code == 200


def test_the_page_that_was_asked_for_opens_after_the_second_step(
    strict_browser: StaffBrowser, clock: HandClock
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    clock.move(seconds=60)

    asked = strict_browser.client.get("/insights").headers["location"]
    answer = strict_browser.client.post(
        SECOND, data=Page(strict_browser.client.get(asked).text).fields(SECOND) | {"code": totp.at(clock())}
    )

    assert answer.headers["location"] == "/insights"


def test_whoever_set_one_up_is_asked_for_it_where_it_is_not_required(
    browser: StaffBrowser, clock: HandClock
) -> None:
    email, _totp, _codes = hire_with_app(browser)

    browser.sign_in(email)

    assert browser.client.get("/admin").headers["location"].startswith(SECOND)


def test_the_second_step_changes_the_sessions_token(strict_browser: StaffBrowser, clock: HandClock) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    before = strict_browser.client.cookies["signpost_staff"]
    clock.move(seconds=60)
    give(strict_browser, totp.at(clock()))

    assert strict_browser.client.cookies["signpost_staff"] != before
    strict_browser.client.cookies.clear()
    strict_browser.client.cookies["signpost_staff"] = before
    assert strict_browser.client.get("/staff").headers["location"].startswith("/staff/sign-in")


@pytest.mark.parametrize("code", ["", "000000", "12345", "abcdef", "٠٠٠٠٠٠", "\ud83d", "x" * 5000])
def test_a_wrong_code_is_asked_for_again(strict_browser: StaffBrowser, code: str) -> None:
    email, _totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)

    answer = strict_browser.send(SECOND, code=code.encode("utf-8", "replace").decode())

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []


def test_the_code_that_set_the_app_up_does_not_also_sign_in(strict_browser: StaffBrowser) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)

    assert give(strict_browser, totp.at(strict_browser.held.clock())) == 422


def test_a_code_works_once_within_its_window(
    strict_browser: StaffBrowser, strict: Resources, strict_app: FastAPI, clock: HandClock
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    other = new_browser(strict, strict_app)
    for browser in (strict_browser, other):
        browser.sign_in(email)
    clock.move(seconds=60)
    code = totp.at(clock())

    assert [give(strict_browser, code), give(other, code)] == [303, 422]


def test_an_older_code_is_refused_after_a_newer_one(
    strict_browser: StaffBrowser, strict: Resources, strict_app: FastAPI, clock: HandClock
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    other = new_browser(strict, strict_app)
    for browser in (strict_browser, other):
        browser.sign_in(email)
    clock.move(seconds=90)
    older, newer = totp.at(clock(), counter_offset=-1), totp.at(clock())

    assert [give(strict_browser, newer), give(other, older)] == [303, 422]


@pytest.mark.parametrize(("steps", "status"), [(-2, 422), (-1, 303), (0, 303), (1, 303), (2, 422)])
def test_a_telephones_clock_may_be_half_a_minute_off(
    strict_browser: StaffBrowser, clock: HandClock, steps: int, status: int
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    clock.move(minutes=5)

    assert give(strict_browser, totp.at(clock(), counter_offset=steps)) == status


def test_a_clock_that_was_set_back_lets_no_code_in_twice(
    strict_browser: StaffBrowser, strict: Resources, strict_app: FastAPI, clock: HandClock
) -> None:
    email, totp, codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    clock.move(minutes=5)
    assert give(strict_browser, totp.at(clock())) == 303

    clock.move(minutes=-5)
    other = new_browser(strict, strict_app)
    other.sign_in(email)

    assert give(other, totp.at(clock())) == 422
    assert give(other, codes[0]) == 303  # the way in until the clock has caught up


def test_five_wrong_codes_lock_the_second_step_over_a_restart_and_for_every_browser(
    strict_browser: StaffBrowser, strict: Resources, clock: HandClock
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    clock.move(minutes=1)
    wrong = [give(strict_browser, "000000") for _ in range(MOST_FOR_ACCOUNT)]

    again = new_browser(strict, create_app(strict))
    again.sign_in(email)

    assert wrong == [422] * MOST_FOR_ACCOUNT
    assert give(again, totp.at(clock())) == 429
    clock.move(minutes=15)
    again.sign_in(email)
    assert give(again, totp.at(clock())) == 303


def test_a_recovery_code_lets_in_once_however_it_is_typed(
    strict_browser: StaffBrowser, strict: Resources, strict_app: FastAPI
) -> None:
    email, _totp, codes = hire_with_app(strict_browser)
    typed = f" {codes[0].upper().replace('-', ' ')} "
    other = new_browser(strict, strict_app)
    for browser in (strict_browser, other):
        browser.sign_in(email)

    assert [give(strict_browser, typed), give(other, codes[0]), give(other, codes[1])] == [303, 422, 303]
    assert "8 of your recovery codes are left" in other.open(SECURITY).text


def test_the_recovery_code_of_another_person_is_refused(strict_browser: StaffBrowser) -> None:
    _email, _totp, codes = hire_with_app(strict_browser, Role.MANAGER)
    other, _totp, _codes = hire_with_app(strict_browser, Role.ANALYST)
    strict_browser.sign_in(other)

    assert give(strict_browser, codes[0]) == 422


def test_the_key_of_an_app_is_stored_where_only_we_can_read_it(strict_browser: StaffBrowser) -> None:
    _email, totp, codes = hire_with_app(strict_browser)

    with strict_browser.held.sessions() as session:
        stored = [each.key for each in session.query(CodeApp)]
        dump = str(session.connection().exec_driver_sql("select id from staff_recovery_code").all())
    assert all(totp.secret not in key for key in stored)
    assert not any(code in dump or code.replace("-", "") in dump for code in codes)


def test_a_passkey_is_set_up_and_signs_in(strict_browser: StaffBrowser, clock: HandClock) -> None:
    device, email = SoftAuthenticator(), strict_browser.hire(Role.MANAGER)
    strict_browser.sign_in(email)

    assert add_passkey(strict_browser, device) == 200  # shows the recovery codes
    strict_browser.send("/staff", "/staff/sign-out")
    strict_browser.sign_in(email)
    assert strict_browser.client.get("/admin").headers["location"].startswith(SECOND)
    assert _give_passkey(strict_browser, device) == 303
    assert strict_browser.client.get("/admin").status_code == 200


def _hire_with_passkey(browser: StaffBrowser, device: SoftAuthenticator) -> None:
    email = browser.hire(Role.MANAGER)
    browser.sign_in(email)
    assert add_passkey(browser, device) == 200
    browser.send("/staff", "/staff/sign-out")
    browser.sign_in(email)


@pytest.mark.parametrize("what", ["origin", "host", "owner", "count", "another"])
def test_a_passkey_that_does_not_fit_is_refused(strict_browser: StaffBrowser, what: str) -> None:
    device = SoftAuthenticator()
    device.uses = 7
    _hire_with_passkey(strict_browser, device)
    if what == "origin":
        device.origin = "http://localhost:9000"
    if what == "host":
        device.host = "evil.example"
    if what == "owner":
        device.sees_owner = False
    if what == "count":
        device.uses = 5  # a copy of the device, whose count is behind
    if what == "another":
        device = SoftAuthenticator()

    assert _give_passkey(strict_browser, device) == 422
    assert strict_browser.client.get("/admin").status_code == 303


def test_what_a_passkey_signed_is_believed_once(strict_browser: StaffBrowser) -> None:
    device = SoftAuthenticator()
    _hire_with_passkey(strict_browser, device)
    token = {"form_token": _form_token(strict_browser)}
    options = strict_browser.client.post("/staff/passkeys/challenge", data=token).json()
    signed = device.prove(options)
    email = "manager@signpost.example"

    assert strict_browser.client.post(SECOND, data=token | {"passkey": signed}).status_code == 303
    strict_browser.send("/staff", "/staff/sign-out")
    strict_browser.sign_in(email)
    token = {"form_token": _form_token(strict_browser)}
    assert strict_browser.client.post(SECOND, data=token | {"passkey": signed}).status_code == 422


def test_a_challenge_holds_for_five_minutes(strict_browser: StaffBrowser, clock: HandClock) -> None:
    device = SoftAuthenticator()
    _hire_with_passkey(strict_browser, device)
    token = {"form_token": _form_token(strict_browser)}
    options = strict_browser.client.post("/staff/passkeys/challenge", data=token).json()

    clock.move(minutes=5)

    answer = strict_browser.client.post(SECOND, data=token | {"passkey": device.prove(options)})
    assert answer.status_code == 422


@pytest.mark.parametrize("sent", ["{}", "[]", "null", "x", '{"id": 7}', '{"rawId": "é"}', "x" * 30_000])
def test_nonsense_instead_of_a_passkey_is_refused(strict_browser: StaffBrowser, sent: str) -> None:
    device = SoftAuthenticator()
    _hire_with_passkey(strict_browser, device)
    token = {"form_token": _form_token(strict_browser)}
    strict_browser.client.post("/staff/passkeys/challenge", data=token)

    assert strict_browser.client.post(SECOND, data=token | {"passkey": sent}).status_code == 422


def test_a_passkey_is_not_taken_twice(strict_browser: StaffBrowser) -> None:
    device = SoftAuthenticator()
    strict_browser.sign_in(strict_browser.hire(Role.MANAGER))
    assert add_passkey(strict_browser, device) == 200

    assert add_passkey(strict_browser, device) == 422
