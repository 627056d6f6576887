"""The administrators' pages about people."""

from uuid import uuid4

import pytest

from tests.web.accounts.conftest import hire_with_app, new_browser, set_up_app
from tests.web.accounts.letters_read import letters, link_in
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.model import Staff
from web.accounts.roles import Role
from web.accounts.users import find_staff


PEOPLE = "/staff/people"
INVITE = f"{PEOPLE}/invite"
CHOOSE = "/staff/choose-password"
ANN = "ann@example.org"


def _person(browser: StaffBrowser, email: str) -> Staff:
    with browser.held.sessions() as session:
        found = find_staff(session, email)
        assert found is not None
        return found


def _here(browser: StaffBrowser, email: str) -> str:
    return f"{PEOPLE}/{_person(browser, email).id}"


def _other(browser: StaffBrowser) -> StaffBrowser:
    return new_browser(browser.held, browser.client.app)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_the_pages_about_people_are_the_administrators(browser: StaffBrowser, role: Role) -> None:
    browser.sign_in_as(role)
    here = _here(browser, f"{role.value}@signpost.example")

    for path in (PEOPLE, INVITE, here):
        assert browser.client.get(path).status_code == 403
    for path in (INVITE, f"{here}/role", f"{here}/disable", f"{here}/enable", f"{here}/reset-second-factor"):
        token = browser.open("/staff").fields("/staff/sign-out")["form_token"]
        answer = browser.client.post(path, data={"form_token": token, "role": "administrator", "email": ANN})
        assert answer.status_code == 403
    assert _person(browser, f"{role.value}@signpost.example").role == role.value


def test_somebody_who_is_invited_chooses_a_password_and_signs_in(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)

    answer = browser.send(INVITE, email="Ann@Example.org ", role="manager")
    (to, subject, text) = letters(browser.held)[0]
    assert answer.status_code == 303
    assert "The invitation is sent" in browser.open(answer.headers["location"]).text
    assert (to, subject) == (ANN, "You are invited to Signpost")
    assert "administrator@signpost.example has invited you" in text
    assert "Directory manager" in text
    assert "Invited" in browser.open(PEOPLE).text

    ann = _other(browser)
    assert ann.sign_in(ANN, "").status_code == 422
    assert ann.sign_in(ANN, "the password of an account that does not exist").status_code == 422
    fields = Page(ann.client.get(link_in(text)).text).fields(CHOOSE)
    assert ann.client.post(CHOOSE, data=fields | {"new": "three words by chance"}).status_code == 303
    assert ann.sign_in(ANN, "three words by chance").status_code == 303
    assert ann.client.get("/admin").status_code == 200
    assert ann.client.get(link_in(text)).status_code == 410


@pytest.mark.parametrize(("days", "status"), [(6.99, 200), (7, 410)])
def test_an_invitation_holds_for_seven_days(
    browser: StaffBrowser, clock: HandClock, days: float, status: int
) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)
    browser.send(INVITE, email=ANN, role="analyst")
    clock.move(days=days)

    assert browser.client.get(link_in(letters(browser.held)[0][2])).status_code == status


def test_an_invitation_is_sent_again_and_ends_the_one_before(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)
    browser.send(INVITE, email=ANN, role="analyst")
    here = _here(browser, ANN)

    assert browser.send(here, f"{here}/invite").status_code == 303

    first, second = (link_in(text) for _to, _subject, text in letters(browser.held))
    assert [browser.client.get(link).status_code for link in (first, second)] == [410, 200]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"email": "ann", "role": "analyst"}, "Enter an e-mail address"),
        ({"email": "a\nBcc: x@example.org", "role": "analyst"}, "Enter an e-mail address"),
        ({"email": "administrator@signpost.example", "role": "analyst"}, "has an account already"),
        ({"email": ANN, "role": "king"}, "Choose a role"),
        ({"email": ANN, "role": "editor", "organization": "nowhere"}, "Choose the organisation"),
    ],
)
def test_an_invitation_that_cannot_be_sent_says_why(
    browser: StaffBrowser, fields: dict[str, str], words: str
) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)

    answer = browser.send(INVITE, **fields)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert words in page.text
    assert page.broken_error_links() == []
    assert letters(browser.held) == []


def test_a_mail_server_that_is_away_leaves_an_account_that_can_be_invited_again(
    browser: StaffBrowser,
) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)
    (browser.held.settings.home / "mail").write_text("a file where the folder should be")

    answer = browser.send(INVITE, email=ANN, role="analyst")

    assert answer.status_code == 503
    assert "The e-mail could not be sent" in answer.text
    (browser.held.settings.home / "mail").unlink()
    here = _here(browser, ANN)
    assert browser.send(here, f"{here}/invite").status_code == 303


def test_another_role_counts_from_the_next_page_on(browser: StaffBrowser) -> None:
    email = browser.hire(Role.ANALYST)
    analyst = _other(browser)
    analyst.sign_in(email)
    browser.sign_in_as(Role.ADMINISTRATOR)
    here = _here(browser, email)

    assert browser.send(here, f"{here}/role", role="manager").status_code == 303

    assert [analyst.client.get(path).status_code for path in ("/admin", "/insights")] == [200, 403]
    assert "role changed (manager), by administrator@signpost.example" in browser.open(here).text


def test_disabling_shuts_a_person_out_at_once_and_can_be_taken_back(browser: StaffBrowser) -> None:
    email = browser.hire(Role.ANALYST)
    analyst = _other(browser)
    analyst.sign_in(email)
    browser.sign_in_as(Role.ADMINISTRATOR)
    here = _here(browser, email)

    browser.send(here, f"{here}/disable")
    assert analyst.client.get("/insights").status_code == 303
    assert analyst.sign_in(email).status_code == 422
    browser.send(here, f"{here}/enable")

    assert analyst.sign_in(email).status_code == 303


@pytest.mark.parametrize("what", ["disable", "role"])
def test_the_last_administrator_stays(browser: StaffBrowser, what: str) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)
    here = _here(browser, "administrator@signpost.example")
    browser.send(INVITE, email=ANN, role="administrator")  # has not chosen a password: cannot let anybody in

    answer = browser.send(here, f"{here}/{what}", role="analyst")

    assert answer.status_code == 409
    assert "Nobody else could let people in" in answer.text
    assert browser.client.get(PEOPLE).status_code == 200


def test_an_administrator_who_has_another_one_may_leave(browser: StaffBrowser) -> None:
    browser.hire(Role.ADMINISTRATOR, "second@signpost.example")
    browser.sign_in_as(Role.ADMINISTRATOR)
    here = _here(browser, "administrator@signpost.example")

    assert browser.send(here, f"{here}/role", role="analyst").status_code == 303
    assert browser.client.get(PEOPLE).status_code == 403


def test_resetting_a_second_factor_signs_out_and_tells_the_person(strict_browser: StaffBrowser) -> None:
    email, _totp, codes = hire_with_app(strict_browser)
    strict_browser.sign_in(strict_browser.hire(Role.ADMINISTRATOR))
    set_up_app(strict_browser)
    here = _here(strict_browser, email)

    assert strict_browser.send(here, f"{here}/reset-second-factor", spoken="yes").status_code == 303

    person = _other(strict_browser)
    person.sign_in(email)
    assert person.client.get("/admin").headers["location"].startswith("/staff/security")
    assert (email, "Your Signpost account: second factors reset") in [
        (to, subject) for to, subject, _text in letters(strict_browser.held)
    ]
    assert codes


def test_a_second_factor_is_reset_only_by_who_says_that_they_made_sure_who_asks(
    strict_browser: StaffBrowser,
) -> None:
    email, _totp, _codes = hire_with_app(strict_browser)
    strict_browser.sign_in(strict_browser.hire(Role.ADMINISTRATOR))
    set_up_app(strict_browser)
    here = _here(strict_browser, email)

    refused = strict_browser.send(here, f"{here}/reset-second-factor")

    page = Page(refused.text)
    assert refused.status_code == 422
    assert "Say that you made sure who asks. Nothing was reset" in page.text
    assert page.broken_error_links() == []
    assert "with a second factor" in strict_browser.open(here).text


@pytest.mark.parametrize("what", ["role", "disable", "enable", "reset-second-factor", "invite"])
def test_changes_to_people_ask_again_who_this_is(browser: StaffBrowser, clock: HandClock, what: str) -> None:
    email = browser.hire(Role.ANALYST)
    browser.sign_in_as(Role.ADMINISTRATOR)
    here = _here(browser, email)
    fields = browser.open(here).fields(f"{here}/role")
    clock.move(minutes=6)

    answer = browser.client.post(f"{here}/{what}", data=fields | {"role": "manager"})

    assert Page(answer.text).one("h1").text == "Confirm that it is you"
    assert _person(browser, email).role == "analyst"


def test_somebody_who_is_not_there_is_not_found(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)

    assert browser.client.get(f"{PEOPLE}/{uuid4()}").status_code == 404
    assert browser.client.get(f"{PEOPLE}/7").status_code == 422
