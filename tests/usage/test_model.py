"""Every stored field has a privacy class."""

from dataclasses import fields

import pytest
from sqlalchemy import Column

from usage.event import UsageEvent
from usage.model import Base, FieldClass, UsageRow


COLUMNS = [column for table in Base.metadata.sorted_tables for column in table.columns]


@pytest.mark.parametrize("column", COLUMNS, ids=str)
def test_every_stored_field_has_a_privacy_class(column: Column[object]) -> None:
    assert isinstance(column.info.get("privacy"), FieldClass)


def test_the_table_holds_the_fields_of_an_event_and_no_others() -> None:
    assert [column.name for column in UsageRow.__table__.columns] == [
        each.name for each in fields(UsageEvent)
    ]


def test_nothing_stored_of_a_visit_is_free_text_or_a_time_of_day() -> None:
    kinds = {column.name: str(column.type) for column in UsageRow.__table__.columns}

    assert not {name for name, kind in kinds.items() if kind in {"TEXT", "DATETIME", "VARCHAR"}}
