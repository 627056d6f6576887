"""Changing opening hours."""

from datetime import time

import pytest

from directory import editing
from directory.history import Editor
from directory.model import Contact, Service
from directory.terms import HoursBasis
from tests.web.admin.conftest import Places, approve_all, read_contact, send_approved
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role


WEEKLY = {"kind": "weekly", "bank_holidays": "closed"}
MONDAY = WEEKLY | {"monday-state": "times", "monday-opens": "10am", "monday-closes": "4pm"}


def test_the_hours_of_a_contact_become_its_own(manager: StaffBrowser, telford: Places) -> None:
    answer = send_approved(manager, f"{telford.contact}/hours", **MONDAY)

    contact = read_contact(manager.held, telford.contact_id)
    assert answer.status_code == 303
    assert contact.hours_basis is HoursBasis.OWN
    assert [(each.byday, each.opens_at, each.closes_at) for each in contact.schedules] == [
        ("MO", time(10), time(16))
    ]


def test_people_see_the_old_hours_until_a_second_person_agrees(
    manager: StaffBrowser, telford: Places
) -> None:
    answer = manager.send(f"{telford.contact}/hours", kind="always", reason="rang them")

    page = manager.open(answer.headers["location"])
    assert "Your change waits for a second person." in page.text
    assert "Other opening hours: telephone Office hours, option 1" in page.links
    assert "24 hours a day" not in page.one("section", class_="staff-seen").text
    assert read_contact(manager.held, telford.contact_id).hours_basis is HoursBasis.SERVICE


def test_hours_need_a_reason(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(f"{telford.contact}/hours", kind="always")

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.broken_error_links() == []
    assert page.fields(f"{telford.contact}/hours")["kind"] == "always"


def test_people_see_approved_hours_at_once(manager: StaffBrowser, telford: Places) -> None:
    send_approved(manager, f"{telford.contact}/hours", kind="always")

    page = manager.open(telford.service)
    assert "Ring 01952 385385 – Office hours, option 1. Open now, 24 hours a day" in page.text


@pytest.mark.parametrize(
    ("kind", "basis"),
    [
        ("outside-office-hours", HoursBasis.OUTSIDE_OFFICE_HOURS),
        ("unknown", HoursBasis.UNKNOWN),
        ("always", HoursBasis.OWN),
    ],
)
def test_each_kind_of_hours_is_kept(
    manager: StaffBrowser, telford: Places, kind: str, basis: HoursBasis
) -> None:
    send_approved(manager, f"{telford.contact}/hours", kind=kind)

    assert read_contact(manager.held, telford.contact_id).hours_basis is basis


def test_the_hours_of_a_service_hold_for_contacts_that_keep_them(
    manager: StaffBrowser, telford: Places
) -> None:
    send_approved(manager, f"{telford.service}/hours", kind="always")

    assert "Office hours, option 1. Open now, 24 hours a day" in manager.open(telford.service).text


def test_the_hours_of_a_service_can_be_unknown(manager: StaffBrowser, telford: Places) -> None:
    send_approved(manager, f"{telford.service}/hours", kind="unknown")

    with manager.held.sessions() as session:
        assert session.get_one(Service, telford.service_id).schedules == []


def test_the_form_shows_the_hours_that_are_stored(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/hours"

    fields = manager.open(path).fields(path)

    assert fields["kind"] == "weekly"
    assert (fields["friday-opens"], fields["friday-closes"]) == ("9am", "5pm")
    assert fields["sunday-state"] == "closed"
    assert fields["bank_holidays"] == "closed"


def test_sending_the_form_as_it_stands_changes_nothing(manager: StaffBrowser, telford: Places) -> None:
    for path in (f"{telford.service}/hours", f"{telford.contact}/hours"):
        answer = manager.send(path)

        assert "Nothing was changed" in manager.open(answer.headers["location"]).text
    assert "Nobody has changed this service" in manager.open(f"{telford.service}/history").text


def test_a_night_line_keeps_the_day_lines_hours_it_is_counted_from(
    manager: StaffBrowser, telford: Places
) -> None:
    with manager.held.sessions() as session:
        night = (
            session.query(Contact)
            .filter_by(service_id=telford.service_id, hours_basis=HoursBasis.OUTSIDE_OFFICE_HOURS)
            .one()
        )
        before = len(night.schedules)

    manager.send(f"{telford.service}/contacts/{night.id}/hours")

    assert len(read_contact(manager.held, night.id).schedules) == before


def test_every_control_of_the_form_has_a_label_and_the_page_one_heading(
    manager: StaffBrowser, telford: Places
) -> None:
    page = manager.open(f"{telford.contact}/hours")

    assert page.unlabelled() == []
    assert len(page.all("h1")) == 1


def test_mistakes_are_listed_with_links_to_their_fields_and_nothing_typed_is_lost(
    manager: StaffBrowser, telford: Places
) -> None:
    path = f"{telford.contact}/hours"

    answer = manager.send(path, **(MONDAY | {"monday-opens": "9", "tuesday-opens": "10am"}))

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert page.fields(path)["monday-opens"] == "9"
    assert page.fields(path)["tuesday-opens"] == "10am"
    assert read_contact(manager.held, telford.contact_id).hours_basis is HoursBasis.SERVICE


def test_the_second_editor_is_shown_the_difference_and_loses_nothing(
    manager: StaffBrowser, telford: Places
) -> None:
    path = f"{telford.contact}/hours"
    before = manager.open(path).fields(path)
    manager.sign_in(manager.hire(Role.APPROVER, "first@signpost.example"))
    send_approved(manager, path, kind="always")
    token = manager.open(path).fields(path)["form_token"]

    answer = manager.client.post(path, data=before | MONDAY | {"form_token": token, "reason": "rang them"})

    page = Page(answer.text)
    compared = [each.text for each in page.all("dd") if each.within(page.one("dl", class_="staff-compare"))]
    assert answer.status_code == 409
    assert compared[0] == "24 hours a day, every day"
    assert "Monday: 10am to 4pm" in compared
    assert page.fields(path)["monday-opens"] == "10am"
    assert manager.client.post(path, data=page.fields(path)).status_code == 303


def test_hours_with_rules_the_page_cannot_show_are_not_replaced_unwarned(
    manager: StaffBrowser, telford: Places
) -> None:
    assert "rules this page cannot show" not in manager.open(f"{telford.service}/hours").text
    with manager.held.sessions.begin() as session:
        session.get_one(Service, telford.service_id).schedules[0].interval = 2

    assert "rules this page cannot show" in manager.open(f"{telford.service}/hours").text


def test_hours_compared_with_another_change_can_be_sent_all_the_same(
    manager: StaffBrowser, telford: Places
) -> None:
    path = f"{telford.contact}/hours"
    fields = manager.open(path).fields(path) | MONDAY | {"reason": "rang them"}
    other = Editor("staff-2", "ben@signpost.example")
    with manager.held.sessions.begin() as session:
        editing.confirm_contact(session, telford.contact_id, by=other, at=manager.held.clock())

    answer = manager.client.post(path, data=fields)

    page = Page(answer.text)
    assert answer.status_code == 409
    assert "ben@signpost.example saved a change" in page.text
    assert manager.client.post(path, data=page.fields(path)).status_code == 303
    approve_all(manager.held)
    assert read_contact(manager.held, telford.contact_id).hours_basis is HoursBasis.OWN


def test_a_very_long_night_is_asked_about_once(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.contact}/hours"
    slipped = WEEKLY | {"monday-state": "times"}
    asked = manager.send(path, **slipped, **{"monday-opens": "5pm", "monday-closes": "9am"})

    page = Page(asked.text)
    said = {"overnight": "yes", "reason": "rang them"}
    answer = manager.client.post(path, data=page.fields(path) | slipped | said)
    approve_all(manager.held)

    assert asked.status_code == 422
    assert page.broken_error_links() == []
    assert page.one("input", id="overnight", type="checkbox").attributes["name"] == "overnight"
    assert page.unlabelled() == []
    assert answer.status_code == 303
    assert manager.open(path).fields(path)["overnight"] == "yes"


def test_nobody_is_asked_about_nights_whose_times_are_plain(manager: StaffBrowser, telford: Places) -> None:
    assert manager.open(f"{telford.contact}/hours").all("input", name="overnight") == []
