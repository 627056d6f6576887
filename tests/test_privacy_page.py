"""docs/privacy.md names every stored field, and none that is gone."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Table

from directory.model import Base as Directory
from migrations.models import metadata


ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
TOGETHER = "The directory's other tables"  # about services, each in one row
TABLES = [table for tables in metadata() for table in tables.sorted_tables]
ABOUT_STAFF = {
    "metadata",
    "history_head",
    "proposal",
    "change_set",
    "feed",
    "not_duplicates",
    "report",
    "confirm_link",
}
IN_ONE_ROW = [table for table in Directory.metadata.sorted_tables if table.name not in ABOUT_STAFF]
WITH_A_SECTION = [table for table in TABLES if table not in IN_ONE_ROW]


def _section(heading: str) -> str:
    assert f"\n## {heading}\n" in PAGE, f"docs/privacy.md has no section '{heading}'."
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def _rows(heading: str) -> dict[str, str]:
    """What stands beside each name in a section's table."""
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", _section(heading), re.MULTILINE))


def _classes() -> set[str]:
    return set(re.findall(r"^\| ([a-z ]+) \|", PAGE.split("\n## ")[0], re.MULTILINE)) - {"class"}


@pytest.mark.parametrize("table", WITH_A_SECTION, ids=str)
def test_the_page_names_every_field_of_a_table_and_none_that_is_gone(table: Table) -> None:
    assert set(_rows(table.name)) == {column.name for column in table.columns}


@pytest.mark.parametrize("table", WITH_A_SECTION, ids=str)
def test_the_page_gives_every_field_a_class_that_it_explains_and_that_the_table_gives(table: Table) -> None:
    rows = _rows(table.name)
    classed = {
        column.name: str(column.info["privacy"]) for column in table.columns if "privacy" in column.info
    }

    assert set(rows.values()) <= _classes()
    assert rows == {**rows, **classed}


@pytest.mark.parametrize("table", IN_ONE_ROW, ids=str)
def test_the_page_names_every_field_of_the_directory_and_none_that_is_gone(table: Table) -> None:
    fields = re.findall(r"`(\w+)`", _rows(TOGETHER).get(table.name, ""))

    assert fields == [column.name for column in table.columns]


def test_the_page_names_no_table_that_is_gone() -> None:
    headings = set(re.findall(r"^## ([a-z_]+)$", PAGE, re.MULTILINE)) - {"slots"}

    assert headings | set(_rows(TOGETHER)) == {table.name for table in TABLES}


@pytest.mark.slow
def test_the_page_names_every_slot_with_its_class_and_none_that_is_gone() -> None:
    from rasa.shared.core.domain import Domain  # takes seconds to import

    slots = {slot.name for slot in Domain.load(str(ROOT / "domain.yml")).slots}  # Rasa adds some of its own

    assert set(_rows("slots")) == slots
    assert set(_rows("slots").values()) <= _classes()
