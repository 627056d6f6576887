"""Headers of answers to machines, and those of the live service alone."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from web.app import create_app
from web.resources import Resources


EVERYWHERE = [
    "/staff/sign-in",
    "/static/staff.css",
    "/static/staff.js",
    "/health/live",
    "/nowhere",
    "/chat/frame",
]


@pytest.fixture
def live(held: Resources) -> TestClient:
    """A browser at the live service."""
    settings = replace(held.settings, live=True, allowed_hosts=("signpost.example",))
    return TestClient(create_app(replace(held, settings=settings)), base_url="https://signpost.example")


@pytest.mark.parametrize("path", EVERYWHERE)
def test_the_live_service_is_spoken_to_encrypted_for_a_year(live: TestClient, path: str) -> None:
    sent = live.get(path).headers["strict-transport-security"]

    assert sent == "max-age=31536000; includeSubDomains"


def test_a_host_that_is_not_ours_is_told_so_too(live: TestClient) -> None:
    refused = live.get("/health/live", headers={"Host": "elsewhere.example"})

    assert refused.status_code == 400
    assert "strict-transport-security" in refused.headers


@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_demonstration_on_a_machine_of_ones_own_asks_for_no_encryption(
    client: TestClient, path: str
) -> None:
    assert "strict-transport-security" not in client.get(path).headers


@pytest.mark.parametrize("path", ["/openapi.json", "/api/nowhere", "/directory/v3/nowhere", "/insights/api"])
def test_an_answer_for_machines_is_kept_as_a_file_of_a_name(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["content-disposition"] == 'attachment; filename="api.json"'
    assert headers["content-type"].partition(";")[0] in {"application/json", "application/problem+json"}


@pytest.mark.parametrize("path", ["/staff/sign-in", "/static/staff.css", "/nowhere"])
def test_a_page_is_shown(client: TestClient, path: str) -> None:
    assert "content-disposition" not in client.get(path).headers
