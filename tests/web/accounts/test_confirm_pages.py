"""Proving again who this is before something that matters, without losing what was typed."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

from tests.web.accounts.soft_authenticator import SoftAuthenticator
from tests.web.accounts.test_second_step import PASSKEY, add_passkey
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from web.accounts.attempts import MOST_FOR_ACCOUNT
from web.accounts.csrf import make_form_token
from web.accounts.guard import SentForm, StaffMember, recently_signed_in, require
from web.accounts.roles import Role


DOOR = "/admin/weighty"
CONFIRM = "/staff/confirm-it-is-you"
TYPED = {"words": 'Zoë said "yes" & <left>', "empty": ""}


@pytest.fixture
def changes(app: FastAPI) -> list[list[tuple[str, str]]]:
    """What reached a door that asks for a recent proof."""
    made: list[list[tuple[str, str]]] = []
    recently = [Depends(recently_signed_in)]

    @app.get(DOOR, dependencies=recently)
    def look(_member: Annotated[StaffMember, Depends(require(Role.MANAGER))]) -> str:
        return "shown"

    @app.post(DOOR, dependencies=recently)
    def change(_member: Annotated[StaffMember, Depends(require(Role.MANAGER))], form: SentForm) -> str:
        made.append([(name, str(value)) for name, value in form.multi_items()])
        return "changed"

    return made


def _token(browser: StaffBrowser) -> str:
    return make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])


def test_nobody_is_led_to_sign_in_first(client: TestClient, changes: list[object]) -> None:
    assert client.get(DOOR).headers["location"].startswith("/staff/sign-in")
    assert client.post(DOOR).headers["location"].startswith("/staff/sign-in")


@pytest.mark.parametrize(("minutes", "asks"), [(0, False), (4.99, False), (5, True), (14, True)])
def test_five_minutes_after_signing_in_a_page_asks_again(
    browser: StaffBrowser, changes: list[object], clock: HandClock, minutes: float, *, asks: bool
) -> None:
    browser.sign_in_as(Role.MANAGER)
    clock.move(minutes=minutes)

    answer = browser.client.get(DOOR + "?week=2026-W45&area=Telford%20and%20Wrekin")

    assert (answer.status_code == 303) is asks


def test_a_clock_that_was_set_back_asks_again(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    clock.move(minutes=-1)

    assert browser.client.get(DOOR).headers["location"].startswith(CONFIRM)


def test_a_page_that_asks_leads_back_with_its_query(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    clock.move(minutes=6)
    where = f"{DOOR}?week=2026-W45&area=Telford%20and%20Wrekin"

    asked = browser.client.get(where).headers["location"]
    page = Page(browser.client.get(asked).text)
    answer = browser.client.post(CONFIRM, data=page.fields(CONFIRM) | {"proof_password": PASSWORD})

    assert answer.headers["location"] == where
    assert browser.client.get(where).status_code == 200


def test_the_question_leads_to_no_other_site(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.MANAGER)

    page = Page(browser.client.get(CONFIRM, params={"next": "https://evil.example/"}).text)

    assert page.fields(CONFIRM)["next"] == "/staff"


def test_what_was_typed_goes_on_once_the_password_is_given(
    browser: StaffBrowser, changes: list[list[tuple[str, str]]], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = _token(browser)
    clock.move(minutes=6)

    asked = browser.client.post(DOOR, data=TYPED | {"many": ["a", "b"], "form_token": token})
    page = Page(asked.text)
    assert (asked.status_code, page.one("h1").text, changes) == (200, "Confirm that it is you", [])
    kept = [
        (each.attributes["name"], each.attributes["value"])
        for each in page.all("input", type="hidden")
        if each.within(page.one("form", action=DOOR))
    ]
    assert ("many", "a") in kept
    assert ("many", "b") in kept
    answer = browser.client.post(DOOR, data=page.fields(DOOR) | {"proof_password": PASSWORD})

    assert answer.json() == "changed"
    assert len(changes) == 1
    assert TYPED.items() <= dict(changes[0]).items()


def test_a_wrong_password_changes_nothing_and_keeps_what_was_typed(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = _token(browser)
    clock.move(minutes=6)

    sent = TYPED | {"form_token": token, "proof_password": "MARKER-PASSWORD"}
    answer = browser.client.post(DOOR, data=sent)

    page = Page(answer.text)
    assert (answer.status_code, changes) == (422, [])
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert TYPED.items() <= page.fields(DOOR).items()
    assert "MARKER-PASSWORD" not in answer.text


def test_guessing_here_is_counted_like_guessing_at_the_door(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = _token(browser)
    clock.move(minutes=6)
    guess = {"form_token": token, "proof_password": "wrong"}
    statuses = [browser.client.post(DOOR, data=guess).status_code for _ in range(MOST_FOR_ACCOUNT + 1)]

    right = browser.client.post(DOOR, data=guess | {"proof_password": PASSWORD})

    assert statuses == [422] * MOST_FOR_ACCOUNT + [429]
    assert (right.status_code, changes) == (429, [])


def test_a_form_without_this_sessions_token_is_not_even_asked_about(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    clock.move(minutes=6)

    answer = browser.client.post(DOOR, data=TYPED | {"proof_password": PASSWORD})

    assert (answer.status_code, changes) == (403, [])


def test_a_proof_does_not_widen_a_role(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.ANALYST)
    token = _token(browser)
    clock.move(minutes=6)

    answer = browser.client.post(DOOR, data={"form_token": token, "proof_password": PASSWORD})

    assert (answer.status_code, changes) == (403, [])


def test_one_proof_holds_for_five_minutes(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    browser.sign_in_as(Role.MANAGER)
    token = _token(browser)
    clock.move(minutes=6)
    browser.client.post(DOOR, data={"form_token": token, "proof_password": PASSWORD})
    clock.move(minutes=4)
    within = browser.client.post(DOOR, data={"form_token": token}).json()
    clock.move(minutes=1)

    assert within == "changed"
    assert "Confirm that it is you" in browser.client.post(DOOR, data={"form_token": token}).text


def test_a_passkey_proves_as_well_as_a_password_and_once(
    browser: StaffBrowser, changes: list[object], clock: HandClock
) -> None:
    device = SoftAuthenticator()
    browser.sign_in_as(Role.MANAGER)
    assert add_passkey(browser, device) == 200
    token = _token(browser)
    clock.move(minutes=6)
    assert browser.client.post(DOOR, data={"form_token": token}).text.count("Use a passkey instead") == 1

    options = browser.client.post("/staff/passkeys/challenge", data={"form_token": token}).json()
    proof = {"form_token": token, "proof_passkey": device.prove(options)}
    first = browser.client.post(DOOR, data=proof)
    clock.move(minutes=6)
    again = browser.client.post(DOOR, data=proof)

    assert first.json() == "changed"
    assert (again.status_code, len(changes)) == (422, 1)


def test_a_stranger_at_an_open_desk_cannot_add_a_passkey(browser: StaffBrowser, clock: HandClock) -> None:
    browser.sign_in_as(Role.MANAGER)
    clock.move(minutes=6)

    assert browser.client.get(PASSKEY).headers["location"].startswith(CONFIRM)
