"""The standard's filters over HTTP: hours, postcode and distance, and what is refused."""

from datetime import time
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from directory.model import (
    Address,
    Contact,
    Location,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from directory.terms import ContactChannel, HoursBasis, Verification
from tests.directory.factories import TELFORD, store_a_service
from tests.web.conftest import HandClock


V3 = "/directory/v3"
POSTCODE, CENTRE = "TF3 4BX", (52.6753, -2.4464)  # in the middle of Telford


def _listed(client: TestClient, what: str = "services", **asked: Any) -> list[str]:
    answer = client.get(f"{V3}/{what}", params=asked)
    assert answer.status_code == 200, answer.text
    return [one.get("service", one)["signpost"]["slug"] for one in answer.json()["contents"]]


def _period(opens: int, closes: int, days: str = "MO,TU", **given: Any) -> Schedule:
    return Schedule(byday=days, opens_at=time(opens), closes_at=time(closes), **given)


def _address(postcode: str) -> Address:
    return Address(address_1="1 High Street", city="Telford", state_province="England", postal_code=postcode)


def _place(session: Session, slug: str, postcode: str, north: float, east: float) -> Service:
    service = store_a_service(session, slug)
    location = Location(redacted=False, latitude=north, longitude=east, addresses=[_address(postcode)])
    service.service_at_locations.append(ServiceAtLocation(location=location))
    session.commit()
    return service


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"day": "MO"}, ["day"]),
        ({"day": "SU"}, ["night"]),
        ({"day": "WE"}, []),
        ({"start_time": "09:00"}, ["day", "night"]),
        ({"start_time": "09:00:01"}, ["night"]),
        ({"end_time": "17:00"}, ["day"]),
        ({"end_time": "16:59"}, []),
        ({"end_time": "23:59"}, ["day"]),  # what ends the next morning does not end by then
        ({"day": "MO", "start_time": "09:00", "end_time": "17:00"}, ["day"]),
        ({"day": "SU", "start_time": "09:00", "end_time": "17:00"}, []),  # of one and the same period
    ],
)
def test_a_day_and_times_are_fulfilled_by_one_opening_period(
    client: TestClient, session: Session, asked: dict[str, str], found: list[str]
) -> None:
    store_a_service(session, "day").schedules.append(_period(9, 17))
    store_a_service(session, "night").schedules.append(_period(22, 6, "SU"))
    session.commit()

    assert sorted(_listed(client, **asked)) == found


def test_a_contact_s_own_hours_count_while_the_public_sees_it(
    client: TestClient, session: Session, clock: HandClock
) -> None:
    contact = store_a_service(session).contacts[0]
    contact.schedules.append(_period(9, 17))
    session.commit()
    by_service = _listed(client, day="MO")
    contact.hours_basis = HoursBasis.OWN
    session.commit()
    own = _listed(client, day="MO")
    contact.withdrawn_at = clock()
    session.commit()

    assert (by_service, own, _listed(client, day="MO")) == ([], ["a-service"], [])


@pytest.mark.parametrize("code", ["check-area", "outside:elsewhere"])
def test_hours_of_a_contact_that_nobody_here_sees_do_not_count(
    client: TestClient, session: Session, code: str
) -> None:
    contact = store_a_service(session).contacts[0]
    contact.hours_basis = HoursBasis.OWN
    contact.schedules.append(_period(9, 17))
    contact.service_areas.append(ServiceArea(code=code, name="Somewhere"))
    session.commit()

    assert _listed(client, day="MO") == []


def test_hours_of_a_contact_seen_in_code_alone_do_not_count(client: TestClient, session: Session) -> None:
    service = store_a_service(session)
    service.contacts.append(
        Contact(
            channel=ContactChannel.WEBSITE,
            hours_basis=HoursBasis.OWN,
            verified=Verification.CODE_ONLY,
            last_modified=service.last_modified,
            schedules=[_period(9, 17)],
        )
    )
    session.commit()

    assert _listed(client, day="MO") == []


def test_a_postcode_asks_for_coverage(client: TestClient, session: Session) -> None:
    for slug, codes in {"here": [TELFORD], "there": ["E07000237"], "all": ["national"], "untold": []}.items():
        service = _place(session, slug, "TF3 4AA", *CENTRE)
        service.service_areas[:] = [ServiceArea(code=code, name=code) for code in codes]
    session.commit()

    asked = {"what": "service_at_locations"}
    assert set(_listed(client, **asked, postcode="TF3 4AA")) == {"here", "all", "untold"}
    assert set(_listed(client, **asked, postcode="tf34aa")) == {"here", "all", "untold"}
    assert set(_listed(client, **asked, postcode="WR1 3ZB")) == {"there", "all", "untold"}
    assert set(_listed(client, **asked, postcode="EC1A 1BB")) == {"all", "untold"}


def test_proximity_is_metres_from_the_postcode(client: TestClient, session: Session) -> None:
    _place(session, "centre", "ZZ1 1ZZ", *CENTRE)
    _place(session, "two-km-north", "ZZ1 1ZZ", CENTRE[0] + 0.018, CENTRE[1])  # 2.0 km
    _place(session, "two-km-east", "ZZ1 1ZZ", CENTRE[0], CENTRE[1] + 0.0297)  # 2.0 km at this latitude

    asked = {"what": "service_at_locations", "postcode": POSTCODE}
    assert _listed(client, **asked, proximity=20) == ["centre"]
    assert _listed(client, **asked, proximity=1900) == ["centre"]
    assert sorted(_listed(client, **asked, proximity=2100)) == ["centre", "two-km-east", "two-km-north"]


def test_proximity_and_coverage_are_both_fulfilled(client: TestClient, session: Session) -> None:
    elsewhere = _place(session, "for-worcester", "TF3 4BX", *CENTRE)
    elsewhere.service_areas[:] = [ServiceArea(code="E07000237", name="Worcester")]
    _place(session, "for-all", "TF3 4BX", *CENTRE)
    session.commit()

    assert _listed(client, "service_at_locations", postcode=POSTCODE, proximity=1000) == ["for-all"]


def test_a_place_without_coordinates_lies_where_its_postcode_does(
    client: TestClient, session: Session
) -> None:
    for slug, postcode in {"hereford": "HR1 2LX", "worcester": "WR1 2PW", "nowhere": None}.items():
        location = _place(session, slug, "TF3 4BX", *CENTRE).service_at_locations[0].location
        location.latitude = location.longitude = None
        location.addresses[0].postal_code = postcode
    session.commit()

    asked = {"what": "service_at_locations", "postcode": "HR1 2NG"}
    assert _listed(client, **asked, proximity=1000) == ["hereford"]
    assert sorted(_listed(client, **asked, proximity=50_000)) == ["hereford", "worcester"]


@pytest.mark.parametrize("postcode", ["BT1 1AA", "ZZ1 1ZZ"])
def test_nothing_is_near_a_postcode_that_nobody_can_place(
    client: TestClient, session: Session, postcode: str
) -> None:
    _place(session, "centre", "TF3 4BX", *CENTRE)

    assert _listed(client, "service_at_locations", postcode=postcode) == ["centre"]
    assert _listed(client, "service_at_locations", postcode=postcode, proximity=500_000) == []


@pytest.mark.parametrize("has_coordinates", [True, False])
def test_no_distance_tells_where_a_place_is_that_must_not_be_told(
    client: TestClient, session: Session, has_coordinates: bool
) -> None:
    """A refuge next to a drop-in of the same service: with it and without it, every answer is the same."""
    service = _place(session, "service", "TF3 4BX", CENTRE[0] + 0.03, CENTRE[1])
    refuge = Location(redacted=True, addresses=[_address("TF3 4BX")])
    if has_coordinates:
        refuge.latitude, refuge.longitude = CENTRE
    distances = (1, 10, 100, 1000, 3000, 3500, 10_000, 500_000)
    places = (POSTCODE, "TF3 4NT", "TF1 1AA", "WR1 2LH", "EC1A 1BB")

    def swept() -> list[tuple[str, str]]:
        asked = [{"postcode": at, "proximity": str(each)} for at in places for each in distances]
        answers = [client.get(f"{V3}/service_at_locations", params=each) for each in asked]
        assert {answer.status_code for answer in answers} == {200}
        return [(answer.text, answer.headers["etag"]) for answer in answers]

    before = swept()
    service.service_at_locations.append(ServiceAtLocation(location=refuge))
    session.commit()

    assert swept() == before
    assert _listed(client, "service_at_locations", postcode=POSTCODE, proximity=3500) == ["service"]


@pytest.mark.parametrize(
    ("what", "asked", "where"),
    [
        ("services", {"day": "Monday"}, "query/day"),
        ("services", {"start_time": "9am"}, "query/start_time"),
        ("services", {"end_time": "24:00"}, "query/end_time"),
        ("service_at_locations", {"postcode": "TF1"}, "query/postcode"),
        ("service_at_locations", {"postcode": "%"}, "query/postcode"),
        ("service_at_locations", {"proximity": "500"}, "query/postcode"),
        ("service_at_locations", {"postcode": "TF3 4AA", "proximity": "far"}, "query/proximity"),
        ("service_at_locations", {"postcode": "TF3 4AA", "proximity": "0"}, "query/proximity"),
        ("taxonomy_terms", {"page": "0"}, "query/page"),
        ("taxonomies/odd", {}, "path/taxonomy_id"),
    ],
)
def test_a_filter_that_cannot_be_used_is_named_and_not_repeated(
    client: TestClient, what: str, asked: dict[str, str], where: str
) -> None:
    answer = client.get(f"{V3}/{what}", params=asked)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [each["where"] for each in answer.json()["errors"]] == [where]
