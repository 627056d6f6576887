"""The staff's pages for signing in and out."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from directory.model import Organization
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, SIGN_IN, StaffBrowser
from web.accounts.attempts import MOST_FOR_ACCOUNT
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.app import create_app
from web.resources import Resources


def test_the_sign_in_page_has_one_heading_and_labels(client: TestClient) -> None:
    page = Page(client.get(SIGN_IN).text)

    assert page.title == "Sign in – Signpost staff"
    assert len(page.all("h1")) == 1
    assert page.unlabelled() == []


def test_the_right_password_signs_in(browser: StaffBrowser) -> None:
    answer = browser.sign_in(browser.hire(Role.MANAGER))

    assert answer.status_code == 303
    assert answer.headers["location"] == "/staff"
    assert "manager@signpost.example" in browser.open("/staff").text


def test_the_session_cookie_is_hidden_from_scripts_and_other_sites(browser: StaffBrowser) -> None:
    answer = browser.sign_in(browser.hire(Role.MANAGER))

    cookie = next(
        each for each in answer.headers.get_list("set-cookie") if each.startswith("signpost_staff=")
    )
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "expires" not in cookie.lower()


def test_cookies_are_for_encrypted_connections_only_when_live(held: Resources) -> None:
    live = replace(held, settings=replace(held.settings, live=True, allowed_hosts=("signpost.example",)))
    browser = StaffBrowser(
        TestClient(create_app(live), base_url="https://signpost.example", follow_redirects=False), live
    )

    answer = browser.sign_in(browser.hire(Role.MANAGER))

    cookies = answer.headers.get_list("set-cookie")
    assert cookies
    assert all("Secure" in each and each.startswith("__Host-") for each in cookies)
    assert "manager@signpost.example" in browser.open("/staff").text


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("manager@signpost.example", "not the password"),
        ("nobody@signpost.example", PASSWORD),
        ("", ""),
        ("manager@signpost.example", ""),
        ("manager@signpost.example", "x" * 5000),
        ("\x00", "\x00"),
    ],
)
def test_a_failed_sign_in_never_says_which_part_was_wrong(
    browser: StaffBrowser, email: str, password: str
) -> None:
    browser.hire(Role.MANAGER)

    answer = browser.sign_in(email, password)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert "The e-mail address or the password is wrong." in page.text
    assert "signpost_staff" not in browser.client.cookies


def _as_multipart(fields: dict[str, str]) -> bytes:
    parts = [
        f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}'
        for name, value in fields.items()
    ]
    return ("\r\n".join(parts) + "\r\n--X--\r\n").encode()


def test_half_a_character_in_the_address_is_a_wrong_address(browser: StaffBrowser) -> None:
    fields = Page(browser.client.get(SIGN_IN).text).fields(SIGN_IN)
    body = _as_multipart(fields | {"email": "\\ud800a@x.org", "password": PASSWORD})
    kind = {"content-type": "multipart/form-data; boundary=X; charset=unicode_escape"}

    answer = browser.client.post(SIGN_IN, content=body, headers=kind)

    assert answer.status_code == 422
    assert "The e-mail address or the password is wrong." in Page(answer.text).text


def test_a_form_in_an_encoding_that_nobody_reads_is_refused(client: TestClient) -> None:
    kind = {"content-type": "multipart/form-data; boundary=X; charset=undefined"}

    answer = client.post(SIGN_IN, content=_as_multipart({"email": "a@x.org"}), headers=kind)

    assert answer.status_code == 400
    assert "nothing was changed" in Page(answer.text).text


def test_a_failed_sign_in_keeps_the_address_and_not_the_password(browser: StaffBrowser) -> None:
    answer = browser.sign_in("ann@example.org", "MARKER-PASSWORD")

    assert Page(answer.text).fields(SIGN_IN)["email"] == "ann@example.org"
    assert "MARKER-PASSWORD" not in answer.text


def test_what_was_typed_is_shown_as_text_and_never_as_markup(browser: StaffBrowser) -> None:
    answer = browser.sign_in('"><script>alert(1)</script>', "x")

    assert "<script>alert" not in answer.text


def test_a_locked_account_has_to_wait_even_with_the_right_password(
    browser: StaffBrowser, clock: HandClock
) -> None:
    email = browser.hire(Role.MANAGER)
    for _ in range(MOST_FOR_ACCOUNT):
        browser.sign_in(email, "not the password")

    locked = browser.sign_in(email)
    clock.move(minutes=15)
    later = browser.sign_in(email)

    assert locked.status_code == 429
    assert "Wait 15 minutes" in Page(locked.text).text
    assert later.status_code == 303


def test_an_account_that_does_not_exist_is_locked_alike(browser: StaffBrowser) -> None:
    answers = [
        browser.sign_in("nobody@example.org", "guess").status_code for _ in range(MOST_FOR_ACCOUNT + 1)
    ]

    assert answers == [422] * MOST_FOR_ACCOUNT + [429]


def test_staff_pages_say_that_they_are_a_demonstration_unless_they_are_live(
    held: Resources, browser: StaffBrowser
) -> None:
    live = replace(held, settings=replace(held.settings, live=True))
    at_work = StaffBrowser(TestClient(create_app(live), base_url="http://localhost:8000"), live)
    browser.sign_in(browser.hire(Role.MANAGER))

    for path in ("/staff", "/admin", "/admin/services", "/staff/security"):
        assert "This is a demonstration." in browser.open(path).text
    assert "This is a demonstration." in browser.open("/staff/sign-in").text
    assert "This is a demonstration." not in at_work.open("/staff/sign-in").text


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_the_sign_in_form_needs_its_token(browser: StaffBrowser, token: str) -> None:
    answer = browser.sign_in(browser.hire(Role.MANAGER), form_token=token)

    assert answer.status_code == 403
    assert "signpost_staff" not in browser.client.cookies


def test_the_sign_in_form_of_another_browser_is_refused(browser: StaffBrowser, app: object) -> None:
    other = TestClient(browser.client.app, base_url="http://localhost:8000")
    fields = Page(other.get(SIGN_IN).text).fields(SIGN_IN)

    answer = browser.sign_in(browser.hire(Role.MANAGER), form_token=fields["form_token"])

    assert answer.status_code == 403


def test_signing_in_again_ends_the_session_before(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    before = browser.client.cookies["signpost_staff"]
    browser.sign_in("manager@signpost.example")

    browser.client.cookies.clear()
    browser.client.cookies["signpost_staff"] = before

    assert browser.client.get("/staff").status_code == 303


def test_signing_out_ends_the_session_on_the_server_too(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = browser.client.cookies["signpost_staff"]

    answer = browser.send("/staff", "/staff/sign-out")

    assert answer.headers["location"] == "/staff/signed-out"
    assert "signpost_staff" not in browser.client.cookies
    browser.client.cookies["signpost_staff"] = token
    assert browser.client.get("/staff").status_code == 303


def test_signing_out_needs_the_form_token(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)

    assert browser.client.post("/staff/sign-out").status_code == 403
    assert browser.client.get("/staff").status_code == 200


@pytest.mark.parametrize(
    ("role", "doors"),
    [
        (Role.MANAGER, {"Services"}),
        (Role.ANALYST, {"Insights"}),
        (Role.ADMINISTRATOR, {"Services", "Insights"}),
        (Role.EDITOR, set()),
    ],
)
def test_the_start_page_shows_the_doors_that_are_open(
    browser: StaffBrowser, role: Role, doors: set[str]
) -> None:
    browser.sign_in_as(role)

    links = browser.open("/staff").links

    assert {"Services", "Insights"} & set(links) == doors


def test_an_editor_starts_at_the_services_of_their_own_organisation(browser: StaffBrowser) -> None:
    with browser.held.sessions.begin() as session:
        session.add(Organization(id="own", name="Own", description="Helps."))
        session.flush()
        at = browser.held.clock()
        add_staff(session, "editor@signpost.example", Role.EDITOR, PASSWORD, at=at, organization_id="own")
    browser.sign_in("editor@signpost.example")

    links = browser.open("/staff").links

    assert links["Your services"] == "/admin/services"
    assert not {"/admin", "/insights", "/staff/people"} & set(links.values())
    assert browser.client.get("/admin/services").status_code == 200
