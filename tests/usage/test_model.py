"""Every stored field has a privacy class, and the privacy page says the same."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import Column

from usage.event import UsageEvent
from usage.model import Base, FieldClass, UsageRow


PRIVACY = Path(__file__).parents[2] / "docs" / "privacy.md"
COLUMNS = [column for table in Base.metadata.sorted_tables for column in table.columns]


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_stored_field_has_a_privacy_class(column: Column[object]) -> None:
    assert isinstance(column.info.get("privacy"), FieldClass)


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_the_privacy_page_gives_every_field_its_class(column: Column[object]) -> None:
    section = PRIVACY.read_text().split(f"## {column.table.name}\n")[1].split("\n## ")[0]

    rows = dict(re.findall(r"^\| `(\w+)` \| ([a-z ]+) \|", section, re.MULTILINE))

    assert rows.get(column.name) == column.info["privacy"].value


def test_the_privacy_page_names_no_field_that_is_gone() -> None:
    for table in Base.metadata.sorted_tables:
        section = PRIVACY.read_text().split(f"## {table.name}\n")[1].split("\n## ")[0]

        assert set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE)) == {each.name for each in table.columns}


def test_the_table_holds_the_fields_of_an_event_and_no_others() -> None:
    assert [column.name for column in UsageRow.__table__.columns] == [
        each.name for each in fields(UsageEvent)
    ]


def test_nothing_stored_of_a_visit_is_free_text_or_a_time_of_day() -> None:
    kinds = {column.name: str(column.type) for column in UsageRow.__table__.columns}

    assert not {name for name, kind in kinds.items() if kind in {"TEXT", "DATETIME", "VARCHAR"}}
