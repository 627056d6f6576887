"""Taking a contact or a service out of sight at once, and putting it back."""

import pytest

from directory.cards import service_cards
from directory.model import Contact, Proposal, Service
from directory.terms import ServiceStatus
from tests.web.admin.conftest import Places, approve_all, read_contact, save_in_between, send_approved
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role
from web.admin.service_view import view_service


def _numbers_people_see(browser: StaffBrowser, telford: Places) -> list[str]:
    with browser.held.sessions() as session:
        cards = service_cards(session, [telford.service_id], at=browser.held.clock(), live=False)
    return [line.number for card in cards for line in card.phones]


@pytest.mark.parametrize("role", [Role.MANAGER, Role.APPROVER, Role.ADMINISTRATOR])
def test_any_manager_withdraws_a_contact_alone_and_at_once(
    browser: StaffBrowser, telford: Places, role: Role
) -> None:
    browser.sign_in_as(role)

    answer = browser.send(f"{telford.contact}/withdraw", why="wrong")

    assert answer.status_code == 303
    assert "01952 385385" not in _numbers_people_see(browser, telford)
    page = browser.open(answer.headers["location"])
    assert "The contact is withdrawn." in page.text
    assert "01952 385385" not in page.one("section", class_="staff-seen").text


def test_a_withdrawal_does_not_wait_for_somebody_who_edits(approver: StaffBrowser, telford: Places) -> None:
    page = approver.open(f"{telford.contact}/withdraw")
    send_approved(approver, telford.number, number="01952 385386")

    answer = approver.client.post(
        f"{telford.contact}/withdraw", data=page.fields(f"{telford.contact}/withdraw") | {"why": "unsafe"}
    )

    assert answer.status_code == 303
    assert read_contact(approver.held, telford.contact_id).withdrawn_at is not None


def test_a_withdrawal_does_not_yield_to_a_change_saved_at_the_same_moment(
    manager: StaffBrowser, telford: Places
) -> None:
    save_in_between(manager.held, telford.contact_id)

    answer = manager.send(f"{telford.contact}/withdraw", why="unsafe")

    assert answer.status_code == 303
    contact = read_contact(manager.held, telford.contact_id)
    assert contact.withdrawn_at is not None
    assert contact.confirmed_by == "staff-2"


@pytest.mark.parametrize("why", ["", "zzz", "checked"])
def test_a_withdrawal_says_why(manager: StaffBrowser, telford: Places, why: str) -> None:
    answer = manager.send(f"{telford.contact}/withdraw", why=why)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.broken_error_links() == []
    assert "01952 385385" in _numbers_people_see(manager, telford)


def test_withdrawing_from_a_lifeline_warns(manager: StaffBrowser, telford: Places) -> None:
    assert "This is a lifeline." in manager.open(f"{telford.contact}/withdraw").text


def test_withdrawing_the_last_contact_warns(manager: StaffBrowser, telford: Places) -> None:
    assert "No other way" not in manager.open(f"{telford.contact}/withdraw").text
    with manager.held.sessions.begin() as session:
        for contact in session.query(Contact).filter_by(service_id=telford.service_id):
            if contact.id != telford.contact_id:
                contact.withdrawn_at = manager.held.clock()

    assert "No other way to reach this service" in manager.open(f"{telford.contact}/withdraw").text


def test_a_withdrawn_contact_can_be_put_back(manager: StaffBrowser, telford: Places) -> None:
    manager.send(f"{telford.contact}/withdraw", why="no-answer")

    answer = manager.send(f"{telford.contact}/restore", why="checked")

    assert answer.status_code == 303
    assert "waits for a second person" in manager.open(answer.headers["location"]).text
    assert "01952 385385" not in _numbers_people_see(manager, telford)
    approve_all(manager.held)
    assert "01952 385385" in _numbers_people_see(manager, telford)


def test_the_same_wish_to_put_back_waits_once(manager: StaffBrowser, telford: Places) -> None:
    manager.send(f"{telford.contact}/withdraw", why="no-answer")
    manager.send(f"{telford.contact}/restore", why="checked")

    answer = manager.send(f"{telford.contact}/restore", why="checked")

    assert "waits for approval already" in manager.open(answer.headers["location"]).text
    with manager.held.sessions() as session:
        assert session.query(Proposal).count() == 1


@pytest.mark.parametrize(
    ("why", "checked"),
    [("checked", "Confirmed by our team on 24 November 2026"), ("asked", "Not confirmed")],
)
def test_a_contact_put_back_is_confirmed_only_when_it_was_checked(
    approver: StaffBrowser, telford: Places, why: str, checked: str
) -> None:
    send_approved(approver, telford.number, number="01952 385386")
    approver.send(f"{telford.contact}/withdraw", why="asked")

    send_approved(approver, f"{telford.contact}/restore", why=why)

    page = approver.open(telford.service)
    assert checked in page.text
    assert (read_contact(approver.held, telford.contact_id).confirmed_on is None) is (why == "asked")


def test_a_number_that_was_typed_is_not_said_to_be_from_published_pages(
    approver: StaffBrowser, telford: Places
) -> None:
    send_approved(approver, telford.number, number="01952 385386")
    approver.send(f"{telford.contact}/withdraw", why="asked")
    send_approved(approver, f"{telford.contact}/restore", why="asked")

    with approver.held.sessions() as session:
        view = view_service(session, telford.service_id, live=False, today=approver.held.clock().date())

    assert view is not None
    assert [each.read_on for each in view.contacts if each.id == telford.contact_id] == [None]


def test_a_withdrawn_contact_offers_a_replacement_and_putting_it_back(
    manager: StaffBrowser, telford: Places
) -> None:
    manager.send(f"{telford.contact}/withdraw", why="wrong")

    links = manager.open(telford.service).links.values()

    assert telford.number in links
    assert f"{telford.contact}/hours" not in links
    assert f"{telford.contact}/restore" in links


def test_a_whole_service_is_withdrawn_and_put_back(manager: StaffBrowser, telford: Places) -> None:
    withdrawn = manager.send(f"{telford.service}/withdraw", why="asked")

    page = manager.open(withdrawn.headers["location"])
    assert "Nothing: this service is not shown." in page.one("section", class_="staff-seen").text
    assert _numbers_people_see(manager, telford) == []

    manager.send(f"{telford.service}/restore", why="checked")
    assert _numbers_people_see(manager, telford) == []
    approve_all(manager.held)
    assert "01952 385385" in _numbers_people_see(manager, telford)


def test_the_page_names_what_people_are_shown_in_its_place_only_when_they_are(
    manager: StaffBrowser, telford: Places
) -> None:
    manager.send(f"{telford.service}/withdraw", why="asked")
    assert "People are shown “West Mercia Police" in manager.open(telford.service).text

    with manager.held.sessions.begin() as session:
        session.get_one(Service, telford.service_id).public = False
    assert "People are shown" not in manager.open(telford.service).text


@pytest.mark.parametrize("what", ["withdraw", "restore"])
def test_a_service_too_needs_a_reason(manager: StaffBrowser, telford: Places, what: str) -> None:
    answer = manager.send(f"{telford.service}/{what}")

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []


@pytest.mark.parametrize(
    ("until", "status"),
    [
        ({}, ServiceStatus.TEMPORARILY_CLOSED),
        ({"until": "defunct"}, ServiceStatus.DEFUNCT),
        ({"until": "active"}, ServiceStatus.TEMPORARILY_CLOSED),
    ],
)
def test_a_service_is_closed_for_now_or_for_good(
    manager: StaffBrowser, telford: Places, until: dict[str, str], status: ServiceStatus
) -> None:
    manager.send(f"{telford.service}/withdraw", why="no-answer", **until)

    with manager.held.sessions() as session:
        assert session.get_one(Service, telford.service_id).status is status
    links = manager.open(telford.service).links
    assert "Put this service back" in links
    assert links["Close it for now or for good"] == f"{telford.service}/withdraw"
