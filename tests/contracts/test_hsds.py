"""Every answer of the open directory against HSDS-UK 3.0's schemas, and its paging against its contents."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator


SCHEMAS = Path(__file__).parents[2] / "../shared/standards/hsds-uk-3.0/schema"
needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="HSDS-UK's schemas do not lie beside the project (../shared/standards)."
)


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _mistakes(validator: Draft202012Validator, answer: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(answer)]


def _pages(machine: TestClient, per_page: int) -> Iterator[dict[str, Any]]:
    number, last = 1, False
    while not last:
        page = machine.get("/directory/v3/services", params={"page": number, "per_page": per_page}).json()
        number, last = number + 1, page["last_page"]
        yield page


def _everything(value: object) -> Iterator[object]:
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from _everything(each)


@pytest.fixture(scope="session")
def listed(machine: TestClient) -> list[dict[str, Any]]:
    return [service for page in _pages(machine, 100) for service in page["contents"]]


@pytest.fixture(scope="session")
def whole(machine: TestClient, listed: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [machine.get(f"/directory/v3/services/{service['id']}").json() for service in listed]


@needs_schemas
def test_the_schemas_can_fail() -> None:
    assert _mistakes(_validator("compiled/service.json"), {"id": "x", "name": "y", "status": "unheard of"})


@needs_schemas
def test_every_listed_service_is_valid(listed: list[dict[str, Any]]) -> None:
    validator = _validator("compiled/service_list.json")

    assert listed
    assert [_mistakes(validator, service) for service in listed] == [[]] * len(listed)


@needs_schemas
def test_every_whole_service_is_valid(whole: list[dict[str, Any]]) -> None:
    validator = _validator("compiled/service.json")

    assert [_mistakes(validator, service) for service in whole] == [[]] * len(whole)


@needs_schemas
def test_every_phone_is_valid(whole: list[dict[str, Any]]) -> None:
    validator = _validator("phone.json")
    phones = [
        phone
        for service in whole
        for contact in service.get("contacts", [])
        for phone in contact.get("phones", [])
    ]

    assert len(phones) > 50
    assert [_mistakes(validator, phone) for phone in phones] == [[]] * len(phones)


def test_nothing_absent_is_sent_as_null_or_as_an_empty_list(whole: list[dict[str, Any]]) -> None:
    assert not [value for value in _everything(whole) if value is None or value == []]


def test_a_listed_service_says_the_same_as_the_whole_one(
    listed: list[dict[str, Any]], whole: list[dict[str, Any]]
) -> None:
    for short, full in zip(listed, whole, strict=True):
        assert short["organization"].items() <= full["organization"].items()
        assert {name: full[name] for name in short if name != "organization"} == {
            name: value for name, value in short.items() if name != "organization"
        }


@pytest.mark.parametrize("per_page", [1, 7, 40, 79, 80, 81, 100])
def test_the_paging_fields_agree_with_the_contents(machine: TestClient, per_page: int) -> None:
    pages = list(_pages(machine, per_page))
    ids = [service["id"] for page in pages for service in page["contents"]]

    assert len(ids) == len(set(ids))
    for number, page in enumerate(pages, start=1):
        assert page["total_items"] == len(ids)
        assert page["total_pages"] == len(pages)
        assert page["page_number"] == number
        assert page["size"] == len(page["contents"])
        assert page["first_page"] is (number == 1)
        assert page["last_page"] is (number == len(pages))
        assert page["empty"] is (not page["contents"])
        assert page["size"] == per_page or page["last_page"]


@pytest.mark.parametrize("asked", [{"search": "no service says this word"}, {"page": 1000}])
def test_a_page_without_contents_says_so(machine: TestClient, asked: dict[str, Any]) -> None:
    page = machine.get("/directory/v3/services", params=asked).json()

    assert (page["size"], page["contents"], page["empty"], page["last_page"]) == (0, [], True, True)


def test_the_base_address_names_the_standard(machine: TestClient) -> None:
    details = machine.get("/directory/v3/").json()

    assert details["version"] == "HSDS-UK-3.0"
    assert machine.get(details["openapi_url"]).json()["paths"]["/directory/v3/services"]


@needs_schemas
def test_our_description_has_the_paths_and_parameters_of_the_standard(machine: TestClient) -> None:
    standard = json.loads((SCHEMAS / "openapi.json").read_text(encoding="utf-8"))["paths"]
    described = machine.get("/openapi.json").json()["paths"]
    ours = {re.sub(r"\{\w+\}", "{id}", path): operations for path, operations in described.items()}

    assert len(standard) == 9
    for path, operations in standard.items():
        asked = {each["$ref"].rsplit("/", 1)[1] for each in operations["get"].get("parameters", [])}
        taken = {each["name"] for each in ours[f"/directory/v3{path}"]["get"].get("parameters", [])}
        assert asked <= taken, path
