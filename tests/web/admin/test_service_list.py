"""The list of all services."""

import pytest

from directory.model import Service
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


def _names(page: Page) -> list[str]:
    links = page.links.items()
    return [text for text, href in links if href.startswith("/admin/services/") and text != "Add a service"]


def test_the_list_shows_each_service_with_its_state(manager: StaffBrowser) -> None:
    page = manager.open("/admin/services")

    line = next(each.text for each in page.all("li") if each.text.startswith("999 emergency"))
    assert "Not confirmed. From pages read on 23 November 2026" in line
    assert "Shown to people" in line
    assert "Lifeline" in line


def test_a_closed_service_is_listed_as_closed(manager: StaffBrowser) -> None:
    page = manager.open("/admin/services?q=climb+and+steer")

    assert "Closed" in page.one("ul", class_="staff-services").text


def test_a_service_without_a_contact_that_may_be_shown_is_listed_as_hidden(manager: StaffBrowser) -> None:
    with manager.held.sessions.begin() as session:
        service = session.query(Service).filter_by(slug="shout").one()
        for contact in service.contacts:
            contact.withdrawn_at = manager.held.clock()

    assert (
        "Hidden: nothing to ring"
        in manager.open("/admin/services?q=shout").one("ul", class_="staff-services").text
    )


@pytest.mark.parametrize(
    "search",
    [
        "family connect",
        "CONNECT family",
        "Telford Wrekin Council children",
        "01952 385385",
        "01952385385",
        "385385",
    ],
)
def test_a_service_is_found_by_its_words_or_its_number(manager: StaffBrowser, search: str) -> None:
    answer = manager.client.get("/admin/services", params={"q": search})

    assert "Telford Family Connect (children)" in _names(Page(answer.text))


@pytest.mark.parametrize("search", ["%", "_", "\\", "' OR 1=1 --", "zzzz", "\x00zzzz", "x" * 5000])
def test_signs_of_the_database_language_are_only_text(manager: StaffBrowser, search: str) -> None:
    answer = manager.client.get("/admin/services", params={"q": search})

    assert answer.status_code == 200
    assert len(_names(Page(answer.text))) < 25


def test_a_search_without_a_find_says_what_to_do(manager: StaffBrowser) -> None:
    page = manager.open("/admin/services?q=zzzz")

    assert "0 services found" in page.text
    assert "Check the spelling" in page.text
    assert page.fields("/admin/services")["q"] == "zzzz"


def test_a_search_is_shown_as_text_and_never_as_markup(manager: StaffBrowser) -> None:
    answer = manager.client.get("/admin/services", params={"q": "<script>alert(1)</script>"})

    assert "<script>alert" not in answer.text


def test_the_pages_hold_every_service_once(manager: StaffBrowser) -> None:
    seen = [name for number in range(1, 5) for name in _names(manager.open(f"/admin/services?page={number}"))]

    with manager.held.sessions() as session:
        assert len(seen) == session.query(Service).count()
    assert len(set(seen)) == len(seen)
    assert seen == sorted(seen, key=str.lower)


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999", "9" * 30, "²", ""])
def test_a_page_that_is_not_there_is_no_error(manager: StaffBrowser, number: str) -> None:
    assert manager.client.get("/admin/services", params={"page": number}).status_code == 200


def test_the_next_page_of_a_search_keeps_the_search(manager: StaffBrowser) -> None:
    page = manager.open("/admin/services?q=e")

    assert page.one("a", rel="next").attributes["href"] == "/admin/services?q=e&page=2"
