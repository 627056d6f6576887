"""Under which names the site answers."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from tests.web.page_reader import Page
from web.app import create_app
from web.known_hosts import UNKNOWN_HOST
from web.resources import Resources


ELSEWHERE = {"Host": "elsewhere.example"}


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "", "local host", "a@localhost"]
)
def test_a_request_for_another_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/directory/v3/", headers={"Host": host})

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == UNKNOWN_HOST
    assert "elsewhere" not in answer.text


def test_who_comes_by_another_name_gets_a_page_with_the_emergency_number(client: TestClient) -> None:
    answer = client.get("/staff", headers=ELSEWHERE)
    public = client.get("/chat", headers=ELSEWHERE)

    assert (answer.status_code, public.status_code) == (400, 400)
    assert Page(public.text).links["Ring 999"] == "tel:999"
    assert "content-security-policy" in public.headers


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000"])
def test_this_machines_names_are_answered_with_any_port(client: TestClient, host: str) -> None:
    assert client.get("/health/live", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("allowed", "host", "status"),
    [
        (("signpost.example",), "signpost.example", 200),
        (("signpost.example",), "www.signpost.example", 400),
        (("www.signpost.example",), "signpost.example", 400),
        (("*.council.example",), "signpost.council.example", 200),
        (("*.council.example",), "council.example.elsewhere", 400),
        (("*",), "elsewhere.example", 200),
    ],
)
def test_the_names_of_the_settings_are_answered(
    held: Resources, allowed: tuple[str, ...], host: str, status: int
) -> None:
    named = replace(held, settings=replace(held.settings, allowed_hosts=allowed))
    client = TestClient(create_app(named), base_url="http://localhost:8000", follow_redirects=False)

    assert client.get("/health/live", headers={"Host": host}).status_code == status
