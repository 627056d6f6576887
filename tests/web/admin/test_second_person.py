"""No page lets one person alone show another number, address, hours or eligibility, or reopen a service."""

import ast
from pathlib import Path

import pytest
from fastapi import FastAPI

from directory.fields import Owner, fields_of, read_values
from directory.model import Service
from directory.terms import ServiceStatus
from tests.web.admin.conftest import Places
from tests.web.admin.test_routes import _changes
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.csrf import make_form_token
from web.accounts.roles import Role


WEB = Path(__file__).parents[3] / "web"
BY_ONE_PERSON = {"confirm_contact", "confirm_service", "set_status", "withdraw_contact", "EditedMeanwhile"}
PAST_APPROVAL = {"write_values", "apply", "publish"}
TYPED = {
    "step": "send",
    "reason": "their page",
    "number": "0113 240 3040",
    "url": "https://example.org/other",
    "email": "other@example.org",
    "minimum_age": "40",
    "maximum_age": "50",
    "areas": "E06000019",
    "needs": "housing",
    "caller": "the-person",
    "for_whom": "Others",
    "not_for": "Others",
    "kind": "always",
    "why": "checked",
    "status": "active",
    "public": "yes",
}


def _guarded(browser: StaffBrowser, telford: Places) -> dict[str, str | None]:
    """What people rely on of the service and its contacts, as it is stored."""
    with browser.held.sessions() as session:
        service = session.get_one(Service, telford.service_id)
        owners: list[Owner] = [service, *service.contacts]
        return {
            f"{owner.id} {name}": read_values(owner)[name]
            for owner in owners
            for name, field in fields_of(owner).items()
            if field.guarded
        }


@pytest.mark.parametrize("role", [Role.MANAGER, Role.ADMINISTRATOR])
def test_no_form_shows_what_one_person_sent(
    browser: StaffBrowser, app: FastAPI, telford: Places, role: Role
) -> None:
    browser.sign_in_as(role)
    with browser.held.sessions.begin() as session:
        session.get_one(Service, telford.service_id).status = ServiceStatus.TEMPORARILY_CLOSED
    before = _guarded(browser, telford)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])
    answered = []

    for path in sorted(set(_changes(app, telford)) | _sections(telford)):
        answer = browser.client.get(path)
        forms = Page(answer.text).all("form", action=path) if answer.status_code == 200 else []
        fields = Page(answer.text).fields(path) if forms else {"version": "1"}
        sent = browser.client.post(path, data=fields | TYPED | {"form_token": token})
        answered.append(sent.status_code)

    assert answered.count(303) > 6, "nothing was sent"
    assert _guarded(browser, telford) == before


def _sections(telford: Places) -> set[str]:
    return {f"{telford.service}/sections/eligibility", f"{telford.contact}/sections/eligibility"}


@pytest.mark.parametrize("path", sorted(WEB.rglob("*.py")), ids=lambda path: str(path.relative_to(WEB)))
def test_pages_reach_only_what_one_person_may_do_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "editing"
    }
    taken = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("directory.")
        for name in node.names
        if (node.module or "").rsplit(".")[1] in {"saving", "fields", "editing", "approval"}
    }

    assert used <= BY_ONE_PERSON | {"owner", "section", "typed", "version"}  # a page's own value of that name
    if path.name != "replays.py":  # which tries a change in a session that it throws away
        assert not taken & PAST_APPROVAL
