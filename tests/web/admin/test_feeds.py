"""The pages about feeds: kept by managers, read by themselves, in the queue when they need somebody."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from directory.feeds.feed_reading import read_due
from directory.feeds.feeds import STARTED
from directory.model import ChangeSet, Feed, Service
from tests.directory.feeds.fake_feed import BASE, FakeFeed, a_foreign_service, feed_of
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.csrf import make_form_token
from web.accounts.roles import Role


FEEDS = "/admin/feeds"
CHANGES = ("read", "hours", "pause", "resume", "remove")


def _add(browser: StaffBrowser, url: str = BASE, every: str = "24") -> str:
    """The address of the page about a feed that was just added."""
    answer = browser.send(FEEDS, url=url, every=every)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).partition("?")[0]


def _feed(browser: StaffBrowser) -> Feed:
    with browser.held.sessions() as session:
        return session.scalars(select(Feed)).one()


def _read(browser: StaffBrowser, feed: FakeFeed) -> list[str]:
    done = read_due(browser.held.sessions, at=browser.held.clock(), fetching=feed)
    return [each.outcome for each in done]


def _work(browser: StaffBrowser) -> list[str]:
    return [each.text for each in browser.open("/admin").all("a") if each.text.rsplit(": ")[-1].isdecimal()]


def test_a_feed_is_added_listed_with_its_keeper_and_read_by_itself(manager: StaffBrowser) -> None:
    place = _add(manager, every="168")

    listed, shown = manager.open(FEEDS), manager.open(f"{place}?done=added")
    assert BASE in listed.links
    assert "Kept by manager@signpost.example" in listed.text
    assert "Last read: never" in listed.text
    assert "Not read yet" in listed.text
    assert "The feed is kept." in shown.text
    assert "Every week" in shown.text
    assert _read(manager, feed_of(a_foreign_service())) == ["read"]
    after = manager.open(place)
    assert "In order" in after.text
    assert "24 November 2026 at 10:00" in after.text
    assert "1 December 2026 at 10:00" in after.text
    assert "Imports that wait for a second person: 1" in _work(manager)


def test_what_it_brought_is_applied_by_somebody_who_does_not_keep_it(approver: StaffBrowser) -> None:
    _add(approver)
    _read(approver, feed_of(a_foreign_service()))
    with approver.held.sessions() as session:
        place = f"/admin/imports/{session.scalars(select(ChangeSet.id)).one()}"

    alone = approver.client.get(f"{place}/apply")
    told = approver.open(place).text
    approver.client.cookies.clear()
    approver.sign_in(approver.hire(Role.ADMINISTRATOR))
    together = approver.send(f"{place}/apply")

    assert alone.status_code == 403
    assert "keep the feed that did" in told
    assert together.status_code == 303
    assert "Approved, not live yet" in approver.open(place).text  # a new number cools off


def test_a_feed_is_asked_for_and_the_page_answers_without_waiting_for_it(
    manager: StaffBrowser, clock: HandClock
) -> None:
    place = _add(manager)
    _read(manager, feed_of(a_foreign_service()))
    clock.move(minutes=5)
    assert _read(manager, feed_of()) == []

    answer = manager.send(place, f"{place}/read")

    assert answer.headers["location"] == f"{place}?done=asked"
    assert "Within some minutes" in manager.open(place).text
    assert _read(manager, feed_of(a_foreign_service())) == ["read"]


def test_a_feed_is_paused_and_resumed(manager: StaffBrowser) -> None:
    place = _add(manager)
    manager.send(place, f"{place}/pause")
    assert "Not while it is paused" in manager.open(place).text
    assert "not while it is paused" in manager.open(FEEDS).text
    assert _read(manager, feed_of()) == []
    token = manager.open(place).fields(f"{place}/resume")["form_token"]
    refused = manager.client.post(f"{place}/read", data={"form_token": token})
    assert refused.status_code == 409
    assert Page(refused.text).broken_error_links() == []

    manager.send(place, f"{place}/resume")

    assert _read(manager, feed_of()) == ["same"]


def test_another_interval_is_saved_with_who_chose_it(manager: StaffBrowser) -> None:
    place = _add(manager)
    manager.client.cookies.clear()
    manager.sign_in_as(Role.APPROVER)

    unchanged = manager.send(place, f"{place}/hours")
    assert (unchanged.status_code, _feed(manager).changed_by_name) == (303, "manager@signpost.example")
    manager.send(place, f"{place}/hours", every="672")

    feed = _feed(manager)
    assert (feed.every_hours, feed.changed_by_name) == (672, "approver@signpost.example")
    assert "manager@signpost.example and approver@signpost.example" in manager.open(place).text


def test_hours_that_were_chosen_elsewhere_are_shown_and_kept(manager: StaffBrowser) -> None:
    place = _add(manager)
    with manager.held.sessions.begin() as session:
        session.scalars(select(Feed)).one().every_hours = 36

    assert manager.open(place).fields(f"{place}/hours")["every"] == "36"
    assert "Every 36 hours" in manager.open(place).text


def test_a_feed_is_removed_after_a_question_and_what_it_brought_stays(manager: StaffBrowser) -> None:
    place = _add(manager)
    _read(manager, feed_of(a_foreign_service()))

    answer = manager.send(f"{place}/remove")

    assert answer.headers["location"] == f"{FEEDS}?done=removed"
    assert manager.client.get(place).status_code == 404
    assert "No feed is read yet." in manager.open(FEEDS).text
    assert "Imports that wait for a second person: 1" in _work(manager)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"url": ""}, "url", "Enter the whole address"),
        ({"url": "directory"}, "url", "Enter the whole address"),
        ({"url": "http://localhost:8000/directory/v3"}, "url", "Enter the whole address"),
        ({"url": "http://169.254.169.254/latest"}, "url", "Enter the whole address"),
        ({"url": "https://who:what@directory.example.org"}, "url", "Enter the whole address"),
        ({"url": f"{BASE}/services"}, "url", "in the list already"),
        ({"url": "https://x.example.org", "every": ""}, "every", "Choose how often"),
        ({"url": "https://x.example.org", "every": "0"}, "every", "Choose how often"),
        ({"url": "https://x.example.org", "every": "9999"}, "every", "Choose how often"),
        ({"url": "https://x.example.org", "every": "\u0661"}, "every", "Choose how often"),
    ],
)
def test_a_mistake_is_said_at_its_field_and_nothing_is_kept(
    manager: StaffBrowser, typed: dict[str, str], field: str, said: str
) -> None:
    _add(manager)

    answer = manager.send(FEEDS, **typed)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error:")
    assert said in page.one("a", href=f"#{field}").text
    assert page.broken_error_links() == []
    assert _feed(manager).url == BASE


def test_an_interval_that_is_none_is_said(manager: StaffBrowser) -> None:
    place = _add(manager)

    answer = manager.send(place, f"{place}/hours", every="soon")

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []
    assert _feed(manager).every_hours == 24


@pytest.mark.parametrize(
    ("outcome", "hours", "said"),
    [
        ("unreachable", 1, "The feed did not answer in time"),
        ("not_a_feed", 1, "not a page of Open Referral UK services"),
        (STARTED, 1, "The last reading did not come to its end."),
        ("read", 72, "It was due and nobody has read it."),
    ],
)
def test_a_feed_in_trouble_is_work_until_it_is_paused(
    manager: StaffBrowser, clock: HandClock, outcome: str, hours: int, said: str
) -> None:
    place = _add(manager)
    with manager.held.sessions.begin() as session:
        feed = session.scalars(select(Feed)).one()
        feed.outcome, feed.read_at, feed.due_at = outcome, clock(), clock() + timedelta(hours=24)
    assert not [each for each in _work(manager) if outcome == "read" and "Feeds" in each]
    clock.move(hours=hours)
    manager.sign_in("manager@signpost.example")

    assert "Feeds that could not be read: 1" in _work(manager)
    assert said in manager.open(place).text

    manager.send(place, f"{place}/pause")
    assert not [each for each in _work(manager) if "Feeds" in each]


def test_a_feed_that_is_being_read_is_no_trouble(manager: StaffBrowser, clock: HandClock) -> None:
    place = _add(manager)
    with manager.held.sessions.begin() as session:
        feed = session.scalars(select(Feed)).one()
        feed.outcome, feed.read_at, feed.due_at = STARTED, clock(), clock() + timedelta(hours=24)

    assert "It is being read now." in manager.open(place).text
    assert not [each for each in _work(manager) if "Feeds" in each]


@pytest.mark.parametrize("role", list(Role))
def test_who_may_keep_feeds_is_who_may_bring_imports(browser: StaffBrowser, role: Role) -> None:
    browser.sign_in(browser.hire(Role.MANAGER, "first@signpost.example"))
    place = _add(browser)
    browser.client.cookies.clear()
    browser.sign_in_as(role)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])
    sent = {"form_token": token, "every": "24", "url": "https://other.example.org"}

    seen = {browser.client.get(each).status_code for each in (FEEDS, place, f"{place}/remove")}
    done = {browser.client.post(f"{place}/{each}", data=sent).status_code for each in CHANGES[::-1][1:]}
    done |= {browser.client.post(each, data=sent).status_code for each in (FEEDS, f"{place}/remove")}

    may = role in (Role.MANAGER, Role.APPROVER, Role.ADMINISTRATOR)
    assert seen == ({200} if may else {403})
    assert done <= ({303, 409} if may else {403})
    with browser.held.sessions() as session:
        urls = session.scalars(select(Feed.url)).all()
    assert urls == (["https://other.example.org"] if may else [BASE])


def test_every_page_of_a_feed_is_well_made(manager: StaffBrowser) -> None:
    place = _add(manager)
    pages = [manager.open(each) for each in (FEEDS, place, f"{place}/remove")]
    manager.send(place, f"{place}/pause")
    pages.append(manager.open(place))

    for page in pages:
        assert len(page.all("h1")) == 1
        assert page.unlabelled() == []
        ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
        assert len(ids) == len(set(ids))
        for form in page.all("form", method="post"):
            assert page.fields(form.attributes["action"])["form_token"]


def test_a_feed_that_is_not_there_is_a_plain_404(manager: StaffBrowser) -> None:
    assert manager.client.get(f"{FEEDS}/6f1d1c6e-1f0a-5c0e-9a57-5d6a6b0c51d9").status_code == 404
    assert manager.client.get(f"{FEEDS}/nonsense").status_code == 422


def test_nothing_that_a_feed_sends_is_in_view_before_somebody_applied_it(manager: StaffBrowser) -> None:
    _add(manager)
    _read(manager, feed_of(a_foreign_service()))

    with manager.held.sessions() as session:
        assert session.scalars(select(Service).where(Service.name == "Drop-in for families")).all() == []
