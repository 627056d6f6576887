"""The page of one service."""

import pytest

from directory.model import Contact, Service
from directory.terms import Verification
from tests.web.admin.conftest import Places
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


def test_the_page_shows_what_people_see_now(manager: StaffBrowser, telford: Places) -> None:
    page = manager.open(telford.service)

    seen = page.one("section", class_="staff-seen").text
    assert page.one("h1").text == "Telford Family Connect (children)"
    assert "Ring 01952 385385" in seen
    assert "Open now until 5pm" in seen


def test_the_hours_stand_in_words(manager: StaffBrowser, telford: Places) -> None:
    page = manager.open(telford.service)

    assert "Monday to Friday: 9am to 5pm" in page.text
    assert "Outside office hours" in page.text


def test_every_link_to_change_something_says_what_it_changes(manager: StaffBrowser, telford: Places) -> None:
    changes = [text for text in manager.open(telford.service).links if text.startswith("Change")]

    assert changes
    assert all(len(text) > len("Change the ") for text in changes)


def test_a_contact_nobody_confirmed_and_only_code_knows_is_marked_as_hidden(
    manager: StaffBrowser, telford: Places
) -> None:
    with manager.held.sessions.begin() as session:
        session.get_one(Contact, telford.contact_id).verified = Verification.CODE_ONLY

    page = manager.open(telford.service)

    assert "Hidden until confirmed" in page.text
    assert "385385" not in page.one("section", class_="staff-seen").text


def test_what_the_directory_holds_is_shown_as_text_and_never_as_markup(
    manager: StaffBrowser, telford: Places
) -> None:
    with manager.held.sessions.begin() as session:
        service = session.get_one(Service, telford.service_id)
        service.name = service.description = "<script>alert(1)</script>"
        session.get_one(Contact, telford.contact_id).name = "<img src=x onerror=alert(1)>"

    html = manager.client.get(telford.service).text

    assert "<script>alert" not in html
    assert "<img" not in html


@pytest.mark.parametrize("saved", ["zzz", "<script>", "NUMBER", ""])
def test_an_address_cannot_make_the_page_say_anything(
    manager: StaffBrowser, telford: Places, saved: str
) -> None:
    page = Page(manager.client.get(telford.service, params={"saved": saved}).text)

    assert page.all("div", class_="govuk-notification-banner") == []


def test_a_service_that_is_not_there_is_not_found(manager: StaffBrowser) -> None:
    answer = manager.client.get("/admin/services/00000000-0000-0000-0000-000000000000")

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["x", "1", "telford-family-connect-children", "%00"])
def test_an_address_that_names_no_service_is_a_client_error(manager: StaffBrowser, name: str) -> None:
    assert 400 <= manager.client.get(f"/admin/services/{name}").status_code < 500


def test_parts_of_another_service_are_not_found_below_this_one(
    manager: StaffBrowser, telford: Places
) -> None:
    with manager.held.sessions() as session:
        other = session.query(Service).filter_by(slug="samaritans").one()
        contact = other.contacts[0]
        phone_id = contact.phones[0].id

    for part in (f"phones/{phone_id}", f"contacts/{contact.id}/hours", f"contacts/{contact.id}/withdraw"):
        assert manager.client.get(f"{telford.service}/{part}").status_code == 404
