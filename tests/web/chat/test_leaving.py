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


# --- without a script: the link pings


def key(page: Page) -> str:
    """The key that the ways out of a page carry."""
    pings = {each.attributes.get("ping", "") for each in page.all("a") if "data-leave" in each.attributes}
    assert len(pings) == 1
    return pings.pop().removeprefix(f"{LEFT}/")


def test_the_ways_out_of_an_open_chat_ping_a_key_that_is_not_its_token(
    client: TestClient, place: Place, token: str
) -> None:
    page = Page(client.post("/chat", data={"conversation": token, "text": "hm"}).text)

    assert len(key(page)) > 20
    assert key(page) not in token
    assert token not in key(page)


def test_the_ping_forgets(client: TestClient, place: Place, token: str) -> None:
    page = Page(client.post("/chat", data={"conversation": token, "text": "hm"}).text)

    answer = client.post(f"{LEFT}/{key(page)}", content="PING", headers={"Content-Type": "text/ping"})

    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache", "storage"'
    assert len(place.app.state.chat.registry) == 0


def test_a_key_opens_nothing(client: TestClient, token: str) -> None:
    page = Page(client.post("/chat", data={"conversation": token, "text": "hm"}).text)

    for path in ("messages", "forget"):
        body = {"conversation": key(page)} | ({"text": "hm"} if path == "messages" else {})
        assert client.post(f"/api/chat/{path}", json=body).status_code == 404


def test_a_made_up_key_forgets_nothing(client: TestClient, place: Place, token: str) -> None:
    for made_up in ("x", token, "%00"):
        assert client.post(f"{LEFT}/{made_up}").status_code == 204

    assert len(place.app.state.chat.registry) == 1


@pytest.mark.parametrize("path", ["/chat", "/services"])
def test_a_page_without_a_conversation_pings_nothing(client: TestClient, path: str) -> None:
    assert not any("ping" in each.attributes for each in Page(client.get(path).text).all("a"))
