"""The page behind a confirm link, and the page that sends it."""

import re
from email import message_from_bytes, policy

import pytest

from directory.model import ConfirmLink, Metadata, Service
from tests.web.admin.conftest import Places
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts.roles import Role
from web.accounts.users import add_staff, disable_staff


EMAIL = "desk@service.example"


@pytest.fixture
def link(manager: StaffBrowser, telford: Places) -> str:
    """The address in the e-mail that a manager had sent, and nobody signed in any more."""
    answer = manager.send(f"{telford.service}/ask", email=EMAIL)
    assert answer.status_code == 303
    manager.client.cookies.clear()
    return _sent(manager)[-1]


def _sent(browser: StaffBrowser) -> list[str]:
    files = sorted((browser.held.settings.home / "mail").glob("*.eml"))
    mails = [message_from_bytes(each.read_bytes(), policy=policy.default) for each in files]
    assert {mail["To"] for mail in mails} <= {EMAIL}
    found = [re.search(r"http://localhost:8000(/confirm/\S+)", mail.get_content()) for mail in mails]
    return [each[1] for each in found if each]


def _assured(browser: StaffBrowser, telford: Places) -> object:
    with browser.held.sessions() as session:
        return session.get_one(Service, telford.service_id).assured_date


def test_opening_the_link_shows_the_card_and_confirms_nothing(
    manager: StaffBrowser,
    telford: Places,
    link: str,
) -> None:
    for _ in range(2):
        page = manager.open(link)

    assert "Ring 01952 385385" in page.one("section", class_="card").text
    assert page.unlabelled() == []
    assert _assured(manager, telford) is None


def test_the_page_is_not_kept_and_tells_no_other_site(manager: StaffBrowser, link: str) -> None:
    headers = manager.client.get(link).headers

    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_button_confirms_once_without_a_sign_in(
    manager: StaffBrowser,
    telford: Places,
    link: str,
    clock: HandClock,
) -> None:
    version = manager.open(link).one("input", name="version").attributes["value"]

    answer = manager.client.post(link, data={"answer": "right", "version": version})

    assert "Thank you: it is confirmed" in Page(answer.text).text
    assert _assured(manager, telford) == clock().date()
    assert manager.client.post(link, data={"answer": "right", "version": version}).status_code == 410
    assert manager.client.get(link).status_code == 410


def test_what_was_changed_meanwhile_is_not_confirmed(
    manager: StaffBrowser,
    telford: Places,
    link: str,
) -> None:
    version = manager.open(link).one("input", name="version").attributes["value"]
    with manager.held.sessions.begin() as session:
        session.get_one(Service, telford.service_id).description = "It does something else."

    answer = manager.client.post(link, data={"answer": "right", "version": version})

    assert answer.status_code == 409
    assert Page(answer.text).broken_error_links() == []
    assert _assured(manager, telford) is None


def test_something_wrong_becomes_a_manager_s_work(
    manager: StaffBrowser,
    telford: Places,
    link: str,
) -> None:
    answer = manager.client.post(link, data={"answer": "wrong", "part": ["number", "closed", "x"]})
    assert "Thank you: we look into it" in answer.text
    manager.sign_in("manager@signpost.example")

    assert "Said wrong by the service itself: 1" in manager.open("/admin").text
    page = manager.open("/admin/provider-answers")
    assert f"by {EMAIL}. Wrong: A telephone or text number; The service has closed." in page.text
    with manager.held.sessions() as session:
        path = f"/admin/provider-answers/{session.query(ConfirmLink).one().id}/settle"
    assert manager.send("/admin/provider-answers", path).status_code == 303
    assert "Nothing waits here." in manager.open("/admin/provider-answers").text
    assert _assured(manager, telford) is None


def test_wrong_without_a_choice_is_asked_again(manager: StaffBrowser, link: str) -> None:
    answer = manager.client.post(link, data={"answer": "wrong"})

    assert answer.status_code == 422
    assert Page(answer.text).title.startswith("Error:")
    assert Page(answer.text).broken_error_links() == []
    assert manager.client.get(link).status_code == 200


@pytest.mark.parametrize("token", ["x", "A" * 43 + "." + "B" * 22, "💥", "a" * 5000])
def test_a_link_that_we_never_made_says_that_it_does_not_work(manager: StaffBrowser, token: str) -> None:
    assert manager.client.get(f"/confirm/{token}").status_code == 410
    assert manager.client.post(f"/confirm/{token}", data={"answer": "right"}).status_code == 410


@pytest.mark.parametrize(
    "email", ["", "nobody", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example"]
)
def test_an_odd_address_is_refused_and_nothing_is_kept(
    manager: StaffBrowser,
    telford: Places,
    email: str,
) -> None:
    answer = manager.send(f"{telford.service}/ask", email=email)

    assert answer.status_code == 422
    assert Page(answer.text).broken_error_links() == []
    with manager.held.sessions() as session:
        assert session.query(ConfirmLink).count() == session.query(Metadata).count() == 0


def test_who_confirms_is_in_the_history_and_not_in_the_open_data(
    manager: StaffBrowser,
    telford: Places,
    link: str,
) -> None:
    assert EMAIL not in manager.client.get(f"/directory/v3/services/{telford.service_id}").text
    manager.sign_in("manager@signpost.example")

    assert EMAIL in manager.open(f"{telford.service}/history").text


def _belongs_to(browser: StaffBrowser, telford: Places, website: str | None) -> None:
    """Leaves the service with its organisation's web address as the only domain it is known by."""
    with browser.held.sessions.begin() as session:
        service = session.get_one(Service, telford.service_id)
        service.organization.website, service.organization.email = website, None
        for each in service.contacts:
            each.url = each.email = None


@pytest.mark.parametrize(
    "email",
    [
        "manager@signpost.example",  # their own
        "MANAGER+telford@Signpost.Example",  # the same mailbox
        "gone@service.example",  # a colleague who may not sign in any more
    ],
)
def test_nobody_with_a_sign_in_here_confirms_for_the_service(
    manager: StaffBrowser, telford: Places, email: str
) -> None:
    with manager.held.sessions.begin() as session:
        gone = add_staff(session, "gone@service.example", Role.ANALYST, "three random words")
        disable_staff(session, gone, at=manager.held.clock())
    _belongs_to(manager, telford, None)

    answer = manager.send(f"{telford.service}/ask", email=email)

    page = Page(answer.text)
    assert answer.status_code == 422
    assert "belongs to somebody with a sign-in here" in page.one("div", class_="govuk-error-summary").text
    assert page.broken_error_links() == []
    assert _sent(manager) == []


@pytest.mark.parametrize(
    ("website", "status"),
    [
        ("https://www.service.example/", 422),  # known, and another
        ("https://www.signpost.example/", 303),  # the service is the manager's own organisation's
        (None, 303),  # not known
    ],
)
def test_an_address_of_the_manager_s_own_organisation_is_the_service_s_only_where_it_is_theirs(
    manager: StaffBrowser, telford: Places, website: str | None, status: int
) -> None:
    _belongs_to(manager, telford, website)

    answer = manager.send(f"{telford.service}/ask", email="someone.else@mail.signpost.example")

    assert answer.status_code == status
    assert ("of your own organisation, not of the service" in answer.text) is (status == 422)
    with manager.held.sessions() as session:
        named = session.get_one(Service, telford.service_id).assurer_email
    assert (named is None) is (status == 422)


def test_the_page_and_the_history_say_who_named_the_address(manager: StaffBrowser, telford: Places) -> None:
    before = manager.open(f"{telford.service}/ask").text
    manager.send(f"{telford.service}/ask", email=EMAIL)

    named = f"manager@signpost.example named {EMAIL} on 24 November 2026."
    history = manager.open(f"{telford.service}/history").text
    assert named not in before
    assert named in manager.open(f"{telford.service}/ask").text
    assert f"Who confirms it by e-mail from not set to {EMAIL}" in history
