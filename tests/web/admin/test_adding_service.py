"""Adding a service: all that is needed to find and reach it, and a second person before people see it."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.approval.adding import add_service
from directory.approval.proposing import Asking
from directory.cards import service_cards
from directory.history import Editor
from directory.model import Organization, Service
from tests.web.admin.conftest import approve_all, meanwhile
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from web.accounts.roles import Role
from web.accounts.users import add_staff, find_staff


NEW = "/admin/services/new"
REASON = {"step": "send", "reason": "their page"}
CATCH22 = "Catch22"


def _typed(browser: StaffBrowser, **changes: Any) -> dict[str, Any]:
    with browser.held.sessions() as session:
        organization = session.scalars(select(Organization).order_by(Organization.name)).first()
        assert organization is not None
    typed = {
        "organization": organization.id,
        "name": "Way Out",
        "description": "Helps young people to leave a gang.",
        "needs": ["housing", "drug-debt"],
        "areas": ["E06000020"],
        "minimum_age": "11",
        "caller": "anyone",
        "phone": "0113 240 3040",
        "website": "https://example.org/way-out",
    }
    return browser.open(NEW).fields(NEW) | typed | changes


def _send(browser: StaffBrowser, **changes: Any) -> Page:
    check = Page(browser.client.post(NEW, data=_typed(browser, **changes)).text)
    answer = browser.client.post(NEW, data=check.fields(NEW) | REASON)
    assert answer.status_code == 303, answer.text
    return browser.open(answer.headers["location"])


def _seen(browser: StaffBrowser) -> list[str]:
    """The names and numbers that people see of the new service."""
    with browser.held.sessions() as session:
        keys = list(session.scalars(select(Service.id).where(Service.name == "Way Out")))
        cards = service_cards(session, keys, at=browser.held.clock(), live=True)
    return [text for card in cards for text in (card.name, *(line.number for line in card.phones))]


def test_a_service_waits_for_a_second_person_and_is_then_shown(manager: StaffBrowser) -> None:
    assert NEW in manager.open("/admin").links.values()

    page = _send(manager)

    assert page.one("h1").text == "Way Out"
    assert "The service waits for a second person." in page.text
    assert "A new service: the service" in page.links
    assert _seen(manager) == []
    approve_all(manager.held)
    assert _seen(manager) == ["Way Out", "0113 240 3040"]


def test_the_check_says_in_words_what_was_chosen(manager: StaffBrowser) -> None:
    page = Page(manager.client.post(NEW, data=_typed(manager)).text)

    for said in ("Telford and Wrekin", "Anyone", "0113 240 3040", "https://example.org/way-out", "11"):
        assert said in page.one("dl").text
    assert "E06000020" not in page.one("dl").text
    assert len(page.all("h1")) == 1


def test_the_second_person_reads_the_organisation_and_every_contact(approver: StaffBrowser) -> None:
    link = _send(approver).links["A new service: the service"]

    page = approver.open(link)

    text = page.one("section", id="change").text
    for said in ("Organisation", "Telephone", "0113 240 3040", "Website", "Helps young people"):
        assert said in text
    assert "Way Out" in page.one("section", aria_labelledby="would-see").text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("organization", "", "Choose: organisation"),
        ("organization", "00000000-0000-0000-0000-000000000001", "Choose: organisation"),
        ("name", "", "Enter: name"),
        ("needs", [], "Enter: what it helps with"),
        ("needs", ["gold"], "Choose from the list"),
        ("areas", [], "Enter: where it helps"),
        ("minimum_age", "eleven", "Enter an age in whole years"),
        ("caller", "nobody", "Choose from the list"),
        ("phone", "999 999", "Enter a telephone number"),
        ("website", "example", "Enter a whole web address"),
    ],
)
def test_a_mistake_is_shown_at_its_field_and_nothing_typed_is_lost(
    manager: StaffBrowser, field: str, value: Any, said: str
) -> None:
    answer = manager.client.post(NEW, data=_typed(manager, **{field: value}) | REASON)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    assert page.fields(NEW)["description"] == "Helps young people to leave a gang."
    ticked = {
        each.attributes["value"] for each in page.all("input", name="areas") if "checked" in each.attributes
    }
    assert ticked == ({"E06000020"} if field != "areas" else set())


def test_a_service_that_nobody_could_reach_is_not_added(manager: StaffBrowser) -> None:
    answer = manager.client.post(NEW, data=_typed(manager, phone="", website="") | REASON)

    assert answer.status_code == 422
    assert "Give at least one way to reach it" in Page(answer.text).text
    assert _seen(manager) == []


def test_a_form_sent_twice_adds_one(manager: StaffBrowser) -> None:
    sent = Page(manager.client.post(NEW, data=_typed(manager)).text).fields(NEW) | REASON

    answers = [manager.client.post(NEW, data=sent).status_code for _ in range(2)]

    assert answers == [303, 422]


def test_a_refused_service_is_sent_again_from_its_page(manager: StaffBrowser) -> None:
    page = _send(manager)
    here = page.links["Edit this service"].removesuffix("/sections")
    proposal = page.links["A new service: the service"]
    manager.client.post(f"{proposal}/withdraw", data=manager.open(proposal).fields(f"{proposal}/withdraw"))

    answer = manager.send(f"{here}/restore", why="checked")

    assert "Show “Way Out” to people" in manager.open(f"{here}/restore").title
    assert "A new service: the service" in manager.open(answer.headers["location"]).links


@pytest.fixture
def editor(browser: StaffBrowser) -> StaffBrowser:
    """An editor of one organization."""
    with browser.held.sessions.begin() as session:
        own = session.scalars(select(Organization).order_by(Organization.name.desc())).first()
        assert own is not None
        add_staff(session, "editor@signpost.example", Role.EDITOR, PASSWORD, at=browser.held.clock())
        staff = find_staff(session, "editor@signpost.example")
        assert staff is not None
        staff.organization_id = own.id
    browser.sign_in("editor@signpost.example")
    return browser


def test_an_editor_adds_services_of_their_own_organisation_only(editor: StaffBrowser) -> None:
    page = editor.open(NEW)
    own = page.fields(NEW)["organization"]
    other = _typed(editor)["organization"]

    assert other != own
    assert len(page.all("option")) == 2  # "Choose", and their own
    assert editor.client.post(NEW, data=_typed(editor) | REASON).status_code == 422
    assert editor.client.post(NEW, data=_typed(editor, organization=own) | REASON).status_code == 303
    assert editor.client.get("/admin/organizations/new").status_code == 403


def test_a_service_that_somebody_else_adds_at_the_same_moment_is_said_at_its_field(
    manager: StaffBrowser,
) -> None:
    check = Page(manager.client.post(NEW, data=_typed(manager)).text)
    other = Asking(Editor("staff-2", "ben@signpost.example"), manager.held.clock(), reason="their page")
    values = {"name": "Way Out", "description": "It helps.", "areas": "E06000020", "caller": "anyone"}

    def add(session: Session) -> object:
        organization = session.scalars(select(Organization).order_by(Organization.name)).first()
        assert organization is not None
        return add_service(session, organization, values, [], other)

    answer = meanwhile(manager.held, add, lambda: manager.client.post(NEW, data=check.fields(NEW) | REASON))

    page = Page(answer.text)
    assert answer.status_code == 422
    assert "in the directory already" in page.one("div", class_="govuk-error-summary").text
    with manager.held.sessions() as session:
        assert session.query(Service).filter_by(name="Way Out").count() == 1
