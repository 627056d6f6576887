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
CENTRE = (52.6766, -2.4469)  # of Telford


def _listed(client: TestClient, what: str = "services", **asked: Any) -> list[str]:
    answer = client.get(f"{V3}/{what}", params=asked)
    assert answer.status_code == 200, answer.text
    return [one.get("service", one)["signpost"]["slug"] for one in answer.json()["contents"]]


def _period(opens: int, closes: int, days: str = "MO,TU", **given: Any) -> Schedule:
    return Schedule(byday=days, opens_at=time(opens), closes_at=time(closes), **given)


def _place(session: Session, slug: str, postcode: str, north: float, east: float) -> Service:
    service = store_a_service(session, slug)
    address = Address(
        address_1="1 High Street", city="Telford", state_province="England", postal_code=postcode
    )
    location = Location(redacted=False, latitude=north, longitude=east, addresses=[address])
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
    _place(session, "centre", "TF3 4AA", *CENTRE)
    _place(session, "two-km-north", "TF2 9AA", CENTRE[0] + 0.018, CENTRE[1])  # 2.0 km
    _place(session, "two-km-east", "TF7 4AA", CENTRE[0], CENTRE[1] + 0.0297)  # 2.0 km at this latitude

    asked = {"what": "service_at_locations", "postcode": "TF3 4AA"}
    assert _listed(client, **asked, proximity=1900) == ["centre"]
    assert len(_listed(client, **asked, proximity=2100)) == 3
    assert (
        len(_listed(client, what="service_at_locations", postcode="TF3 4ZZ", proximity=100)) == 1
    )  # its sector


def test_a_place_that_must_not_be_told_says_nothing_of_where_a_postcode_lies(
    client: TestClient, session: Session
) -> None:
    service = _place(session, "refuge", "TF3 4AA", *CENTRE)
    service.service_at_locations[0].location.redacted = True
    session.commit()

    answer = client.get(f"{V3}/service_at_locations", params={"postcode": "TF3 4AA", "proximity": 500_000})

    assert answer.status_code == 422
    assert "not known where" in answer.json()["detail"]
    assert "TF3" not in answer.text


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
