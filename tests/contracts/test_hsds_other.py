"""Taxonomies, terms and services at locations against HSDS-UK 3.0's schemas; and what must never be told."""

import json
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from sqlalchemy import select

from directory.model import Location, ServiceAtLocation
from tests.contracts.places import MARKER, REDACTED_AT
from tests.contracts.test_hsds import SCHEMAS, needs_schemas


V3 = "/directory/v3"
LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")


def _validator(name: str) -> Draft202012Validator:
    """A validator that finds the schemas a schema refers to in its own folder."""

    def read(uri: str) -> Resource[Any]:
        return Resource.opaque(json.loads((SCHEMAS / uri.rsplit("/", 1)[-1]).read_text(encoding="utf-8")))

    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return Draft202012Validator(
        schema,
        registry=Registry(retrieve=read),  # type: ignore[call-arg]  # the library's own argument
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def _mistakes(name: str, answers: list[Any]) -> list[str]:
    validator = _validator(name)
    return [
        f"{error.json_path}: {error.message}" for answer in answers for error in validator.iter_errors(answer)
    ]


def _all(machine: TestClient, what: str, **asked: Any) -> list[dict[str, Any]]:
    page = machine.get(f"{V3}/{what}", params={"per_page": 100, **asked}).json()
    assert page["last_page"]
    contents: list[dict[str, Any]] = page["contents"]
    return contents


def _each(machine: TestClient, what: str) -> list[dict[str, Any]]:
    return [machine.get(f"{V3}/{what}/{one['id']}").json() for one in _all(machine, what)]


@needs_schemas
@pytest.mark.parametrize(
    ("what", "listed", "whole"),
    [
        ("taxonomies", "taxonomy.json", "taxonomy.json"),
        ("taxonomy_terms", "taxonomy_term.json", "taxonomy_term.json"),
        (
            "service_at_locations",
            "compiled/service_at_location_list.json",
            "compiled/service_at_location.json",
        ),
    ],
)
def test_every_answer_is_valid(machine: TestClient, what: str, listed: str, whole: str) -> None:
    short, full = _all(machine, what), _each(machine, what)

    assert short
    assert _mistakes(listed, short) == []
    assert _mistakes(whole, full) == []
    assert _mistakes(whole, [{"id": 1}])  # the schema can fail


@pytest.mark.parametrize("what", LISTS)
@pytest.mark.parametrize("per_page", [1, 3, 100])
def test_the_paging_fields_agree_with_the_contents(machine: TestClient, what: str, per_page: int) -> None:
    ids: list[str] = []
    number, last = 1, False
    while not last:
        page = machine.get(f"{V3}/{what}", params={"page": number, "per_page": per_page}).json()
        assert (page["page_number"], page["size"]) == (number, len(page["contents"]))
        assert page["first_page"] is (number == 1)
        assert page["empty"] is (not page["contents"])
        ids += [one["id"] for one in page["contents"]]
        number, last = number + 1, page["last_page"]

    assert len(ids) == len(set(ids)) == page["total_items"]
    assert page["total_pages"] == number - 1


def test_a_taxonomy_holds_each_of_its_terms_as_the_term_s_own_address_has_it(machine: TestClient) -> None:
    terms = {term["id"]: term for term in _each(machine, "taxonomy_terms")}
    held = [term for taxonomy in _each(machine, "taxonomies") for term in taxonomy.get("taxonomy_terms", [])]

    assert len(held) == len(terms) > 24
    assert all(terms[term["id"]] == term for term in held)


def test_a_service_at_a_location_says_of_both_what_their_whole_service_says(machine: TestClient) -> None:
    for whole in _each(machine, "service_at_locations"):
        service = machine.get(f"{V3}/services/{whole['service']['id']}").json()
        [place] = [one for one in service.pop("service_at_locations") if one["id"] == whole["id"]]

        assert whole["service"] == service
        assert whole["location"] == place["location"]
        assert whole["location"]["addresses"][0]["postal_code"]


def test_a_place_that_must_not_be_told_leaves_through_no_endpoint(
    machine: TestClient, starter_app: FastAPI
) -> None:
    held = starter_app.state.resources
    with held.sessions() as session:
        hidden = session.scalars(select(Location).where(Location.redacted)).all()
        keys = {key for place in hidden for key in (place.id, *(one.id for one in place.addresses))}
        addresses = {one.address_1 for place in hidden for one in place.addresses}
        at = session.scalars(select(ServiceAtLocation).where(ServiceAtLocation.location_id.in_(keys))).all()
    own = [machine.get(f"{V3}/service_at_locations/{one.id}") for one in at]
    told = [machine.get(f"{V3}/{what}", params={"per_page": 100}).text for what in LISTS]
    told += [machine.get(f"{V3}/{what}/{one['id']}").text for what in LISTS for one in _all(machine, what)]
    told += [
        machine.get(f"{V3}/services", params={"search": MARKER}).text,
        *(one.text for one in own),
    ]
    everything = "".join(told)

    assert len(hidden) > 4
    assert {answer.status_code for answer in own} == {404}
    assert "Place 1" in everything
    assert MARKER not in everything
    assert not [key for key in (*keys, *(one.id for one in at)) if key in everything]
    assert not [address for address in addresses if address in everything]
    assert not [number for number in REDACTED_AT if str(number) in everything]


def test_nothing_absent_is_sent_as_null_or_as_an_empty_list(machine: TestClient) -> None:
    for what in LISTS[1:]:
        text = json.dumps([_all(machine, what), _each(machine, what)])
        assert "null" not in text
        assert "[]" not in text


@pytest.mark.parametrize(
    "asked", ["/", *(f"/{what}" for what in LISTS), *(f"/{what}?per_page=1" for what in LISTS)]
)
def test_every_list_can_be_kept_and_asked_about_again(machine: TestClient, asked: str) -> None:
    answer = machine.get(f"{V3}{asked}")
    again = machine.get(f"{V3}{asked}", headers={"If-None-Match": answer.headers["etag"]})

    assert answer.headers["access-control-allow-origin"] == "*"
    assert (again.status_code, again.content) == (304, b"")
