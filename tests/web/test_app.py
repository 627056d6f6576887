"""The application as a whole: headers, health, doors."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from directory.places import code_postcodes, use_table
from directory.places.postcode_files import Postcode
from directory.places.table import write_table
from signpost.database import make_engine
from tests.web.routes_of import staff_routes
from web.accounts.standing import Standing
from web.app import create_app
from web.resources import Resources


@pytest.mark.parametrize("path", ["/staff/sign-in", "/admin", "/nowhere", "/api/nowhere", "/health/live"])
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_policy_allows_no_inline_code_and_nothing_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/staff/sign-in").headers["content-security-policy"]

    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("path", ["/staff/sign-in", "/staff/signed-out"])
def test_pages_keep_to_the_policy(client: TestClient, path: str) -> None:
    html = client.get(path).text

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)


def test_static_files_are_served_and_asked_for_again_each_time(client: TestClient) -> None:
    answer = client.get("/static/staff.css")

    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


def test_static_files_do_not_lead_out_of_their_folder(client: TestClient) -> None:
    assert client.get("/static/..%2fapp.py").status_code == 404


def test_the_process_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/health/live").json() == {"status": "live"}


def test_the_process_is_ready_when_its_database_answers(client: TestClient) -> None:
    assert client.get("/health/ready").status_code == 200


def test_the_process_is_not_ready_without_its_database(client: TestClient, held: Resources) -> None:
    held.sessions.configure(bind=make_engine("sqlite:////nowhere/at/all/signpost.sqlite"))

    answer = client.get("/health/ready")

    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"


def test_the_description_of_the_api_is_published(client: TestClient) -> None:
    described = client.get("/openapi.json").json()

    assert described["info"]["title"] == "Signpost"


def test_the_description_of_the_api_leaves_staff_pages_out(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    assert not [path for path in paths if re.match(r"/(admin|staff|insights)(/|$)", path)]


def test_every_staff_route_has_a_guard(app: FastAPI) -> None:
    open_to_all = {
        "/staff/sign-in",
        "/staff/signed-out",
        "/staff/forgotten-password",
        "/staff/forgotten-password/sent",
        "/staff/choose-password",
        "/staff/single-sign-on",
        "/staff/single-sign-on/back",
    }

    unguarded = {route.path for route in staff_routes(app) if not route.roles}

    assert unguarded - open_to_all == set()


def test_only_pages_of_signing_in_open_before_the_second_factor(app: FastAPI) -> None:
    half_open = {route.path for route in staff_routes(app) if route.standings - {Standing.FULL}}

    assert half_open == {
        "/staff/sign-out",
        "/staff/second-step",
        "/staff/confirm-it-is-you",
        "/staff/passkeys/challenge",
        "/staff/passkeys/offer",
        "/staff/security",
        "/staff/security/passkeys/new",
        "/staff/security/code-app",
        "/staff/security/code-app/begin",
        "/staff/security/code-app/picture.svg",
    }


def test_staff_paths_are_kebab_case_with_typed_parameters(app: FastAPI) -> None:
    shape = re.compile(r"(/([a-z0-9]+(-[a-z0-9]+)*|\{[a-z_]+\}))*(\.[a-z]+)?")
    routes = staff_routes(app)

    assert routes
    assert [route.path for route in routes if not shape.fullmatch(route.path)] == []
    assert [route.path for route in routes if route.untyped] == []


def test_the_imported_postcode_table_of_the_home_folder_is_in_use(held: Resources) -> None:
    write_table(held.settings.postcode_table, [Postcode("WR2 5", "AA", "E07000237")])

    create_app(held)

    assert code_postcodes("WR2 5AA") == "E07000237"
    use_table(None)
