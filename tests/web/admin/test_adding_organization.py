"""Adding an organization, and then its first service."""

import pytest

from directory.approval.organizations import add_organization
from directory.approval.proposing import Asking
from directory.history import Editor
from directory.model import Organization
from tests.web.admin.conftest import meanwhile
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


NEW = "/admin/organizations/new"
TYPED = {"name": "New Paths", "description": "Helps families.", "url": "https://example.org", "email": ""}
REASON = {"step": "send", "reason": "their page"}


def test_it_leads_to_its_first_service(manager: StaffBrowser) -> None:
    assert NEW in manager.open("/admin/services/new").links.values()

    check = Page(manager.send(NEW, **TYPED).text)
    answer = manager.client.post(NEW, data=check.fields(NEW) | REASON)

    page = manager.open(answer.headers["location"])
    with manager.held.sessions() as session:
        made = session.query(Organization).filter_by(name="New Paths").one()
    assert "The organisation is added." in page.text
    assert page.fields("/admin/services/new")["organization"] == made.id


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Enter: name"),
        ("name", "TELFORD & WREKIN COUNCIL", "in the directory already"),
        ("description", " ", "Enter: what it is"),
        ("url", "example", "Enter a whole web address"),
        ("email", "nobody", "Enter an e-mail address"),
    ],
)
def test_a_mistake_is_shown_at_its_field_and_nothing_is_kept(
    manager: StaffBrowser, field: str, value: str, said: str
) -> None:
    answer = manager.send(NEW, **(TYPED | REASON | {field: value}))

    page = Page(answer.text)
    assert answer.status_code == 422
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    with manager.held.sessions() as session:
        assert session.query(Organization).filter_by(name="New Paths").count() == 0


def test_it_needs_a_reason(manager: StaffBrowser) -> None:
    check = Page(manager.send(NEW, **TYPED).text)

    answer = manager.client.post(NEW, data=check.fields(NEW) | {"step": "send", "reason": ""})

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []


def test_what_somebody_else_adds_at_the_same_moment_is_said_at_its_field(manager: StaffBrowser) -> None:
    fields = manager.open(NEW).fields(NEW) | TYPED | REASON
    other = Asking(Editor("staff-2", "ben@signpost.example"), manager.held.clock(), reason="their page")

    answer = meanwhile(
        manager.held,
        lambda session: add_organization(session, TYPED, other),
        lambda: manager.client.post(NEW, data=fields),
    )

    page = Page(answer.text)
    assert answer.status_code == 422
    assert "in the directory already" in page.one("div", class_="govuk-error-summary").text
    assert page.fields(NEW)["description"] == TYPED["description"]
    with manager.held.sessions() as session:
        assert session.query(Organization).filter_by(name="New Paths").count() == 1
