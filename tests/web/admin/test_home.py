"""The managers' first page: the work that waits, the most urgent first."""

from directory import reports
from directory.model import Contact, Service
from tests.web.admin.conftest import Places
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.faults import Fault


def _work(page: Page) -> dict[str, int]:
    """The work on the page: its name and its count."""
    links = [each for each in page.all("a") if ": " in each.text and "/admin/" in each.attributes["href"]]
    found = [each.text.rsplit(": ", 1) for each in links]
    return {name: int(count) for name, count in found if count.isdecimal()}


def test_each_kind_of_work_has_its_count_and_leads_to_its_page(manager: StaffBrowser) -> None:
    page = manager.open("/admin")

    with manager.held.sessions() as session:
        public = session.query(Service).filter_by(public=True, status="active").count()
    assert _work(page)["Never confirmed by a person"] == public
    for text, href in page.links.items():
        if text.rsplit(": ")[0] in _work(page):
            assert manager.client.get(href).status_code == 200, href


def test_nothing_to_do_is_told_too(manager: StaffBrowser) -> None:
    page = manager.open("/admin")

    assert "Nothing to do:" in page.text
    assert "due for a check" in page.text.split("Nothing to do:")[1]


def test_what_the_public_says_is_wrong_comes_before_checks(manager: StaffBrowser, telford: Places) -> None:
    with manager.held.sessions.begin() as session:
        reports.add_report(
            session, telford.service_id, fault=next(iter(Fault)), today=manager.held.clock().date()
        )

    names = list(_work(manager.open("/admin")))

    assert names.index("Said wrong by the public") < names.index("Never confirmed by a person")


def test_what_is_overdue_is_work_and_what_is_long_overdue_is_more_urgent(
    manager: StaffBrowser, clock: HandClock
) -> None:
    clock.move(days=100)
    manager.sign_in("manager@signpost.example")
    due = _work(manager.open("/admin"))
    clock.move(days=100)
    manager.sign_in("manager@signpost.example")
    hidden = _work(manager.open("/admin"))

    assert due["Due for a check"] > 50
    assert "Hidden, or part of them, as long overdue" not in due
    assert hidden["Hidden, or part of them, as long overdue"] > 50
    assert list(hidden).index("Hidden, or part of them, as long overdue") < list(hidden).index(
        "Due for a check"
    )


def test_needs_that_what_is_overdue_leaves_without_a_service_are_work(
    manager: StaffBrowser, clock: HandClock
) -> None:
    with manager.held.sessions.begin() as session:
        for service in session.query(Service):
            service.public = service.slug == "cruse"
    clock.move(days=160)
    manager.sign_in("manager@signpost.example")

    work = _work(manager.open("/admin"))

    assert work["Needs without any service"] > 0
    assert "Will leave a gap within 30 days" in work


def test_a_lifeline_that_people_cannot_reach_is_an_alarm(manager: StaffBrowser, telford: Places) -> None:
    assert manager.open("/admin").all("section", class_="staff-alarm") == []
    with manager.held.sessions.begin() as session:
        for contact in session.query(Contact).filter_by(service_id=telford.service_id):
            contact.withdrawn_at = manager.held.clock()

    alarm = manager.open("/admin").one("section", class_="staff-alarm")

    assert "Telford Family Connect (children): people cannot see it or cannot reach it." in alarm.text


def test_a_lifeline_long_overdue_for_a_check_is_an_alarm(manager: StaffBrowser, clock: HandClock) -> None:
    clock.move(days=200)
    manager.sign_in("manager@signpost.example")

    alarm = manager.open("/admin").one("section", class_="staff-alarm")

    assert "Telford Family Connect (children): long overdue for a check" in alarm.text


def test_every_place_of_the_door_is_linked(manager: StaffBrowser) -> None:
    links = manager.open("/admin").links.values()

    for place in (
        "services",
        "services/new",
        "approvals",
        "imports",
        "feeds",
        "exports",
        "duplicates",
        "preview",
        "words",
    ):
        assert f"/admin/{place}" in links
