"""The open directory over HTTP: what it shows, what it refuses, and what a client may keep."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from directory import editing
from directory.editing import Editor
from directory.model import Attribute, Contact, Phone, Service, Taxonomy, TaxonomyTerm
from directory.terms import ServiceStatus, Verification
from signpost.settings import read_settings
from tests.directory.factories import READ_ON, store_a_service
from tests.directory.two_people import change_number
from tests.web.conftest import HandClock
from web.app import create_app
from web.resources import Resources


SERVICES = "/directory/v3/services"
MANAGER = Editor("7", "A Manager")


def _listed(client: TestClient, **asked: Any) -> list[str]:
    return [service["signpost"]["slug"] for service in client.get(SERVICES, params=asked).json()["contents"]]


def _change(session: Session, service_id: str, **values: Any) -> None:
    service = session.get_one(Service, service_id)
    for name, value in values.items():
        setattr(service, name, value)
    session.commit()


def test_a_service_is_listed_and_shown(client: TestClient, service_id: str) -> None:
    shown = client.get(f"{SERVICES}/{service_id}").json()

    assert _listed(client) == ["a-service"]
    assert shown["contacts"][0]["phones"][0]["number"] == "01952 385385"


@pytest.mark.parametrize("values", [{"public": False}, {"status": ServiceStatus.TEMPORARILY_CLOSED}])
def test_a_service_that_is_not_public_or_closed_is_nowhere(
    client: TestClient, session: Session, service_id: str, values: dict[str, Any]
) -> None:
    _change(session, service_id, **values)

    assert _listed(client) == []
    assert client.get(f"{SERVICES}/{service_id}").status_code == 404


def test_a_service_nobody_confirmed_is_hidden_in_live_use(
    held: Resources, session: Session, service_id: str
) -> None:
    settings = read_settings({"SIGNPOST_HOME": str(held.settings.home), "SIGNPOST_LIVE": "yes"})
    app = create_app(Resources(settings, held.sessions, held.secret, held.clock))
    live = TestClient(app, base_url="http://localhost:8000")

    before = _listed(live)
    _change(session, service_id, assured_date=READ_ON)

    assert (before, _listed(live)) == ([], ["a-service"])


def test_a_lifeline_nobody_confirmed_is_there_in_live_use(held: Resources, session: Session) -> None:
    store_a_service(session, "childline")
    settings = read_settings({"SIGNPOST_HOME": str(held.settings.home), "SIGNPOST_LIVE": "yes"})
    app = create_app(Resources(settings, held.sessions, held.secret, held.clock))
    live = TestClient(app, base_url="http://localhost:8000")

    assert _listed(live) == ["childline"]


@pytest.mark.parametrize(("days", "listed"), [(359, ["a-service"]), (360, [])])
def test_an_entry_that_is_twice_overdue_is_hidden(
    client: TestClient, clock: HandClock, service_id: str, days: int, listed: list[str]
) -> None:
    clock.now = clock.now.replace(year=READ_ON.year, month=READ_ON.month, day=READ_ON.day)
    clock.now += timedelta(days=days)

    assert _listed(client) == listed


def test_a_withdrawn_contact_is_gone_with_the_next_request(
    client: TestClient, session: Session, clock: HandClock, service_id: str
) -> None:
    contact = session.get_one(Service, service_id).contacts[0]
    before = client.get(f"{SERVICES}/{service_id}")

    editing.withdraw_contact(session, contact.id, by=MANAGER, at=clock())
    session.commit()
    after = client.get(f"{SERVICES}/{service_id}", headers={"If-None-Match": before.headers["etag"]})

    assert "contacts" in before.json()
    assert after.status_code == 200
    assert "contacts" not in after.json()


@pytest.mark.parametrize("verified", [Verification.CODE_ONLY, Verification.UNSOURCED_ADDRESS])
def test_a_contact_no_page_supports_is_left_out_until_a_person_confirms_it(
    client: TestClient, session: Session, service_id: str, verified: Verification
) -> None:
    contact = session.get_one(Service, service_id).contacts[0]
    contact.verified = verified
    session.commit()
    before = client.get(f"{SERVICES}/{service_id}").json()

    contact.confirmed_on = READ_ON
    session.commit()

    assert "contacts" not in before
    assert "contacts" in client.get(f"{SERVICES}/{service_id}").json()


def test_a_changed_number_is_there_with_the_next_request(
    client: TestClient, session: Session, clock: HandClock, service_id: str
) -> None:
    phone = session.query(Phone).one()
    tag = client.get(f"{SERVICES}/{service_id}").headers["etag"]

    change_number(session, phone.id, "01432 261546", by=MANAGER, at=clock())
    session.commit()
    answer = client.get(f"{SERVICES}/{service_id}", headers={"If-None-Match": tag})

    assert answer.json()["contacts"][0]["phones"][0]["number"] == "01432 261546"


def test_who_assured_a_service_is_never_told(client: TestClient, session: Session, service_id: str) -> None:
    _change(session, service_id, assurer_email="who@example.org", assured_date=READ_ON, staff_notes="STAFF")

    text = client.get(f"{SERVICES}/{service_id}").text + client.get(SERVICES).text

    assert "assurer" not in text
    assert "who@example.org" not in text
    assert "STAFF" not in text


@pytest.mark.parametrize("path", [SERVICES, "/directory/v3/"])
def test_an_answer_that_the_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    tag = client.get(path).headers["etag"]

    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = client.get(path, headers={"If-None-Match": asked})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == tag
        assert answer.headers["cache-control"] == "no-cache"


def test_an_answer_that_the_client_has_otherwise_is_sent(client: TestClient) -> None:
    assert client.get(SERVICES, headers={"If-None-Match": '"something else"'}).status_code == 200


@pytest.mark.parametrize(
    "path", [SERVICES, f"{SERVICES}/{UUID(int=0)}", f"{SERVICES}/odd", "/directory/v3/nowhere"]
)
def test_any_web_page_may_read_every_answer(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://elsewhere.example"})

    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "path", [SERVICES, f"{SERVICES}?page=0", f"{SERVICES}/{UUID(int=0)}", "/directory/v3/", "/directory/v3"]
)
def test_head_gets_what_get_gets_without_its_body(client: TestClient, path: str) -> None:
    asked, head = client.get(path), client.head(path)

    assert head.status_code == asked.status_code
    assert head.content == b""
    assert dict(head.headers) == dict(asked.headers)


def test_head_of_what_the_client_has_says_so(client: TestClient) -> None:
    tag = client.head(SERVICES).headers["etag"]

    assert client.head(SERVICES, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_refused_method_and_options_name_the_same_methods(client: TestClient, method: str) -> None:
    refused = client.request(method, SERVICES)

    assert refused.status_code == 405
    assert refused.headers["allow"] == client.options(SERVICES).headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_preflight_allows_reading_and_nothing_else(client: TestClient) -> None:
    answer = client.options(SERVICES, headers={"Access-Control-Request-Method": "GET"})

    assert answer.status_code == 204
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert "if-none-match" in answer.headers["access-control-allow-headers"].lower()


@pytest.mark.parametrize("path", ["/chat", "/staff/sign-in", "/health/live", "/openapi.json"])
def test_no_other_door_is_open_to_other_pages(client: TestClient, path: str) -> None:
    assert "access-control-allow-origin" not in client.get(path).headers


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{SERVICES}/{UUID(int=0)}", 404),
        (f"{SERVICES}/not-a-uuid", 422),
        (f"{SERVICES}?page=0", 422),
        (f"{SERVICES}?page=one", 422),
        (f"{SERVICES}?page=99999999999999999999999", 422),
        (f"{SERVICES}?per_page=101", 422),
        (f"{SERVICES}?search=%00", 422),
        (f"{SERVICES}?search={'a' * 201}", 422),
        (f"{SERVICES}?taxonomy_term_id=need", 422),
        (f"{SERVICES}?minimum_age=-1", 422),
    ],
)
def test_what_cannot_be_answered_is_refused_as_a_problem(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_writing_is_refused(client: TestClient, service_id: str) -> None:
    assert client.post(SERVICES, json={}).status_code == 405
    assert client.delete(f"{SERVICES}/{service_id}").status_code == 405


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("counselling", ["one"]),
        ("COUNSELLING", ["one"]),
        ("provider of two", ["two"]),
        ("counselling two", []),
        ("100%", ["two"]),
        ("%", ["two"]),
        ("_", []),
        ("' OR 1=1 --", []),
        ("   ", ["one", "two"]),
    ],
)
def test_every_word_of_a_search_has_to_stand_there(
    client: TestClient, session: Session, said: str, found: list[str]
) -> None:
    _change(session, store_a_service(session, "one").id, name="Counselling")
    _change(session, store_a_service(session, "two").id, name="Free lunch", description="It is 100% free.")

    assert _listed(client, search=said) == found


def test_a_term_and_its_taxonomy_narrow_the_list(
    client: TestClient, session: Session, service_id: str
) -> None:
    store_a_service(session, "another")
    taxonomy = Taxonomy(slug="needs", name="Needs", description="Needs")
    term = TaxonomyTerm(
        taxonomy=taxonomy, term="cuckooing", name="Cuckooing", description="A home taken over"
    )
    session.add(Attribute(link_id=service_id, taxonomy_term=term))
    session.commit()

    assert _listed(client, taxonomy_term_id=term.id) == ["a-service"]
    assert _listed(client, taxonomy_id=taxonomy.id) == ["a-service"]
    assert _listed(client, taxonomy_id=term.id) == []


def test_the_ages_of_the_standard_compare_with_the_services_own_limits(
    client: TestClient, session: Session
) -> None:
    _change(session, store_a_service(session, "young").id, minimum_age=5, maximum_age=17)
    _change(session, store_a_service(session, "adult").id, minimum_age=18)

    assert _listed(client, minimum_age=16) == ["adult"]
    assert _listed(client, maximum_age=18) == ["young"]


def test_contacts_of_a_service_carry_only_what_is_theirs(
    client: TestClient, session: Session, service_id: str
) -> None:
    contact = session.query(Contact).one()
    contact.note = "STAFF"
    contact.confirmed_by = "7"
    session.commit()

    answer = client.get(f"{SERVICES}/{service_id}")

    assert "STAFF" not in answer.text
    assert "confirmed_by" not in answer.text
