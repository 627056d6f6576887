"""What an analyst sees, what nobody else sees, and what a hand-made address gets."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from usage.model import ReleaseRecord
from vocabulary.areas import District
from vocabulary.pathway import Traffic
from web.accounts.roles import Role
from web.app import create_app
from web.resources import Resources


WEEK_ONE = datetime(2026, 11, 11, 12, tzinfo=UTC)  # the tests' clock stands at 24 November
WEEK = "2026-11-09..2026-11-15"
CSV = "/insights/needs-by-area.csv"
Visit = Callable[..., None]


def figure(page: Page, need: str, area: str) -> str:
    columns = [each.text for each in page.all("th", scope="col")]
    rows = [each.text for each in page.all("th", scope="row")]
    cells = [each.text for each in page.all("td")]
    return cells[rows.index(need) * (len(columns) - 1) + columns.index(area) - 1]


def releases(held: Resources) -> int:
    with held.sessions() as session:
        return session.scalar(select(func.count()).select_from(ReleaseRecord)) or 0


def test_an_analyst_sees_the_visits_counted_once_their_week_is_released(
    analyst: StaffBrowser, visit: Visit
) -> None:
    visit(12, WEEK_ONE)

    page = analyst.open("/insights")

    assert figure(page, "Cuckooing", "Telford and Wrekin") == "10"
    assert figure(page, "All visits", "All visits") == "10"
    assert figure(page, "Housing", "Worcester") == "fewer than 10"
    assert "About 10 visits. Needs brought most: Cuckooing (about 10)." in page.text


def test_visits_of_this_week_wait_for_their_release(
    analyst: StaffBrowser, visit: Visit, clock: HandClock
) -> None:
    visit(12, clock())
    before = analyst.open("/insights").text

    clock.now = datetime(2026, 12, 7, 9, tzinfo=UTC)
    analyst.sign_in(email="analyst@signpost.example")
    after = analyst.open("/insights")

    assert "No week is released yet" in before
    assert "The next release day is 30 November 2026" in before
    assert figure(after, "Cuckooing", "Telford and Wrekin") == "10"


def test_the_page_says_how_many_weeks_are_released_and_the_newest(
    analyst: StaffBrowser, visit: Visit
) -> None:
    visit(1, WEEK_ONE.replace(month=10))

    text = analyst.open("/insights").text

    assert "6 weeks are released, from 5 October 2026. The newest ends on 15 November 2026" in text
    assert "the next is released on 30 November 2026" in text


def test_the_page_tells_its_method_and_the_hidden_share(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)

    text = analyst.open("/insights").text

    assert "Hidden in this table: 274 of 275 figures (99.6%), and 34 of 37 totals." in text
    for said in (
        "count visits, not people",
        "any number below 10, none included",
        "nearest 5",
        "one week after",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("traffic", "said"),
    [(Traffic.DEMO, "Synthetic data."), (Traffic.TEST, "Test data."), (Traffic.REAL, None)],
)
def test_what_is_not_real_is_marked(held: Resources, traffic: Traffic, said: str | None) -> None:
    marked = replace(held, settings=replace(held.settings, traffic=traffic))
    client = TestClient(create_app(marked), base_url="http://localhost:8000", follow_redirects=False)
    browser = StaffBrowser(client, marked)
    browser.sign_in_as(Role.ANALYST)

    text = browser.open("/insights").text

    assert [each for each in ("Synthetic data.", "Test data.") if each in text] == ([said] if said else [])


def test_the_file_holds_the_figures_of_the_page(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)
    link = analyst.open("/insights").links["Download this table (CSV)"]

    answer = analyst.client.get(link)
    lines = list(csv.DictReader(answer.text.splitlines()))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert (
        answer.headers["content-disposition"]
        == 'attachment; filename="demo-needs-by-area-2026-11-09-2026-11-15.csv"'
    )
    assert len(lines) == 26 * 12
    assert {line["data"] for line in lines} == {"SYNTHETIC DEMONSTRATION"}
    assert {(line["need"], line["area"]) for line in lines if line["visits"] == "10"} == {
        (need, area) for need in ("Cuckooing", "All visits") for area in ("Telford and Wrekin", "All visits")
    }
    assert {line["visits"] for line in lines} == {"10", "fewer than 10"}


def test_a_filter_shows_part_of_the_same_table(analyst: StaffBrowser, visit: Visit) -> None:
    visit(33, WEEK_ONE)
    area = District.TELFORD_AND_WREKIN.value

    page = analyst.open(f"/insights?period={WEEK}&need=cuckooing&area={area}")

    assert [each.text for each in page.all("td")] == ["35"] * 4
    assert page.all("h2")[0].text == "Cuckooing, Telford and Wrekin: about 35 visits."
    assert "Hidden in this table: 0 of 1 figures (0.0%), and 0 of 3 totals." in page.text
    assert page.links["Download this table (CSV)"] == f"{CSV}?period={WEEK}&need=cuckooing&area={area}"


def test_page_and_file_are_each_recorded_as_a_release(
    analyst: StaffBrowser, visit: Visit, held: Resources
) -> None:
    visit(12, WEEK_ONE)

    analyst.open("/insights")
    analyst.client.get(CSV)

    assert releases(held) == 2


@pytest.mark.parametrize("path", ["/insights", CSV])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("period=2026-11-15..2026-11-09", "The first day is after the last"),
        ("period=2026-11-10..2026-11-16", "subtracting one from the other"),
        ("period=2026-11-16..2026-11-22", "not released yet"),
        ("period=9999-12-27..9999-12-31", "too far away"),
        ("period=0001-01-01..0001-01-07", "too far away"),
        ("period=2026-02-30..2026-03-05", "could not be read"),
        ("period=MARKER-TEXT", "could not be read"),
        ("period=%D9%A2026-11-09..2026-11-15", "could not be read"),
        ("period=%00", "could not be read"),
        (f"period={WEEK}&need=MARKER-TEXT", "no such need"),
        (f"period={WEEK}&area=MARKER-TEXT", "no such area"),
        (f"period={WEEK}&age=under-18", "does not know"),
        ("visit=1", "does not know"),
    ],
)
def test_a_hand_made_address_gets_a_clear_message_and_no_figure(
    analyst: StaffBrowser, visit: Visit, held: Resources, path: str, query: str, said: str
) -> None:
    visit(12, WEEK_ONE)

    answer = analyst.client.get(f"{path}?{query}")
    page = Page(answer.text)

    assert answer.status_code == 400
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.title.startswith("Error:")
    assert page.broken_error_links() == []
    assert not page.all("table")
    assert "MARKER-TEXT" not in answer.text
    assert releases(held) == 0


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("need=foo", ["#need"]),
        ("area=foo", ["#area"]),
        ("need=foo&area=bar", ["#need", "#area"]),
        ("period=foo&area=bar", ["#period", "#area"]),
        ("age=under-18", ["#period"]),
    ],
)
def test_an_error_stands_at_the_field_that_is_wrong(
    analyst: StaffBrowser, visit: Visit, query: str, places: list[str]
) -> None:
    visit(12, WEEK_ONE)
    page = Page(analyst.client.get(f"/insights?{query}").text)
    summary = page.one("div", class_="govuk-error-summary")
    described = {
        f"#{each.attributes['id']}": each.attributes["aria-describedby"]
        for each in page.all("select")
        if "aria-describedby" in each.attributes
    }

    assert [each.attributes["href"] for each in page.all("a") if each.within(summary)] == places
    assert list(described) == [place for place in places if "age" not in query]
    assert all(page.one("p", id=message).text.startswith("Error:") for message in described.values())


def test_an_error_keeps_what_was_chosen_well(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE.replace(day=3))
    area = District.TELFORD_AND_WREKIN.value
    older = "2026-11-02..2026-11-08"

    page = Page(analyst.client.get(f"/insights?period={older}&need=foo&area={area}").text)

    assert page.fields("/insights") == {"period": older, "need": "", "area": area}


def test_a_period_that_began_before_the_first_visit_says_so(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, datetime(2026, 8, 12, 12, tzinfo=UTC))  # a Wednesday, seven weeks before the quarter ends

    page = analyst.open("/insights")
    noted = [each.text for each in page.all("option") if " of 13" in each.text]

    assert noted == ["29 June to 27 September 2026 (7 of 13 weeks)"]
    assert "(7 of 13 weeks)" in page.one("caption").text
    assert "released, from 10 August 2026." in page.text


def test_a_hand_made_address_is_answered_before_anything_is_released_too(analyst: StaffBrowser) -> None:
    answer = analyst.client.get("/insights?period=MARKER-TEXT")

    assert answer.status_code == 400
    assert Page(answer.text).broken_error_links() == []


def test_a_file_without_any_released_week_is_a_clear_message(analyst: StaffBrowser) -> None:
    answer = analyst.client.get(CSV)

    assert answer.status_code == 400
    assert "not released yet" in answer.text


@pytest.mark.parametrize("role", [Role.MANAGER, Role.APPROVER, Role.EDITOR])
@pytest.mark.parametrize("path", ["/insights", CSV])
def test_other_staff_may_not_see_figures(browser: StaffBrowser, role: Role, path: str) -> None:
    browser.sign_in_as(role)

    assert browser.client.get(path).status_code == 403


def test_an_administrator_may_see_figures(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)

    assert browser.client.get("/insights").status_code == 200


@pytest.mark.parametrize("path", ["/insights", CSV])
def test_nobody_sees_figures_without_signing_in(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/staff/sign-in")


def test_every_control_has_a_label_and_the_table_its_headings(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)

    page = analyst.open("/insights")

    assert page.unlabelled() == []
    assert len(page.all("h1")) == 1
    assert page.one("caption").text.startswith(
        "Visits by need and area, 9 November to 15 November 2026 (1 week)"
    )
    assert len(page.all("th", scope="col")) == 13
    assert len(page.all("th", scope="row")) == 26


def test_the_chosen_period_stays_chosen(analyst: StaffBrowser, visit: Visit) -> None:
    visit(1, WEEK_ONE.replace(day=3))

    page = analyst.open("/insights?period=2026-11-02..2026-11-08")

    assert page.fields("/insights") == {"period": "2026-11-02..2026-11-08", "need": "", "area": ""}
