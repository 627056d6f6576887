"""Possible duplicates at the managers' door."""

from sqlalchemy import select

from directory.feeds.duplicates import say_different
from directory.history import Editor
from directory.model import NotDuplicates, Service
from directory.terms import ServiceStatus
from tests.web.admin.conftest import meanwhile
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role


DUPLICATES = "/admin/duplicates"


def _pair(browser: StaffBrowser) -> str:
    """Two services that share a number; the address of the page about them."""
    with browser.held.sessions.begin() as session:
        slugs = ("worcester-city-housing", "wychavon-housing")
        one, two = (session.scalars(select(Service).where(Service.slug == each)).one() for each in slugs)
        two.contacts[0].phones[0].number = one.contacts[0].phones[0].number
        keys = {one.id, two.id}
    links = [each.attributes["href"] for each in browser.open(DUPLICATES).all("a")]
    return next(each for each in links if set(each.split("/")[3:]) == keys)


def test_a_pair_is_merged_and_an_approver_can_undo_the_merge(manager: StaffBrowser) -> None:
    place = _pair(manager)
    kept, hidden = place.split("/")[3:]

    answer = manager.send(place, keep=kept)

    assert answer.status_code == 303
    assert "Merge of" in manager.open(answer.headers["location"]).text
    assert _status(manager, hidden) is ServiceStatus.INACTIVE
    assert manager.client.get(answer.headers["location"] + "/undo").status_code == 403
    manager.client.cookies.clear()
    manager.sign_in_as(Role.APPROVER)
    assert manager.send(answer.headers["location"] + "/undo").status_code == 303
    assert _status(manager, hidden) is ServiceStatus.ACTIVE


def _status(browser: StaffBrowser, key: str) -> ServiceStatus:
    with browser.held.sessions() as session:
        return session.get_one(Service, key).status


def test_a_pair_that_is_not_the_same_is_remembered(manager: StaffBrowser) -> None:
    place = _pair(manager)

    answer = manager.send(place, keep="neither")

    assert "Remembered" in manager.open(answer.headers["location"]).text
    assert place not in [each.attributes["href"] for each in manager.open(DUPLICATES).all("a")]
    with manager.held.sessions() as session:
        assert session.scalars(select(NotDuplicates)).one().said_by_name == "manager@signpost.example"


def test_two_who_say_the_same_at_the_same_moment_are_both_told_that_it_is_remembered(
    manager: StaffBrowser,
) -> None:
    place = _pair(manager)
    fields = manager.open(place).fields(place) | {"keep": "neither"}
    one, two = sorted(place.split("/")[3:])
    other = Editor("staff-2", "ben@signpost.example")

    answer = meanwhile(
        manager.held,
        lambda session: say_different(session, one, two, by=other, at=manager.held.clock()),
        lambda: manager.client.post(place, data=fields),
    )

    assert answer.status_code == 303
    with manager.held.sessions() as session:
        assert session.scalars(select(NotDuplicates)).one().said_by_name == "ben@signpost.example"


def test_nothing_chosen_and_a_lifeline_hidden_are_said_beside_the_field(manager: StaffBrowser) -> None:
    with manager.held.sessions() as session:
        slugs = ("childline", "wychavon-housing")
        lifeline, other = (session.scalars(select(Service.id).where(Service.slug == s)).one() for s in slugs)
    place = f"{DUPLICATES}/{lifeline}/{other}"

    for keep in ("", other):
        answer = manager.send(place, keep=keep)
        assert answer.status_code == 422
        assert Page(answer.text).one("a", href="#keep")
    assert _status(manager, lifeline) is ServiceStatus.ACTIVE


def test_a_merge_sent_again_the_other_way_round_hides_neither(manager: StaffBrowser) -> None:
    place = _pair(manager)
    kept, hidden = place.split("/")[-2:]
    manager.send(place, keep=kept)

    answer = manager.send(place, keep=hidden)

    assert answer.status_code == 422
    assert "both would be gone" in answer.text
    assert _status(manager, kept) is ServiceStatus.ACTIVE


def test_the_pages_are_well_made(manager: StaffBrowser) -> None:
    for path in (DUPLICATES, _pair(manager)):
        page = manager.open(path)
        assert len(page.all("h1")) == 1
        assert page.unlabelled() == []
