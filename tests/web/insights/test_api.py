"""A notebook gets the figures of the pages and no others, or is told what is wrong with its question."""

import io
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from pyarrow import parquet  # type: ignore[import-untyped]

from tests.web.insights.test_figure_pages import TELFORD, WEEK, WEEK_ONE, releases
from tests.web.insights.test_key_pages import a_new_key
from tests.web.staff_browser import StaffBrowser
from web.insights.api import Choices, described
from web.insights.asked import FIELDS
from web.insights.views import ViewName
from web.resources import Resources


API = "/insights/api"
Visit = Callable[..., None]
Get = Callable[[str], Response]


@pytest.fixture
def get(analyst: StaffBrowser) -> Get:
    """Asks with a key, in a client that nobody is signed in with."""
    headers = {"Authorization": f"Bearer {a_new_key(analyst)}"}
    analyst.client.cookies.clear()
    return lambda path: analyst.client.get(API + path, headers=headers)


def test_a_notebook_learns_what_can_be_asked(get: Get, visit: Visit) -> None:
    visit(12, WEEK_ONE)

    found = get("").json()

    assert found["weeks"] == [WEEK]
    assert found["is_synthetic"] is True
    assert {each["figure"] for each in found["figures"]} == set(ViewName)
    assert found["areas"][TELFORD] == "Telford and Wrekin"


def test_a_figure_has_its_numbers_and_hidden_ones_have_none(get: Get, visits: Visit) -> None:
    visits((40, WEEK_ONE.replace(day=3), {}), (120, WEEK_ONE, {}))

    found = get(f"/figures/needs-by-area?period={WEEK}").json()
    cells = {(each["row"], each["column"]): each for each in found["cells"]}

    assert (found["data"], found["is_synthetic"]) == ("demo", True)
    assert found["headline"].startswith("About 120 visits.")
    assert found["before_first_day"] == "2026-11-02"
    assert cells["cuckooing", TELFORD] == {
        "row": "cuckooing",
        "row_name": "Cuckooing",
        "column": TELFORD,
        "column_name": "Telford and Wrekin",
        "visits": 120,
        "hidden": None,
        "before": 40,
        "change": "up",
    }
    assert cells["housing", TELFORD]["visits"] is None
    assert cells["housing", TELFORD]["hidden"] == "suppressed"
    assert cells["housing", TELFORD]["change"] == "unknown"
    assert len(cells) == 26 * 12


def test_every_figure_fits_its_description(get: Get, visit: Visit) -> None:
    visit(33, WEEK_ONE)

    for view in ViewName:
        answer = get(f"/figures/{view}?period={WEEK}")
        assert answer.status_code == 200, (view, answer.text)
        assert answer.json()["figure"] == view


def test_parquet_holds_the_numbers_of_the_table(get: Get, visit: Visit) -> None:
    visit(33, WEEK_ONE)

    answer = get(f"/figures/needs/files/parquet?period={WEEK}")
    table = parquet.read_table(io.BytesIO(answer.content))

    assert [each["visits"] for each in table.to_pylist() if each["need"] == "Cuckooing"] == [35]
    assert set(table["data"].to_pylist()) == {"SYNTHETIC DEMONSTRATION"}


@pytest.mark.parametrize(
    ("path", "where", "said"),
    [
        ("/figures/needs?period=2026-11-15..2026-11-09", "query/period", "first day is after the last"),
        ("/figures/needs?period=9999-12-27..9999-12-31", "query/period", "too far away"),
        (f"/figures/needs?period={WEEK}&need=MARKER-TEXT", "query/need", "no such need"),
        ("/figures/needs-by-area?age=26-59&part=night", "query/part", "three ways at most"),
        ("/figures/services?age=26-59", "query", "cannot be narrowed"),
        ("/figures/needs?visit=MARKER-TEXT", "query", "does not know"),
        ("/figures/needs/files/csv?period=MARKER-TEXT", "query/period", "could not be read"),
    ],
)
def test_a_bad_question_gets_a_problem_and_no_figure(
    get: Get, visit: Visit, held: Resources, path: str, where: str, said: str
) -> None:
    visit(33, WEEK_ONE)

    answer = get(path)

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]
    assert answer.json()["errors"][0]["where"] == where
    assert "MARKER-TEXT" not in answer.text
    assert releases(held) == 0


@pytest.mark.parametrize("path", ["/figures/MARKER-TEXT", "/figures/needs/files/exe"])
def test_what_there_is_not_is_a_problem_that_does_not_repeat_it(get: Get, path: str) -> None:
    answer = get(path)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "MARKER-TEXT" not in answer.text


def test_a_figure_before_any_week_is_released_is_a_problem(get: Get) -> None:
    assert "not released yet" in get("/figures/needs").json()["detail"]


@pytest.mark.parametrize("sent", [None, "Bearer signpost_guessed", "Bearer ", "Basic eDp5", "Bearer \u00e9"])
@pytest.mark.parametrize("path", ["", "/figures/needs", "/figures/needs/files/csv", "/openapi.json"])
def test_nobody_reads_figures_without_a_key_that_works(
    client: TestClient, sent: str | None, path: str
) -> None:
    answer = client.get(API + path, headers={b"Authorization": sent.encode("latin-1")} if sent else {})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_session_of_a_browser_does_not_count_as_a_key(analyst: StaffBrowser) -> None:
    assert analyst.client.get(f"{API}/figures/needs").status_code == 401


def test_each_figure_is_recorded_as_a_release(get: Get, visit: Visit, held: Resources) -> None:
    visit(33, WEEK_ONE)
    get(f"/figures/visits-over-time?period={WEEK}")

    assert releases(held) == 1


def test_the_description_names_every_address_and_choice(get: Get) -> None:
    found = get("/openapi.json").json()

    assert found == described()
    assert set(found["paths"]) == {API, f"{API}/figures/{{view}}", f"{API}/figures/{{view}}/files/{{kind}}"}
    parameters = found["paths"][f"{API}/figures/{{view}}"]["get"]["parameters"]
    assert {each["name"] for each in parameters} == {"view", *FIELDS}
    assert len(Choices().given) == len(FIELDS)
