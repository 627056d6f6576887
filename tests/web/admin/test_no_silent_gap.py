"""However the last service of a need goes from people's view, the queue says what is left without one."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from directory.model import Service
from tests.web.admin.conftest import Places, places_of, send_approved
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.words import words


LAST = "worcester-city-housing"
HERE = f"{words(Need.HOUSING.words)}: {words(District.WORCESTER.words)}"
QUEUE = "Needs without any service"


@pytest.fixture
def last(manager: StaffBrowser) -> Places:
    """The only service that people see: one for housing in Worcester, and for a few other needs there."""
    with manager.held.sessions.begin() as session:
        for service in session.scalars(select(Service)):
            service.public = service.slug == LAST
    return places_of(manager.held, LAST)


def _gaps(browser: StaffBrowser) -> list[str]:
    """The gaps of today, as the page lists them."""
    page = browser.open("/admin/gaps")
    today = page.one("ul", id="today")
    return [each.text for each in page.all("li") if each.within(today)]


def _count(browser: StaffBrowser) -> int:
    links = [each.text for each in browser.open("/admin").all("a")]
    return next(int(text.rsplit(": ")[1]) for text in links if text.startswith(f"{QUEUE}: "))


def _is_left_without(browser: StaffBrowser, *, ages: str = "") -> bool:
    """Whether page and queue agree that housing has nobody in Worcester, or nobody for these ages."""
    gaps = _gaps(browser)
    assert _count(browser) == len(gaps)
    return HERE + ages in gaps


def _withdraw_contacts(browser: StaffBrowser, last: Places) -> None:
    with browser.held.sessions() as session:
        ids = [each.id for each in session.get_one(Service, last.service_id).contacts]
    for each in ids:
        browser.send(f"{last.service}/contacts/{each}/withdraw", why="wrong")


def _close(until: str) -> Callable[[StaffBrowser, Places], None]:
    def close(browser: StaffBrowser, last: Places) -> None:
        browser.send(f"{last.service}/withdraw", why="wrong", until=until)

    return close


def _let_it_age(browser: StaffBrowser, last: Places) -> None:
    browser.held.clock.move(days=2 * 180)  # type: ignore[attr-defined]  # the clock of these tests
    browser.sign_in("manager@signpost.example")


def _change(**values: str) -> Callable[[StaffBrowser, Places], None]:
    def change(browser: StaffBrowser, last: Places) -> None:
        path = f"{last.service}/sections/eligibility"
        send_approved(browser, path, step="send", **values)

    return change


WAYS: dict[str, Callable[[StaffBrowser, Places], None]] = {
    "each contact withdrawn": _withdraw_contacts,
    "closed for now": _close("temporarily closed"),
    "closed for good": _close("defunct"),
    "hidden as long overdue": _let_it_age,
    "moved to another district": _change(areas=District.REDDITCH.value),
    "for another need": _change(needs=Need.BEREAVEMENT.value),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_whatever_takes_the_last_service_away_it_is_work_at_once(
    manager: StaffBrowser, last: Places, way: str
) -> None:
    before, known = _is_left_without(manager), _count(manager)

    WAYS[way](manager, last)

    assert not before
    assert _is_left_without(manager)
    assert _count(manager) > known
    assert QUEUE in _urgent(manager)


def test_ages_that_are_left_without_are_work_too(manager: StaffBrowser, last: Places) -> None:
    assert not _is_left_without(manager, ages=", for people aged under 18")

    _change(minimum_age="18")(manager, last)

    assert _is_left_without(manager, ages=", for people aged under 18")
    assert not _is_left_without(manager)


def test_before_it_is_hidden_it_is_said_that_it_will_leave_a_gap(manager: StaffBrowser, last: Places) -> None:
    manager.held.clock.move(days=160)  # type: ignore[attr-defined]  # the clock of these tests
    manager.sign_in("manager@signpost.example")

    _, _, coming = manager.open("/admin/gaps").text.partition("if nobody checks what is overdue")

    assert not _is_left_without(manager)
    assert f"{HERE}, from " in coming
    assert "Will leave a gap within 30 days" in _urgent(manager)


def test_what_is_put_back_by_two_is_work_no_more(manager: StaffBrowser, last: Places) -> None:
    _close("temporarily closed")(manager, last)
    send_approved(manager, f"{last.service}/restore", why="checked")

    assert not _is_left_without(manager)


def _urgent(browser: StaffBrowser) -> str:
    page: Page = browser.open("/admin")
    return " ".join(each.text for each in page.all("li") if "urgent" in (each.attributes.get("class") or ""))
