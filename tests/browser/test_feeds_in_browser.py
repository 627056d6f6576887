"""Keeping a feed in a browser: added, read, applied by somebody else; every page passes axe at both sizes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from directory.feeds.feed_reading import read_due
from tests.browser.managers_door import (  # noqa: F401 - fixtures
    DESK,
    PHONE,
    Door,
    desk,
    desk_of,
    door,
    faults_of,
)
from tests.directory.feeds.fake_feed import BASE, a_foreign_service, feed_of
from tests.web.admin.conftest import blank  # noqa: F401 - a fixture
from tests.web.conftest import clock  # noqa: F401 - a fixture
from web.accounts.roles import Role


pytestmark = pytest.mark.slow


def _passes_axe(page: Page) -> None:
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert faults_of(page) == [], (page.url, size)


def test_a_feed_is_added_read_and_applied_by_somebody_who_does_not_keep_it(
    door: Door,  # noqa: F811
    desk_of: Callable[[Role], Page],  # noqa: F811
) -> None:
    keeps = desk_of(Role.MANAGER)
    keeps.get_by_role("link", name="Feeds", exact=True).click()
    _passes_axe(keeps)
    keeps.get_by_label("Web address").fill("localhost")
    keeps.get_by_role("button", name="Add the feed").click()
    expect(keeps.get_by_role("alert")).to_contain_text("Enter the whole address")
    _passes_axe(keeps)
    keeps.get_by_label("Web address").fill(f"{BASE}/services")
    keeps.get_by_label("Every week").check()
    keeps.get_by_role("button", name="Add the feed").click()
    expect(keeps.get_by_role("heading", name=BASE)).to_be_visible()
    expect(keeps.get_by_text("Within some minutes", exact=True)).to_be_visible()
    _passes_axe(keeps)

    read_due(door.held.sessions, at=door.clock(), fetching=feed_of(a_foreign_service()))
    keeps.reload()
    expect(keeps.locator(".govuk-tag", has_text="In order")).to_be_visible()
    _passes_axe(keeps)

    applies = desk_of(Role.APPROVER)
    applies.get_by_role("link", name="Imports that wait for a second person").click()
    applies.get_by_role("link", name=BASE).click()
    applies.get_by_role("button", name="Apply it").click()
    applies.get_by_role("button", name="Apply now").click()
    expect(applies.locator(".govuk-tag", has_text="Approved, not live yet")).to_be_visible()


def test_a_feed_is_asked_for_paused_resumed_and_removed(
    door: Door,  # noqa: F811
    desk: Page,  # noqa: F811
) -> None:
    desk.goto(f"{door.address}/admin/feeds")
    desk.get_by_label("Web address").fill(BASE)
    desk.get_by_role("button", name="Add the feed").click()
    read_due(door.held.sessions, at=door.clock(), fetching=feed_of())
    desk.get_by_role("button", name="Read it now").click()
    expect(desk.get_by_role("alert")).to_contain_text("It is read within some minutes.")
    desk.get_by_role("button", name="Pause it").click()
    expect(desk.get_by_text("Not while it is paused")).to_be_visible()
    _passes_axe(desk)
    desk.get_by_role("button", name="Resume it").click()
    expect(desk.get_by_role("button", name="Read it now")).to_be_visible()

    desk.get_by_role("link", name="Remove this feed").click()
    _passes_axe(desk)
    desk.get_by_role("button", name="Remove it").click()

    expect(desk.get_by_text("No feed is read yet.")).to_be_visible()
    _passes_axe(desk)
