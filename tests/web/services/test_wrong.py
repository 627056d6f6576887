"""Telling on a service's page that it is wrong: closed reasons, and nothing about who says so."""

import pytest
from fastapi.testclient import TestClient
from limits import parse
from sqlalchemy import select, text

from directory.model import Report, Service
from tests.web.chat.conftest import Place
from tests.web.page_reader import Page
from vocabulary.faults import Fault
from web.chat.rates import Rates


WRONG = "/services/childline/wrong"
THANKS = WRONG + "/thanks"


def kept(place: Place) -> list[Report]:
    with place.resources.sessions() as session:
        return session.query(Report).all()


def numbers(client: TestClient) -> list[str]:
    """The contacts that the form offers."""
    return [each.attributes["value"] for each in Page(client.get(WRONG).text).all("input", name="contact")]


def test_the_page_of_a_service_and_each_result_lead_to_the_form(client: TestClient) -> None:
    page = Page(client.get("/services/childline").text)
    found = Page(client.post("/services", data={"text": "childline"}).text)

    assert page.links["Is something here wrong?"] == WRONG
    assert WRONG in found.links.values()


def test_the_form_offers_closed_reasons_and_no_room_for_words(client: TestClient) -> None:
    page = Page(client.get(WRONG).text)

    assert [each.attributes["value"] for each in page.all("input", name="fault")] == list(Fault)
    assert page.all("textarea") == []
    assert page.all("input", type="text") == []
    assert page.unlabelled() == []


@pytest.mark.parametrize("fault", list(Fault))
def test_a_report_is_kept_and_thanked_for_with_what_happens_next(
    client: TestClient, place: Place, fault: Fault
) -> None:
    first = numbers(client)[0]

    answer = client.post(WRONG, data={"fault": fault.value, "contact": first})
    thanks = Page(client.get(answer.headers["location"]).text)

    assert (answer.status_code, answer.headers["location"]) == (303, THANKS)
    assert [(report.fault, report.contact_id) for report in kept(place)] == [(fault, first)]
    assert "A person in our team checks this, and corrects it or takes it away." in thanks.text
    assert any(each.attributes["href"] == "tel:116123" for each in thanks.all("a"))


def test_a_report_can_be_about_the_whole_entry(client: TestClient, place: Place) -> None:
    client.post(WRONG, data={"fault": "closed-or-moved", "contact": ""})

    assert [report.contact_id for report in kept(place)] == [None]


@pytest.mark.parametrize("fault", ["", "they are rude", "x" * 64])
def test_without_one_of_the_reasons_the_form_says_what_to_choose(
    client: TestClient, place: Place, fault: str
) -> None:
    chosen = numbers(client)[0]

    answer = client.post(WRONG, data={"fault": fault, "contact": chosen})

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.title == "Error: Local information"
    assert page.links["Choose what is wrong"] == "#fault"
    assert page.one("input", id="fault").attributes["aria-describedby"] == "fault-error"
    assert [each.attributes["value"] for each in page.all("input", checked="")] == [chosen]
    assert kept(place) == []


def test_a_number_that_went_meanwhile_is_said_and_nothing_is_kept(client: TestClient, place: Place) -> None:
    answer = client.post(WRONG, data={"fault": "hours-wrong", "contact": "gone"})

    page = Page(answer.text)
    assert answer.status_code == 422
    assert page.links["That number is no longer shown. Choose again"] == "#part"
    assert page.one("legend", id="part")
    assert kept(place) == []


def test_one_network_cannot_flood_and_is_told_kindly(client: TestClient, place: Place) -> None:
    place.app.state.chat.reporting._limiter._rates = Rates(parse("2/hour"), parse("2/hour"))

    answers = [client.post(WRONG, data={"fault": "hours-wrong"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert "wait an hour" in Page(answers[2].text).text
    assert [report.times for report in kept(place)] == [2]


def test_a_network_that_said_enough_of_one_service_is_still_heard_of_another(
    client: TestClient, place: Place
) -> None:
    answers = [client.post(WRONG, data={"fault": "hours-wrong"}).status_code for _ in range(7)]
    other = client.post("/services/samaritans/wrong", data={"fault": "hours-wrong"})

    assert answers == [303] * 6 + [429]
    assert other.status_code == 303
    assert sorted(report.times for report in kept(place)) == [1, 6]


def test_one_network_never_keeps_the_report_of_another_out(client: TestClient, place: Place) -> None:
    floods = [client.post(WRONG, data={"fault": "hours-wrong"}).status_code for _ in range(20)]
    other = ("192.0.2.2", 1)
    elsewhere = TestClient(place.app, "http://localhost:8000", follow_redirects=False, client=other)

    answer = elsewhere.post(WRONG, data={"fault": "number-does-not-work"})

    assert 429 in floods
    assert answer.status_code == 303
    assert Fault.NUMBER_DEAD in [report.fault for report in kept(place)]


def test_the_same_is_counted_and_not_kept_again(client: TestClient, place: Place) -> None:
    for _ in range(3):
        client.post(WRONG, data={"fault": "hours-wrong"})

    assert [report.times for report in kept(place)] == [3]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_site_can_report_through_somebodys_browser(
    client: TestClient, place: Place, site: str
) -> None:
    told = {"fault": "hours-wrong"}

    refused = client.post(WRONG, data=told, headers={"Sec-Fetch-Site": site})
    own = client.post(WRONG, data=told, headers={"Sec-Fetch-Site": "same-origin"})

    assert (refused.status_code, own.status_code) == (403, 303)
    assert len(kept(place)) == 1


def test_what_the_public_does_not_see_cannot_be_reported(client: TestClient, place: Place) -> None:
    with place.resources.sessions.begin() as session:
        session.scalars(select(Service).where(Service.slug == "childline")).one().public = False

    assert client.get(WRONG).status_code == 404
    assert client.post(WRONG, data={"fault": "hours-wrong"}).status_code == 404
    assert kept(place) == []


def test_a_database_that_takes_no_report_is_said_with_numbers_to_ring(
    client: TestClient, place: Place
) -> None:
    with place.resources.sessions.begin() as session:
        session.execute(text("DROP TABLE report"))

    answer = client.post(WRONG, data={"fault": "hours-wrong"})

    assert answer.status_code == 503
    assert any(each.attributes["href"] == "tel:116123" for each in Page(answer.text).all("a"))


def test_nothing_about_the_person_is_kept(client: TestClient, place: Place) -> None:
    told = {"fault": "hours-wrong", "note": "MARKER-TEXT"}

    client.post(WRONG, data=told, headers={"User-Agent": "MARKER-AGENT", "Cookie": "a=MARKER-COOKIE"})

    home = place.resources.settings.home
    written = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert len(kept(place)) == 1
    assert b"MARKER" not in written
    assert b"testclient" not in written
