"""A form that only our own pages send."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from web.own_pages import FROM_OUR_PAGES


@pytest.mark.parametrize(
    ("said", "status"),
    [("same-origin", 200), ("none", 200), (None, 200), ("same-site", 403), ("cross-site", 403), ("", 403)],
)
def test_only_what_comes_from_our_pages_or_no_page_is_taken(said: str | None, status: int) -> None:
    app = FastAPI()
    app.add_api_route("/", lambda: "taken", methods=["POST"], dependencies=[FROM_OUR_PAGES])

    answer = TestClient(app).post("/", headers={} if said is None else {"Sec-Fetch-Site": said})

    assert answer.status_code == status
