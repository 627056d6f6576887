"""What a second person sees and does, and what the first one and everybody else may do about it."""

from datetime import timedelta

import pytest
from httpx2 import Response

from directory.approval.finding import open_proposals
from directory.cards import service_cards
from directory.history import Editor
from directory.model import Proposal, Service
from directory.terms import ProposalState
from tests.directory.two_people import change_number
from tests.web.admin.conftest import Places, approve_all, read_contact
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.csrf import make_form_token
from web.accounts.roles import Role
from web.accounts.users import add_staff, disable_staff, find_staff


OLD, NEW = "01952 385385", "01952 385386"
NEW_SERVICE = "/admin/services/new"
LIST = "/admin/approvals"


@pytest.fixture
def proposed(browser: StaffBrowser, telford: Places) -> str:
    """The page of a number that a manager sent; an approver is signed in."""
    browser.sign_in_as(Role.MANAGER)
    browser.send(telford.number, number=NEW, reason="the council's page")
    browser.sign_in_as(Role.APPROVER)
    return _only(browser)


def _only(browser: StaffBrowser) -> str:
    with browser.held.sessions() as session:
        return f"{LIST}/{open_proposals(session)[0].id}"


def _state(browser: StaffBrowser, page: str) -> ProposalState:
    with browser.held.sessions() as session:
        return session.get_one(Proposal, page.removeprefix(f"{LIST}/")).state


def _number_people_see(browser: StaffBrowser, telford: Places) -> str:
    with browser.held.sessions() as session:
        card = service_cards(session, [telford.service_id], at=browser.held.clock(), live=False)[0]
    return card.phones[0].number


def _wait(browser: StaffBrowser, **step: float) -> None:
    browser.held.clock.move(**step)  # type: ignore[attr-defined]  # the clock of these tests


def _post(browser: StaffBrowser, path: str, **fields: str) -> Response:
    """Sends a form by hand, whether or not a page offers it."""
    token = make_form_token(browser.held.secret, browser.client.cookies["signpost_staff"])
    return browser.client.post(path, data={"form_token": token, "version": "1"} | fields)


def test_the_list_says_what_waits_of_what_and_who_sent_it(browser: StaffBrowser, proposed: str) -> None:
    page = browser.open(LIST)

    link = "Another telephone number: Telford & Wrekin Family Connect"
    assert proposed in page.links.values()
    assert any(text.startswith(link[:25]) for text in page.links)
    assert "manager@signpost.example, 24 November 2026 at 10:00" in page.text
    assert "Waiting for a second person (1)" in page.text


def test_an_empty_list_says_so(manager: StaffBrowser) -> None:
    assert "Nothing waits." in manager.open(LIST).text


def test_the_second_person_sees_who_when_why_from_what_to_what(browser: StaffBrowser, proposed: str) -> None:
    page = browser.open(proposed)

    assert "Sent by manager@signpost.example on 24 November 2026 at 10:00." in page.text
    assert "Reason: the council's page" in page.text
    assert f"from {OLD} to {NEW}" in page.one("section", id="change").text
    assert page.unlabelled() == []
    assert len(page.all("h1")) == 1


def test_the_second_person_sees_what_people_see_and_would_see(
    browser: StaffBrowser, proposed: str, telford: Places
) -> None:
    page = browser.open(proposed)
    now, then = (
        next(each for each in page.all("section") if each.attributes.get("aria-labelledby") == name).text
        for name in ("seen-now", "would-see")
    )

    assert OLD in now
    assert NEW not in now
    assert NEW in then
    assert OLD not in then
    assert _number_people_see(browser, telford) == OLD
    assert read_contact(browser.held, telford.contact_id).version == 1


def test_an_approved_number_waits_and_then_goes_live_by_itself(
    browser: StaffBrowser, proposed: str, telford: Places
) -> None:
    answer = browser.send(proposed, f"{proposed}/approve")

    page = browser.open(answer.headers["location"])
    assert "Approved. People see it when its waiting time is over" in page.text
    assert "Goes live on 25 November 2026 at 10:00." in page.text
    assert _number_people_see(browser, telford) == OLD
    _wait(browser, hours=24)
    browser.sign_in("approver@signpost.example")
    browser.open(LIST)
    assert _number_people_see(browser, telford) == NEW
    assert "seen by people since 25 November 2026 at 10:00" in browser.open(proposed).text


@pytest.mark.parametrize("role", [Role.MANAGER, Role.APPROVER, Role.ADMINISTRATOR])
def test_anybody_who_manages_stops_it_meanwhile(
    browser: StaffBrowser, proposed: str, telford: Places, role: Role
) -> None:
    browser.send(proposed, f"{proposed}/approve")
    browser.sign_in(browser.hire(role, "third@signpost.example"))

    browser.send(proposed, f"{proposed}/stop")

    assert _state(browser, proposed) is ProposalState.STOPPED
    _wait(browser, hours=25)
    browser.sign_in("third@signpost.example")
    browser.open(LIST)
    assert _number_people_see(browser, telford) == OLD


def test_a_refusal_says_why(browser: StaffBrowser, proposed: str, telford: Places) -> None:
    browser.send(proposed, f"{proposed}/refuse", reason="Nobody answers there")

    page = browser.open(proposed)
    assert "Refused." in page.text
    assert "Reason: Nobody answers there" in page.text
    assert _number_people_see(browser, telford) == OLD


@pytest.mark.parametrize("reason", ["", "x" * 301])
def test_a_refusal_needs_a_reason_and_keeps_what_was_typed(
    browser: StaffBrowser, proposed: str, reason: str
) -> None:
    answer = browser.send(proposed, f"{proposed}/refuse", reason=reason)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title.startswith("Error: ")
    assert page.broken_error_links() == []
    assert page.fields(f"{proposed}/refuse")["reason"] == reason
    assert _state(browser, proposed) is ProposalState.WAITING


@pytest.mark.parametrize("what", ["approve", "refuse"])
@pytest.mark.parametrize("role", [Role.APPROVER, Role.ADMINISTRATOR])
def test_nobody_decides_about_their_own(
    browser: StaffBrowser, telford: Places, role: Role, what: str
) -> None:
    browser.sign_in_as(role)
    browser.send(telford.number, number=NEW, reason="rang")
    page = _only(browser)

    answer = _post(browser, f"{page}/{what}", reason="no")

    assert answer.status_code == 403
    assert "You sent it, so somebody else has to approve it." in browser.open(page).text
    assert browser.open(page).all("form", action=f"{page}/{what}") == []
    assert _state(browser, page) is ProposalState.WAITING


@pytest.mark.parametrize("what", ["approve", "refuse"])
def test_a_manager_does_not_decide(browser: StaffBrowser, proposed: str, what: str) -> None:
    browser.sign_in(browser.hire(Role.MANAGER, "third@signpost.example"))

    assert _post(browser, f"{proposed}/{what}", reason="no").status_code == 403
    assert "An approver or an administrator decides about it." in browser.open(proposed).text
    assert _state(browser, proposed) is ProposalState.WAITING


def test_only_whoever_sent_it_takes_it_back(browser: StaffBrowser, proposed: str) -> None:
    assert _post(browser, f"{proposed}/withdraw").status_code == 403

    browser.sign_in("manager@signpost.example")
    browser.send(proposed, f"{proposed}/withdraw")

    assert _state(browser, proposed) is ProposalState.WITHDRAWN


def test_whoever_decides_second_is_told_how_it_stands(browser: StaffBrowser, proposed: str) -> None:
    fields = browser.open(proposed).fields(f"{proposed}/approve")
    browser.send(proposed, f"{proposed}/refuse", reason="no")

    answer = browser.client.post(f"{proposed}/approve", data=fields)

    page = Page(answer.text)
    assert answer.status_code == 409
    assert "Somebody else was first. It now stands: refused" in page.text
    assert page.broken_error_links() == []
    assert _state(browser, proposed) is ProposalState.REFUSED


def test_what_was_changed_since_is_shown_beside_the_change(
    browser: StaffBrowser, proposed: str, telford: Places
) -> None:
    other = Editor("staff-2", "ben@signpost.example")
    fields = browser.open(proposed).fields(f"{proposed}/approve")
    with browser.held.sessions.begin() as session:
        change_number(session, telford.phone_id, "01952 111111", by=other, at=browser.held.clock())

    answer = browser.client.post(f"{proposed}/approve", data=fields)

    page = Page(answer.text)
    assert answer.status_code == 409
    assert "Somebody saved another change while you were reading" in page.text
    assert f"from {OLD} to 01952 111111" in page.one("section", id="change").text
    assert "Something else was changed since" in browser.open(LIST).text
    assert (
        browser.client.post(f"{proposed}/approve", data=page.fields(f"{proposed}/approve")).status_code == 303
    )


def test_without_a_cool_off_a_number_is_live_at_once(
    browser: StaffBrowser, proposed: str, telford: Places
) -> None:
    object.__setattr__(browser.held.settings, "cool_off", timedelta(0))

    browser.send(proposed, f"{proposed}/approve")

    assert _number_people_see(browser, telford) == NEW


def test_a_proposal_that_is_not_there_is_not_found(manager: StaffBrowser) -> None:
    assert manager.client.get(f"{LIST}/00000000-0000-0000-0000-000000000001").status_code == 404


def _sign_in_editor(browser: StaffBrowser, organization_id: str | None) -> None:
    with browser.held.sessions.begin() as session:
        add_staff(
            session,
            "editor@signpost.example",
            Role.EDITOR,
            "three random words",
            at=browser.held.clock(),
            organization_id=organization_id,
        )
    browser.sign_in("editor@signpost.example")


def _organization(browser: StaffBrowser, telford: Places) -> str:
    with browser.held.sessions() as session:
        return session.get_one(Service, telford.service_id).organization_id


def _services_of(browser: StaffBrowser, organization_id: str) -> set[str]:
    with browser.held.sessions() as session:
        of_it = session.query(Service).filter_by(organization_id=organization_id)
        return {f"/admin/services/{each.id}" for each in of_it}


def test_an_editor_keeps_their_own_organisation_s_services(browser: StaffBrowser, telford: Places) -> None:
    _sign_in_editor(browser, _organization(browser, telford))

    listed = browser.open("/admin/services").links.values()
    browser.send(telford.number, number=NEW, reason="we moved")
    page = _only(browser)

    own = _services_of(browser, _organization(browser, telford))
    assert {each for each in listed if each.startswith("/admin/services/")} - {NEW_SERVICE} == own

    assert page in browser.open(LIST).links.values()
    assert browser.open(f"{telford.service}/history").all("h1")
    assert browser.client.get(f"{telford.service}/confirm").status_code == 200
    assert browser.client.get(f"{telford.contact}/withdraw").status_code == 200
    assert _post(browser, f"{page}/approve").status_code == 403
    assert _post(browser, f"{page}/stop").status_code == 403


@pytest.mark.parametrize("whose", ["another's", "nobody's"])
def test_an_editor_sees_and_changes_nothing_of_others(
    browser: StaffBrowser, proposed: str, telford: Places, whose: str
) -> None:
    _sign_in_editor(browser, "another-organization" if whose == "another's" else None)
    parts = ("", "/history", "/hours", "/withdraw", "/restore", "/confirm")
    paths = [telford.number, *(telford.service + part for part in parts), proposed]

    seen = {browser.client.get(path).status_code for path in paths}
    changed = {_post(browser, path, why="wrong").status_code for path in paths[1:2]} | {
        _post(browser, f"{telford.contact}/withdraw", why="wrong").status_code,
        _post(browser, telford.number, number=NEW, reason="x").status_code,
        _post(browser, f"{proposed}/withdraw").status_code,
    }

    assert seen == {403}
    assert changed <= {403, 405}
    assert read_contact(browser.held, telford.contact_id).withdrawn_at is None
    if whose == "another's":
        assert "Nothing waits." in browser.open(LIST).text
    else:
        assert browser.client.get(LIST).status_code == 403


def test_approved_elsewhere_it_leaves_the_list(browser: StaffBrowser, proposed: str) -> None:
    approve_all(browser.held)

    page = browser.open(LIST)

    assert "Nothing waits." in page.text
    assert "Decided last" in page.text


def _shut_out(browser: StaffBrowser, email: str) -> None:
    with browser.held.sessions.begin() as session:
        staff = find_staff(session, email)
        assert staff is not None
        disable_staff(session, staff, at=browser.held.clock())


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("manager@signpost.example", "but the account of whoever sent it has been disabled since."),
        ("approver@signpost.example", "but the account of whoever approved it has been disabled since."),
    ],
)
def test_after_one_of_its_two_people_is_shut_out_a_change_waits_again_and_says_why(
    browser: StaffBrowser, proposed: str, telford: Places, email: str, says: str
) -> None:
    browser.send(proposed, f"{proposed}/approve")
    _wait(browser, hours=1)
    _shut_out(browser, email)
    _wait(browser, hours=24)
    browser.sign_in_as(Role.ADMINISTRATOR)

    page = browser.open(proposed)

    assert "approver@signpost.example approved it on 24 November 2026 at 10:00, " + says in page.text
    assert "Waiting for a second person (1)" in browser.open(LIST).text
    assert _number_people_see(browser, telford) == OLD


def test_the_second_person_is_told_that_the_first_was_shut_out(browser: StaffBrowser, proposed: str) -> None:
    told = "The account of manager@signpost.example has been disabled."
    before = browser.open(proposed).text
    _shut_out(browser, "manager@signpost.example")

    assert told not in before
    assert told in browser.open(proposed).text


def test_what_waits_again_is_live_once_somebody_else_has_vouched_for_it(
    browser: StaffBrowser, proposed: str, telford: Places
) -> None:
    browser.send(proposed, f"{proposed}/approve")
    _wait(browser, hours=1)
    _shut_out(browser, "manager@signpost.example")
    browser.sign_in_as(Role.ADMINISTRATOR)
    _wait(browser, minutes=1)
    browser.send(proposed, f"{proposed}/approve")
    _wait(browser, hours=24)
    browser.sign_in("administrator@signpost.example")
    browser.open(LIST)

    assert _number_people_see(browser, telford) == NEW
