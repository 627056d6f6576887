"""What is told to be wrong from the chat: closed reasons, by the contract and the page, never in floods."""

import re

import pytest
from fastapi.testclient import TestClient
from limits import parse
from sqlalchemy import text

from directory.identifiers import identifier
from directory.model import Report
from tests.web.chat.conftest import Place
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from vocabulary.faults import Fault
from vocabulary.pathway import Traffic
from web.chat import reporting
from web.chat.rates import Rates
from web.chat.reporting import Reporting


SHOWN = [{"kind": "services", "words": "services.first", "services": [{"id": "samaritans"}]}]
SERVICE = identifier("service", "samaritans")
WRONG = "/chat/wrong"


@pytest.fixture
def token(client: TestClient, place: Place) -> str:
    """A conversation that was shown one service."""
    token: str = client.post("/api/chat/messages", json={}).json()["conversation"]
    place.engine.answer = lambda _: SHOWN
    client.post("/api/chat/messages", json={"conversation": token, "text": "hm", "id": "a-turn"})
    return token


def event(token: str, **given: object) -> dict[str, object]:
    told = {"conversation": token, "event": "something-wrong", "service": SERVICE}
    return told | {"fault": "hours-wrong"} | given


def kept(place: Place) -> list[Report]:
    with place.resources.sessions() as session:
        return session.query(Report).all()


def first_number(client: TestClient, token: str) -> str:
    answer = client.post("/api/chat/messages", json={"conversation": token, "text": "again"}).json()
    number: str = answer["messages"][0]["services"][0]["phones"][0]["id"]
    return number


# --- by the contract


@pytest.mark.parametrize("fault", list(Fault))
def test_each_fault_is_kept_with_its_service_and_day(
    client: TestClient, place: Place, token: str, fault: Fault, clock: HandClock
) -> None:
    answer = client.post("/api/chat/events", json=event(token, fault=fault.value))

    [report] = kept(place)
    assert answer.status_code == 204
    assert (report.service_id, report.contact_id, report.fault) == (SERVICE, None, fault)
    assert report.day == clock().date()


def test_a_number_of_the_card_can_be_named(client: TestClient, place: Place, token: str) -> None:
    number = first_number(client, token)

    client.post("/api/chat/events", json=event(token, contact=number, fault="number-does-not-work"))

    assert [report.contact_id for report in kept(place)] == [number]


@pytest.mark.parametrize(
    "wrong",
    [
        {"fault": None},
        {"fault": "they are rude"},
        {"service": None},
        {"service": identifier("service", "frank")},
        {"contact": identifier("contact", "frank/phone-1")},
        {"note": "words"},
        {"event": "contact-opened"},
        {"event": "helped-yes", "service": None, "fault": None, "contact": "a"},
    ],
)
def test_what_is_not_of_the_closed_lists_is_refused(
    client: TestClient, place: Place, token: str, wrong: dict[str, object]
) -> None:
    assert client.post("/api/chat/events", json=event(token, **wrong)).status_code == 422
    assert kept(place) == []


def test_an_ended_conversation_tells_nothing(client: TestClient, place: Place, token: str) -> None:
    client.post("/api/chat/forget", json={"conversation": token})

    assert client.post("/api/chat/events", json=event(token)).status_code == 404
    assert kept(place) == []


def test_one_network_cannot_flood(
    client: TestClient, place: Place, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.app.state.chat.reporting._limiter._rates = Rates(parse("2/hour"), parse("2/hour"))

    answers = [client.post("/api/chat/events", json=event(token)) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [204, 204, 429]
    assert [report.times for report in kept(place)] == [2]


def test_people_are_limited_by_network_and_load_tests_are_not() -> None:
    def limits_of(traffic: Traffic) -> Rates:
        return Reporting(None, clock=None, traffic=traffic)._limiter._rates  # type: ignore[arg-type]

    assert limits_of(Traffic.REAL) == reporting.PEOPLE
    assert limits_of(Traffic.TEST).network.amount > 1000


def test_a_database_that_is_away_is_said_plainly(client: TestClient, place: Place, token: str) -> None:
    with place.resources.sessions.begin() as session:
        session.execute(text("DROP TABLE report"))

    assert client.post("/api/chat/events", json=event(token)).status_code == 503
    page = Page(client.post(WRONG, data={"service": SERVICE, "fault": "hours-wrong"}).text)
    assert "did not get through" in page.text


# --- by the page


def shown_page(client: TestClient, place: Place) -> Page:
    place.engine.answer = lambda _: SHOWN
    opened = Page(client.post("/chat").text)
    return Page(client.post("/chat", data=opened.fields("/chat#latest") | {"text": "hm"}).text)


def test_each_card_asks_whether_it_is_wrong_with_closed_answers_only(
    client: TestClient, place: Place
) -> None:
    page = shown_page(client, place)

    form = page.one("form", action="/chat/wrong#latest")
    assert [each.attributes["value"] for each in page.all("button", name="fault")] == list(Fault)
    assert not [each for each in page.all("textarea") if each.within(form)]
    assert page.unlabelled() == []


def test_without_javascript_the_thanks_come_above_the_same_cards(client: TestClient, place: Place) -> None:
    page = shown_page(client, place)
    told = page.fields("/chat/wrong#latest") | {"fault": "closed-or-moved"}

    after = Page(client.post(WRONG, data=told).text)

    assert [report.fault for report in kept(place)] == [Fault.CLOSED]
    name = page.all("h3")[0].text
    assert after.text.index("Thank you. A person in our team") < after.text.index(name)
    assert after.one("form", id="compose")
    assert after.fields("/chat/forget")["conversation"] == page.fields("/chat/forget")["conversation"]


def test_with_javascript_only_the_thanks_come_back(client: TestClient, place: Place) -> None:
    told = {"service": SERVICE, "fault": "closed-or-moved"}

    answer = client.post(WRONG, data=told, headers={"Accept": "text/html;fragment"})

    assert Page(answer.text).one("p", class_="told").text.startswith("Thank you.")
    assert len(answer.text) < 300


def test_the_report_is_taken_when_the_chat_has_ended_meanwhile(client: TestClient, place: Place) -> None:
    page = shown_page(client, place)
    told = page.fields("/chat/wrong#latest") | {"fault": "hours-wrong"}
    client.post("/chat/forget", data={"conversation": told["conversation"]})

    after = Page(client.post(WRONG, data=told).text)

    assert len(kept(place)) == 1
    assert "Thank you" in after.text


@pytest.mark.parametrize(
    "told", [{}, {"service": SERVICE}, {"service": SERVICE, "fault": "rude"}, {"fault": "hours-wrong"}]
)
def test_a_form_that_is_not_ours_changes_nothing(
    client: TestClient, place: Place, told: dict[str, str]
) -> None:
    answer = client.post(WRONG, data=told)

    assert answer.status_code == 422
    assert Page(answer.text).links["Ring 999"] == "tel:999"
    assert kept(place) == []


def test_nothing_about_the_person_is_kept(client: TestClient, place: Place) -> None:
    page = shown_page(client, place)
    told = page.fields("/chat/wrong#latest") | {"fault": "hours-wrong", "note": "MARKER-TEXT"}

    client.post(WRONG, data=told, headers={"User-Agent": "MARKER-AGENT"})

    written = b"".join(
        path.read_bytes() for path in place.resources.settings.home.rglob("*") if path.is_file()
    )
    assert len(kept(place)) == 1
    for secret in ("MARKER-TEXT", "MARKER-AGENT", told["conversation"], "testclient"):
        assert not re.search(re.escape(secret).encode(), written)
