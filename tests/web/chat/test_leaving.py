import pytest
from fastapi.testclient import TestClient

from tests.web.chat.conftest import Place
from tests.web.page_reader import Page


LEFT = "/chat/left"


@pytest.fixture
def token(client: TestClient) -> str:
    """The token of an open conversation."""
    return Page(client.post("/chat").text).fields("/chat/forget")["conversation"]


def test_a_page_that_was_left_is_forgotten_here_and_in_the_engine(
    client: TestClient, place: Place, token: str
) -> None:
    answer = client.post(LEFT, data={"conversation": token})

    assert (answer.status_code, answer.content) == (204, b"")
    assert len(place.app.state.chat.registry) == 0
    assert place.engine.forgotten == [place.engine.told[0]["sender"]]


def test_the_browser_is_told_to_drop_what_it_keeps_of_us(client: TestClient, token: str) -> None:
    answer = client.post(LEFT, data={"conversation": token})

    assert answer.headers["clear-site-data"] == '"cache", "storage"'


@pytest.mark.parametrize("told", [{}, {"conversation": ""}, {"conversation": "made up"}])
def test_leaving_without_a_conversation_is_no_error(client: TestClient, told: dict[str, str]) -> None:
    answer = client.post(LEFT, data=told)

    assert answer.status_code == 204
    assert "clear-site-data" in answer.headers


def test_leaving_again_changes_nothing(client: TestClient, token: str) -> None:
    assert [client.post(LEFT, data={"conversation": token}).status_code for _ in "ab"] == [204, 204]


def test_a_frame_on_another_site_may_forget(client: TestClient, place: Place, token: str) -> None:
    client.post(
        LEFT, data={"conversation": token}, headers={"Origin": "null", "Sec-Fetch-Site": "cross-site"}
    )

    assert len(place.app.state.chat.registry) == 0


def test_leaving_writes_nothing(
    client: TestClient, place: Place, token: str, capfd: pytest.CaptureFixture[str]
) -> None:
    capfd.readouterr()
    client.post(LEFT, data={"conversation": token})

    assert "".join(capfd.readouterr()) == ""
    events = (place.resources.settings.home / "spool").glob("*")
    assert not any("exit" in each.read_text() or "left" in each.read_text() for each in events)
