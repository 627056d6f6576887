"""A file holds the figures of its table, says what it is, and runs nothing."""

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from tests.usage.factories import WEEK
from usage.breakdowns import Breakdown
from usage.disclosure import SUPPRESSED, WITHHELD, Figure, ReleasedTable, Shape
from usage.files import STARTS_A_FORMULA, FileKind, safe_cell, to_file
from vocabulary.needs import Need
from vocabulary.pathway import Traffic


FIGURES: dict[tuple[int, int], Figure] = {
    (0, 0): SUPPRESSED,
    (0, -1): 1230,
    (-1, 0): WITHHELD,
    (-1, -1): 4905,
}
SHAPE = Shape(filters={Breakdown.AGE: "under-18"})
LINES = [
    ("cuckooing", "outside", None, "fewer than 10"),
    ("cuckooing", "total", 1230, ""),
    ("total", "outside", None, "withheld"),
    ("total", "total", 4905, ""),
]


def a_released_table(traffic: Traffic = Traffic.REAL) -> ReleasedTable:
    return ReleasedTable((Need.CUCKOOING.value,), ("outside",), FIGURES, WEEK, traffic, SHAPE)


def read(kind: FileKind, content: bytes) -> list[dict[str, Any]]:
    if kind is FileKind.CSV:
        lines = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        return [line | {"visits": int(line["visits"]) if line["visits"] else None} for line in lines]
    if kind is FileKind.XLSX:
        sheet = load_workbook(io.BytesIO(content)).active
        assert sheet is not None
        heading, *rows = sheet.iter_rows(values_only=True)
        lines = [dict(zip(heading, row, strict=True)) for row in rows]
        return [line | {"hidden": line["hidden"] or ""} for line in lines]
    return list(parquet.read_table(io.BytesIO(content)).to_pylist())


@pytest.mark.parametrize("kind", FileKind)
def test_every_kind_of_file_holds_the_figures_of_the_table(kind: FileKind) -> None:
    lines = read(kind, to_file(a_released_table(), kind))

    assert [tuple(line[name] for name in ("need", "area", "visits", "hidden")) for line in lines] == LINES
    assert {(line["table"], line["first day"], line["last day"]) for line in lines} == {
        ("visits", "2026-01-05", "2026-01-11")
    }
    assert {line["only age"] for line in lines} == {"under-18"}


@pytest.mark.parametrize("kind", FileKind)
def test_a_demonstration_says_so_on_every_line(kind: FileKind) -> None:
    lines = read(kind, to_file(a_released_table(Traffic.DEMO), kind))

    assert {line["data"] for line in lines} == {"SYNTHETIC DEMONSTRATION"}


@pytest.mark.parametrize("kind", FileKind)
def test_names_take_the_place_of_codes_where_they_are_known(kind: FileKind) -> None:
    lines = read(kind, to_file(a_released_table(), kind, names={"outside": "Outside West Mercia"}))

    assert {line["area"] for line in lines} == {"Outside West Mercia", "total"}


@pytest.mark.parametrize("kind", [FileKind.CSV, FileKind.XLSX])
@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_name_that_starts_a_formula_becomes_text(kind: FileKind, start: str) -> None:
    lines = read(kind, to_file(a_released_table(), kind, names={"outside": f"{start}1+1"}))

    assert lines[0]["area"].startswith("'")


@pytest.mark.parametrize("value", ["fewer than 10", 15, None, ""])
def test_other_cells_stay_as_they_are(value: str | int | None) -> None:
    assert safe_cell(value) == value


def test_a_table_without_columns_has_one_line_a_row() -> None:
    shape = Shape("funnel", Breakdown.STAGE, Breakdown.ALL)
    table = ReleasedTable(("started",), (), {(0, -1): 20, (-1, -1): 25}, WEEK, Traffic.REAL, shape)

    lines = read(FileKind.CSV, to_file(table, FileKind.CSV))

    assert [(line["stage"], line["all"], line["visits"]) for line in lines] == [
        ("started", "total", 20),
        ("total", "total", 25),
    ]
