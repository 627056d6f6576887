"""Single sign-on against a real little provider: who comes in, and everything that does not."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from joserfc.jwk import RSAKey

from signpost.settings import SingleSignOn
from tests.web.accounts.oidc_provider import CLIENT_ID, CLIENT_SECRET, Provider, running_provider
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from web.accounts import single_sign_on
from web.accounts.roles import Role
from web.accounts.users import disable_staff, find_staff
from web.app import create_app
from web.resources import Resources


AWAY = "/staff/single-sign-on"
BACK = "/staff/single-sign-on/back"


@pytest.fixture
def provider(clock: HandClock) -> Iterator[Provider]:
    """A provider that knows the manager."""
    with running_provider(clock) as running:
        yield running


@pytest.fixture
def browser(held: Resources, provider: Provider) -> StaffBrowser:
    """A browser at an installation that uses the provider; it has a manager."""
    chosen = SingleSignOn(provider.issuer, CLIENT_ID, CLIENT_SECRET)
    using = replace(held, settings=replace(held.settings, single_sign_on=chosen))
    client = TestClient(create_app(using), base_url="http://localhost:8000", follow_redirects=False)
    browser = StaffBrowser(client, using)
    browser.hire(Role.MANAGER)
    return browser


def _go(browser: StaffBrowser, provider: Provider, where: str = "/admin") -> dict[str, str]:
    answer = browser.client.get(AWAY, params={"next": where})
    assert answer.status_code == 303, answer.text
    return provider.visit(answer.headers["location"])


def _is_out(browser: StaffBrowser) -> bool:
    return browser.client.get("/admin").status_code == 303


def test_whom_the_provider_vouches_for_is_signed_in_and_led_on(
    browser: StaffBrowser, provider: Provider
) -> None:
    answer = browser.client.get(BACK, params=_go(browser, provider))

    page = Page(answer.text)
    assert answer.status_code == 200
    assert page.one("meta", http_equiv="refresh").attributes["content"] == "0; url=/admin"
    assert page.links["Continue"] == "/admin"
    assert browser.client.get("/admin").status_code == 200


def test_the_sign_in_page_offers_it_where_it_is_set_up(browser: StaffBrowser, client: TestClient) -> None:
    words = "Sign in with your organisation's account"

    assert browser.open("/staff/sign-in").links[words] == "/staff/single-sign-on?next=/staff"
    assert words not in client.get("/staff/sign-in").text
    assert client.get(AWAY).status_code == 404
    assert client.get(BACK).status_code == 404


def test_the_way_there_carries_state_nonce_and_a_challenge_and_no_secret(
    browser: StaffBrowser, provider: Provider
) -> None:
    url = browser.client.get(AWAY).headers["location"]
    provider.visit(url)

    (asked,) = provider.codes.values()
    assert {"state", "nonce", "code_challenge", "scope", "redirect_uri"} <= set(asked)
    assert asked["redirect_uri"] == "http://localhost:8000/staff/single-sign-on/back"
    assert "code_verifier" not in asked
    assert CLIENT_SECRET not in url
    kept = browser.client.cookies["signpost_away"]
    assert asked["state"] not in kept
    assert asked["nonce"] not in kept


def test_only_the_cookie_of_the_way_there_comes_along_from_another_site(
    browser: StaffBrowser, provider: Provider
) -> None:
    away = browser.client.get(AWAY).headers["set-cookie"]
    back = browser.client.get(BACK, params=provider.visit(browser.client.get(AWAY).headers["location"]))

    assert "samesite=lax" in away.lower()
    session = next(each for each in back.headers.get_list("set-cookie") if "signpost_staff=" in each)
    assert "samesite=strict" in session.lower()


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": None},
        {"iss": "https://evil.example"},
        {"aud": "another client"},
        {"aud": ["signpost", "another"]},  # meant for two, and nobody says for whom it was made
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 0},
        {"exp": None},
        {"sub": None},
        {"azp": "another client"},
    ],
)
def test_a_claim_that_is_not_right_lets_nobody_in(
    browser: StaffBrowser, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.claims = claims

    answer = browser.client.get(BACK, params=_go(browser, provider))

    assert answer.status_code == 503
    assert Page(answer.text).one("h1").text == "You are not signed in"
    assert _is_out(browser)


def test_a_token_that_another_key_signed_lets_nobody_in(browser: StaffBrowser, provider: Provider) -> None:
    provider.signs_with = RSAKey.generate_key(2048)

    assert browser.client.get(BACK, params=_go(browser, provider)).status_code == 503
    assert _is_out(browser)


@pytest.mark.parametrize("email", ["nobody@signpost.example", "disabled@signpost.example", "\x00"])
def test_whoever_has_no_open_account_is_told_so(
    browser: StaffBrowser, provider: Provider, clock: HandClock, email: str
) -> None:
    browser.hire(Role.MANAGER, "disabled@signpost.example")
    with browser.held.sessions.begin() as session:
        staff = find_staff(session, "disabled@signpost.example")
        assert staff is not None
        disable_staff(session, staff, at=clock())
    provider.claims = {"email": email}

    answer = browser.client.get(BACK, params=_go(browser, provider))

    assert answer.status_code == 403
    assert "Ask an administrator to invite you" in answer.text
    assert _is_out(browser)


@pytest.mark.parametrize("change", [{"state": "another"}, {"code": ""}, {"iss": "https://evil.example"}])
def test_an_answer_that_does_not_belong_is_refused(
    browser: StaffBrowser, provider: Provider, change: dict[str, str]
) -> None:
    assert browser.client.get(BACK, params=_go(browser, provider) | change).status_code == 503
    assert _is_out(browser)


def test_an_answer_works_once(browser: StaffBrowser, provider: Provider) -> None:
    answer = _go(browser, provider)
    kept = browser.client.cookies["signpost_away"]
    browser.client.get(BACK, params=answer)
    browser.client.cookies.clear()

    assert browser.client.get(BACK, params=answer).status_code == 503  # the cookie is gone
    browser.client.cookies["signpost_away"] = kept
    assert browser.client.get(BACK, params=answer).status_code == 503  # the code is used up
    assert _is_out(browser)


def test_the_answer_of_somebody_elses_browser_is_refused(browser: StaffBrowser, provider: Provider) -> None:
    theirs = _go(browser, provider)
    browser.client.cookies.clear()
    browser.client.get(AWAY)

    assert browser.client.get(BACK, params=theirs).status_code == 503
    assert _is_out(browser)


def test_whoever_stays_away_for_ten_minutes_starts_again(
    browser: StaffBrowser, provider: Provider, clock: HandClock
) -> None:
    answer = _go(browser, provider)
    clock.move(minutes=10)

    assert browser.client.get(BACK, params=answer).status_code == 503


def test_a_person_who_says_no_at_the_provider_is_not_signed_in(
    browser: StaffBrowser, provider: Provider
) -> None:
    state = _go(browser, provider)["state"]

    answer = browser.client.get(BACK, params={"error": "access_denied", "state": state})

    assert answer.status_code == 503
    assert "/token" not in provider.asked


@pytest.mark.parametrize(
    "discovery",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://evil.example/token"},
        {"authorization_endpoint": None},
        {"jwks_uri": "file:///etc/passwd"},
    ],
)
def test_a_provider_that_describes_itself_oddly_is_not_used(
    browser: StaffBrowser, provider: Provider, discovery: dict[str, Any]
) -> None:
    provider.discovery = discovery

    assert browser.client.get(AWAY).status_code == 503


def test_a_provider_that_does_not_answer_is_not_waited_for(
    browser: StaffBrowser, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_sign_on, "TIMEOUT", 0.05)
    provider.delay = threading.Event()

    answer = browser.client.get(AWAY)
    provider.delay.set()

    assert answer.status_code == 503
    assert "Try again in a few minutes" in answer.text


@pytest.mark.parametrize(("methods", "status"), [(["pwd", "mfa"], 200), (["pwd"], 303), (None, 303)])
def test_several_factors_at_the_provider_count_as_ours(
    browser: StaffBrowser, provider: Provider, methods: list[str] | None, status: int
) -> None:
    settings = replace(browser.held.settings, second_factor=True)
    app = create_app(replace(browser.held, settings=settings))
    browser.client = TestClient(app, base_url="http://localhost:8000", follow_redirects=False)
    provider.claims = {"amr": methods}

    browser.client.get(BACK, params=_go(browser, provider))

    assert browser.client.get("/admin").status_code == status


@pytest.mark.parametrize(("minutes", "asks"), [(0, False), (30, True)])
def test_signing_in_there_long_ago_is_no_proof_of_now(
    browser: StaffBrowser, provider: Provider, clock: HandClock, minutes: int, *, asks: bool
) -> None:
    provider.claims = {"auth_time": int(clock().timestamp()) - minutes * 60}
    browser.client.get(BACK, params=_go(browser, provider))

    assert (browser.client.get("/staff/security/passkeys/new").status_code == 303) is asks
