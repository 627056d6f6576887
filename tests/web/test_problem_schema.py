"""What the description of our APIs says of failures is what they are."""

from typing import Any

import jsonschema
import pytest
from fastapi.testclient import TestClient

from web.problem_schema import failures
from web.problems import PROBLEM_JSON


def described(client: TestClient, method: str, path: str) -> dict[str, Any]:
    return client.get("/openapi.json").json()["paths"][path][method.lower()]["responses"]


MESSAGES = "/api/chat/messages"
JSON = {"content-type": "application/json"}
FAILING: list[tuple[str, str, dict[str, Any], int]] = [
    ("POST", MESSAGES, {"content": b"{}", "headers": JSON | {"host": "elsewhere.example"}}, 400),
    ("POST", MESSAGES, {"json": {"conversation": "made up", "text": "x"}}, 404),
    ("POST", MESSAGES, {"json": {"text": "x" * 70_000}}, 413),
    ("POST", MESSAGES, {"content": b"{}", "headers": {"content-type": "text/plain"}}, 415),
    ("POST", MESSAGES, {"json": {"text": 7}}, 422),
    ("GET", "/directory/v3/services", {"params": {"page": 0}}, 422),
]


@pytest.mark.parametrize(("method", "path", "sent", "status"), FAILING)
def test_a_failure_is_described_as_it_is(
    chatting: TestClient, method: str, path: str, sent: dict[str, Any], status: int
) -> None:
    answer = chatting.request(method, path, **sent)

    told = described(chatting, method, path)[str(status)]["content"][PROBLEM_JSON]["schema"]
    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM_JSON
    jsonschema.Draft202012Validator(told).validate(answer.json())
    assert set(answer.json()) <= set(told["properties"])


ADDRESSES: list[tuple[str, str, set[int]]] = [
    ("POST", MESSAGES, {400, 404, 405, 413, 415, 422, 429, 500}),
    ("POST", "/api/chat/forget", {400, 404, 405, 413, 415, 422, 500}),
    ("POST", "/api/chat/events", {400, 404, 405, 409, 413, 415, 422, 429, 500, 503}),
    ("DELETE", "/api/chat/conversations/{token}", {400, 404, 405, 422, 500}),
    ("GET", "/health/live", {400, 405, 500}),
    ("GET", "/health/ready", {400, 405, 500, 503}),
    ("GET", "/directory/v3/", {400, 405, 500}),
    ("GET", "/directory/v3/services", {400, 405, 422, 500}),
    ("GET", "/directory/v3/services/{service_id}", {400, 404, 405, 422, 500}),
    ("GET", "/directory/v3/taxonomies", {400, 405, 422, 500}),
    ("GET", "/directory/v3/taxonomies/{taxonomy_id}", {400, 404, 405, 422, 500}),
    ("GET", "/directory/v3/taxonomy_terms", {400, 405, 422, 500}),
    ("GET", "/directory/v3/taxonomy_terms/{term_id}", {400, 404, 405, 422, 500}),
    ("GET", "/directory/v3/service_at_locations", {400, 405, 422, 500}),
    ("GET", "/directory/v3/service_at_locations/{at_location_id}", {400, 404, 405, 422, 500}),
]


@pytest.mark.parametrize(("method", "path", "statuses"), ADDRESSES)
def test_every_failure_of_an_address_is_listed(
    client: TestClient, method: str, path: str, statuses: set[int]
) -> None:
    assert {int(status) for status in described(client, method, path) if int(status) >= 400} == statuses


def test_every_address_of_the_description_is_held_here(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    assert set(paths) == {path for _, path, _ in ADDRESSES}


def test_how_long_to_wait_is_described() -> None:
    assert "Retry-After" in failures(429)[429]["headers"]


@pytest.fixture
def chatting(client: TestClient) -> Any:
    with client:
        yield client
