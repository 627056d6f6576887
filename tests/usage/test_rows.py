"""An event becomes plain values for the database."""

from tests.usage.factories import an_event
from usage.rows import row_of


def test_a_row_holds_plain_values_only() -> None:
    row = row_of(an_event())

    assert row["need"] == "cuckooing"
    assert {type(value).__name__ for value in row.values()} <= {"str", "int", "date", "NoneType"}
