"""What every page of the managers' door tells of a demonstration's entries, and of them only."""

from dataclasses import replace

from fastapi.testclient import TestClient

from directory import editing
from directory.history import Editor
from tests.web.admin.conftest import Places
from tests.web.staff_browser import StaffBrowser
from web.app import create_app


SAID = "Entries that somebody has confirmed, whole or in part:"
PERSON = Editor("id", "person@example.org")


def test_a_page_tells_how_many_entries_were_confirmed(manager: StaffBrowser, telford: Places) -> None:
    before = manager.open("/admin").text
    with manager.held.sessions.begin() as session:
        editing.confirm_contact(session, telford.contact_id, by=PERSON, at=manager.held.clock())
    part = manager.open("/admin").text
    with manager.held.sessions.begin() as session:
        editing.confirm_service(session, telford.service_id, by=PERSON, at=manager.held.clock())
    whole = manager.open("/admin/services").text

    assert f"{SAID} none." in before
    assert f"{SAID} 1." in part
    assert f"{SAID} 1." in whole


def test_a_page_that_shows_no_entries_tells_nothing_of_them(manager: StaffBrowser) -> None:
    assert SAID not in manager.open("/staff").text


def test_the_live_service_does_not_count(manager: StaffBrowser) -> None:
    hosts = ("localhost",)
    held = replace(manager.held, settings=replace(manager.held.settings, live=True, allowed_hosts=hosts))
    app = create_app(held)
    live = StaffBrowser(TestClient(app, base_url="https://localhost", follow_redirects=False), held)
    live.sign_in("manager@signpost.example")

    assert SAID not in live.open("/admin").text
