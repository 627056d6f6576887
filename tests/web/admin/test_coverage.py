"""The coverage on a page and as a file, one cell by hours, and the gaps."""

import csv
import io

import pytest

from directory.model import Contact, Service
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.areas import District
from vocabulary.needs import Need


DRUGS = f"/admin/coverage/{Need.OWN_DRUG_USE}/{District.HEREFORDSHIRE}"


def _cells(page: Page) -> list[str]:
    return [each.text for each in page.all("td")]


def test_a_hole_is_told_with_its_hours_and_leads_to_them(manager: StaffBrowser) -> None:
    page = manager.open("/admin/coverage")

    link = next(each for each in page.all("a") if each.attributes["href"] == DRUGS)
    assert link.text.startswith("168 h ?")
    assert manager.open(DRUGS).one("h1").text


def test_the_table_names_its_rows_and_columns(manager: StaffBrowser) -> None:
    page = manager.open("/admin/coverage?only=near")

    assert len(page.all("th", scope="col")) == 1 + len(District)
    assert len(page.all("td")) == len(page.all("th", scope="row")) * len(District)
    assert page.one("caption").text == "Hours of a week at which nobody is known to answer"


def test_needs_without_a_hole_are_told_in_a_line(manager: StaffBrowser) -> None:
    page = manager.open("/admin/coverage")

    assert "No hole in any district for 23 of the 24 needs" in page.text


def test_a_need_that_nothing_serves_is_told_as_such(manager: StaffBrowser) -> None:
    with manager.held.sessions.begin() as session:
        for service in session.query(Service):
            service.public = False

    assert "no service" in _cells(manager.open("/admin/coverage"))[0]


def test_a_cell_shows_each_day_and_who_counts(manager: StaffBrowser) -> None:
    page = manager.open(f"/admin/coverage/{Need.CRIMINAL_EXPLOITATION_ADULT}/{District.SHROPSHIRE}?only=near")

    monday = _cells(page)[0]
    assert "Somebody answers" in monday
    assert "7am to 8pm Hours not known" in monday
    assert len(page.all("th", scope="row")) == 7
    assert any("safeguarding" in text for text, href in page.links.items() if "/admin/services/" in href)


def test_hours_that_are_not_known_are_not_said_to_be_answered(manager: StaffBrowser) -> None:
    assert _cells(manager.open(DRUGS))[0] == "All day and night Hours not known"


def test_the_choices_are_kept_in_the_links(manager: StaffBrowser) -> None:
    page = manager.open("/admin/coverage?age=under-18&only=near")

    assert page.links["Download every hour (CSV)"] == "/admin/coverage.csv?age=under-18&only=near"
    assert all(
        "?age=under-18&only=near" in href for href in page.links.values() if "/admin/coverage/" in href
    )


def test_the_file_has_a_line_for_each_hour(manager: StaffBrowser) -> None:
    answer = manager.client.get("/admin/coverage.csv")

    lines = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-disposition"] == 'attachment; filename="coverage-2026-11-30.csv"'
    assert len(lines) == len(Need) * len(District) * 168
    assert {each["somebody answers"] for each in lines if each["need"] == "own-drug-use"} == {"perhaps"}
    assert (lines[0]["day"], lines[0]["hour"], lines[-1]["day"], lines[-1]["hour"]) == (
        "Monday",
        "00:00",
        "Sunday",
        "23:00",
    )


@pytest.mark.parametrize(
    "path",
    [
        "/admin/coverage?age=17",
        "/admin/coverage?only=far",
        "/admin/coverage.csv?age=<b>",
        f"/admin/coverage/{Need.HOUSING}/E99",
        f"/admin/coverage/none/{District.WORCESTER}",
    ],
)
def test_what_cannot_be_chosen_is_refused(manager: StaffBrowser, path: str) -> None:
    assert manager.client.get(path).status_code in {404, 422}


def test_a_gap_to_come_names_the_service_to_check(manager: StaffBrowser, clock: HandClock) -> None:
    with manager.held.sessions.begin() as session:
        for service in session.query(Service):
            service.public = service.slug == "cruse"
    clock.move(days=160)
    manager.sign_in("manager@signpost.example")

    page = manager.open("/admin/gaps")

    with manager.held.sessions() as session:
        cruse = session.query(Service).filter_by(slug="cruse").one()
    assert page.links[cruse.name] == f"/admin/services/{cruse.id}/confirm"
    assert "from 22 May 2027" in page.text


def test_without_a_gap_the_page_says_so(manager: StaffBrowser) -> None:
    page = manager.open("/admin/gaps")

    assert "every need has a service in every district" in page.text
    assert "nothing that is overdue leaves a need without a service" in page.text


def test_a_correction_of_hours_closes_the_hole_at_once(manager: StaffBrowser) -> None:
    from directory.terms import HoursBasis

    before = len(_cells(manager.open("/admin/coverage")))
    with manager.held.sessions.begin() as session:
        for contact in session.query(Contact):
            contact.withdrawn_at = None
            contact.hours_basis = HoursBasis.UNKNOWN

    assert len(_cells(manager.open("/admin/coverage"))) > before
