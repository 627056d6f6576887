"""The web addresses in trouble."""

from datetime import date

import pytest

from directory.link_checks import Answer, Link, keep
from directory.model import Contact
from tests.web.staff_browser import StaffBrowser


@pytest.fixture
def website(manager: StaffBrowser) -> Link:
    """The first web address of the directory."""
    with manager.held.sessions() as session:
        found = session.query(Contact).join(Contact.service).filter(Contact.url.is_not(None)).first()
        assert found is not None
        assert found.url is not None
        return Link(found.id, found.url)


def _keep(manager: StaffBrowser, link: Link, answer: Answer, *days: int) -> None:
    for day in days:
        with manager.held.sessions.begin() as session:
            keep(session, link, answer, today=date(2026, 11, day))


def test_a_dead_address_is_listed_and_counted_as_work(manager: StaffBrowser, website: Link) -> None:
    _keep(manager, website, Answer(404), 20, 21, 22, 23)

    page = manager.open("/admin/links")

    assert website.url in page.text
    assert "The site answers with the error 404, since 20 November 2026." in page.text
    assert "Web addresses that no longer work: 1" in manager.open("/admin").text


def test_an_address_that_leads_elsewhere_is_not_made_a_link(manager: StaffBrowser, website: Link) -> None:
    _keep(manager, website, Answer(200, "https://casino.example/"), 24)

    page = manager.open("/admin/links")

    assert "It leads to https://casino.example/" in page.text
    assert not any("casino" in href for href in page.links.values())


def test_without_trouble_the_page_says_so(manager: StaffBrowser, website: Link) -> None:
    _keep(manager, website, Answer(404), 24)

    assert "Every address that was asked works." in manager.open("/admin/links").text


def test_what_a_site_keeps_programs_from_is_for_people_to_open(manager: StaffBrowser, website: Link) -> None:
    _keep(manager, website, Answer(None, blocked=True), 20, 21, 22, 23, 24)

    page = manager.open("/admin/links")

    assert "Every address that was asked works." in page.text
    assert "Not asked (1)" in page.text
    assert website.url in page.text
    assert "Web addresses that no longer work: 1" not in manager.open("/admin").text
