"""Changing a telephone number."""

import pytest

from directory.cards import service_cards
from tests.web.admin.conftest import Places, read_contact, save_in_between
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role


def _numbers_people_see(manager: StaffBrowser, telford: Places) -> list[str]:
    with manager.held.sessions() as session:
        card = service_cards(session, [telford.service_id], at=manager.held.clock(), live=False)[0]
    return [line.number for line in card.phones]


def test_people_see_the_new_number_at_once(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(telford.number, number="01952385386")

    assert answer.status_code == 303
    assert "01952 385386" in _numbers_people_see(manager, telford)
    page = manager.open(answer.headers["location"])
    assert "The number is changed." in page.one("div", class_="govuk-notification-banner").text
    assert "Ring 01952 385386" in page.one("section", class_="staff-seen").text


def test_a_changed_number_counts_as_confirmed_today(manager: StaffBrowser, telford: Places) -> None:
    manager.send(telford.number, number="01952 385386")

    assert read_contact(manager.held, telford.contact_id).confirmed_on == manager.held.clock().date()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("", "Enter a telephone number"),
        ("12", "Enter a telephone number"),
        ("01952 38538x", "Enter a telephone number"),
        ("<script>", "Enter a telephone number"),
        ("٠١٩٥٢", "Enter a telephone number"),
        ("\x00", "Enter a telephone number"),
        ("+33 1 42 68 53 00", "number of the United Kingdom"),
        ("0909 879 0000", "costs no more than usual"),
    ],
)
def test_a_number_people_cannot_ring_is_refused_and_kept_in_the_form(
    manager: StaffBrowser, telford: Places, number: str, said: str
) -> None:
    answer = manager.send(telford.number, number=number, reason="the council's page")

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.fields(telford.number)["number"] == number.replace("\x00", "\ufffd")
    assert page.fields(telford.number)["reason"] == "the council's page"
    assert "01952 385385" in _numbers_people_see(manager, telford)


def test_a_reason_of_many_pages_is_refused(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(telford.number, number="01952 385386", reason="x" * 301)

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []


def test_a_form_without_a_reason_is_taken(manager: StaffBrowser, telford: Places) -> None:
    fields = manager.open(telford.number).fields(telford.number) | {"number": "01952 385386"}
    del fields["reason"]

    answer = manager.client.post(telford.number, data=fields)

    assert answer.status_code == 303
    assert "01952 385386" in _numbers_people_see(manager, telford)


def test_the_same_number_again_confirms_it(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(telford.number)

    assert "confirmed today" in manager.open(answer.headers["location"]).text
    assert read_contact(manager.held, telford.contact_id).confirmed_on is not None


@pytest.fixture
def second(manager: StaffBrowser, telford: Places) -> Page:
    """What a second editor gets who opened the form before somebody else saved."""
    before = manager.open(telford.number).fields(telford.number)
    manager.sign_in(manager.hire(Role.APPROVER, "first@signpost.example"))
    manager.send(telford.number, number="01952 111111")
    manager.sign_in("manager@signpost.example")
    token = manager.open(telford.number).fields(telford.number)["form_token"]

    answer = manager.client.post(
        telford.number, data=before | {"number": "01952 222222", "reason": "rang them", "form_token": token}
    )

    assert answer.status_code == 409
    return Page(answer.text)


def test_the_second_editor_is_shown_the_difference(second: Page) -> None:
    compared = second.one("dl", class_="staff-compare")

    assert [each.text for each in second.all("dt") if each.within(compared)] == [
        "There now",
        "What you entered",
    ]
    assert [each.text for each in second.all("dd") if each.within(compared)] == [
        "01952 111111",
        "01952 222222",
    ]
    assert "first@signpost.example saved a change" in second.text
    assert second.title.startswith("Error: ")
    assert second.broken_error_links() == []


def test_nothing_of_either_editor_is_lost(second: Page, manager: StaffBrowser, telford: Places) -> None:
    assert "01952 111111" in _numbers_people_see(manager, telford)
    fields = second.fields(telford.number)
    assert (fields["number"], fields["reason"]) == ("01952 222222", "rang them")


def test_the_second_editor_may_save_theirs_after_comparing(
    second: Page, manager: StaffBrowser, telford: Places
) -> None:
    answer = manager.client.post(telford.number, data=second.fields(telford.number))

    assert answer.status_code == 303
    assert "01952 222222" in _numbers_people_see(manager, telford)


@pytest.mark.parametrize("version", ["", "x", "-1", "1.5", "9" * 40, "²"])
def test_a_form_of_no_known_version_saves_nothing(
    manager: StaffBrowser, telford: Places, version: str
) -> None:
    answer = manager.send(telford.number, number="01952 385386", version=version)

    assert answer.status_code == 409
    assert "01952 385385" in _numbers_people_see(manager, telford)


def test_a_change_saved_at_the_same_moment_is_shown_and_compared(
    manager: StaffBrowser, telford: Places
) -> None:
    save_in_between(manager.held, telford.contact_id)

    answer = manager.send(telford.number, number="01952 222222")

    page = Page(answer.text)
    assert answer.status_code == 409
    assert "ben@signpost.example saved a change" in page.text
    assert "01952 385385" in _numbers_people_see(manager, telford)
    assert manager.client.post(telford.number, data=page.fields(telford.number)).status_code == 303
    assert "01952 222222" in _numbers_people_see(manager, telford)
