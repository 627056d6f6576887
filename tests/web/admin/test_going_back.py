"""Going back to how something was before a change, by the same rules as any other change."""

import pytest

from directory import editing
from directory.approval.proposing import Asking
from directory.approval.sending import send
from directory.history import Editor, history_of
from directory.model import Service
from tests.web.admin.conftest import Places, approve_all, read_contact, send_approved
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


ANA = Editor("staff-1", "ana@signpost.example")


@pytest.fixture
def changed(manager: StaffBrowser, telford: Places) -> str:
    """The page that goes back to the number before it was changed."""
    send_approved(manager, telford.number, number="01952 385386")
    return _newest(manager, telford)


def _newest(browser: StaffBrowser, telford: Places) -> str:
    with browser.held.sessions() as session:
        newest = max(history_of(session, telford.service_id), key=lambda each: each.sequence)
    return f"{telford.service}/history/{newest.change_id}/restore"


def test_the_history_leads_to_it_and_it_shows_what_would_be_there_again(
    manager: StaffBrowser, telford: Places, changed: str
) -> None:
    assert changed in manager.open(f"{telford.service}/history").links.values()

    page = manager.open(changed)

    assert "from 01952 385386 to 01952 385385" in page.text
    assert "once a second person has approved it" in page.text
    assert page.unlabelled() == []


def test_an_earlier_number_waits_for_a_second_person(
    manager: StaffBrowser, telford: Places, changed: str
) -> None:
    answer = manager.send(changed, reason="it was right")

    assert "waits for a second person" in manager.open(answer.headers["location"]).text
    assert read_contact(manager.held, telford.contact_id).phones[0].number == "01952 385386"
    approve_all(manager.held)
    assert read_contact(manager.held, telford.contact_id).phones[0].number == "01952 385385"


def test_earlier_hours_come_back_as_they_were(manager: StaffBrowser, telford: Places) -> None:
    def hours() -> list[tuple[str | None, str]]:
        with manager.held.sessions() as session:
            service = session.get_one(Service, telford.service_id)
            return [(each.byday, f"{each.opens_at}-{each.closes_at}") for each in service.schedules]

    before = hours()
    send_approved(manager, f"{telford.service}/hours", kind="always")
    assert hours() != before

    send_approved(manager, _newest(manager, telford))

    assert hours() == before


def test_what_needs_nobody_is_back_at_once(manager: StaffBrowser, telford: Places) -> None:
    with manager.held.sessions.begin() as session:
        before = session.get_one(Service, telford.service_id).description
        service = session.get_one(Service, telford.service_id)
        send(session, service, {"description": "Other words."}, Asking(ANA, manager.held.clock()))

    answer = manager.send(_newest(manager, telford), reason="those were better")

    assert "Your change is saved." in manager.open(answer.headers["location"]).text
    with manager.held.sessions() as session:
        assert session.get_one(Service, telford.service_id).description == before
        newest = max(history_of(session, telford.service_id), key=lambda each: each.sequence)
    assert (newest.updated_by_name, newest.reason) == ("manager@signpost.example", "those were better")


@pytest.mark.parametrize("reason", ["", "x" * 301])
def test_it_needs_a_reason(manager: StaffBrowser, changed: str, reason: str) -> None:
    answer = manager.send(changed, reason=reason)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert page.fields(changed)["reason"] == reason


def test_what_was_saved_meanwhile_is_shown_first(
    manager: StaffBrowser, telford: Places, changed: str
) -> None:
    fields = manager.open(changed).fields(changed) | {"reason": "it was right"}
    with manager.held.sessions.begin() as session:
        editing.confirm_contact(session, telford.contact_id, by=ANA, at=manager.held.clock())

    answer = manager.client.post(changed, data=fields)

    page = Page(answer.text)
    assert answer.status_code == 409
    assert page.broken_error_links() == []
    assert manager.client.post(changed, data=page.fields(changed)).status_code == 303


def test_a_withdrawal_is_no_earlier_value_to_go_back_to(manager: StaffBrowser, telford: Places) -> None:
    manager.send(f"{telford.contact}/withdraw", why="wrong")

    assert _newest(manager, telford) not in manager.open(f"{telford.service}/history").links.values()


def test_what_is_there_already_offers_nothing_to_press(
    manager: StaffBrowser, telford: Places, changed: str
) -> None:
    send_approved(manager, changed)

    page = manager.open(changed)

    assert "what was there before is there now" in page.text
    assert page.all("form", action=changed) == []
    assert changed not in manager.open(f"{telford.service}/history").links.values()


def test_a_change_of_another_service_is_not_found(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/history/00000000-0000-0000-0000-000000000001/restore"

    assert manager.client.get(path).status_code == 404
