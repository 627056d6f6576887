"""The managers' page of what people said is wrong."""

from datetime import timedelta

import pytest

from directory import reports
from directory.model import Report
from directory.terms import ReportOutcome
from tests.web.admin.conftest import Places
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.faults import Fault
from web.accounts.csrf import make_form_token
from web.accounts.roles import Role


HERE = "/admin/reports"


def say(browser: StaffBrowser, telford: Places, *, times: int = 1, days_ago: int = 0) -> None:
    today = browser.held.clock().date() - timedelta(days_ago)
    with browser.held.sessions.begin() as session:
        for _ in range(times):
            reports.add_report(
                session,
                telford.service_id,
                contact_id=telford.contact_id,
                fault=Fault.NUMBER_DEAD,
                today=today,
            )


def action(browser: StaffBrowser) -> str:
    """The address of the only task's form."""
    forms = browser.open(HERE).all("form", method="post")
    [own] = [each for each in forms if each.attributes["action"].startswith(HERE)]
    return own.attributes["action"]


def test_with_nothing_wrong_it_says_so(manager: StaffBrowser) -> None:
    assert "Nobody has said that anything is wrong." in manager.open(HERE).text


def test_a_task_tells_what_is_wrong_how_often_and_since_when(manager: StaffBrowser, telford: Places) -> None:
    say(manager, telford, times=2, days_ago=3)
    say(manager, telford)

    page = manager.open(HERE)

    assert "Telford Family Connect" in page.text
    assert "The number does not work" in page.text
    assert "3 times, first 21 November 2026, last 24 November 2026" in page.text
    assert telford.service in page.links.values()
    assert page.unlabelled() == []


@pytest.mark.parametrize("outcome", list(ReportOutcome))
def test_a_manager_settles_a_task_with_what_came_of_it(
    manager: StaffBrowser, telford: Places, outcome: ReportOutcome
) -> None:
    say(manager, telford, days_ago=1)
    say(manager, telford)

    answer = manager.send(HERE, action(manager), outcome=outcome.value)
    page = manager.open(answer.headers["location"])

    assert answer.status_code == 303
    assert page.one("div", class_="govuk-notification-banner")
    assert "Settled last" in page.text
    assert "manager@signpost.example" in page.text
    with manager.held.sessions() as session:
        kept = session.query(Report).all()
    assert [(each.outcome, each.settled_on) for each in kept] == [(outcome, manager.held.clock().date())] * 2
    assert len({each.settled_by for each in kept}) == 1


@pytest.mark.parametrize("outcome", ["", "nonsense"])
def test_without_an_outcome_the_page_says_what_to_choose(
    manager: StaffBrowser, telford: Places, outcome: str
) -> None:
    say(manager, telford)

    answer = manager.send(HERE, action(manager), outcome=outcome)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error:")
    assert page.broken_error_links() == []


@pytest.mark.parametrize("seen", ["1", "", "x"])
def test_what_the_manager_did_not_see_is_not_settled(
    manager: StaffBrowser, telford: Places, seen: str
) -> None:
    say(manager, telford)
    to = action(manager)
    fields = manager.open(HERE).fields(to) | {"outcome": "was-right", "seen": seen}
    say(manager, telford)

    answer = manager.client.post(to, data=fields)

    page = Page(answer.text)
    assert answer.status_code == 409
    assert "More people have said the same" in page.text
    assert page.broken_error_links() == []
    assert "2 times" in page.text


def test_a_task_that_was_settled_by_somebody_else_is_gone(manager: StaffBrowser, telford: Places) -> None:
    say(manager, telford)
    to = action(manager)
    fields = manager.open(HERE).fields(to) | {"outcome": "corrected"}
    manager.client.post(to, data=fields)

    assert manager.client.post(to, data=fields).status_code == 404


def test_an_odd_address_says_nothing_was_settled(manager: StaffBrowser) -> None:
    page = manager.open(f"{HERE}?settled=<b>everything</b>")

    assert page.all("div", class_="govuk-notification-banner") == []
    assert "everything" not in page.text


@pytest.mark.parametrize("role", [Role.ANALYST, Role.EDITOR])
def test_who_keeps_no_directory_sees_and_settles_nothing(
    browser: StaffBrowser, telford: Places, role: Role
) -> None:
    say(browser, telford)
    browser.sign_in_as(role)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])
    with browser.held.sessions() as session:
        to = f"{HERE}/{reports.open_tasks(session)[0].id}"

    seen = browser.client.get(HERE).status_code
    settled = browser.client.post(to, data={"form_token": token, "outcome": "was-right", "seen": "1"})

    assert (seen, settled.status_code) == (403, 403)
    with browser.held.sessions() as session:
        assert reports.count_tasks(session) == 1


def test_nothing_is_settled_without_the_form_token(manager: StaffBrowser, telford: Places) -> None:
    say(manager, telford)

    answer = manager.client.post(action(manager), data={"outcome": "was-right", "seen": "1"})

    assert answer.status_code == 403
    with manager.held.sessions() as session:
        assert reports.count_tasks(session) == 1
