"""What waits for a second person, in a browser: a number, a service; and two who edit the same entry."""

from collections.abc import Callable
from datetime import timedelta

from playwright.sync_api import Page, expect

from directory.cards import service_cards
from directory.model import Service
from tests.browser.managers_door import Door, desk_of, door  # noqa: F401 - fixtures
from tests.web.admin.conftest import blank  # noqa: F401 - a fixture
from tests.web.conftest import clock  # noqa: F401 - a fixture
from tests.web.staff_browser import PASSWORD
from web.accounts.roles import Role


NUMBER = "0113 240 3040"
DeskOf = Callable[[Role], Page]


def _numbers(door: Door, service_id: str) -> list[str]:  # noqa: F811
    """What people can ring."""
    with door.held.sessions() as session:
        cards = service_cards(session, [service_id], at=door.clock(), live=False)
    return [line.number for card in cards for line in card.phones]


def _send_number(page: Page, door: Door) -> None:  # noqa: F811
    page.goto(door.address + door.here)
    page.get_by_role("link", name="Change the number of telephone contact").first.click()
    expect(page.locator("main")).to_contain_text("waits for another 24 hours")
    page.get_by_label("New number").fill(NUMBER)
    page.get_by_label("Why, or where did you find it?").fill("Rang it")
    page.get_by_role("button", name="Send for approval").click()
    expect(page.get_by_role("alert")).to_contain_text("waits for a second person")


def test_a_number_is_changed_by_two_people_and_a_day(door: Door, desk_of: DeskOf) -> None:  # noqa: F811
    before = _numbers(door, door.service.id)
    _send_number(desk_of(Role.MANAGER), door)

    second = desk_of(Role.APPROVER)
    second.get_by_role("link", name="Changes that wait for approval").click()
    second.get_by_role("link", name="Another telephone number").click()
    expect(second.locator("#change ins").first).to_contain_text(NUMBER)
    second.get_by_role("button", name="Approve").click()
    expect(second.get_by_role("alert")).to_contain_text("can be stopped until then")
    assert _numbers(door, door.service.id) == before

    door.clock.move(hours=24)
    desk_of(Role.MANAGER)  # whoever comes in has what is due shown

    assert _numbers(door, door.service.id) == [NUMBER, *before[1:]]


def test_an_approval_asks_for_the_password_again_and_loses_nothing(
    door: Door,  # noqa: F811
    desk_of: DeskOf,  # noqa: F811
) -> None:
    _send_number(desk_of(Role.MANAGER), door)
    second = desk_of(Role.APPROVER)
    second.get_by_role("link", name="Changes that wait for approval").click()
    second.get_by_role("link", name="Another telephone number").click()
    door.clock.move(minutes=6)

    second.get_by_role("button", name="Approve").click()
    expect(second.locator("h1")).to_have_text("Confirm that it is you")
    second.get_by_label("Your password").fill(PASSWORD)
    second.get_by_role("button", name="Continue").click()

    expect(second.get_by_role("alert")).to_contain_text("Approved.")


def test_a_service_is_added_by_one_and_shown_by_another(door: Door, desk_of: DeskOf) -> None:  # noqa: F811
    page = desk_of(Role.MANAGER)
    page.get_by_role("link", name="Add a service").click()
    page.get_by_label("Organisation").select_option(index=3)
    page.get_by_label("Name", exact=True).fill("Way Out")
    page.get_by_label("What it is").fill("Helps young people to leave a gang.")
    page.get_by_label("Telford and Wrekin", exact=True).check()
    page.get_by_label("Telephone", exact=True).fill(NUMBER)
    page.get_by_role("button", name="Check your answers").click()
    expect(page).to_have_title("Error: Add a service – Signpost staff")
    page.get_by_role("link", name="Enter: what it helps with").click()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Check your answers").click()
    expect(page.locator("h1")).to_have_text("Check your answers before you send them")
    page.get_by_label("Why, or where did you find it?").fill("Their page")
    page.get_by_role("button", name="Send for approval").click()
    expect(page.get_by_role("alert")).to_contain_text("Until then people do not see it")
    key = page.url.split("/")[-1].split("?")[0]
    assert _numbers(door, key) == []

    second = desk_of(Role.APPROVER)
    second.goto(f"{door.address}/admin/approvals")
    second.get_by_role("link", name="A new service").click()
    second.get_by_role("button", name="Approve").click()
    door.clock.move(seconds=timedelta(hours=24).total_seconds())
    desk_of(Role.APPROVER)

    assert _numbers(door, key) == [NUMBER]


def test_the_second_of_two_who_edit_is_shown_the_difference_and_loses_nothing(
    door: Door,  # noqa: F811
    desk_of: DeskOf,  # noqa: F811
) -> None:
    pages = [desk_of(Role.MANAGER), desk_of(Role.APPROVER)]
    for page, words in zip(pages, ("Mine, typed first.", "Theirs, saved first."), strict=True):
        page.goto(f"{door.address}{door.here}/sections/words")
        page.get_by_label("What it is").fill(words)
        page.get_by_role("button", name="Check your answers").click()
        page.get_by_label("Why, or where did you find it?").fill("Their page")
    mine, theirs = pages

    theirs.get_by_role("button", name="Send").click()
    expect(theirs.get_by_role("alert").first).to_contain_text("Your change is saved")
    mine.get_by_role("button", name="Send").click()

    expect(mine.locator(".govuk-error-summary")).to_contain_text("Somebody saved another change")
    expect(mine.locator("#answers del")).to_contain_text("Theirs, saved first.")
    expect(mine.locator("#answers ins")).to_contain_text("Mine, typed first.")
    expect(mine.get_by_label("Why, or where did you find it?")).to_have_value("Their page")
    mine.get_by_role("button", name="Send").click()
    expect(mine.get_by_role("alert").first).to_contain_text("Your change is saved")
    with door.held.sessions() as session:
        assert session.get_one(Service, door.service.id).description == "Mine, typed first."
