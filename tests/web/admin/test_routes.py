"""All pages of the managers' door together."""

from uuid import UUID

import pytest
from fastapi import FastAPI

from directory.model import Metadata
from tests.web.admin.conftest import Places
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.routes_of import staff_routes
from tests.web.staff_browser import PASSWORD, StaffBrowser
from vocabulary.areas import District
from vocabulary.needs import Need
from web.accounts.csrf import make_form_token
from web.accounts.roles import Role


PARTS = (
    "",
    "/history",
    "/sections",
    "/sections/words",
    "/sections/eligibility",
    "/sections/safe-contact",
    "/hours",
    "/withdraw",
    "/restore",
    "/confirm",
    "/ask",
    "/contacts/new",
    "{phone}",
    "{contact}/sections",
    "{contact}/sections/details",
    "{contact}/sections/eligibility",
    "{contact}/hours",
    "{contact}/withdraw",
    "{contact}/restore",
    "{contact}/confirm",
)

PAGES = (
    "/admin",
    "/admin/approvals",
    "/admin/services",
    "/admin/services/new",
    "/admin/organizations/new",
    "/admin/checks",
    "/admin/coverage",
    f"/admin/coverage/{Need.HOUSING}/{District.WORCESTER}",
    "/admin/gaps",
    "/admin/preview",
    "/admin/provider-answers",
    "/admin/words",
    "/admin/links",
    "/admin/imports",
    "/admin/feeds",
)


def _paths(telford: Places) -> list[str]:
    names = {"{phone}": f"/phones/{telford.phone_id}", "{contact}": f"/contacts/{telford.contact_id}"}
    paths = list(PAGES)
    for part in PARTS:
        for name, value in names.items():
            part = part.replace(name, value)
        paths.append(telford.service + part)
    return paths


def _changes(app: FastAPI, telford: Places) -> list[str]:
    """The address of every change, taken from the routes themselves."""
    named = {
        "{proposal_id}": str(UUID(int=1)),
        "{link_id}": str(UUID(int=1)),
        "{synonym_id}": str(UUID(int=1)),
        "{change_id}": str(UUID(int=1)),
        "{change_set_id}": str(UUID(int=1)),
        "{feed_id}": str(UUID(int=1)),
        "{section}": "details",
        "{service_id}": telford.service_id,
        "{contact_id}": telford.contact_id,
        "{phone_id}": telford.phone_id,
    }
    found = []
    for route in staff_routes(app):
        if "POST" in route.methods and route.path.startswith("/admin"):
            path = route.path
            for name, value in named.items():
                path = path.replace(name, value)
            found.append(path)
    return found


def test_every_page_is_well_made(manager: StaffBrowser, telford: Places) -> None:
    titles = []
    for path in _paths(telford):
        page = manager.open(path)
        assert len(page.all("h1")) == 1, path
        assert page.unlabelled() == [], path
        assert page.one("html").attributes["lang"] == "en-GB"
        assert all("href" in link.attributes for link in page.all("a")), path
        ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
        assert len(ids) == len(set(ids)), path
        titles.append(page.title)
    assert len(set(titles)) == len(titles)


def test_every_form_that_changes_something_carries_its_token(manager: StaffBrowser, telford: Places) -> None:
    for path in _paths(telford):
        page = manager.open(path)
        for form in page.all("form", method="post"):
            assert page.fields(form.attributes["action"])["form_token"], path


def test_no_change_is_made_without_the_form_token(
    manager: StaffBrowser, app: FastAPI, telford: Places
) -> None:
    changes = _changes(app, telford)

    answers = {
        path: manager.client.post(path, data={"why": "wrong", "kind": "always"}).status_code
        for path in changes
    }

    assert len(changes) >= 9
    assert set(answers.values()) == {403}
    with manager.held.sessions() as session:
        assert session.query(Metadata).count() == 0


@pytest.mark.parametrize("role", [Role.ANALYST, Role.EDITOR])
def test_who_keeps_no_directory_sees_and_changes_nothing_of_it(
    browser: StaffBrowser, app: FastAPI, telford: Places, role: Role
) -> None:
    browser.sign_in_as(role)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])

    seen = {browser.client.get(path).status_code for path in _paths(telford)}
    changed = {
        browser.client.post(path, data={"form_token": token}).status_code for path in _changes(app, telford)
    }

    assert seen | changed == {403}


WEIGHTY = {
    "/admin/approvals/{proposal_id}/approve",
    "/admin/exports",
    "/admin/imports/{change_set_id}/apply",
    "/admin/imports/{change_set_id}/undo",
}


def test_approving_applying_and_exporting_ask_who_this_is_after_five_minutes(app: FastAPI) -> None:
    asking = {
        route.path
        for route in staff_routes(app)
        if route.path.startswith("/admin") and "POST" in route.methods and route.asks_again
    }

    assert asking == WEIGHTY


def test_what_was_sent_is_not_done_before_the_password_is_given_again(
    manager: StaffBrowser, clock: HandClock
) -> None:
    fields = manager.open("/admin/exports").fields("/admin/exports") | {"kind": "json"}
    clock.move(minutes=6)

    asked = manager.client.post("/admin/exports", data=fields)
    again = Page(asked.text).fields("/admin/exports") | {"proof_password": PASSWORD}
    answer = manager.client.post("/admin/exports", data=again)

    assert "Confirm that it is you" in Page(asked.text).title
    assert "content-disposition" not in asked.headers
    assert "attachment" in answer.headers["content-disposition"]


def test_nobody_unknown_sees_or_changes_anything(
    browser: StaffBrowser, app: FastAPI, telford: Places
) -> None:
    answers = [browser.client.get(path) for path in _paths(telford)]
    answers += [browser.client.post(path) for path in _changes(app, telford)]

    assert {answer.status_code for answer in answers} == {303}
    assert all(answer.headers["location"].startswith("/staff/sign-in") for answer in answers)


@pytest.mark.parametrize(
    "text", ["x" * 3000, "\ud800".encode("utf-8", "surrogatepass"), b"\xff\xfe", "\x00", "💥"]
)
def test_no_text_breaks_a_form(
    manager: StaffBrowser, app: FastAPI, telford: Places, text: str | bytes
) -> None:
    token = make_form_token(manager.held.secret, manager.client.cookies["signpost_staff"])
    names = ("number", "reason", "version", "kind", "why", "monday-state", "monday-opens", "bank_holidays")

    for path in _changes(app, telford):
        answer = manager.client.post(path, data={"form_token": token} | dict.fromkeys(names, text))
        shown_again = "/sections/" in path and answer.status_code == 200  # for a check; nothing is sent yet
        assert shown_again or 400 <= answer.status_code < 500, path
        assert Page(answer.text).title
