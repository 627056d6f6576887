"""The list of checks, and the page on which a service is confirmed in a minute."""

import pytest

from directory.model import Contact, Service
from tests.web.admin.conftest import Places
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser


def _section(page: Page, heading: str) -> list[str]:
    """The names listed in the section with this id."""
    section = next(each for each in page.all("section") if each.attributes.get("aria-labelledby") == heading)
    return [each.text for each in page.all("a") if each.within(section)]


def test_every_running_service_is_in_one_section(manager: StaffBrowser) -> None:
    page = manager.open("/admin/checks")

    with manager.held.sessions() as session:
        running = session.query(Service).filter_by(public=True, status="active").count()
    assert len(_section(page, "never")) == running
    assert _section(page, "hidden") == []


def test_checks_are_told_with_their_days(manager: StaffBrowser, clock: HandClock) -> None:
    clock.move(days=100)
    manager.sign_in("manager@signpost.example")

    page = manager.open("/admin/checks")

    assert "Due since 21 February 2027, hidden from 22 May 2027" in page.text
    assert _section(page, "overdue")[0].endswith(": check it")
    assert len(_section(page, "overdue")) > 50


def test_a_confirmed_service_moves_to_those_in_time(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(f"{telford.service}/confirm?then=checks", f"{telford.service}/confirm")
    assert answer.headers["location"] == "/admin/checks?saved=service-confirmed"

    page = manager.open(answer.headers["location"])

    assert "The service and its contacts count as confirmed today." in page.one("div", role="alert").text
    assert any("Telford Family Connect" in each for each in _section(page, "in-time"))


def test_from_the_service_s_own_page_one_goes_back_to_it(manager: StaffBrowser, telford: Places) -> None:
    answer = manager.send(f"{telford.service}/confirm")

    assert answer.headers["location"] == f"{telford.service}?saved=service-confirmed"


@pytest.mark.parametrize("then", ["https://evil.example", "//evil", "checks/../..", "💥"])
def test_no_other_address_can_be_gone_to(manager: StaffBrowser, telford: Places, then: str) -> None:
    answer = manager.send(f"{telford.service}/confirm", then=then)

    assert answer.headers["location"] == f"{telford.service}?saved=service-confirmed"


def test_the_page_shows_the_card_as_the_chat_draws_it(manager: StaffBrowser, telford: Places) -> None:
    page = manager.open(f"{telford.service}/confirm")

    card = page.one("section", class_="card")
    assert "Telford Family Connect (children)" in card.text
    assert "Ring 01952 385385" in card.text
    assert page.all("form", action="/chat/wrong#latest") == []


def test_each_field_has_a_way_to_correct_it(manager: StaffBrowser, telford: Places) -> None:
    page = manager.open(f"{telford.service}/confirm")

    wrong = {each.text: each.attributes["href"] for each in page.all("a") if each.text.startswith("Wrong")}
    assert telford.number in wrong.values()
    assert f"{telford.contact}/hours" in wrong.values()
    assert f"{telford.service}/hours" in wrong.values()
    assert len(wrong) == len([each for each in page.all("a") if each.text.startswith("Wrong")])
    for href in wrong.values():
        assert manager.client.get(href).status_code == 200


def test_the_page_ends_in_one_button(manager: StaffBrowser, telford: Places) -> None:
    page = manager.open(f"{telford.service}/confirm")

    form = page.one("form", action=f"{telford.service}/confirm")
    assert [each.text for each in page.all("button") if each.within(form)] == [
        "Confirm: all of this is right"
    ]


def test_a_service_that_people_do_not_see_says_so(manager: StaffBrowser, telford: Places) -> None:
    with manager.held.sessions.begin() as session:
        session.get_one(Service, telford.service_id).public = False

    assert "People do not see this service now." in manager.open(f"{telford.service}/confirm").text


def test_what_was_changed_meanwhile_is_shown_again_and_keeps_the_way_back(
    manager: StaffBrowser, telford: Places
) -> None:
    path = f"{telford.service}/confirm"
    fields = manager.open(f"{path}?then=checks").fields(path)
    with manager.held.sessions.begin() as session:
        session.get_one(Contact, telford.contact_id).name = "Another name"

    answer = manager.client.post(path, data=fields)

    assert answer.status_code == 409
    assert Page(answer.text).fields(path)["then"] == "checks"
    with manager.held.sessions() as session:
        assert session.get_one(Service, telford.service_id).assured_date is None
