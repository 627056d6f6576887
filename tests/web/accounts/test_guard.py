"""Who may come in."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.csrf import make_form_token
from web.accounts.guard import SentForm, StaffMember, require
from web.accounts.roles import Role
from web.accounts.users import disable_staff, find_staff


CHANGED = "changed"


@pytest.fixture(autouse=True)
def _door(app: FastAPI) -> None:
    """A door for managers: one page, one change."""

    @app.get("/admin/door")
    def look(member: Annotated[StaffMember, Depends(require(Role.MANAGER))]) -> dict[str, str]:
        return {"email": member.email, "role": member.role}

    @app.post("/admin/door")
    def change(_member: Annotated[StaffMember, Depends(require(Role.MANAGER))]) -> str:
        return CHANGED


def test_nobody_is_led_to_the_sign_in_page_and_back(client: TestClient, browser: StaffBrowser) -> None:
    asked = client.get("/admin/door")

    assert asked.status_code == 303
    assert asked.headers["location"] == "/staff/sign-in?next=%2Fadmin%2Fdoor"
    fields = Page(client.get(asked.headers["location"]).text).fields("/staff/sign-in")
    answer = browser.sign_in(browser.hire(Role.MANAGER), **{"next": fields["next"]})
    assert answer.headers["location"] == "/admin/door"


def test_a_change_by_nobody_is_not_made_and_says_so_after(client: TestClient) -> None:
    answer = client.post("/admin/door")

    assert answer.status_code == 303
    assert "your last change was not saved" in client.get(answer.headers["location"]).text


def test_the_right_role_comes_in(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)

    assert browser.client.get("/admin/door").json() == {
        "email": "manager@signpost.example",
        "role": "manager",
    }


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.EDITOR, 403),
        (Role.MANAGER, 200),
        (Role.APPROVER, 200),
        (Role.ANALYST, 403),
        (Role.ADMINISTRATOR, 200),
    ],
)
def test_each_role_at_a_managers_door(browser: StaffBrowser, role: Role, status: int) -> None:
    browser.sign_in_as(role)

    assert browser.client.get("/admin/door").status_code == status


def test_a_wrong_role_reads_who_can_help(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ANALYST)

    page = Page(browser.client.get("/admin/door").text)

    assert page.one("h1").text == "You cannot do that"
    assert "Ask an administrator" in page.text


def test_a_wrong_role_changes_nothing_even_with_a_form_token(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ANALYST)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])

    assert browser.client.post("/admin/door", data={"form_token": token}).status_code == 403


def test_a_form_with_this_sessions_token_is_taken(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])

    assert browser.client.post("/admin/door", data={"form_token": token}).json() == CHANGED


@pytest.mark.parametrize("data", [{}, {"form_token": ""}, {"form_token": "0" * 64}])
def test_a_form_without_this_sessions_token_changes_nothing(
    browser: StaffBrowser, data: dict[str, str]
) -> None:
    browser.sign_in_as(Role.MANAGER)

    answer = browser.client.post("/admin/door", data=data)

    assert answer.status_code == 403
    assert "nothing was changed" in answer.text


def test_a_form_token_in_the_address_or_a_file_does_not_count(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])

    in_address = browser.client.post(f"/admin/door?form_token={token}")
    in_file = browser.client.post("/admin/door", files={"form_token": ("token.txt", token)})

    assert in_address.status_code == 403
    assert 400 <= in_file.status_code < 500


def test_what_a_form_sends_can_be_stored_and_shown(app: FastAPI, browser: StaffBrowser) -> None:
    seen: list[str] = []

    @app.post("/admin/said")
    def take(_member: Annotated[StaffMember, Depends(require(Role.MANAGER))], form: SentForm) -> None:
        seen.extend(str(value) for name, value in form.multi_items() if name == "words")

    browser.sign_in_as(Role.MANAGER)
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])
    fields = (("form_token", token), ("words", "\\ud800\\x00 Zo\\xeb"))
    parts = [f'--X\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}' for name, value in fields]
    kind = {"content-type": "multipart/form-data; boundary=X; charset=unicode_escape"}

    browser.client.post("/admin/said", content="\r\n".join([*parts, "--X--"]), headers=kind)

    assert seen == ["?\ufffd Zoë"]


def test_a_form_with_thousands_of_fields_is_refused(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)

    answer = browser.client.post("/admin/door", data={f"x{number}": "" for number in range(3000)})

    assert 400 <= answer.status_code < 500


def test_fifteen_idle_minutes_sign_out(browser: StaffBrowser, clock: HandClock) -> None:
    browser.sign_in_as(Role.MANAGER)

    clock.move(minutes=15)

    assert browser.client.get("/admin/door").status_code == 303


def test_each_page_begins_the_fifteen_minutes_anew(browser: StaffBrowser, clock: HandClock) -> None:
    browser.sign_in_as(Role.MANAGER)

    for _ in range(3):
        clock.move(minutes=14)
        assert browser.client.get("/admin/door").status_code == 200


def test_a_disabled_account_is_out_at_once(browser: StaffBrowser, clock: HandClock) -> None:
    browser.sign_in_as(Role.MANAGER)
    with browser.held.sessions.begin() as session:
        staff = find_staff(session, "manager@signpost.example")
        assert staff is not None
        disable_staff(session, staff, at=clock())

    assert browser.client.get("/admin/door").status_code == 303
    assert browser.sign_in("manager@signpost.example").status_code == 422
