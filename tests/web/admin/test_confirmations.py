"""Saying that a contact or a whole service is right."""

import pytest

from directory.model import Contact, Service
from directory.terms import Verification
from tests.web.admin.conftest import Places, read_contact, save_in_between, send_approved
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


def test_a_confirmed_contact_bears_the_day(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(f"{telford.contact}/confirm")

    assert answer.status_code == 303
    assert read_contact(manager.held, telford.contact_id).confirmed_on == manager.held.clock().date()
    assert "Confirmed by our team on 24 November 2026" in manager.open(telford.service).text


def test_a_confirmed_contact_that_only_code_knew_is_shown(manager: StaffBrowser, telford: Places) -> None:
    with manager.held.sessions.begin() as session:
        session.get_one(Contact, telford.contact_id).verified = Verification.CODE_ONLY

    manager.send(f"{telford.contact}/confirm")

    assert "385385" in manager.open(telford.service).one("section", class_="staff-seen").text


def test_the_page_shows_everything_that_is_confirmed(manager: StaffBrowser, telford: Places) -> None:
    details = manager.open(f"{telford.service}/confirm").one("div", id="details").text

    assert "01952 385385" in details
    assert "01952 676500" in details
    assert "Monday to Friday: 9am to 5pm" in details


def test_a_confirmed_service_bears_the_day_with_its_contacts(manager: StaffBrowser, telford: Places) -> None:
    manager.send(f"{telford.service}/confirm")

    with manager.held.sessions() as session:
        service = session.get_one(Service, telford.service_id)
        days = {service.assured_date, *(contact.confirmed_on for contact in service.contacts)}
    assert days == {manager.held.clock().date()}


def test_what_changed_while_somebody_read_is_not_confirmed_unseen(
    approver: StaffBrowser, telford: Places
) -> None:
    for path in (f"{telford.contact}/confirm", f"{telford.service}/confirm"):
        before = approver.open(path).fields(path)
        send_approved(approver, telford.number, number=f"01952 38538{len(path) % 10}")
        with approver.held.sessions.begin() as session:
            session.get_one(Contact, telford.contact_id).confirmed_on = None

        answer = approver.client.post(path, data=before)

        assert answer.status_code == 409
        assert Page(answer.text).broken_error_links() == []
        assert read_contact(approver.held, telford.contact_id).confirmed_on is None


@pytest.mark.parametrize("of", ["contact", "service"])
def test_what_changed_at_the_same_moment_is_shown_before_it_is_confirmed(
    manager: StaffBrowser, telford: Places, of: str
) -> None:
    path = f"{getattr(telford, of)}/confirm"
    save_in_between(manager.held, telford.contact_id)

    answer = manager.send(path)

    assert answer.status_code == 409
    assert "Somebody saved a change while you were reading" in Page(answer.text).text
    assert read_contact(manager.held, telford.contact_id).confirmed_by == "staff-2"
    with manager.held.sessions() as session:
        assert session.get_one(Service, telford.service_id).assured_date is None


def test_a_contact_withheld_until_each_is_confirmed_is_left_out_of_the_service(
    manager: StaffBrowser, telford: Places
) -> None:
    with manager.held.sessions.begin() as session:
        session.get_one(Contact, telford.contact_id).verified = Verification.CODE_ONLY

    details = manager.open(f"{telford.service}/confirm").one("div", id="details").text
    manager.send(f"{telford.service}/confirm")

    assert "385385" not in details
    assert read_contact(manager.held, telford.contact_id).confirmed_on is None
