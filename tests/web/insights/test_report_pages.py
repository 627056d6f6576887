"""A person saves questions, comes back to them, and sees nobody else's."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from tests.web.insights.test_figure_pages import TABLE, TELFORD, WEEK, WEEK_ONE
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role
from web.insights.model import SavedReport
from web.insights.reports import LONG_NAME, MOST_REPORTS, NO_NAME, TOO_MANY
from web.resources import Resources


HERE = "/insights/reports"
Visit = Callable[..., None]


def count(held: Resources) -> int:
    with held.sessions() as session:
        return session.scalar(select(func.count()).select_from(SavedReport)) or 0


def test_a_saved_report_leads_back_to_the_same_figure(analyst: StaffBrowser, visit: Visit) -> None:
    visit(33, WEEK_ONE)
    asked = f"{TABLE}?period={WEEK}&need=cuckooing&area={TELFORD}"

    answer = analyst.send(asked, HERE, name="  Cuckooing   in Telford ")
    page = analyst.open(answer.headers["location"])

    assert "The report is saved." in page.text
    assert page.links["Cuckooing in Telford"] == asked
    assert "about 33" not in page.text


def test_nobody_sees_or_deletes_the_report_of_another(
    analyst: StaffBrowser, visit: Visit, held: Resources
) -> None:
    visit(33, WEEK_ONE)
    analyst.send(TABLE, HERE, name="Mine")
    action = next(
        each.attributes["action"]
        for each in analyst.open(HERE).all("form")
        if "/delete" in each.attributes["action"]
    )
    other = analyst.hire(Role.ANALYST, "other@signpost.example")
    analyst.sign_in(other)

    page = analyst.open(HERE)
    token = next(each.attributes["value"] for each in page.all("input", name="form_token"))
    answer = analyst.client.post(action, data={"form_token": token})

    assert "Mine" not in page.text
    assert answer.status_code == 404
    assert count(held) == 1


def test_a_report_is_deleted_by_its_owner(analyst: StaffBrowser, visit: Visit, held: Resources) -> None:
    visit(33, WEEK_ONE)
    analyst.send(TABLE, HERE, name="Mine")
    action = next(
        each.attributes["action"]
        for each in analyst.open(HERE).all("form")
        if "/delete" in each.attributes["action"]
    )

    assert analyst.send(HERE, action).status_code == 303
    assert count(held) == 0


@pytest.mark.parametrize(("name", "said"), [("", NO_NAME), ("  ", NO_NAME), ("x" * 81, LONG_NAME)])
def test_a_name_that_cannot_be_kept_is_asked_for_again(
    analyst: StaffBrowser, visit: Visit, held: Resources, name: str, said: str
) -> None:
    visit(33, WEEK_ONE)

    answer = analyst.send(f"{TABLE}?period={WEEK}&need=cuckooing", HERE, name=name)
    page = Page(answer.text)

    assert answer.status_code == 400
    assert page.title.startswith("Error:")
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    assert page.fields(HERE)["query"] == f"period={WEEK}&need=cuckooing"
    assert count(held) == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"view": "MARKER-TEXT"},
        {"query": "need=MARKER-TEXT"},
        {"query": "visit=MARKER-TEXT"},
        {"query": "%00=&&"},
    ],
)
def test_only_a_question_that_can_be_asked_is_kept(
    analyst: StaffBrowser, visit: Visit, held: Resources, changes: dict[str, str]
) -> None:
    visit(33, WEEK_ONE)

    answer = analyst.send(TABLE, HERE, **({"name": "Mine"} | changes))

    assert answer.status_code == 400
    assert count(held) == 0
    assert Page(answer.text).broken_error_links() == []


def test_a_name_is_text_and_never_markup(analyst: StaffBrowser, visit: Visit) -> None:
    visit(33, WEEK_ONE)

    analyst.send(TABLE, HERE, name="<b>Bold</b> & co")

    assert "<b>Bold</b> & co" in analyst.open(HERE).links


def test_a_person_keeps_so_many_and_no_more(analyst: StaffBrowser, visit: Visit, held: Resources) -> None:
    visit(33, WEEK_ONE)
    fields = analyst.open(TABLE).fields(HERE)
    statuses = [
        analyst.client.post(HERE, data=fields | {"name": str(each)}).status_code
        for each in range(MOST_REPORTS + 1)
    ]

    assert statuses == [303] * MOST_REPORTS + [400]
    assert TOO_MANY in analyst.client.post(HERE, data=fields | {"name": "more"}).text
    assert count(held) == MOST_REPORTS
