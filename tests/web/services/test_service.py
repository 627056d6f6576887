"""The page of one service: what it tells, what it never tells, and what stands in its place."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.browsing import list_by_name
from directory.model import Address, Location, Service, ServiceAtLocation
from directory.terms import ContactChannel, ServiceStatus
from tests.web.chat.conftest import Place
from tests.web.conftest import HandClock
from tests.web.page_reader import Page


MARKER = "MARKER-STREET"


@pytest.fixture
def session(place: Place) -> Iterator[Session]:
    """A session on the database that the pages read."""
    with place.resources.sessions() as opened:
        yield opened


def entry(session: Session, slug: str) -> Service:
    return session.scalars(select(Service).where(Service.slug == slug)).one()


def described(page: Page) -> dict[str, Any]:
    data: dict[str, Any] = json.loads("".join(page.one("script", type="application/ld+json").pieces))
    return data


def plant(session: Session, slug: str, *, redacted: bool) -> None:
    address = Address(
        address_1=f"1 {MARKER}", city="MARKER-TOWN", state_province="England", postal_code="TF9 9ZZ"
    )
    location = Location(name="MARKER-HOUSE", note="MARKER-NOTE", redacted=redacted, addresses=[address])
    service = entry(session, slug)
    service.service_at_locations.append(ServiceAtLocation(location=location))
    session.commit()


def test_the_page_tells_all_that_helps_to_decide(client: TestClient) -> None:
    page = Page(client.get("/services/crimestoppers").text)

    assert page.one("h1").text == "Crimestoppers"
    for said in (
        "They do not ask your name",
        "They pass on what you say to the police, never who you are.",
        "Not for emergencies",
        "All of the country",
        "Free",
        "Open day and night",
        "From published information, 23 November 2026; not yet confirmed by our team",
    ):
        assert said in page.text, said
    assert any(each.attributes["href"] == "tel:0800555111" for each in page.all("a"))


def test_where_nobody_knows_whether_the_police_are_told_it_says_so(client: TestClient) -> None:
    assert "We do not know. You can ask them" in Page(client.get("/services/frank").text).text


def test_the_hours_are_those_of_this_moment(client: TestClient, clock: HandClock) -> None:
    by_day = Page(client.get("/services/telford-adult-safeguarding").text).text
    clock.move(hours=16)
    by_night = Page(client.get("/services/telford-adult-safeguarding").text).text

    assert "Open now" in by_day
    assert by_day != by_night


def test_a_corrected_number_shows_at_once(client: TestClient, session: Session) -> None:
    samaritans = entry(session, "samaritans")
    phone = next(each for each in samaritans.contacts if each.channel is ContactChannel.PHONE)
    phone.phones[0].number = "03069 990123"
    session.commit()

    assert "03069 990123" in client.get("/services/samaritans").text


# --- for search engines


def test_every_page_describes_its_service_in_schema_org(
    client: TestClient, session: Session, clock: HandClock
) -> None:
    for each in list_by_name(session, at=clock(), live=False):
        data = described(Page(client.get(f"/services/{each.slug}").text))
        assert data["@context"] == "https://schema.org"
        assert (data["@type"], data["name"]) == ("Service", each.name)
        assert data["url"] == f"http://localhost:8000/services/{each.slug}"
        assert data["provider"]["name"] == each.organization
        assert data["availableChannel"], each.slug


def test_the_numbers_of_the_description_are_those_of_the_page(client: TestClient) -> None:
    page = Page(client.get("/services/samaritans").text)
    points = [each["servicePhone"] for each in described(page)["availableChannel"] if "servicePhone" in each]

    assert [each["telephone"] for each in points] == ["116 123"]
    assert described(page)["isAccessibleForFree"] is True


def test_no_text_of_an_entry_ends_the_description_or_the_page(client: TestClient, session: Session) -> None:
    attack = "</script><script>alert(1)</script><!-- &amp; ' \""
    entry(session, "frank").description = attack
    session.commit()

    answer = client.get("/services/frank")

    assert "<script>alert" not in answer.text
    assert described(Page(answer.text))["description"] == attack


# --- what is never told


def test_a_redacted_place_is_told_nowhere(client: TestClient, session: Session) -> None:
    plant(session, "frank", redacted=True)

    for path in ("frank", "frank/wrong", "need/own-drug-use", "a-to-z"):
        said = client.get(f"/services/{path}").text
        assert "MARKER" not in said
        assert "TF9 9ZZ" not in said
    assert "MARKER" not in client.post("/services", data={"text": "frank"}).text


def test_no_search_finds_a_service_by_a_redacted_place(client: TestClient, session: Session) -> None:
    plant(session, "frank", redacted=True)

    found = Page(client.post("/services", data={"text": MARKER}).text)

    assert found.all("section", class_="card is-short") or "No service in our list fits" in found.text


def test_a_place_that_may_be_told_is_on_the_page_and_in_its_description(
    client: TestClient, session: Session
) -> None:
    plant(session, "frank", redacted=False)

    page = Page(client.get("/services/frank").text)

    assert MARKER in page.one("address").text
    assert described(page)["serviceLocation"][0]["address"]["postalCode"] == "TF9 9ZZ"
    assert "MARKER-NOTE" not in page.text


def test_what_is_for_staff_is_told_nowhere(client: TestClient, session: Session) -> None:
    service = entry(session, "frank")
    service.staff_notes = service.decisions = "MARKER-STAFF"
    service.assurer_email = "marker@signpost.example"
    service.contacts[0].note = "MARKER-NOTE"
    session.commit()

    said = client.get("/services/frank").text.casefold()

    assert "marker" not in said


def test_a_withdrawn_number_is_gone_at_once(client: TestClient, session: Session, clock: HandClock) -> None:
    contact = next(each for each in entry(session, "childline").contacts if each.phones)
    number = contact.phones[0].number
    assert number in client.get("/services/childline").text
    contact.withdrawn_at = clock()
    session.commit()

    assert number not in client.get("/services/childline").text


# --- in its place


def hide(service: Service) -> None:
    service.public = False


def close(service: Service) -> None:
    service.status = ServiceStatus.TEMPORARILY_CLOSED


def end(service: Service) -> None:
    service.status = ServiceStatus.DEFUNCT


def strip(service: Service) -> None:
    for contact in service.contacts:
        contact.withdrawn_at = service.last_modified


@pytest.mark.parametrize("lose", [hide, close, end, strip])
def test_a_service_that_is_not_shown_names_what_takes_its_place(
    client: TestClient, session: Session, lose: Any
) -> None:
    service = entry(session, "frank")
    service.fallback = entry(session, "release")
    lose(service)
    session.commit()

    answer = client.get("/services/frank")

    page = Page(answer.text)
    assert answer.status_code == 404
    assert page.links["Release"] == "/services/release"
    assert any(each.attributes["href"] == "tel:116123" for each in page.all("a"))
    assert "0300 123 6600" not in page.text
    assert page.all("script", type="application/ld+json") == []


@pytest.mark.parametrize("slug", ["no-such-service", "%00", "x" * 500, "%F0%9F%92%A5", "a%2Fb", "%ED%A0%80"])
def test_an_unknown_address_offers_national_numbers(client: TestClient, slug: str) -> None:
    answer = client.get(f"/services/{slug}")

    assert answer.status_code == 404
    assert Page(answer.text).links["Ring 999"] == "tel:999"


def test_a_page_has_one_address(client: TestClient, session: Session) -> None:
    assert client.get(f"/services/{entry(session, 'frank').id}").status_code == 404


@pytest.mark.parametrize("environ", [{"SIGNPOST_LIVE": "yes"}])
def test_live_what_nobody_confirmed_has_no_page_and_lifelines_have(client: TestClient) -> None:
    assert client.get("/services/frank").status_code == 404
    assert client.get("/services/samaritans").status_code == 200
