"""Who changed what, when, and why."""

from tests.web.admin.conftest import Places, send_approved
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role


def test_a_service_nobody_changed_says_where_its_details_are_from(
    manager: StaffBrowser, telford: Places
) -> None:
    text = manager.open(f"{telford.service}/history").text

    assert "Nobody has changed this service here." in text
    assert "23 November 2026" in text


def test_a_changed_number_shows_who_when_why_from_and_to(approver: StaffBrowser, telford: Places) -> None:
    send_approved(approver, telford.number, number="01952 385386", reason="the council's page")

    entry = approver.open(f"{telford.service}/history").one("section", class_="staff-change").text

    assert "Changed: Office hours, option 1" in entry
    assert "approver@signpost.example, 24 November 2026 at 10:00" in entry
    assert "Reason: the council's page" in entry
    assert "from 01952 385385 to 01952 385386" in entry
    assert "Approved by second@signpost.example, 24 November 2026 at 10:00" in entry


def test_changed_hours_are_told_in_words(manager: StaffBrowser, telford: Places) -> None:
    send_approved(manager, f"{telford.contact}/hours", kind="always")

    entry = manager.open(f"{telford.service}/history").one("section", class_="staff-change").text

    assert "from The same hours as the service to Its own hours" in entry
    assert "to 24 hours a day, every day" in entry


def test_a_withdrawal_shows_its_reason(manager: StaffBrowser, telford: Places) -> None:
    manager.send(f"{telford.contact}/withdraw", why="unsafe")

    entry = manager.open(f"{telford.service}/history").one("section", class_="staff-change").text

    assert "Withdrawn from the public: Office hours, option 1" in entry
    assert "It is not safe for people to use" in entry


def test_the_newest_change_comes_first(approver: StaffBrowser, telford: Places) -> None:
    send_approved(approver, telford.number, number="01952 111111")
    approver.held.clock.move(minutes=1)  # type: ignore[attr-defined]  # the clock of these tests
    approver.sign_in(approver.hire(Role.ADMINISTRATOR))
    send_approved(approver, telford.number, number="01952 222222")

    entries = [
        each.text
        for each in approver.open(f"{telford.service}/history").all("section", class_="staff-change")
    ]

    assert "administrator@signpost.example" in entries[0]
    assert "approver@signpost.example" in entries[1]


def test_a_reason_is_shown_as_text_and_never_as_markup(approver: StaffBrowser, telford: Places) -> None:
    send_approved(approver, telford.number, number="01952 385386", reason="<script>alert(1)</script>")

    assert "<script>alert" not in approver.client.get(f"{telford.service}/history").text
