"""A manager's work in a browser: confirm a record, find a gap; and what axe says of every page."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy.orm import Session

from directory.approval.proposing import Asking, propose
from directory.feeds.duplicates import find_pairs
from directory.feeds.feeds import add_feed
from directory.history import Editor
from directory.model import ChangeSet, Contact, Service
from directory.terms import ChangeSetKind
from tests.browser.managers_door import (  # noqa: F401 - fixtures
    DESK,
    PHONE,
    Door,
    desk,
    desk_of,
    door,
    faults_of,
)
from tests.web.admin.conftest import blank  # noqa: F401 - a fixture
from tests.web.conftest import clock  # noqa: F401 - a fixture
from tests.web.routes_of import staff_routes
from vocabulary.areas import District
from vocabulary.needs import Need
from web.accounts.roles import Role
from web.admin.sections import sections_of


BY = Editor("staff-2", "ben@signpost.example")
NO_PAGES = {"/admin/coverage.csv"}  # a download
QUERIES = {"/admin/coverage": "?only=near", "/admin/preview": "?need=cuckooing&area=E06000020"}


def test_a_manager_confirms_a_record_from_the_queue_with_the_keyboard_alone(desk: Page, door: Door) -> None:  # noqa: F811
    desk.get_by_role("link", name="Never confirmed by a person").press("Enter")
    desk.get_by_role("link", name=door.service.name).press("Enter")
    expect(desk.locator("h1")).to_have_text(f"Confirm “{door.service.name}”")
    expect(desk.locator(".staff-public .card")).to_contain_text(door.service.name)
    desk.get_by_role("button", name="Confirm: all of this is right").press("Enter")

    expect(desk.get_by_role("alert")).to_contain_text("count as confirmed today")
    with door.held.sessions() as session:
        assert session.get_one(Service, door.service.id).assured_date == door.clock().date()


def test_a_manager_finds_a_gap_and_the_services_to_ask(desk: Page) -> None:  # noqa: F811
    desk.get_by_role("link", name="Where nobody answers").click()
    row = desk.get_by_role("row").filter(has=desk.locator("th[scope=row]")).first
    row.get_by_role("link").first.click()

    expect(desk.get_by_role("cell").first).to_contain_text("Hours not known")
    expect(desk.locator("main ul.govuk-list--bullet a").first).to_be_visible()


# --- every page of the door


def _change_something(session: Session, door: Door) -> dict[str, list[str]]:  # noqa: F811
    """Something of each kind that a page is about, by the name that stands for it in an address."""
    at = door.clock()
    service, contact = session.get_one(Service, door.service.id), session.get_one(Contact, door.contact_id)
    proposal = propose(session, contact, {"number": "0113 240 3040"}, Asking(BY, at, reason="rang it"))
    brought = ChangeSet(
        kind=ChangeSetKind.IMPORT, source="services.csv", digest="0" * 64, by=BY.id, by_name=BY.name, at=at
    )
    session.add(brought)
    session.flush()
    pair = find_pairs(session)[0]
    feed = add_feed(session, "https://1.1.1.1/feed", every_hours=24, by=BY, at=at)
    return {
        "{service_id}": [service.id],
        "{contact_id}": [contact.id],
        "{phone_id}": [door.phone_id],
        "{proposal_id}": [proposal.id],
        "{change_set_id}": [brought.id],
        "{feed_id}": [feed.id],
        "{first_id}": [pair.first.id],
        "{second_id}": [pair.second.id],
        "{need}": [Need.OWN_DRUG_USE.value],
        "{district}": [District.WORCESTER.value],
        "{section}": [each.slug.value for each in sections_of(service)],
        "contacts/{contact_id}/sections/{section}": [
            f"contacts/{contact.id}/sections/{each.slug.value}" for each in sections_of(contact)
        ],
    }


def _paths(door: Door, named: dict[str, list[str]]) -> Iterator[str]:  # noqa: F811
    """The address of every page below /admin, taken from the routes themselves."""
    for route in staff_routes(door.app):
        if "GET" not in route.methods or not route.path.startswith("/admin") or route.path in NO_PAGES:
            continue
        used = [name for name in sorted(named, key=len, reverse=True) if name in route.path]
        for values in product(*(named[name] for name in used)):
            path = route.path
            for name, value in zip(used, values, strict=True):
                path = path.replace(name, value)
            assert "{" not in path, f"no example for {path}"
            yield path + QUERIES.get(path, "")


@pytest.mark.slow
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_no_violation_and_no_page_scrolls_sideways(
    desk_of: Callable[[Role], Page],  # noqa: F811
    door: Door,  # noqa: F811
    viewport: Any,
) -> None:
    page = desk_of(Role.ADMINISTRATOR)
    page.set_viewport_size(viewport)
    page.goto(f"{door.address}{door.here}/sections/words")
    page.get_by_label("Name", exact=True).fill("Another name")
    page.get_by_role("button", name="Check your answers").click()
    found = {"check your answers": faults_of(page)}
    page.get_by_label("Why, or where did you find it?").fill("Their page")
    page.get_by_role("button", name="Send").click()
    with door.held.sessions.begin() as session:
        named = _change_something(session, door)
    page.goto(f"{door.address}{door.here}/history")
    back = page.locator("a[href$='/restore']").first.get_attribute("href") or ""
    named["{change_id}"] = [back.split("/")[-2]]

    paths = list(_paths(door, named))
    for path in paths:
        answer = page.goto(door.address + path)
        assert answer is not None
        assert answer.status == 200, path
        found[path] = faults_of(page)

    assert len(paths) > 45
    assert {path: faults for path, faults in found.items() if faults} == {}
