"""A key is shown once, kept as a hash, and works only for as long and for whom it should."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from tests.web.conftest import HandClock
from tests.web.insights.test_figure_pages import WEEK_ONE
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.model import Staff
from web.accounts.roles import Role
from web.insights.keys import LASTS, LONG_NAME, MOST_KEYS, NO_NAME, START, TOO_MANY
from web.insights.model import NotebookKey
from web.resources import Resources


HERE = "/insights/notebooks"
API = "/insights/api"
Visit = Callable[..., None]


def a_new_key(analyst: StaffBrowser, name: str = "notebook") -> str:
    return Page(analyst.send(HERE, name=name).text).one("code", id="new-key").text


def status(analyst: StaffBrowser, key: str) -> int:
    return analyst.client.get(API, headers={"Authorization": f"Bearer {key}"}).status_code


def test_a_new_key_is_shown_once_works_and_is_stored_as_a_hash(
    analyst: StaffBrowser, held: Resources
) -> None:
    key = a_new_key(analyst)
    page = analyst.open(HERE)
    with held.sessions() as session:
        row = session.scalars(select(NotebookKey)).one()

    assert key.startswith(START)
    assert key not in page.text
    assert "notebook: until 22 February 2027, not used yet" in page.text
    assert key not in {str(getattr(row, column.name)) for column in NotebookKey.__table__.columns}
    assert status(analyst, key) == 200
    assert "last used on 24 November 2026" in analyst.open(HERE).text


def test_making_a_key_asks_who_this_is_when_that_was_a_while_ago(
    analyst: StaffBrowser, clock: HandClock
) -> None:
    clock.move(minutes=6)

    answer = analyst.send(HERE, name="notebook")

    assert "proof_password" in answer.text
    assert START not in answer.text
    assert "Your new key" not in answer.text


def test_a_key_that_was_ended_works_no_more(analyst: StaffBrowser) -> None:
    key = a_new_key(analyst)
    action = next(
        each.attributes["action"]
        for each in analyst.open(HERE).all("form")
        if each.attributes["action"].endswith("/end")
    )

    assert analyst.send(HERE, action).status_code == 303
    assert status(analyst, key) == 401


def test_a_key_ends_by_itself(analyst: StaffBrowser, clock: HandClock) -> None:
    key = a_new_key(analyst)
    clock.now += LASTS

    assert status(analyst, key) == 401


@pytest.mark.parametrize("change", ["disabled", "manager"])
def test_a_key_goes_with_the_right_to_read_figures(
    analyst: StaffBrowser, held: Resources, clock: HandClock, change: str
) -> None:
    key = a_new_key(analyst)
    with held.sessions.begin() as session:
        staff = session.scalars(select(Staff)).one()
        staff.disabled_at = clock.now if change == "disabled" else None
        staff.role = Role.ANALYST if change == "disabled" else Role.MANAGER

    assert status(analyst, key) == 401


@pytest.mark.parametrize(("name", "said"), [("", NO_NAME), ("x" * 81, LONG_NAME)])
def test_a_key_without_a_name_is_not_made(analyst: StaffBrowser, name: str, said: str) -> None:
    answer = analyst.send(HERE, name=name)
    page = Page(answer.text)

    assert answer.status_code == 400
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    assert "You have none." in page.text


def test_a_person_has_so_many_keys_and_no_more(analyst: StaffBrowser) -> None:
    for number in range(MOST_KEYS):
        a_new_key(analyst, str(number))

    assert TOO_MANY in analyst.send(HERE, name="one more").text


def test_nobody_ends_the_key_of_another(analyst: StaffBrowser) -> None:
    key = a_new_key(analyst)
    action = next(
        each.attributes["action"]
        for each in analyst.open(HERE).all("form")
        if each.attributes["action"].endswith("/end")
    )
    analyst.sign_in(analyst.hire(Role.ANALYST, "other@signpost.example"))
    token = analyst.open(HERE).fields(HERE)["form_token"]

    assert analyst.client.post(action, data={"form_token": token}).status_code == 404
    assert status(analyst, key) == 200


def test_the_description_opens_in_a_browser(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)

    assert analyst.client.get(f"{HERE}/openapi.json").json()["info"]["title"] == "Signpost insights"
