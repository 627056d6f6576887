"""A spreadsheet opens the file without running anything."""

import csv

import pytest

from tests.usage.factories import WEEK
from usage.release import SUPPRESSED, WITHHELD, ReleasedTable
from vocabulary.needs import Need
from vocabulary.pathway import Traffic
from web.insights.labels import AREA_NAMES, NEED_NAMES
from web.insights.sheet import STARTS_A_FORMULA, safe_cell, to_csv


@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_cell_that_starts_a_formula_becomes_text(start: str) -> None:
    assert safe_cell(f"{start}1+1") == f"'{start}1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert safe_cell("fewer than 10") == "fewer than 10"


def test_no_name_of_ours_starts_a_formula() -> None:
    assert not [name for name in (*NEED_NAMES.values(), *AREA_NAMES.values()) if safe_cell(name) != name]


def test_numbers_have_no_separator_and_hidden_figures_say_why() -> None:
    figures = {(0, 0): SUPPRESSED, (0, -1): 1230, (-1, 0): WITHHELD, (-1, -1): 4905}
    table = ReleasedTable((Need.CUCKOOING.value,), ("outside",), figures, WEEK, Traffic.REAL)

    lines = list(csv.reader(to_csv(table).splitlines()))

    assert lines[1:] == [
        ["2026-01-05", "2026-01-11", "real", "Cuckooing", "Outside West Mercia", "fewer than 10"],
        ["2026-01-05", "2026-01-11", "real", "Cuckooing", "All visits", "1230"],
        ["2026-01-05", "2026-01-11", "real", "All visits", "Outside West Mercia", "withheld"],
        ["2026-01-05", "2026-01-11", "real", "All visits", "All visits", "4905"],
    ]
