"""Editing a service or a contact section by section."""

import pytest
from sqlalchemy import select

from directory.approval.finding import open_proposals
from directory.approval.values import after_of
from directory.model import Contact, Service
from directory.terms import ContactChannel
from tests.web.admin.conftest import Places, approve_all
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


def _service(browser: StaffBrowser, telford: Places) -> Service:
    with browser.held.sessions() as session:
        service = session.get_one(Service, telford.service_id)
        assert service.service_areas is not None
        return service


def _edit(browser: StaffBrowser, path: str, *, reason: str = "their page", **changes: str) -> Page:
    """Fills the form in, checks the answers, sends them, and returns the page that follows."""
    check = Page(browser.send(path, **changes).text)
    answer = browser.client.post(path, data=check.fields(path) | {"step": "send", "reason": reason})
    assert answer.status_code == 303, answer.text
    return browser.open(answer.headers["location"])


def test_the_sections_are_a_task_list(manager: StaffBrowser, telford: Places) -> None:
    page = manager.open(f"{telford.service}/sections")

    tasks = [each.text for each in page.all("a") if each.within(page.one("ul", class_="govuk-task-list"))]
    assert tasks == [
        "Name and what it is",
        "Who it is for, and where",
        "What happens after first contact",
        "Is it safe to be contacted by it?",
        "Capacity",
        "Notes for staff",
    ]
    assert "Not filled in" in page.text
    assert f"{telford.service}/sections" in manager.open(telford.service).links.values()


@pytest.mark.parametrize(
    "section", ["words", "eligibility", "afterwards", "safe-contact", "capacity", "notes"]
)
def test_every_section_of_a_service_is_a_well_made_form(
    manager: StaffBrowser, telford: Places, section: str
) -> None:
    page = manager.open(f"{telford.service}/sections/{section}")

    assert page.unlabelled() == []
    assert len(page.all("h1")) == 1


def test_words_are_shown_once_more_and_then_published_at_once(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/sections/words"

    check = Page(manager.send(path, description="They listen and help.").text)
    assert "Check your answers before you send them" in check.text
    assert "to They listen and help." in check.text
    assert _service(manager, telford).description != "They listen and help."

    page = _edit(manager, path, description="They listen and help.")
    assert "Your change is saved." in page.text
    assert _service(manager, telford).description == "They listen and help."


def test_what_people_rely_on_waits_for_a_second_person(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/sections/eligibility"

    page = _edit(manager, path, minimum_age="11", not_for="Anyone outside Telford")

    assert "waits for a second person" in page.text
    assert _service(manager, telford).minimum_age is None
    assert "Waits for approval" in manager.open(f"{telford.service}/sections").text
    approve_all(manager.held)
    assert _service(manager, telford).minimum_age == 11
    assert _service(manager, telford).not_for == "Anyone outside Telford"


def test_a_form_sent_as_it_stands_changes_nothing(manager: StaffBrowser, telford: Places) -> None:
    for section in ("words", "afterwards", "safe-contact", "capacity", "notes"):
        path = f"{telford.service}/sections/{section}"
        check = Page(manager.send(path).text)
        assert "Nothing differs from what is there." in check.text, section


def test_the_needs_and_areas_that_are_there_are_ticked_and_kept(
    manager: StaffBrowser, telford: Places
) -> None:
    path = f"{telford.service}/sections/eligibility"
    page = manager.open(path)
    ticked = {
        name: [
            each.attributes["value"] for each in page.all("input", name=name) if "checked" in each.attributes
        ]
        for name in ("needs", "areas")
    }
    fields = page.fields(path) | {"minimum_age": "11"} | ticked

    check = Page(manager.client.post(path, data=fields).text)
    answer = manager.client.post(path, data=check.fields(path) | {"step": "send", "reason": "their page"})

    assert answer.status_code == 303
    assert ticked["areas"] == ["E06000020"]
    with manager.held.sessions() as session:
        [proposal] = open_proposals(session)
    assert after_of(proposal) == {"minimum_age": "11"}


@pytest.mark.parametrize(
    ("section", "field", "value", "said"),
    [
        ("words", "name", " ", "Enter: name"),
        ("words", "description", "x" * 4001, "What it is: write at most 4000 characters"),
        ("eligibility", "minimum_age", "eleven", "Enter an age in whole years"),
        ("capacity", "capacity_on", "yesterday", "Enter a real date"),
        ("safe-contact", "shows_on_bill", "maybe", "Choose from the list"),
    ],
)
def test_a_mistake_is_shown_at_its_field_and_nothing_typed_is_lost(
    manager: StaffBrowser, telford: Places, section: str, field: str, value: str, said: str
) -> None:
    path = f"{telford.service}/sections/{section}"

    answer = manager.send(path, **{field: value})

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    if section != "safe-contact":  # what is no choice cannot be kept
        assert page.fields(path)[field].strip() == value.strip()


def test_the_check_needs_a_reason_and_leads_back_with_what_was_typed(
    manager: StaffBrowser, telford: Places
) -> None:
    path = f"{telford.service}/sections/words"
    check = Page(manager.send(path, description="They listen.").text)

    refused = manager.client.post(path, data=check.fields(path) | {"step": "send", "reason": ""})
    back = manager.client.post(path, data=check.fields(path) | {"step": "edit"})

    assert refused.status_code == 422
    assert Page(refused.text).broken_error_links() == []
    assert Page(back.text).fields(path)["description"] == "They listen."


def test_what_somebody_saved_meanwhile_is_compared(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/sections/words"
    check = Page(manager.send(path, description="Mine.").text)
    _edit(manager, path, description="Theirs.")

    fields = check.fields(path) | {"step": "send", "reason": "their page"}
    answer = manager.client.post(path, data=fields)

    page = Page(answer.text)
    assert answer.status_code == 409
    assert "from Theirs. to Mine." in page.text
    assert page.broken_error_links() == []
    assert manager.client.post(path, data=page.fields(path) | {"step": "send"}).status_code == 303
    assert _service(manager, telford).description == "Mine."


@pytest.fixture
def mail(manager: StaffBrowser, telford: Places) -> str:
    """The page of the service's e-mail contact."""
    with manager.held.sessions() as session:
        wanted = select(Contact).where(
            Contact.service_id == telford.service_id, Contact.channel == ContactChannel.EMAIL
        )
        return f"{telford.service}/contacts/{session.scalars(wanted).one().id}"


def test_an_address_waits_for_a_second_person(manager: StaffBrowser, telford: Places, mail: str) -> None:
    path = f"{mail}/sections/address"
    assert path in manager.open(telford.service).links.values()

    _edit(manager, path, email="new@telford.example")

    def stored() -> str | None:
        with manager.held.sessions() as session:
            return session.get_one(Contact, mail.rpartition("/")[2]).email

    assert stored() != "new@telford.example"
    approve_all(manager.held)
    assert stored() == "new@telford.example"


@pytest.mark.parametrize("email", ["", "nobody", "a@b"])
def test_an_address_nobody_can_use_is_refused(manager: StaffBrowser, mail: str, email: str) -> None:
    answer = manager.send(f"{mail}/sections/address", email=email)

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []


def test_a_contact_is_renamed_at_once(manager: StaffBrowser, telford: Places) -> None:
    page = _edit(manager, f"{telford.contact}/sections/details", name="Weekdays")

    assert "Telephone: Weekdays" in page.text


@pytest.mark.parametrize("part", ["{service}/sections/address", "{contact}/sections/address"])
def test_a_section_that_a_record_does_not_have_is_not_found(
    manager: StaffBrowser, telford: Places, part: str
) -> None:
    path = part.format(service=telford.service, contact=telford.contact)

    assert manager.client.get(path).status_code == 404


def test_a_field_that_a_form_leaves_out_is_not_emptied(manager: StaffBrowser, telford: Places) -> None:
    path = f"{telford.service}/sections/words"
    fields = manager.open(path).fields(path)
    del fields["description"]

    check = Page(manager.client.post(path, data=fields).text)

    assert "Nothing differs from what is there." in check.text


@pytest.mark.parametrize("field", ["needs", "areas"])
def test_a_service_is_for_some_need_somewhere(manager: StaffBrowser, telford: Places, field: str) -> None:
    path = f"{telford.service}/sections/eligibility"
    fields = manager.open(path).fields(path)
    del fields[field]

    answer = manager.client.post(path, data=fields)

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []
