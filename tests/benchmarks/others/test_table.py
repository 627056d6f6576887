"""Columns that do not know the same things still make one table."""

from benchmarks.others.table import as_table


def test_a_row_for_everything_that_any_column_knows() -> None:
    made = as_table({"ours": {"bytes": "1"}, "theirs": {"bytes": "2", "keys": "yes"}}, corner="chat")

    assert made.splitlines() == [
        "| chat | ours | theirs |",
        "| --- | --- | --- |",
        "| bytes | 1 | 2 |",
        "| keys |  | yes |",
    ]
