"""docs/open-directory.md says what the open directory does: its examples answer, its lists are whole."""

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient


PAGE = (Path(__file__).parents[2] / "docs" / "open-directory.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^GET (\S+)$", PAGE, re.MULTILINE)


def _described(machine: TestClient) -> dict[str, Any]:
    paths = machine.get("/openapi.json").json()["paths"]
    return {path: one for path, one in paths.items() if path.startswith("/directory/v3")}


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_finds_something(machine: TestClient, example: str) -> None:
    answer = machine.get(example)

    assert answer.status_code == 200
    assert answer.json()["contents"]


def test_every_address_and_parameter_is_named_and_no_other(machine: TestClient) -> None:
    described = _described(machine)
    addresses = {re.sub(r"\{\w+\}", "{id}", path.removeprefix("/directory/v3")) for path in described}
    asked = {
        each["name"]
        for one in described.values()
        for each in one["get"].get("parameters", [])
        if each["in"] == "query"
    }
    told = PAGE.split("## Addresses")[1].split("## Asking")[0]
    parameters = PAGE.split("| Parameter |")[1].split("\n\n")[0]

    assert set(re.findall(r"`(/[a-z_/{}]*)`", told)) - {"/directory/v3"} == addresses
    assert {
        name
        for row in re.findall(r"^\| (`.*?) \|", parameters, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", row)
    } == asked


def test_the_page_s_paging_fields_are_those_of_a_page(machine: TestClient) -> None:
    sentence = PAGE.split("A list is a page:")[1].split("\n\n")[0]

    assert set(re.findall(r"`(\w+)`", sentence)) == set(machine.get("/directory/v3/services").json())
