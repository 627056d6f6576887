"""Sign-ins and refusals at staff's doors are counted and logged, with marks and without names."""

from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from fastapi.testclient import TestClient

from signpost.logs import FORMS
from tests.web.accounts.conftest import (  # noqa: F401 - fixtures
    SECOND,
    hire_with_app,
    strict,
    strict_app,
    strict_browser,
)
from tests.web.conftest import HandClock
from tests.web.staff_browser import StaffBrowser
from web import security_events
from web.accounts.attempts import MOST_FOR_ACCOUNT
from web.accounts.roles import Role
from web.metrics import REGISTRY, SecurityEvent
from web.security_events import account_mark


@pytest.fixture
def told() -> Iterator[list[dict[str, Any]]]:
    """The events that were logged, none of them a moment ago."""
    security_events._logged.clear()
    with structlog.testing.capture_logs() as lines:
        yield lines


def _kinds(told: list[dict[str, Any]]) -> list[str]:
    return [each["kind"] for each in told if each["event"] == "security.event"]


def _counted(event: SecurityEvent) -> float:
    return REGISTRY.get_sample_value("signpost_security_events_total", {"kind": event.value}) or 0


def test_every_sign_in_is_logged_whichever_way_it_ends(
    browser: StaffBrowser, told: list[dict[str, Any]]
) -> None:
    email = browser.hire(Role.MANAGER)
    before = _counted(SecurityEvent.SIGN_IN_REFUSED)

    for _ in range(MOST_FOR_ACCOUNT + 1):
        browser.sign_in(email, "a wrong password")
    browser.sign_in("nobody@example.org")
    browser.client.cookies.clear()

    assert _kinds(told) == ["sign-in-refused"] * MOST_FOR_ACCOUNT + ["too-many-tries", "sign-in-refused"]
    assert _counted(SecurityEvent.SIGN_IN_REFUSED) == before + MOST_FOR_ACCOUNT + 1


def test_a_line_has_marks_of_the_account_and_the_network_and_no_name(
    browser: StaffBrowser, told: list[dict[str, Any]]
) -> None:
    email = browser.hire(Role.MANAGER)

    browser.sign_in(email.upper(), "a wrong password")
    browser.sign_in(email)

    lines = [each for each in told if each["event"] == "security.event"]
    marks = [(each["account"], each["network"]) for each in lines]
    assert [each["kind"] for each in lines] == ["sign-in-refused", "signed-in"]
    assert marks[0] == marks[1]
    assert marks[0][0] == account_mark(browser.held.secret, email)
    assert all(FORMS["account"].fullmatch(mark) for pair in marks for mark in pair)
    assert "manager" not in str(lines)


def test_a_wrong_second_factor_is_logged(
    strict_browser: StaffBrowser,  # noqa: F811
    told: list[dict[str, Any]],
    clock: HandClock,
) -> None:
    email, totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(email)
    told.clear()

    strict_browser.send(SECOND, code="000000" if totp.at(clock()) != "000000" else "111111")
    clock.move(minutes=1)
    strict_browser.send(SECOND, code=totp.at(clock()))

    assert _kinds(told) == ["second-factor-refused", "signed-in"]


@pytest.mark.parametrize("path", ["/staff/people", "/insights"])
def test_what_a_role_does_not_cover_is_logged_with_the_account(
    browser: StaffBrowser, told: list[dict[str, Any]], path: str
) -> None:
    browser.sign_in_as(Role.MANAGER)

    assert browser.client.get(path).status_code == 403

    line = told[-1]
    assert (line["kind"], line["log_level"]) == ("role-refused", "warning")
    assert line["account"] == account_mark(browser.held.secret, "manager@signpost.example")


def test_a_change_without_its_token_is_logged(browser: StaffBrowser, told: list[dict[str, Any]]) -> None:
    browser.sign_in_as(Role.MANAGER)

    assert browser.client.post("/staff/sign-out").status_code == 403

    assert _kinds(told)[-1] == "form-refused"


def test_a_page_without_a_session_is_logged_as_what_happens_every_day(
    client: TestClient, told: list[dict[str, Any]]
) -> None:
    client.get("/admin")

    assert [(each["kind"], each["log_level"]) for each in told] == [("not-signed-in", "info")]
    assert "account" not in told[0]


def test_a_wrong_password_in_the_middle_of_a_session_is_logged_and_the_question_is_not(
    browser: StaffBrowser, told: list[dict[str, Any]], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    clock.move(minutes=6)
    told.clear()

    browser.send("/staff/password", password="a wrong password", new="four other words entirely")

    assert _kinds(told) == ["proof-refused"]


def test_a_notebook_without_a_key_that_works_is_logged(
    client: TestClient, told: list[dict[str, Any]]
) -> None:
    answer = client.get("/insights/api")

    assert answer.status_code == 401
    assert _kinds(told) == ["key-refused"]


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/chat"), ("DELETE", "/admin"), ("PATCH", "/directory/v3/services")]
)
def test_a_method_that_an_address_does_not_take_is_logged_without_who_asked(
    client: TestClient, told: list[dict[str, Any]], method: str, path: str
) -> None:
    assert client.request(method, path).status_code == 405

    assert told == [{"event": "security.event", "kind": "method-refused", "log_level": "warning"}]


def test_who_reads_the_pages_about_staff_is_logged(browser: StaffBrowser, told: list[dict[str, Any]]) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)
    page = browser.open("/staff/people")
    person = next(
        href for href in page.links.values() if href.startswith("/staff/people/") and "invite" not in href
    )

    shown = browser.open(person)

    assert _kinds(told)[-2:] == ["people-read", "people-read"]
    assert account_mark(browser.held.secret, "administrator@signpost.example") in shown.text


def test_nothing_of_the_public_is_logged(client: TestClient, told: list[dict[str, Any]]) -> None:
    for path in ("/chat", "/services", "/privacy", "/no-such-page"):
        client.get(path)

    assert _kinds(told) == []


def test_what_anybody_can_bring_about_is_counted_each_time_and_logged_once_a_second(
    client: TestClient, told: list[dict[str, Any]]
) -> None:
    before = _counted(SecurityEvent.NOT_SIGNED_IN)

    for _ in range(20):
        client.get("/admin")

    assert _kinds(told) == ["not-signed-in"]
    assert _counted(SecurityEvent.NOT_SIGNED_IN) == before + 20
