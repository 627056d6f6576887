"""Adding a way to reach a service: typed, checked, sent, and shown once a second person has agreed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from directory.approval.deciding import Decision, approve
from directory.approval.finding import open_proposals
from directory.cards import service_cards
from directory.history import Editor
from directory.model import Contact
from directory.terms import HoursBasis
from tests.web.admin.conftest import Places, approve_all
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


TYPED = {
    "channel": "phone",
    "value": "01132403040",
    "name": "Line for parents",
    "hours_basis": "service",
}
REASON = {"step": "send", "reason": "their page"}


def _numbers_people_see(browser: StaffBrowser, telford: Places) -> list[str]:
    with browser.held.sessions() as session:
        card = service_cards(session, [telford.service_id], at=browser.held.clock(), live=False)[0]
    return [line.number for line in card.phones]


def test_what_is_typed_is_checked_sent_and_waits(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/contacts/new"
    assert path in manager.open(telford.service).links.values()

    check = Page(manager.send(path, **TYPED).text)
    assert "Check your answers before you send them" in check.text
    assert "Line for parents" in check.text
    assert "waits for another 24 hours" in check.text
    answer = manager.client.post(path, data=check.fields(path) | REASON)

    page = manager.open(answer.headers["location"])
    assert "It waits for a second person." in page.text
    assert "A new way to reach it: telephone Line for parents" in page.links
    assert "0113 240 3040" not in _numbers_people_see(manager, telford)
    approve_all(manager.held)
    assert "0113 240 3040" in _numbers_people_see(manager, telford)


def test_the_second_person_reads_all_of_it(approver: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/contacts/new"
    check = Page(approver.send(path, **TYPED).text)
    approver.client.post(path, data=check.fields(path) | REASON)

    link = approver.open(telford.service).links["A new way to reach it: telephone Line for parents"]
    page = approver.open(link)

    assert "0113 240 3040" in page.one("section", id="change").text
    assert "The same hours as the service" in page.text
    assert "0113 240 3040" in page.one("section", aria_labelledby="would-see").text
    assert "You sent it, so somebody else has to approve it." in page.text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("channel", "pigeon", "Choose: kind"),
        ("value", "", "Enter a telephone number"),
        ("value", "0909 879 0000", "costs no more than usual"),
        ("value", "01952 385385", "in the directory already"),
        ("name", " ", "Say what it is for"),
        ("hours_basis", "", "Choose: opening hours"),
    ],
)
def test_a_mistake_is_shown_at_its_field_and_nothing_typed_is_lost(
    manager: StaffBrowser, telford: Places, field: str, value: str, said: str
) -> None:
    path = f"{telford.service}/contacts/new"

    answer = manager.send(path, **(TYPED | REASON | {field: value}))

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    kept = {"name": page.fields(path)["name"], "value": page.fields(path)["value"]}
    assert kept == {name: (TYPED | {field: value})[name] for name in kept}


def test_the_check_leads_back_and_needs_a_reason(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/contacts/new"
    check = Page(manager.send(path, **TYPED).text)

    back = manager.client.post(path, data=check.fields(path) | {"step": "edit"})
    refused = manager.client.post(path, data=check.fields(path) | {"step": "send"})

    assert Page(back.text).fields(path).items() >= TYPED.items()
    assert refused.status_code == 422
    assert Page(refused.text).broken_error_links() == []
    assert "Say why" in Page(refused.text).text


def test_a_form_sent_twice_adds_one(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/contacts/new"
    sent = Page(manager.send(path, **TYPED).text).fields(path) | REASON

    answers = [manager.client.post(path, data=sent).status_code for _ in range(2)]

    assert answers == [303, 422]


OWN_HOURS = TYPED | {"hours_basis": "own"}
SATURDAY = {"kind": "weekly", "bank_holidays": "closed", "saturday-state": "times"}
TEN_TO_TWO = SATURDAY | {"saturday-opens": "10am", "saturday-closes": "2pm", "reason": "their page"}


def _add_with_hours(browser: StaffBrowser, telford: Places) -> str:
    """Adds a line that has hours of its own; returns the address of the page that asks for them."""
    path = f"{telford.service}/contacts/new"
    check = Page(browser.send(path, **OWN_HOURS).text)
    return str(browser.client.post(path, data=check.fields(path) | REASON).headers["location"])


def test_hours_of_its_own_are_sent_beside_it_and_wait_too(manager: StaffBrowser, telford: Places) -> None:
    asked = _add_with_hours(manager, telford)
    form = asked.partition("?")[0]
    assert "Give its hours now: they wait beside it." in manager.open(asked).text

    back = manager.send(form, **TEN_TO_TWO)

    page = manager.open(back.headers["location"])
    assert "A new way to reach it: telephone Line for parents" in page.links
    assert "Other opening hours: telephone Line for parents" in page.links
    assert "0113 240 3040" not in _numbers_people_see(manager, telford)
    approve_all(manager.held)
    seen = manager.open(telford.service).one("section", class_="staff-seen").text
    assert "Ring 0113 240 3040 – Line for parents. Closed, opens Saturday 10am" in seen


@pytest.mark.parametrize("first", ["new-contact", "hours"])
def test_whichever_is_approved_first_nothing_is_shown_that_nobody_agreed_to(
    manager: StaffBrowser, telford: Places, first: str
) -> None:
    manager.send(_add_with_hours(manager, telford).partition("?")[0], **TEN_TO_TWO)
    second = Editor("staff-9", "second@signpost.example")
    with manager.held.sessions.begin() as session:
        [chosen] = [each.id for each in open_proposals(session) if each.kind == first]
        approve(session, chosen, Decision(second, manager.held.clock()), cool_off=timedelta(0))

    shown = "0113 240 3040" in _numbers_people_see(manager, telford)
    with manager.held.sessions() as session:
        [line] = session.scalars(select(Contact).where(Contact.name == TYPED["name"]))
        basis = line.hours_basis
    assert (shown, basis) == (
        (True, HoursBasis.UNKNOWN) if first == "new-contact" else (False, HoursBasis.OWN)
    )


def test_hours_that_were_put_off_are_reached_from_the_service(manager: StaffBrowser, telford: Places) -> None:
    form = _add_with_hours(manager, telford).partition("?")[0]

    assert form in manager.open(telford.service).links.values()


def test_a_page_has_no_hours_of_its_own(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/contacts/new"
    page = OWN_HOURS | {"channel": "website", "value": "https://example.org/parents"}
    check = Page(manager.send(path, **page).text)

    answer = manager.client.post(path, data=check.fields(path) | REASON)

    assert answer.headers["location"] == f"{telford.service}?saved=added"
