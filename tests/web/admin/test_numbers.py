"""Changing a telephone number."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi import FastAPI
from httpx2 import Response

from directory.cards import service_cards
from tests.web.admin.conftest import Places, approve_all, places_of, read_contact, send_approved
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role


def _numbers_people_see(approver: StaffBrowser, telford: Places) -> list[str]:
    with approver.held.sessions() as session:
        card = service_cards(session, [telford.service_id], at=approver.held.clock(), live=False)[0]
    return [line.number for line in card.phones]


def test_people_see_the_old_number_until_a_second_person_agrees(
    approver: StaffBrowser, telford: Places
) -> None:
    answer = approver.send(telford.number, number="01952385386", reason="rang them")

    assert answer.status_code == 303
    assert "01952 385385" in _numbers_people_see(approver, telford)
    page = approver.open(answer.headers["location"])
    assert "waits for a second person" in page.one("div", class_="govuk-notification-banner").text
    assert "Another telephone number: telephone Office hours, option 1" in page.links
    approve_all(approver.held)
    assert "01952 385386" in _numbers_people_see(approver, telford)


def test_a_changed_number_counts_as_confirmed_by_whoever_typed_it(
    approver: StaffBrowser, telford: Places
) -> None:
    send_approved(approver, telford.number, number="01952 385386")

    assert read_contact(approver.held, telford.contact_id).confirmed_on == approver.held.clock().date()


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
    approver: StaffBrowser, telford: Places, number: str, said: str
) -> None:
    answer = approver.send(telford.number, number=number, reason="the council's page")

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.fields(telford.number)["number"] == number.replace("\x00", "\ufffd")
    assert page.fields(telford.number)["reason"] == "the council's page"
    assert "01952 385385" in _numbers_people_see(approver, telford)


def test_a_reason_of_many_pages_is_refused(approver: StaffBrowser, telford: Places) -> None:
    answer = approver.send(telford.number, number="01952 385386", reason="x" * 301)

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_number_needs_a_reason(approver: StaffBrowser, telford: Places, reason: str | None) -> None:
    fields = approver.open(telford.number).fields(telford.number) | {"number": "01952 385386"}
    del fields["reason"]

    more = {} if reason is None else {"reason": reason}
    answer = approver.client.post(telford.number, data=fields | more)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.broken_error_links() == []
    assert page.fields(telford.number)["number"] == "01952 385386"


def test_the_number_of_a_withdrawn_contact_comes_back_with_it_and_never_the_old_one(
    approver: StaffBrowser, telford: Places
) -> None:
    approver.send(f"{telford.contact}/withdraw", why="wrong")

    approver.send(telford.number, number="01952 385386", reason="rang them")

    seen = _numbers_people_see(approver, telford)
    assert {"01952 385385", "01952 385386"} & set(seen) == set()
    approve_all(approver.held)
    assert "01952 385386" in _numbers_people_see(approver, telford)


def test_the_same_number_again_confirms_it(approver: StaffBrowser, telford: Places) -> None:
    answer = approver.send(telford.number)

    assert "confirmed today" in approver.open(answer.headers["location"]).text
    assert read_contact(approver.held, telford.contact_id).confirmed_on is not None


@pytest.fixture
def second(approver: StaffBrowser, telford: Places) -> Page:
    """What a second editor gets who opened the form before somebody else saved."""
    before = approver.open(telford.number).fields(telford.number)
    approver.sign_in(approver.hire(Role.APPROVER, "first@signpost.example"))
    send_approved(approver, telford.number, number="01952 111111")
    approver.sign_in("approver@signpost.example")
    token = approver.open(telford.number).fields(telford.number)["form_token"]

    answer = approver.client.post(
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


def test_nothing_of_either_editor_is_lost(second: Page, approver: StaffBrowser, telford: Places) -> None:
    assert "01952 111111" in _numbers_people_see(approver, telford)
    fields = second.fields(telford.number)
    assert (fields["number"], fields["reason"]) == ("01952 222222", "rang them")


def test_the_second_editor_may_save_theirs_after_comparing(
    second: Page, approver: StaffBrowser, telford: Places
) -> None:
    answer = approver.client.post(telford.number, data=second.fields(telford.number))

    assert answer.status_code == 303
    approve_all(approver.held)
    assert "01952 222222" in _numbers_people_see(approver, telford)


@pytest.mark.parametrize("version", ["", "x", "-1", "1.5", "9" * 40, "²"])
def test_a_form_of_no_known_version_saves_nothing(
    approver: StaffBrowser, telford: Places, version: str
) -> None:
    answer = approver.send(telford.number, number="01952 385386", reason="rang them", version=version)

    assert answer.status_code == 409
    assert "01952 385385" in _numbers_people_see(approver, telford)


@pytest.mark.parametrize(
    ("slug", "other"),
    [
        ("police-999", "01952 385386"),
        ("emergency-sms-relay", "85258"),
        ("police-101-west-mercia", "01952 385386"),
        ("nhs-111-mental-health", "116 123"),
    ],
)
def test_nobody_replaces_a_number_of_the_law(browser: StaffBrowser, slug: str, other: str) -> None:
    places = places_of(browser.held, slug)
    browser.sign_in_as(Role.ADMINISTRATOR)
    before = read_contact(browser.held, places.contact_id)

    shown = browser.open(places.number)
    answer = _post_number(browser, places, other, before.version)

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []
    assert "fixed by law" in shown.text
    assert shown.all("form", action=places.number) == []
    assert read_contact(browser.held, places.contact_id).phones[0].number == before.phones[0].number


def _post_number(browser: StaffBrowser, places: Places, number: str, version: int) -> Response:
    """Sends a number by hand, whether or not the page has a form for it."""
    token = browser.open(places.service).fields("/staff/sign-out")["form_token"]
    sent = {"form_token": token, "version": str(version), "number": number, "reason": "rang them"}
    return browser.client.post(places.number, data=sent)


def test_a_lifeline_s_number_takes_two_people_like_any_other(browser: StaffBrowser, telford: Places) -> None:
    browser.sign_in_as(Role.MANAGER)

    shown = browser.open(telford.number)
    browser.send(telford.number, number="01952 385386", reason="rang them")

    assert "This is a lifeline" in shown.text
    assert shown.links["withdraw it now"] == f"{telford.contact}/withdraw"
    assert "01952 385385" in _numbers_people_see(browser, telford)


def test_a_manager_may_confirm_the_number_of_a_lifeline(browser: StaffBrowser, telford: Places) -> None:
    browser.sign_in_as(Role.MANAGER)
    version = read_contact(browser.held, telford.contact_id).version

    answer = _post_number(browser, telford, "01952 385385", version)

    assert answer.status_code == 303
    assert read_contact(browser.held, telford.contact_id).confirmed_on is not None


@pytest.mark.parametrize("slug", ["police-999", "telford-family-connect-children"])
def test_a_manager_may_withdraw_the_number_of_a_lifeline_at_once(browser: StaffBrowser, slug: str) -> None:
    places = places_of(browser.held, slug)
    browser.sign_in_as(Role.MANAGER)

    browser.send(f"{places.contact}/withdraw", why="wrong")

    assert read_contact(browser.held, places.contact_id).withdrawn_at is not None


@pytest.mark.parametrize(
    ("hours", "said"),
    [(24, "another 24 hours"), (1, "another 1 hour before"), (0, "as soon as it is approved")],
)
def test_the_page_says_how_long_an_approved_number_waits(
    approver: StaffBrowser, app: FastAPI, telford: Places, hours: int, said: str
) -> None:
    settings = replace(approver.held.settings, cool_off=timedelta(hours=hours))
    app.state.resources = replace(approver.held, settings=settings)

    assert said in approver.open(telford.number).text
