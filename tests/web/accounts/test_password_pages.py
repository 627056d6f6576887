"""Changing a password, having forgotten it, and choosing one by a link."""

import pytest
from fastapi.testclient import TestClient

from tests.web.accounts.conftest import new_browser
from tests.web.accounts.letters_read import letters, link_in
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from web.accounts.attempts import MOST_FOR_ACCOUNT
from web.accounts.model import StaffLink
from web.accounts.roles import Role
from web.accounts.users import disable_staff, find_staff


FORGOTTEN = "/staff/forgotten-password"
CHOOSE = "/staff/choose-password"
OWN = "/staff/password"
NEW = "four other words entirely"


def _ask(browser: StaffBrowser, email: str) -> tuple[int, str]:
    answer = browser.send(FORGOTTEN, email=email)
    return answer.status_code, answer.headers.get("location", "")


def _link(browser: StaffBrowser, email: str) -> str:
    _ask(browser, email)
    return link_in(letters(browser.held)[-1][2])


def _choose(browser: StaffBrowser, link: str, password: str = NEW) -> int:
    fields = Page(browser.client.get(link).text).fields(CHOOSE)
    return browser.client.post(CHOOSE, data=fields | {"new": password}).status_code


def test_a_forgotten_password_is_chosen_anew_by_a_link(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)

    assert _choose(browser, _link(browser, email)) == 303

    assert browser.sign_in(email, PASSWORD).status_code == 422
    assert browser.sign_in(email, NEW).status_code == 303
    assert [subject for _to, subject, _text in letters(browser.held)] == [
        "Choose a new password for Signpost",
        "Your Signpost account: password changed",
    ]


def test_the_answer_is_the_same_whether_there_is_an_account_or_not(
    browser: StaffBrowser, clock: HandClock
) -> None:
    known = browser.hire(Role.MANAGER)
    disabled = browser.hire(Role.ANALYST)
    with browser.held.sessions.begin() as session:
        staff = find_staff(session, disabled)
        assert staff is not None
        disable_staff(session, staff, at=clock())

    answers = {_ask(browser, email) for email in (known, disabled, "nobody@example.org", "\x00", "x" * 5000)}

    assert answers == {(303, f"{FORGOTTEN}/sent")}
    assert [to for to, _subject, _text in letters(browser.held)] == [known]
    assert browser.open(f"{FORGOTTEN}/sent").title == "Look for an e-mail – Signpost staff"


def test_opening_the_link_changes_nothing(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    link = _link(browser, email)

    for _ in range(3):
        assert browser.client.get(link).status_code == 200

    assert browser.sign_in(email, PASSWORD).status_code == 303


def test_a_link_works_once(browser: StaffBrowser) -> None:
    link = _link(browser, browser.hire(Role.MANAGER))
    fields = Page(browser.client.get(link).text).fields(CHOOSE)
    _choose(browser, link)

    assert browser.client.get(link).status_code == 410
    assert browser.client.post(CHOOSE, data=fields | {"new": "another one again"}).status_code == 410
    assert browser.sign_in("manager@signpost.example", NEW).status_code == 303


def test_a_newer_link_ends_the_one_before(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    first, second = _link(browser, email), _link(browser, email)

    assert browser.client.get(first).status_code == 410
    assert browser.client.get(second).status_code == 200


@pytest.mark.parametrize(("minutes", "status"), [(59, 200), (60, 410)])
def test_a_link_holds_for_an_hour(browser: StaffBrowser, clock: HandClock, minutes: int, status: int) -> None:
    link = _link(browser, browser.hire(Role.MANAGER))
    clock.move(minutes=minutes)

    assert browser.client.get(link).status_code == status


@pytest.mark.parametrize("token", ["", "x", "é", "\udc80", "0" * 5000])
def test_a_made_up_link_opens_nothing(client: TestClient, token: str) -> None:
    answer = client.get(CHOOSE, params={"token": token.encode("utf-8", "replace").decode()})

    assert answer.status_code == 410
    assert "This link no longer works" in answer.text


def test_whoever_reads_the_database_has_no_link(browser: StaffBrowser) -> None:
    link = _link(browser, browser.hire(Role.MANAGER))

    with browser.held.sessions() as session:
        stored = session.query(StaffLink).one()

    assert stored.id not in link
    assert browser.client.get(CHOOSE, params={"token": stored.id}).status_code == 410


def test_a_link_of_a_disabled_account_ends(browser: StaffBrowser, clock: HandClock) -> None:
    email = browser.hire(Role.MANAGER)
    link = _link(browser, email)
    with browser.held.sessions.begin() as session:
        staff = find_staff(session, email)
        assert staff is not None
        disable_staff(session, staff, at=clock())

    assert browser.client.get(link).status_code == 410


def test_a_password_that_is_too_short_is_asked_for_again_and_the_link_still_works(
    browser: StaffBrowser,
) -> None:
    link = _link(browser, browser.hire(Role.MANAGER))

    fields = Page(browser.client.get(link).text).fields(CHOOSE)
    answer = browser.client.post(CHOOSE, data=fields | {"new": "short"})

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.broken_error_links() == []
    assert "Use at least 12 characters" in page.text
    assert _choose(browser, link) == 303


def test_choosing_needs_the_form_of_this_browser(browser: StaffBrowser) -> None:
    link = _link(browser, browser.hire(Role.MANAGER))
    fields = Page(browser.client.get(link).text).fields(CHOOSE)
    other = new_browser(browser.held, browser.client.app)  # type: ignore[arg-type]

    assert other.client.post(CHOOSE, data=fields | {"new": NEW}).status_code == 403
    assert other.client.post(FORGOTTEN, data={"email": "a@b.org"}).status_code == 403
    assert browser.client.get(link).status_code == 200


def test_a_flood_of_requests_sends_no_flood_of_letters(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)

    answers = [_ask(browser, email) for _ in range(MOST_FOR_ACCOUNT + 3)]

    assert len(set(answers)) == 1
    assert len(letters(browser.held)) == MOST_FOR_ACCOUNT
    assert browser.sign_in(email).status_code == 303  # and locks nobody out


def test_changing_ones_own_password_signs_out_every_other_browser(browser: StaffBrowser) -> None:
    email = browser.hire(Role.MANAGER)
    other = new_browser(browser.held, browser.client.app)  # type: ignore[arg-type]
    for each in (browser, other):
        each.sign_in(email)

    answer = browser.send(OWN, password=PASSWORD, new=NEW)

    assert answer.headers["location"] == "/staff/security?done=password"
    assert "Your password is changed" in browser.open(answer.headers["location"]).text
    assert other.client.get("/staff").status_code == 303
    assert other.sign_in(email, NEW).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("wrong", NEW, "Your present password is wrong"),
        ("", NEW, "Your present password is wrong"),
        (PASSWORD, "short", "Use at least 12 characters"),
        (PASSWORD, "x" * 300, "Use at most 128 characters"),
        (PASSWORD, "Liverpool2024!", "This password is easily guessed"),
    ],
)
def test_a_password_is_changed_by_whoever_knows_it_to_one_that_is_long_enough(
    browser: StaffBrowser, old: str, new: str, words: str
) -> None:
    browser.sign_in_as(Role.MANAGER)

    answer = browser.send(OWN, password=old, new=new)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert words in page.text
    assert page.broken_error_links() == []
    assert new not in answer.text
    assert browser.sign_in("manager@signpost.example", PASSWORD).status_code == 303
