"""What a proposed change does to the saved journeys."""

from uuid import uuid4

import pytest

from directory.model import Phone, Proposal
from tests.web.admin.conftest import Places
from tests.web.staff_browser import StaffBrowser


@pytest.fixture
def proposal(manager: StaffBrowser, telford: Places) -> str:
    """The page of a proposed number for the lifeline's day line."""
    manager.send(telford.number, number="01952 385386", reason="its page")
    with manager.held.sessions() as session:
        return f"/admin/approvals/{session.query(Proposal).one().id}"


def test_the_approval_leads_to_the_answers_that_it_changes(manager: StaffBrowser, proposal: str) -> None:
    links = manager.open(proposal).links

    assert links["Which answers of the chat it changes"] == f"{proposal}/replay"


def test_the_answers_that_differ_are_listed_and_nothing_is_changed(
    manager: StaffBrowser, proposal: str, telford: Places
) -> None:
    page = manager.open(f"{proposal}/replay")

    assert "200 made-up journeys" in page.text
    rows = page.all("th", scope="row")
    assert rows
    assert all("Telford Family Connect (children)" in row.text for row in page.all("tr")[1:])
    with manager.held.sessions() as session:
        assert session.get_one(Phone, telford.phone_id).number == "01952 385385"


def test_a_proposal_that_is_not_there_is_not_found(manager: StaffBrowser) -> None:
    assert manager.client.get(f"/admin/approvals/{uuid4()}/replay").status_code == 404
