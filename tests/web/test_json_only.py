"""A body that has to be JSON says that it is."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from web.json_only import JSON_ONLY


@pytest.fixture
def taking(app: FastAPI) -> TestClient:
    """The application with a route that takes JSON."""

    @app.post("/api/echo", dependencies=[JSON_ONLY])
    def take(body: dict[str, str]) -> dict[str, str]:
        return body

    return TestClient(app, base_url="http://localhost:8000")


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"]
)
def test_json_is_taken(taking: TestClient, kind: str) -> None:
    assert taking.post("/api/echo", content=b"{}", headers={"content-type": kind}).json() == {}


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "text/json", "json", "", "application/jsonp"]
)
def test_another_content_type_is_refused_as_such(taking: TestClient, kind: str) -> None:
    answer = taking.post("/api/echo", content=b"{}", headers={"content-type": kind})

    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"
    assert "application/json" in answer.json()["detail"]


def test_a_body_of_no_content_type_is_refused(taking: TestClient) -> None:
    assert taking.post("/api/echo", content=b"{}").status_code == 415
